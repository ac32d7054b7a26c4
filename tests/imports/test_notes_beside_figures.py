"""A column of words beside the figures of accounts: it tells parts apart where rows are repeated but for it, else it is a note."""

import pytest

from tests.imports.forms_of_files import said, values

HEADER = "Месяц;Соцсеть;Сообщество;Подписчики;{}\n"
OF_MONTHS = HEADER.format("Комментарий менеджера") + (
    "январь 2026;ВК;Тёплый хлеб;21;конкурс\nянварь 2026;ВК;Булочная;30;конкурс\n"
    "февраль 2026;ВК;Тёплый хлеб;22;—\nфевраль 2026;ВК;Булочная;31;конкурс\n"
)
OF_SOURCES = HEADER.format("Откуда пришли") + (
    "январь 2026;ВК;Тёплый хлеб;1;поиск\nянварь 2026;ВК;Тёплый хлеб;20;реклама\n"
    "январь 2026;ВК;Булочная;3;поиск\nянварь 2026;ВК;Булочная;27;реклама\n"
)
OF_PARTS = "The figures were taken as those of parts of an account, which «Откуда пришли» tells apart: none is that of the whole."


@pytest.fixture
def guessed(understood):
    """guessed(text) is what is guessed of it, and its plan once that is taken."""

    def take(text):
        guess = understood(text)["question"]["guess"]
        return guess["fields"], understood(text, columns=guess)

    return take


def test_a_column_of_notes_is_no_breakdown(guessed):
    fields, found = guessed(OF_MONTHS)
    assert fields == {"Месяц": "day", "Соцсеть": "network", "Сообщество": "account", "Подписчики": "followers"}
    assert sorted((number, label) for _metric, _first, _last, number, label, *_rest in values(found)) == [
        ("21", ""),
        ("22", ""),
        ("30", ""),
        ("31", ""),
    ]
    assert OF_PARTS not in said(found)


def test_words_but_for_which_rows_are_repeated_tell_parts_apart_and_it_is_said(guessed):
    fields, found = guessed(OF_SOURCES)
    assert fields["Откуда пришли"] == "by откуда_пришли"
    assert len({label for _metric, _first, _last, _number, label, *_rest in values(found)}) == 2
    assert OF_PARTS in said(found)
