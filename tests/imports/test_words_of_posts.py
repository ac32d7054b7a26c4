"""Columns of words beside days and figures: what posts say under any heading, what somebody notes of a day, and the question."""

import pytest

from smmstrategy.metrics.imports.forms import answering
from smmstrategy.metrics.models import Import
from tests.imports.forms_of_files import posts, said, values

TEXTS = ["Как мы варим кофе", "Новая обжарка", "Третья кофейня"]
TITLE, TEXT, FIGURES = 6, 7, 10
DOUBT = "Each row may be a post or a day of an account"


def table(header: str, rows: list[str]) -> str:
    """A row a day, each with these cells between its date and its figures."""
    told = [f"{n:02}.10.2026;{cells};{n};2" for n, cells in enumerate(rows, 5)]
    return "\n".join([f"Дата;{header};Охват;Лайки", *told]) + "\n"


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        *((name, TEXT) for name in ("Пост", "Публикация", "Содержание", "Контент", "Post", "Content", "Caption", "Post content")),
        *((name, TITLE) for name in ("Тема", "Название поста", "Тема поста", "Topic")),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_a_table_with_texts_by_day_is_one_of_posts(understood, heading, place, count):
    found = understood(table(heading, TEXTS[:count]), account="vk:m")
    assert (found["question"], values(found)) == ({}, [])
    reach = [{"reach": str(n), "likes": "2"} for n in (5, 6, 7)[:count]]
    assert [(post[place], post[FIGURES]) for post in posts(found)] == [*zip(TEXTS, reach, strict=False)]


@pytest.mark.parametrize("beside", ["Рубрика", "Время", "Соцсеть"])
def test_other_columns_of_posts_leave_it_so(understood, beside):
    cell = {"Рубрика": "Польза", "Время": "10:05", "Соцсеть": "ВК"}[beside]
    found = understood(table(f"{beside};Пост", [f"{cell};{text}" for text in TEXTS]), account="vk:m")
    assert [post[TEXT] for post in posts(found)] == TEXTS
    unused = [warning["params"]["columns"] for warning in found["warnings"] if "text was not used" in warning["text"]]
    assert unused == (["«Рубрика»"] if beside == "Рубрика" else [])


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Что вышло", TEXTS),
        ("Автор", ["Аня", "Боря", "Вика"]),
        ("Тема", ["Польза", "Польза", "Польза"]),
        ("Контент", ["Фото", "Видео", "Опрос"]),
        ("Формат", ["Фото", "Видео", "Видео"]),
        ("Время", ["10:05", "11:00", "12:00"]),
        ("№ поста", ["1", "2", "3"]),
        ("Номер публикации", ["#14", "#15", "#16"]),
        ("№", ["1", "2", "3"]),
        ("№ п/п", ["1", "2", "3"]),
        ("Пост №", ["1", "2", "3"]),
    ],
)
def test_what_days_rarely_have_is_asked_about(understood, heading, cells):
    question = understood(table(heading, cells), account="vk:m")["question"]
    assert (question["message"]["text"][: len(DOUBT)], question["message"]["params"]) == (DOUBT, {"column": heading})
    assert (question["guess"]["rows"], question["known"]["rows"]) == ("post", "values")


def test_the_guess_takes_the_words_for_the_text(understood):
    asked = understood(table("Что вышло", TEXTS), account="vk:m")["question"]
    found = understood(table("Что вышло", TEXTS), columns=asked["guess"], account="vk:m")
    assert [(post[TEXT], post[FIGURES]["reach"]) for post in posts(found)] == [*zip(TEXTS, "567", strict=True)]


@pytest.mark.parametrize(
    ("heading", "cells", "unused"),
    [
        ("День недели", ["понедельник", "вторник", "среда"], []),
        ("День", ["пн", "вт", "ср"], []),
        ("Неделя", ["неделя 40", "неделя 41", "нед. 42"], []),
        ("Комментарий", ["", "Запустили рекламу", ""], ["«Комментарий»"]),
        ("Заметки", TEXTS, ["«Заметки»"]),
        ("Акции", ["", "Скидка на зерно", ""], ["«Акции»"]),
        ("Кто вёл", ["Анна", "Анна", "Анна"], ["«Кто вёл»"]),
        ("Подписчики;Пост", [f"10{n};{text}" for n, text in enumerate(TEXTS)], ["«Пост»"]),
        ("Подписчики;№", [f"10{n};{n}" for n in (1, 2, 3)], []),
        ("№", ["первый", "второй", "третий"], ["«№»"]),
    ],
)
def test_days_with_notes_stay_days_and_their_words_are_named(understood, heading, cells, unused):
    found = understood(table(heading, cells), account="vk:m")
    reach = [value[3] for value in values(found) if value[0] == "account_reach"]
    told = [warning["params"]["columns"] for warning in found["warnings"] if "text was not used" in warning["text"]]
    assert (found["question"], posts(found), reach, told) == ({}, [], ["5", "6", "7"], unused)


