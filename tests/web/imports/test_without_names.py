"""Figures above which no names stand, on the page of their file: explained by the letters of their columns, or left out."""

import pytest

from smmstrategy.metrics.models import Import
from tests.imports.forms_of_files import workbook
from tests.web.imports.conftest import bring, change, words, work

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


def test_each_such_table_is_explained_by_itself_whatever_kind_is_chosen(strategist):
    one, two = [["Отчёт"], ["01.08.2026", 12]], [["Отчёт 2"], [13, "01.09.2026", 5]]
    address = bring(strategist, workbook(one, two, names=["Раз", "Два"])).url
    strategist.post(address, {"rows": "values", "network": "", "column_0": "day", "column_1": "followers"})
    work()
    strategist.post(address, {"network": "vk", "handle": "acme", "kind": "days", "role": "own"})
    work()
    page = words(strategist.get(address))
    assert "Table «Два Отчёт 2». No row of names was found" in page
    assert "--columns" not in page
    strategist.post(address, {"rows": "values", "network": "", "column_0": "followers", "column_1": "day"})
    work()
    import_ = Import.objects.get()
    assert (import_.status, import_.summary["new"], import_.rejected) == ("previewed", 2, [])


def test_the_letters_of_one_table_are_changed_alone(strategist):
    one, two = [["Отчёт"], ["01.08.2026", 12]], [["Отчёт"], ["01.09.2026", 13]]
    address = bring(strategist, workbook(one, two, names=["ВК Раз", "ВК Два"])).url
    said = {"rows": "values", "network": "vk", "column_0": "day", "column_1": "followers"}
    for answer in (said, {"network": "vk", "handle": "acme", "role": "own"}, said):
        strategist.post(address, answer)
        work()
    change(strategist, address, table=1)
    assert Import.objects.get().question["table"] == "ВК Два Отчёт"
    strategist.post(address, said | {"column_1": "account_reach"})
    work()
    import_ = Import.objects.get()
    assert [table["columns"]["B"] for table in import_.summary["tables"]] == ["followers", "account_reach"]
