"""Tables of one file that no name tells apart: on its page they are called by their rows, alone by none."""

import pytest

from tests.imports.test_names_of_tables import OF_PARTS, UNTITLED
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db


def test_tables_without_names_are_called_by_their_rows(strategist):
    address = bring(strategist, UNTITLED).url
    strategist.post(address, {"network": "vk", "handle": "a"})
    page = shown(strategist, address)
    assert ("Rows 2–3 2 / 2" in page, "Rows 6–7 2 / 2" in page, "The first rows" in page) == (True, True, False)


def test_parts_of_one_name_are_called_by_their_rows_too(strategist):
    address = bring(strategist, OF_PARTS).url
    strategist.post(address, {"of_vk": "a", "of_telegram": "b"})
    page = shown(strategist, address)
    assert [name in page for name in ("VK · rows 2 1 / 1", "TG · rows 2 1 / 1", "VK · rows 5–6 2 / 2", "TG · rows 5–6 2 / 2")] == [
        True
    ] * 4


def test_the_only_table_has_no_need_of_a_name(strategist):
    address = bring(strategist, "Дата;Подписчики\n01.09.2026;10\n").url
    strategist.post(address, {"network": "vk", "handle": "a"})
    assert "The first rows 1 / 1" in shown(strategist, address)


def shown(strategist, address):
    work()
    return words(strategist.get(address))