def test_months_with_a_theme_are_no_posts(understood):
    found = understood("Месяц;Тема;Охват\nиюль 2026;Лето;5\nавгуст 2026;Отпуск;6\n", account="vk:m")
    assert [value[1:4] for value in values(found)] == [["2026-07-01", "2026-07-31", "5"], ["2026-08-01", "2026-08-31", "6"]]


@pytest.mark.parametrize(("heading", "place"), [("Пост", TEXT), ("Тема", TITLE)])
def test_texts_beside_links_are_taken(understood, heading, place):
    link = "https://vk.com/wall-3_{}"
    found = understood(table(f"{heading};Ссылка на пост", [f"{text};{link.format(n)}" for n, text in enumerate(TEXTS)]))
    assert [post[place] for post in posts(found)] == TEXTS


def test_numbers_of_videos_under_the_same_heading_are_no_texts(understood):
    rows = '"abcdefghijk","Как мы варим кофе","Mar 5, 2026",10\n"abcdefghijl","Новая обжарка","Mar 6, 2026",11\n'
    found = understood("Контент,Название видео,Время публикации видео,Просмотры\n" + rows, account="youtube:m")
    assert (found["kind"], [post[1] for post in posts(found)]) == ("youtube_content", ["abcdefghijk", "abcdefghijl"])


@pytest.mark.parametrize(
    ("rows", "sent", "fields"),
    [
        ("post", ["day", "text", "account_reach", "likes"], ["published_at", "text", "reach", "likes"]),
        ("values", ["published_at", "", "reach", "likes"], ["day", "account_reach", "likes"]),
    ],
)
def test_what_a_row_is_turns_what_its_columns_hold(understood, rows, sent, fields):
    question = understood(table("Что вышло", TEXTS), account="vk:m")["question"]
    form = answering(Import(question=question), {"rows": rows, **{f"column_{n}": field for n, field in enumerate(sent)}})
    assert (form.is_valid(), [*form.options()["columns"]["fields"].values()]) == (True, fields)


def test_columns_that_may_be_accounts_are_to_be_turned(understood):
    told = said(understood("Дата;Рута;Лютик\n01.10.2026;1000;900\n02.10.2026;1001;901\n"))
    assert told.startswith("These columns are new: Рута, Лютик. Say what they mean")
    assert "If each is an account, do this instead. Turn the table so that a row is one account on one day" in told


NAMED = "Аккаунт;Соцсеть;Месяц;Подписчики\nКофе Хауз;Инстаграм;октябрь 2026;120\nДаблби;Инстаграм;октябрь 2026;530\n"


@pytest.mark.parametrize(("name", "accounts"), [("даблби", ["doubleby", "Кофе Хауз"]), ("другой", [])])
def test_who_says_which_account_a_name_means_says_that_its_column_holds_accounts(understood, name, accounts):
    found = understood(NAMED, accounts_by_name={f"instagram:{name}": "doubleby"})
    assert sorted(subject["handle"] for subject in found["subjects"] if subject["values"]) == accounts
    assert (bool(found["question"]), [w["text"] for w in found["warnings"] if "--name" in w["text"]]) == (not accounts, [])


def test_a_table_of_days_with_a_description_of_each_is_asked_about(understood):
    table = "Дата;Подписчики;Охват;Описание\n" + "".join(f"2026-05-0{n};100{n};5{n};Слово дня {n} и ещё\n" for n in range(1, 6))
    question = understood(table, account="vk:iva")["question"]
    assert (question["guess"]["rows"], question["message"]["params"]) == ("values", {"column": "Подписчики"})
    found = understood(table, account="vk:iva", columns={"rows": "values", "fields": {"Дата": "day", "Подписчики": "followers"}})
    assert len(found["subjects"][0]["values"]) == 5
