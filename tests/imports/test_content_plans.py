"""Rows of a content plan that say they were not published are no posts."""

import pytest

from tests.imports.forms_of_files import posts

ROW = "02.10.2026 10:00;пост два;{};;\n"
HEADER = "Дата публикации;Текст;{};Лайки;Ссылка\n01.10.2026 10:00;пост один;Опубликован;5;\n"


def reasons(found):
    return [(row, reason["text"].format(**reason["params"])) for row, reason in found["rejected"]]


@pytest.mark.parametrize("status", ["В работе", "Отменён", "Черновик", "Запланировано", "на согласовании", "Draft", "Scheduled"])
@pytest.mark.parametrize("header", ["Статус", "Статус поста", "Status"])
def test_what_was_not_published_is_no_post(understood, header, status):
    found = understood(HEADER.format(header) + ROW.format(status), account="vk:iva")
    assert (len(posts(found)), reasons(found)) == (1, [("3", f"The post was not published, as its status says: «{status}».")])


@pytest.mark.parametrize("status", ["Опубликовано", "Готово", "Вышел", "", "Реклама"])
def test_any_other_status_says_nothing(understood, status):
    assert len(posts(understood(HEADER.format("Статус") + ROW.format(status), account="vk:iva"))) == 2


@pytest.mark.parametrize(
    "row", ["02.10.2026 10:00;пост два;В работе;7;\n", "02.10.2026 10:00;пост два;В работе;;https://vk.com/wall-1_2\n"]
)
def test_what_has_figures_or_a_link_was_published_whatever_its_status(understood, row):
    assert len(posts(understood(HEADER.format("Статус") + row, account="vk:iva"))) == 2


def test_of_a_plan_of_which_nothing_was_published_no_post_is_taken(understood):
    found = understood("Дата публикации;Текст;Статус;Лайки\n" + "02.10.2026 10:00;пост два;Черновик;\n", account="vk:iva")
    assert (posts(found), len(found["rejected"]), found["question"]) == ([], 1, {})
