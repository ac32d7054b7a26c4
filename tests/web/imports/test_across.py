"""A table with quarters across on its page: refused with the way out, and beside another one question with it."""

import pytest

from tests.imports.forms_of_files import workbook
from tests.imports.test_across import ACROSS, SENTENCE
from tests.web.imports.conftest import bring, words

pytestmark = pytest.mark.django_db
DAYS = [["Дата", "Аккаунт", "Подписчики"], ["01.09.2026", "https://vk.com/acme", 1000]]
SAID = SENTENCE.format("1 квартал, 2 квартал")


def test_it_cannot_be_taken_as_it_is(strategist):
    page = words(strategist.get(bring(strategist, workbook(ACROSS)).url))
    assert f"The file cannot be taken as it is. {SAID} Import another file" in page


def test_beside_another_it_may_be_left_out(strategist):
    page = words(strategist.get(bring(strategist, workbook(ACROSS, DAYS, names=["Итоги", "Дни"])).url))
    assert f"One question first Table «Итоги». {SAID} Or leave this table out. Choose above each what it holds" in page
    assert "A table of which no column is used is left out whole." in page
