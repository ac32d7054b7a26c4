"""Dates of posts in columns of any name: taken, asked about, or named among those not used."""

import pytest

from tests.imports.forms_of_files import posts, said

POSTS = "{};Ссылка;Просмотры\n{};https://t.me/acme/1;10\n{};https://t.me/acme/2;20\n"
ASKED = (
    "The posts of the table have no date yet, and there are dates in {}. Say what the columns mean "
    '(--columns "HEADER=FIELD;…", or --columns guess to take the guess).'
)


@pytest.mark.parametrize(
    "name",
    [
        "Опубликовано",
        "Дата выхода",
        "Время выхода",
        "Дата выхода поста",
        "Дата публикации поста",
        "Дата размещения",
        "Дата записи",
        "Publish date",
        "Date posted",
        "Posted at",
        "Posted on",
        "Publication date",
        "Publication time",
        "Creation date",
    ],
)
def test_the_date_of_a_post_has_many_names(understood, name):
    found = understood(POSTS.format(name, "13.05.2026", "14.05.2026"))
    assert ([post[3][:10] for post in posts(found)], said(found)) == (["2026-05-13", "2026-05-14"], "")


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Когда", "13.05.2026", "14.05.2026"),
        ("Когда", "13 мая 2026", "14 мая 2026 г."),
        ("When", "May 13, 2026", "May 14, 2026"),
        ("Время", "2026-05-13 10:00", "2026-05-14 11:00"),
        ("Дата (план)", "13.05.2026", "14.05.2026"),
    ],
)
def test_posts_without_a_date_are_asked_about_where_a_column_holds_dates(understood, name, first, second):
    text = POSTS.format(name, first, second)
    found = understood(text)
    assert (posts(found), said(found)) == ([], ASKED.format(f"«{name}»"))
    assert found["question"]["guess"] == {
        "rows": "post",
        "fields": {name: "published_at", "Ссылка": "permalink", "Просмотры": "views"},
    }
    taken = understood(text, columns=found["question"]["guess"])
    assert ([post[3][:10] for post in posts(taken)], said(taken)) == (["2026-05-13", "2026-05-14"], "")


def test_who_says_that_the_dates_are_not_those_of_the_posts_is_told_that_they_are_not_used(understood):
    told = {"rows": "post", "fields": {"Ссылка": "permalink", "Просмотры": "views"}}
    found = understood(POSTS.format("Когда", "13.05.2026", "14.05.2026"), columns=told)
    assert said(found) == (
        "A column of dates was not used: «Когда». "
        "2 posts have no date in the file: they are kept and counted, but belong to no period."
    )


@pytest.mark.parametrize("kind", ["", "posts"])
def test_other_dates_are_named_where_posts_have_theirs(understood, kind):
    text = "Дата;Ссылка;Просмотры;Проверено;Снято;Версия\n13.05.2026;https://t.me/acme/1;10;14.05.2026;15 мая 2026;1.2.3-rc\n"
    found = understood(text, **({"kind": kind} if kind else {}))
    assert [post[3][:10] for post in posts(found)] == ["2026-05-13"]
    assert said(found) == "Columns of dates were not used: «Проверено», «Снято»."


def test_a_table_of_posts_without_any_dates_is_taken_as_it_is(understood):
    found = understood("Ссылка;Просмотры;Адрес сервера\nhttps://t.me/acme/1;10;10.20.30.40 (b)\n")
    assert said(found) == "1 post has no date in the file: it is kept and counted, but belongs to no period."


def test_a_post_of_several_rows_is_one_without_a_date(understood):
    rows = "Ссылка;Текст;Лайки\nhttps://vk.com/wall-1_1;A;1\nhttps://vk.com/wall-1_1;B;2\nhttps://vk.com/wall-1_2;C;3\n"
    found = understood(rows, account="vk:brand")
    assert len(found["subjects"][0]["posts"]) == 2
    assert "2 posts have no date in the file: they are kept and counted, but belong to no period." in said(found)
