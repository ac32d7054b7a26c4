"""Links under «Пост», «Публикация» or «Клип» are those of posts; a day called as that of a post makes each row one."""

import pytest

from tests.imports.forms_of_files import posts, said, workbook

LISTED = "Дата;{name};Охват;Лайки\n01.09.2026;https://vk.com/wall-123_10;1200;45\n02.09.2026;https://vk.com/wall-123_11;1100;40\n"
KEYS = ["-123_10", "-123_11"]


def keys(found):
    return [post[1] for post in posts(found)]


@pytest.mark.parametrize("name", ["Пост", "Публикация", "Запись", "Клип", "Видео", "Post"])
def test_links_under_such_a_name_are_those_of_posts(understood, name):
    found = understood(LISTED.format(name=name))
    assert (keys(found), [post[10] for post in posts(found)], said(found)) == (
        KEYS,
        [{"reach": "1200", "likes": "45"}, {"reach": "1100", "likes": "40"}],
        "",
    )


def test_links_behind_a_word_are_those_of_posts_too(understood):
    found = understood(
        workbook(
            [
                ["Дата", "Пост", "Охват"],
                ["01.09.2026", ("https://vk.com/wall-123_10", "ссылка"), 1200],
                ["02.09.2026", ("https://vk.com/wall-123_11", "ссылка"), 1100],
            ]
        ),
        "posts.xlsx",
    )
    assert keys(found) == KEYS


def test_beside_a_column_of_links_it_is_no_other_one(understood):
    found = understood("Дата;Ссылка;Пост;Охват\n01.09.2026;https://vk.com/wall-123_10;https://vk.com/wall-123_99;1200\n")
    assert keys(found) == ["-123_10"]


def test_pages_are_no_posts(understood):
    found = understood("Дата;Публикация;Охват\n01.09.2026;https://vk.com/wall-123_10;1200\n02.09.2026;https://vk.com/brand;900\n")
    assert keys(found) == []


def test_rows_of_days_of_posts_are_guessed_to_be_posts(understood):
    found = understood("Дата поста;Просмотры;Реакции\n01.09.2026;1200;45\n03.09.2026;900;30\n", account="telegram:brand")
    assert found["question"]["guess"] == {
        "rows": "post",
        "fields": {"Дата поста": "published_at", "Просмотры": "views", "Реакции": "likes"},
    }
