"""A row of units below the heading makes thousands of the figures under it; where months stand across the table is refused."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, said, workbook

TABLE = "Месяц;Подписчики;Охват\n{}\nАвгуст 2026;12;40\nСентябрь 2026;13,5;50\n"
TURNED = "Показатель;Август 2026;Сентябрь 2026\n{}\nПодписчики;12;13\nОхват;40;50\n"


@pytest.mark.parametrize("units", [";тыс.;тыс.", "Ед. изм.;тыс. чел.;тыс.", ";(тыс.);(тыс.)"])
def test_thousands_below_the_names_of_figures_are_those_of_their_columns(understood, units):
    found = understood(TABLE.format(units), account="vk:iva")
    assert ([value for _code, _day, value in days(found)], found["rejected"]) == (["12000", "40000", "13500", "50000"], [])


def test_each_column_has_its_own_unit(understood):
    found = understood(workbook([["Дата", "Подписчики", "Охват"], ["", "тыс.", "чел."], ["2026-09-01", 12, 40]]), account="vk:iva")
    assert days(found) == [("followers", "2026-09-01", "12000"), ("account_reach", "2026-09-01", "40")]


def test_a_plan_below_the_name_of_a_figure_is_no_fact(understood):
    found = understood(TABLE.format(";план;").replace("13,5", "13"), account="vk:iva")
    assert [value for _code, _day, value in days(found)] == ["40", "50"]
    assert "the note in its name may make it something else: «Подписчики»" in said(found)


@pytest.mark.parametrize("row", ["Июль 2026;скрыто;30", "Июль 2026;н/д;—"])
def test_a_row_without_all_its_numbers_is_none_of_units(understood, row):
    assert ("followers", "2026-08-01", "12") in days(understood(TABLE.format(row).replace("13,5", "13"), account="vk:iva"))


def test_a_row_that_says_whose_its_unit_is_loses_nothing_and_scales_no_other(understood):
    """«тыс.» in place of a competitor's followers is no number; the others have theirs."""
    rows = "Кофе;https://vk.com/coffee;тыс.\nЧай;https://vk.com/tea;5\nСок;https://vk.com/juice;7\n"
    found = understood(f"Конкурент;Ссылка;Подписчики\n{rows}", period="2026-09-01:2026-09-30")
    assert found["rows"] == 3
    assert sorted(value for _code, _day, value in days(found)) == ["5", "7"]


@pytest.mark.parametrize("units", [";тыс.;тыс.", "Ед. изм.;тыс.;тыс.", "ВК;тыс.;тыс.", "Охват;тыс.;тыс."])
def test_below_months_across_the_table_they_are_refused_with_the_way_out(understood, units):
    with pytest.raises(Refused) as refused:
        understood(TURNED.format(units), account="vk:iva")
    named = "Ед. изм." if units.startswith("Ед.") else "тыс."
    assert f"more is said of them («{named}»). Write into the name of each metric what is said of it" in str(refused.value)
