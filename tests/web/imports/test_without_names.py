"""Figures above which no names stand, on the page of their file: explained by the letters of their columns, or left out."""

import pytest

from smmstrategy.metrics.models import Import
from tests.imports.forms_of_files import workbook
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
COVER = [["О выгрузке"], ["Постов", 40]]
DAYS = [["Дата", "Аккаунт", "Подписчики"], ["01.09.2026", "https://vk.com/acme", 1000]]


def test_such_a_table_is_left_out_and_the_others_are_taken(strategist):
    address = bring(strategist, workbook(COVER, DAYS, names=["О файле", "Дни"])).url
    page = words(strategist.get(address))
    assert (
        "One question first Table «О файле О выгрузке». No row of names was found above the figures of rows 2, and their columns "
        "are called by their letters: A, B. Say what they mean, or write the names above them and import the file again. "
        "Otherwise, leave the table out."
    ) in page
    strategist.post(address, {"rows": "values", "network": ""})
    work()
    import_ = Import.objects.get()
    assert (import_.status, import_.summary["new"], [row for row, _reason in import_.rejected]) == ("previewed", 1, ["О файле:2"])
