"""How values are written, in both languages, and the number formats that go with them."""

from datetime import date
from decimal import Decimal

import pytest

from smmstrategy.reports.document import Day, Figure, Quote, Shown
from smmstrategy.reports.formats import column_format, excel_format, in_cell, lasting_format, tick_format, write

N = "\u00a0"
SAMPLES = [
    (Figure("f", 12345), f"12{N}345", "12,345"),
    (Figure("f", Decimal("2.5")), "3", "3"),  # halves away from zero, as a cell shows them
    (Figure("f", Decimal("-2.5")), "−3", "−3"),
    (Figure("f", Decimal("3.5")), "4", "4"),
    (Figure("f", None), "н/д", "n/a"),
    (Figure("f", 0, signed=True), "0", "0"),
    (Figure("f", -7), "−7", "−7"),
    (Figure("f", 7, signed=True), "+7", "+7"),
    (Figure("f", 9999, Shown.SHORT), f"9{N}999", "9,999"),
    (Figure("f", 12345, Shown.SHORT), f"12,3{N}тыс.", "12.3K"),
    (Figure("f", 999_950, Shown.SHORT), f"1,0{N}млн", "1.0M"),
    (Figure("f", 1_234_567, Shown.SHORT), f"1,2{N}млн", "1.2M"),
    (Figure("f", 5 * 10**12, Shown.SHORT), f"5{N}000,0{N}млрд", "5,000.0B"),
    (Figure("f", Decimal("12.34"), Shown.SHORT), "12,3", "12.3"),
    (Figure("f", Decimal("1234.25"), Shown.DECIMAL), f"1{N}234,3", "1,234.3"),
    (Figure("f", Decimal("0.123"), Shown.PERCENT), f"12,3{N}%", "12.3%"),
    (Figure("f", Decimal("-0.04"), Shown.DECIMAL, signed=True), "0,0", "0.0"),
    (Figure("f", Decimal("0.0348214"), Shown.PERCENT, 2), f"3,48{N}%", "3.48%"),
    (Figure("f", Decimal("0.0000174"), Shown.PERCENT, 2), f"0,0017{N}%", "0.0017%"),
    (Figure("f", Decimal("0.00006"), Shown.PERCENT, 2), f"0,01{N}%", "0.01%"),
    (Figure("f", Decimal("-0.0004"), Shown.PERCENT, signed=True), f"−0,04{N}%", "−0.04%"),
    (Figure("f", Decimal("0.000006789"), Shown.POINTS, 2, signed=True), f"+0,0007{N}п.п.", "+0.0007 pp".replace(" ", N)),
    (Figure("f", Decimal("0.000042"), Shown.POINTS, 2, signed=True), f"+0,004{N}п.п.", "+0.004 pp".replace(" ", N)),
    (Figure("f", 0, Shown.PERCENT, 2, signed=True), f"0,00{N}%", "0.00%"),
    (Figure("f", Decimal("-0.004"), Shown.POINTS, signed=True), f"−0,4{N}п.п.", "−0.4 pp".replace(" ", N)),
    (Figure("f", Decimal("1234.5"), Shown.MONEY, currency="RUB"), f"1{N}234,50{N}₽", "₽1,234.50"),
    (Figure("f", Decimal("-10"), Shown.MONEY, currency="USD"), f"−10,00{N}$", "−$10.00"),
    (Figure("f", 3723, Shown.DURATION), "1:02:03", "1:02:03"),
    (Figure("f", Decimal("2.44"), Shown.SCORE), "2,4", "2.4"),
    (Day(date(2026, 3, 5)), f"5{N}марта{N}2026", f"5{N}March{N}2026"),
    (Day(date(2026, 3, 5), with_year=False), f"5{N}марта", f"5{N}March"),
    (("ER ", Figure("f", Decimal("0.5"), Shown.PERCENT, 0), " ", Quote("«так»")), f"ER 50{N}% «так»", "ER 50% «так»"),
]


@pytest.mark.parametrize(("value", "ru", "en"), SAMPLES)
def test_a_value_is_written_the_way_its_language_writes_it(value, ru, en):
    assert (write(value, "ru"), write(value, "en")) == (ru, en)


