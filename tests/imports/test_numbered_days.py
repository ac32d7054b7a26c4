"""Days of a month that are numbers alone: of the month that is told, or that a title, sheet or file is called by."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
from tests.imports.forms_of_files import rejected, said, values, workbook

NUMBERED = "День;Подписчики\n1;100\n2;110\n30;120\n"


def days_told(found: dict) -> list[str]:
    return [value[1] for value in values(found)]


@pytest.mark.parametrize(("name", "told"), [("ВК сентябрь 2026.csv", {}), ("ВК.csv", {"period": "2026-09-01:2026-09-30"})])
def test_days_that_are_numbers_alone_are_of_the_month_named(understood, name, told):
    found = understood(NUMBERED, name, **told)
    assert (days_told(found), rejected(found)) == (["2026-09-01", "2026-09-02", "2026-09-30"], [])
    assert ("were taken for days of September 2026, as the name of the file says" in said(found)) == (not told)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ("1;5\n2;6\n30;7\n", "ВК 2026.csv"),
        ("1;5\n2;6\n30;7\n", "ВК февраль 2026.csv"),
        ("1;5\n2;6\n30;7\n", "ВК KPI сентябрь 2026.csv"),
        ("1;5\n2;6\n3;7\n4;7\n5;7\n6;7\n7;7\n", "ВК сентябрь 2026.csv"),
    ],
    ids=["a year alone", "more days than the month has", "a plan", "days of a week"],
)
def test_numbers_that_may_be_other_days_are_refused_with_the_way_out(understood, rows, name):
    found = understood(f"День;Подписчики\n{rows}", name)
    with translation.override("en"):
        reasons = {sentence(reason) for _row, reason in found["rejected"]}
    assert (values(found), len(found["rejected"])) == ([], rows.count("\n"))
    assert "«1» is a number and no date. If it is a day of a month, say of which (--period YYYY-MM-DD:YYYY-MM-DD)." in reasons


def test_each_sheet_s_numbers_are_days_of_its_own_month(understood):
    sheets = [[["День", "Подписчики", "Лайки"], [1, 100, 5], [2, 120, 6]] for _month in (9, 10)]
    found = understood(workbook(*sheets, names=["Сентябрь 2026", "Октябрь 2026"]), "ВК.xlsx")
    assert sorted({*days_told(found)}) == ["2026-09-01", "2026-09-02", "2026-10-01", "2026-10-02"]
