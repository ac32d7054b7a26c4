"""A sheet that says of a workbook what it is and of which days."""

import pytest

from tests.imports.forms_of_files import days, workbook

DAYS = [["Дата", "Подписчики"], ["01.03.2024", 10], ["02.03.2024", 12]]

OF_SHORT = ("01.03.24-31.08.24", "03.2024", "01.2024 - 08.2024")


@pytest.mark.parametrize("period", ["01.03.2024 - 31.08.2024", "01.03.2024–31.08.2024", "с марта", *OF_SHORT])
@pytest.mark.parametrize("place", [0, 1])
def test_the_days_on_a_cover_are_no_figures_without_a_name(understood, period, place):
    sheets, names = [DAYS], ["Подписчики"]
    sheets.insert(place, [["Выгрузка бренда"], ["Период", period]])
    names.insert(place, "О файле")
    found = understood(workbook(*sheets, names=names), account="vk:iva")
    assert found["question"] == {}
    assert days(found) == [("followers", "2024-03-01", "10"), ("followers", "2024-03-02", "12")]
