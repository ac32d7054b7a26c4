"""A workbook that LibreOffice has opened and saved says what it said: lint passes it, and finds what was changed before that."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.utils.translation import override

from smmstrategy.reports.document import ChartKind, Day, Field, Figure, Grid, LiveFormula, Sheet, SheetChart, Shown
from smmstrategy.reports.drawing import is_worked_out
from smmstrategy.reports.excel import draw
from smmstrategy.reports.lint import Stray, checked, strays
from smmstrategy.reports.manifest import manifest
from tests.reports import example
from tests.reports.reading import all_converted, changed

MONTHS = [Day(date(2026, month, 1), with_day=False) for month in (4, 5, 6)]
RATES = [Decimal("0.030633247148"), Decimal("0.030630100195"), Decimal("0.02")]
MEDIAN = 'IFERROR(MEDIAN(IF(({rates}<>"")*({rates}>0.025),{rates})),"")'


def document():
    """Months under a chart, long fractions in data and in a figure, moments, and a median of two rates, which has a digit more."""
    months = tuple((month, Figure(f"m{n}", Decimal(n + 1) / 7)) for n, month in enumerate(MONTHS))
    chart = SheetChart(ChartKind.COLUMNS, "По месяцам", 0, 0, (1,))
    by_month = Sheet("Месяцы", (Grid((Field("Месяц"), Field("Число", Shown.DECIMAL)), months),), (chart,))
    rates = Sheet("ER", (Grid((Field("ER", Shown.PERCENT, name="rates"),), tuple((rate,) for rate in RATES)),))
    median = LiveFormula(f"={MEDIAN}", Figure("median", Decimal("0.030631673672"), Shown.PERCENT), array=True)
    summary = Sheet("Итог", (Grid((Field("Медиана"),), ((median,),)),))
    return example.document(by_month, rates, summary, *example.full().sheets[2:3])


def drawn(quick_from=10**9):
    described = document()
    drawing = draw(described, quick_from=quick_from)
    return drawing.content, manifest(described, drawing)


QUICK_FROM = [10**9, 1]
SHEETS = [f"xl/worksheets/sheet{n}.xml" for n in range(1, 5)]
CHANGES = [
    (SHEETS[0], "<v>0.142857142857143</v>", "<v>0.142857142857243</v>", "Месяцы!C6", "0.142857142857243"),
    (SHEETS[1], "<v>0.030633247148</v>", "<v>0.03063324714801</v>", "ER!A5", "0.03063324714801"),
    (SHEETS[3], r'(<c r="F7"[^>]*>)<v>26</v>', r"\1<v>26.000000000001</v>", "Посты!F7", "26.000000000001"),
    (SHEETS[2], "<v>0.030631673672</v>", "<v>0.030631673673</v>", "Итог!A5", "0.030631673673"),
]


@pytest.fixture(scope="module")
def saved_again(libreoffice, tmp_path_factory):
    """By how it was drawn, and by the place of a digit that was changed before."""
    content, _listed = drawn()
    files = {quick_from: drawn(quick_from)[0] for quick_from in QUICK_FROM}
    files |= {place: changed(content, part, before, after) for part, before, after, place, _token in CHANGES[:3]}
    return dict(zip(files, all_converted(libreoffice, tmp_path_factory.mktemp("again"), files.values()), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("quick_from", QUICK_FROM)
def test_a_workbook_saved_again_passes_and_says_once_what_was_worked_out_anew(saved_again, tmp_path, capsys, quick_from):
    _content, listed = drawn(quick_from)
    file = tmp_path / "again.xlsx"
    file.write_bytes(saved_again[quick_from])
    file.with_name("again.xlsx.manifest.json").write_text(json.dumps(listed))
    with override("en"):
        call_command("report_lint", file)
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: every number is in the manifest",
        f"{file}: formulas worked out anew: 1, the first in Итог!A5; "
        "their values are the manifest's to the twelve decimal places that it keeps",
    ]


@pytest.mark.parametrize(("part", "before", "after", "place", "token"), CHANGES)
def test_a_changed_digit_is_found_down_to_the_fourteenth(part, before, after, place, token):
    content, listed = drawn()
    assert [(stray.place, stray.token) for stray in strays(changed(content, part, before, after), listed)][:1] == [(place, token)]


@pytest.mark.slow
@pytest.mark.parametrize(("place", "token"), [change[3:] for change in CHANGES[:3]])
def test_so_it_is_in_a_workbook_saved_again(saved_again, place, token):
    _content, listed = drawn()
    assert (place, token) in [(stray.place, stray.token) for stray in strays(saved_again[place], listed)]


def test_a_value_beyond_half_of_the_twelfth_place_is_not_worked_out():
    assert [is_worked_out(value, "0.030631673672") for value in (0.0306316736715, 0.0306316736714, 0.0306316736725)] == [
        True,
        False,
        True,
    ]


OF_APRIL = ["апр 2026", "Апрель 2026", "1 апреля 2026", "April 2026", "1 Apr 2026 00:00", "01.04.2026", "01.04.2026 00:00"]
OF_OTHERS = ["апр 2027", "1 мая 2026", "авг 2026", "Aug 2026", "дек 2026", "2026", "2 Apr 2026", "04.01.2026", "Q2 2026"]


@pytest.mark.parametrize(("words", "found"), [*((words, 0) for words in OF_APRIL), *((words, 1) for words in OF_OTHERS)])
def test_a_chart_may_remember_a_day_in_words_and_no_other(words, found):
    content, listed = drawn()
    said = changed(content, "xl/charts/chart1.xml", "<c:v>46113</c:v>", f"<c:v>{words}</c:v>")
    reason = "the chart remembers another value"
    assert checked(said, listed).strays == [Stray("Месяцы!B6", words, reason)] * found


@pytest.mark.parametrize("serial", ["9000000000", "-9000000000", "1e300", "INF", "NaN"])
def test_a_number_that_is_no_day_is_found_and_so_is_what_the_chart_remembers(serial):
    content, listed = drawn()
    said = changed(content, "xl/charts/chart1.xml", "<c:v>46113</c:v>", "<c:v>апр 2026</c:v>")
    said = changed(said, SHEETS[0], "<v>46113</v>", f"<v>{serial}</v>")
    assert [(stray.place, stray.reason) for stray in strays(said, listed)] == [
        ("Месяцы!B6", "not a declared number"),
        ("Месяцы!B6", "the chart remembers another value"),
    ]
