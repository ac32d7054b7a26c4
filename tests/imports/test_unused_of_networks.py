"""Columns of numbers in a network's own export: of those without which it is read a note, of any other a warning."""

import pytest

from tests.imports.forms_of_files import days, posts, said

SUITE = (
    "Идентификатор публикации,Имя пользователя аккаунта,Описание,Время публикации,Постоянная ссылка,Просмотры,Охват,{}\n"
    "18000000000000001,zerno,Утро,06/15/2026 10:23,https://www.instagram.com/p/2FfdAaFACgb/,955,563,{}\n"
)
UNKNOWN = "A column of numbers was not used, because its name is not known: «{}»."
TWEETS = (
    "Tweet id,Tweet permalink,Tweet text,time,impressions,retweets,replies,likes,{}\n"
    "12,https://x.com/kofe/status/12,a,2026-09-01 10:00 +0000,50,1,2,3,7\n"
)


def warned(found):
    """The columns named by sentences that are no notes."""
    return [one["params"].get("columns", "") for one in found["warnings"] if not one.get("is_note")]


def test_a_column_of_numbers_that_nobody_knows_is_to_be_looked_at(understood):
    found = understood(SUITE.format("Добавлено куда-то", "7"))
    assert (warned(found), UNKNOWN.format("Добавлено куда-то") in said(found)) == (["«Добавлено куда-то»"], True)


def test_saves_and_reposts_of_the_suite_are_read_under_its_russian_names(understood):
    found = understood(SUITE.format("Сделано репостов,Сохранено", "3,7"))
    figures = posts(found)[0][10]
    assert ({code: figures[code] for code in ("shares", "saves")}, found["warnings"]) == ({"shares": "3", "saves": "7"}, [])


@pytest.mark.parametrize("name", ["engagements", "detail expands", "promoted likes", "media views"])
def test_of_columns_left_out_on_purpose_a_note_is_enough(understood, name):
    found = understood(TWEETS.format(name), "x.csv")
    assert (warned(found), "read without it" in said(found)) == ([], True)


def test_beside_a_better_name_of_the_same_field_a_note_is_enough(understood):
    found = understood(SUITE.format('"Отметки ""Нравится""",Лайки', "3,4"))
    assert (warned(found), "read without it: «" in said(found)) == ([], True)


def test_a_column_left_out_of_another_network_is_unknown_in_this_one(understood):
    assert warned(understood(TWEETS.format("is crosspost"), "x.csv")) == ["«is crosspost»"]


BEGINNING = "A column was not used, because it counts where a period begins, and one that counts where it ends is taken: «{}»."


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("Подписчики на начало", "Подписчики на конец"),
        ("Подписчиков на начало месяца", "Подписчиков на конец месяца"),
        ("Подписчики (на начало)", "Подписчики (на конец)"),
        ("Followers at the start of the month", "Followers at the end of the month"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_stands_at_the_end_is_taken_and_what_stood_at_the_beginning_is_not(understood, begins, ends, is_first):
    names, figures = (f"{begins};{ends}", "100;110") if is_first else (f"{ends};{begins}", "110;100")
    found = understood(f"Месяц;{names};Прирост\nИюнь 2026;{figures};10\n", account="vk:aaa")
    assert days(found) == [("followers", "2026-06-01", "110"), ("followers_net", "2026-06-01", "10")]
    assert (said(found), warned(found)) == (BEGINNING.format(begins), [])


def test_a_count_at_the_beginning_alone_is_no_count_of_the_month(understood):
    found = understood("Месяц;Подписчики на начало;Прирост\nИюнь 2026;100;10\n", account="vk:aaa")
    assert ([code for code, _day, _value in days(found)], warned(found)) == (["followers_net"], ["«Подписчики на начало»"])


def test_the_last_day_of_a_stretch_is_no_day_of_its_own(understood):
    found = understood("Дата на начало;Дата на конец;Подписчики\n01.06.2026;07.06.2026;5\n", account="vk:aaa")
    assert days(found) == []


TOGETHER = "A column was not used, because its name says that it counts several things together: «{}»."


@pytest.mark.parametrize("name", ["Reactions, Comments and Shares", "Реакции, комментарии и репосты", "Лайки + комментарии"])
def test_a_column_that_counts_several_things_together_is_said_to(understood, name):
    found = understood(f"Дата;Ссылка;Просмотры;{name}\n01.02.2026;https://vk.com/wall-1_2;30;9\n")
    assert (said(found), posts(found)[0][10]) == (TOGETHER.format(name), {"views": "30"})


def test_an_export_that_is_read_without_such_a_column_has_a_note(understood):
    found = understood(SUITE.format('"Reactions, Comments and Shares"', "7"))
    assert (warned(found), "read without it: «Reactions, Comments and Shares»" in said(found)) == ([], True)