def test_number_formats_say_the_same_as_the_words():
    assert excel_format(Figure("f", None, Shown.PERCENT), "ru") == f'[$-419]0.0"{N}"%'
    assert excel_format(Figure("f", None, Shown.INTEGER, signed=True), "en") == '[$-409]"+"#,##0;[$-409]"−"#,##0;[$-409]#,##0'
    assert excel_format(Figure("f", None, Shown.MONEY, currency="RUB"), "ru") == f'[$-419]#,##0.00"{N}₽"'
    assert (
        excel_format(Figure("f", None, Shown.POINTS, places=2), "ru", sign="+")
        == f'[$-419]"+"0.00"{N}п.п.";[$-419]"+"0.00"{N}п.п."'
    )
    assert in_cell(Decimal("0.004"), Shown.POINTS) == Decimal("0.4")
    assert excel_format(Figure("f", None, Shown.INTEGER), "ru", sign="−") == '[$-419]"−"#,##0;[$-419]"−"#,##0'
    assert excel_format(Figure("f", None, Shown.SHORT, 1), "en") == (
        '[$-409][>=999950]#,##0.0,,"M";[$-409][>=10000]#,##0.0,"K";[$-409]#,##0'
    )


def test_the_format_of_a_value_rounds_before_it_takes_a_sign_or_a_scale():
    assert excel_format(Figure("f", Decimal("0.04"), Shown.DECIMAL, 1, signed=True), "en") == "[$-409]#,##0.0;[$-409]#,##0.0"
    assert excel_format(Figure("f", Decimal("-0.04"), Shown.DECIMAL, 1), "en") == "[$-409]#,##0.0;[$-409]#,##0.0"
    assert excel_format(Figure("f", Decimal("0.0000174"), Shown.PERCENT, 2), "en") == "[$-409]0.0000%"
    assert excel_format(Figure("f", Decimal("0.000042"), Shown.POINTS, 2), "en") == '[$-409]0.000"\u00a0pp"'
    assert excel_format(Figure("f", -20_000, Shown.SHORT, 1), "en") == '[$-409]#,##0.0,"K"'
    assert excel_format(Figure("f", 999_960, Shown.SHORT, 1), "en") == '[$-409]#,##0.0,,"M"'
    assert excel_format(Figure("f", 5 * 10**12, Shown.SHORT, 1), "en") == '[$-409]#,##0.0,,,"B"'
    assert excel_format(Figure("f", Decimal("12.34"), Shown.SHORT, 1), "en") == "[$-409]#,##0.0"


def test_the_format_that_lasts_has_the_digits_of_its_value_and_fits_any_other():
    assert lasting_format(Figure("f", Decimal("0.9956"), Shown.PERCENT, 0), "en") == "[$-409]0.0%"
    assert lasting_format(Figure("f", Decimal("0.5"), Shown.PERCENT, 0), "en") == "[$-409]0%"
    assert lasting_format(Figure("f", Decimal("0.0000174"), Shown.PERCENT, 2), "en") == "[$-409]0.0000%"
    assert lasting_format(Figure("f", 20_000, Shown.SHORT, 1), "en") == (
        '[$-409][>=999950]#,##0.0,,"M";[$-409][>=10000]#,##0.0,"K";[$-409]#,##0'
    )


def test_the_format_of_a_column_has_more_digits_for_rates_that_would_read_as_nought():
    low = [Decimal(value) for value in ("0.0348", "0", "0.0000174", "0.00032")]
    finer = "[$-409][=0]0.0%;[$-409][<0.0005]0.0000%;[$-409]0.0%"
    assert [column_format(low[:count], Shown.PERCENT, "en") for count in (2, 4)] == ["[$-409]0.0%", finer]
    assert column_format([1, 2], Shown.INTEGER, "en") == "[$-409]#,##0"


def test_ticks_of_an_axis_carry_one_unit_and_no_idle_digits():
    assert tick_format(Shown.SHORT, 100_000, 25_000, "ru") == f'[$-419]#,##0,"{N}тыс."'
    assert tick_format(Shown.SHORT, 2_000_000, 500_000, "en") == '[$-409]#,##0.0,,"M"'
    assert tick_format(Shown.PERCENT, 0.04, 0.01, "en") == "[$-409]0%"
    assert tick_format(Shown.PERCENT, 0.01, 0.0025, "en") == "[$-409]0.00%"
    assert tick_format(Shown.PERCENT, 1e-7, 2.5e-8, "en") == "[$-409]0.0000000%"
