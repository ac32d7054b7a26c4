"""A sheet of stories by day: it may be one in each row, or all of a day, and its figures are not silently the account's."""

import pytest

from tests.imports.forms_of_files import said, workbook

ROWS = "01.03.2026;90;100\n02.03.2026;80;101\n03.03.2026;70;102\n"
TIMES = "01.03.2026 10:00;90;100\n02.03.2026 11:00;80;101\n03.03.2026 12:30;70;102\n"
ASKED = (
    "The table «{title}» is called as stories are: a row may be one of them, or all those of a day, whose figures are not those of "
    'the whole account. Say what the columns mean (--columns "HEADER=FIELD;…", or --columns guess to take each row for a story). '
    "Otherwise, dismiss the file."
)


@pytest.mark.parametrize("rows", [ROWS, TIMES], ids=["days", "times"])
@pytest.mark.parametrize("name", ["Сторис", "Stories", "Охват сторис", "Истории"])
def test_what_its_rows_are_is_asked(understood, name, rows):
    found = understood(f"Дата;Охват;Просмотры\n{rows}", f"{name}.csv", account="instagram:a")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")
    assert said(found) == ASKED.format(title=f"{name}.csv")


def test_a_person_may_take_each_row_for_a_story_or_for_a_day(understood):
    text = f"Дата;Охват;Просмотры\n{ROWS}"
    of_days = {"rows": "values", "network": "", "fields": {"Дата": "day", "Охват": "account_reach", "Просмотры": "account_views"}}
    (as_days,) = understood(text, "Сторис.csv", columns=of_days, account="instagram:a")["subjects"]
    guess = understood(text, "Сторис.csv", account="instagram:a")["question"]["guess"]
    (as_posts,) = understood(text, "Сторис.csv", columns=guess, account="instagram:a")["subjects"]
    assert [(len(one["posts"]), len(one["values"])) for one in (as_days, as_posts)] == [(0, 6), (3, 0)]


@pytest.mark.parametrize("header", ["Дата;Подписчики;Охват", "Дата;Публикации;Охват"])
def test_what_only_accounts_have_says_that_the_rows_are_days(understood, header):
    (subject,) = understood(f"{header}\n{ROWS}", "Посты и сторис.csv", account="instagram:a")["subjects"]
    assert len(subject["values"]) == 6


@pytest.mark.parametrize("name", ["Охват", "История охвата", "Storytel"])
def test_other_names_say_nothing_of_stories(understood, name):
    (subject,) = understood(f"Дата;Охват;Просмотры\n{ROWS}", f"{name}.csv", account="instagram:a")["subjects"]
    assert len(subject["values"]) == 6


def test_what_is_said_of_stories_leaves_another_table_with_their_header_what_it_is(understood):
    table = [["Дата", "Охват", "Просмотры"], ["01.03.2026", 90, 100], ["02.03.2026", 80, 101]]
    file = workbook(table, table, names=["Лента", "Сторис"])
    guess = understood(file, "insta.xlsx", account="instagram:a")["question"]["guess"]
    (subject,) = understood(file, "insta.xlsx", columns=guess, account="instagram:a")["subjects"]
    assert (guess["rows"], {value[0] for value in subject["values"]}) == ("post", {"Лента:2", "Лента:3"})
    assert [post[0] for post in subject["posts"]] == ["Сторис:2", "Сторис:3"]
