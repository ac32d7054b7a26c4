"""A column that names one account of another is asked about, whatever else stands in it; texts and notes are no names."""

import pytest

from tests.imports.forms_of_files import accounts, said
from tests.imports.test_known_names_win import NAMES_ACCOUNTS

LUTIK = {
    "own": {"vk": ["iva"]},
    "competitors": {"vk": ["lutik"]},
    "brand": "ива",
    "names": {"vk": {"iva": "iva", "ива": "iva", "lutik": "lutik", "лютик": "lutik", "мак": "mak"}},
    "there": {"vk": ["iva", "lutik", "mak"]},
}


@pytest.fixture
def asked(understood):
    """asked(text, options…) is what is said of the file by somebody who knows the brand's accounts, and whose rows were taken."""

    def read(text, **options):
        found = understood(text, context=LUTIK, **options)
        return said(found), accounts(found)

    return read


def posts_of(heading, *words, network="ВК"):
    rows = (f"{n:02}.10.2026 10:00;{network};{word};пост номер {n};1\n" for n, word in enumerate(words, 1))
    return f"Дата публикации;Соцсеть;{heading};Текст;Лайки\n" + "".join(rows)


def days_of(heading, *words):
    return f"Дата;Соцсеть;{heading};Подписчики\n" + "".join(f"{n:02}.10.2026;ВК;{word};{n}0\n" for n, word in enumerate(words, 1))


@pytest.mark.parametrize("told", [{}, {"account": "vk:iva"}])
@pytest.mark.parametrize("form", [posts_of, days_of])
@pytest.mark.parametrize(
    "words",
    [
        ("Ива", "Лютик", "Персик"),
        ("Лютик", "Персик"),
        ("", "", "Лютик"),
        ("", "", "", "@lutik"),
        ("", "", "https://vk.com/lutik"),
        ("", "", "Мак"),  # an account of another brand of the client
        ("Цветы и подарки с доставкой по Москве", "Лютик", "Персик"),
        ("Ива", "Персик", "Ива"),  # the brand's own beside others, in each row one
    ],
)
def test_one_known_account_of_another_is_enough(asked, form, words, told):
    there = ", ".join(f"«{word}»" for word in dict.fromkeys(words) if word)
    question, found = asked(form("Кто", *words), **told)
    assert (NAMES_ACCOUNTS.format("Кто", there) in question, found) == (True, [])


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Комментарий", ("Вышел ролик", "Лютик", "Акция")),
        ("Описание", ("Утро", "Лютик", "Вечер")),
        ("Тема", ("Утро", "Лютик", "")),
        ("Что было", ("Вышел ролик про кофе и чай", "Лютик", "Показали, как варить кофе на песке")),
        ("Кто", ("Ива", "Анна", "")),  # the brand's own name
        ("Кто", ("iva", "", "")),
        ("Кто", ("https://vk.com/iva", "", "")),
        ("Кто", ("https://vk.com/anna", "", "")),  # of whom nothing is known, in one row of several
        ("Сколько", ("100", "200", "Лютик")),  # a figure that is missing
    ],
)
def test_texts_notes_figures_and_the_brand_s_own_name_are_no_doubt(asked, heading, words):
    question, found = asked(posts_of(heading, *words))
    assert ("names accounts" in question, found) == (False, ["vk:iva"])


def test_new_pages_in_most_rows_are_asked_about(asked):
    question, found = asked(posts_of("Кто", "https://vk.com/anna", "", "https://vk.com/anna"))
    assert (NAMES_ACCOUNTS.format("Кто", "«https://vk.com/anna»") in question, found) == (True, [])
