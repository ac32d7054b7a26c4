"""A table of which nothing can be taken, beside others in one file: named when it is asked about, and left out whole."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused, say
from tests.imports.forms_of_files import days, posts, rejected, said, workbook

SUMMARY = [["Показатель", "Норма"], ["Просмотры", 300], ["Лайки", 12]]
NOTES = [["Примечание"], ["Выгружено вручную"]]
POSTS = [["Дата", "Ссылка", "Просмотры", "Лайки"], ["01.09.2026", "https://vk.com/wall-1_1", 100, 5]]
DAYS = [["Дата", "Подписчики"], ["01.09.2026", 1000], ["02.09.2026", 1004]]
NOTHING = {"rows": "post", "fields": {}}
LEFT_OUT = 'The table was left out: nothing was said of what its columns hold (--columns "HEADER=FIELD;…").'

ALONE = "This line stands in a table of one column; it holds no data."


def book(*sheets):
    return workbook(*sheets, names=["Сводка", "Публикации", "По дням"][: len(sheets)])


def reasons(found):
    return [(row, reason["text"]) for row, reason in found["rejected"]]


def test_the_table_asked_about_is_named_beside_others(understood):
    assert "Table «Сводка». These columns are new: Показатель, Норма. Say" in said(
        understood(book(SUMMARY, POSTS, DAYS), "vk.xlsx")
    )
    alone = said(understood(book(SUMMARY)))
    assert ("These columns are new" in alone, "Table «" in alone) == (True, False)


@pytest.mark.parametrize("by_guess", [False, True], ids=["no column used", "nothing guessed"])
def test_a_table_that_holds_nothing_is_left_out_beside_others(understood, by_guess):
    content = book(SUMMARY, POSTS, DAYS)
    guess = understood(content, "vk.xlsx")["question"]["guess"]
    found = understood(content, "vk.xlsx", columns=guess if by_guess else NOTHING)
    assert (found["question"], reasons(found)) == ({}, [("Сводка:2", LEFT_OUT), ("Сводка:3", LEFT_OUT)])
    assert (found["rows"], len(posts(found)), len(days(found)), found["kind"]) == (5, 1, 2, "posts")


def test_a_table_that_holds_nothing_is_asked_about_again_when_no_other_holds_more(understood):
    found = understood(book(SUMMARY), columns=NOTHING)
    assert (found["question"]["asks"], "Say anew what the columns mean" in said(found), rejected(found)) == ("columns", True, [])


@pytest.mark.parametrize("sheets", [(NOTES, POSTS), (POSTS, NOTES)], ids=["first", "last"])
def test_a_sheet_of_notes_holds_up_no_other(understood, sheets):
    found = understood(book(*sheets))
    assert (len(posts(found)), [reason for _row, reason in reasons(found)]) == (1, [ALONE])
    with pytest.raises(Refused, match="one column wide"):
        understood(book(NOTES))


@pytest.mark.django_db
def test_the_command_leaves_out_what_it_guesses_nothing_of(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(book(SUMMARY, POSTS, DAYS))
    asked, told = (import_export(tmp_path / "vk.xlsx", "--account", "vk:club1", *more) for more in ((), ("--columns", "guess")))
    assert (asked["status"], asked["files"][0]["error"].startswith("Table «Сводка». These columns are new")) == (1, True)
    assert [told[name] for name in ("status", "rows", "new", "rejected")] == [0, 5, 3, 2]
    assert told["files"][0]["rejected_rows"] == [{"reason": LEFT_OUT, "count": 2, "rows": ["Сводка:2", "Сводка:3"]}]


@pytest.mark.django_db
def test_the_command_takes_its_guess_of_every_table(import_export, tmp_path):
    hearts = [["Когда", "Куда", "Лайков шт"], ["01.09.2026", "https://vk.com/wall-1_1", 5]]
    (tmp_path / "vk.xlsx").write_bytes(
        book(hearts, [["Когда", "Куда", "Сколько просмотров"], ["02.09.2026", "https://vk.com/wall-1_2", 9]])
    )
    told = import_export(tmp_path / "vk.xlsx", "--columns", "guess")
    assert (told["status"], told["new"], told["files"][0]["totals"]) == (0, 2, {"likes": "5", "views": "9"})


@pytest.mark.django_db
def test_the_command_says_of_a_table_only_what_names_its_columns(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(book(SUMMARY, POSTS))
    told = import_export(tmp_path / "vk.xlsx", "--columns", "Сердечки=likes")
    assert (told["status"], "Table «Сводка»" in told["files"][0]["error"]) == (1, True)


def test_what_is_said_of_one_table_is_not_said_of_another_with_a_column_of_that_name(understood):
    hearts = [["Когда", "Куда", "Сердечки"], ["01.09.2026", "https://vk.com/wall-1_1", 5]]
    cost = [["Когда", "Затраты"], ["01.09.2026", 700], ["09.09.2026", 900]]
    told = {"rows": "post", "fields": {"Когда": "published_at", "Куда": "permalink", "Сердечки": "likes"}}
    found = understood(book(hearts, cost), columns=told)
    assert ([post[10] for post in posts(found)], found["question"]["header"]) == ([{"likes": "5"}], ["Когда", "Затраты"])


def test_a_table_is_left_out_by_its_name(understood):
    content = book(POSTS, DAYS, DAYS)
    found = understood(content, "vk.xlsx", account="vk:acme", tables_left_out=["публикации"])
    told = say("The table was left out, as the command line says (--leave-out).")
    assert (len(posts(found)), found["rejected"]) == (1, [["Публикации:2", told], ["Публикации:3", told]])
    assert [table["kind"] for table in found["tables"]] == ["posts", "left_out", "days"]
    assert (found["question"], found["warnings"]) == ({}, [])


@pytest.mark.parametrize(
    ("name", "left"), [("Дни · TG", ["vk"]), ("Дни", []), ("ВК", ["vk", "telegram"]), ("5-6", ["vk", "telegram"])]
)
def test_the_part_of_a_network_is_called_as_it_is_shown(understood, name, left):
    days_of_networks = [["Дата", "VK подписчики", "TG подписчики"], ["01.09.2026", 1000, 10]]
    found = understood(workbook(days_of_networks, names=["Дни"]), "vk.xlsx", tables_left_out=[name])
    assert [subject["network"] for subject in found["subjects"]] == left
    assert ("The file has no table by a name that --leave-out gives" in said(found)) == (len(left) == 2)


def test_a_table_without_a_name_is_called_by_its_rows(understood):
    text = "Дата;Подписчики\n01.09.2026;10\n02.09.2026;11\n\nДата;Охват\n01.09.2026;90\n02.09.2026;91\n"
    for rows in ("6-7", "6–7"):
        assert days(understood(text, account="vk:acme", tables_left_out=[rows])) == [
            ("followers", "2026-09-01", "10"),
            ("followers", "2026-09-02", "11"),
        ]


def test_with_that_a_table_of_which_nothing_is_known_asks_nothing(understood):
    found = understood(book(SUMMARY, POSTS, DAYS), "vk.xlsx", tables_left_out=["Сводка"])
    assert (found["question"], len(posts(found)), len(days(found))) == ({}, 1, 2)


@pytest.mark.django_db
def test_the_command_leaves_tables_out_by_their_names(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(book(SUMMARY, POSTS, DAYS))
    told = import_export(
        tmp_path / "vk.xlsx", "--account", "vk:club1", "--leave-out", "Сводка", "--leave-out", "По дням", "--leave-out", "Итоги"
    )
    assert [told[name] for name in ("status", "rows", "new", "rejected")] == [0, 5, 1, 4]
    assert told["files"][0]["warnings"] == ["The file has no table by a name that --leave-out gives: «Итоги»."]
