"""Numbers in files: every way people write them, and none that only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.metrics.imports.reading.cells import numbers


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("1234", ".", "1234"),
        ("1,701", ".", "1701"),
        ("1\u00a0234,5", ",", "1234.5"),
        ("12\u202f345", ",", "12345"),
        ("1.234,56", ",", "1234.56"),
        ("5.595970900951316E-4", ".", "0.00056"),
        ("32.30%", ".", "0.323"),
        ("3,2 %", ",", "0.032"),
        ("−5", ".", "-5"),
        ("–3", ".", "-3"),
        ("'42", ".", "42"),
        ("0.0", ".", "0"),
        ("1 500 ₽", ",", "1500"),
        ("1E3", ".", "1000"),
        ("(12)", ".", "-12"),
        ("(1 234,5)", ",", "-1234.5"),
        ("(3,2 %)", ",", "-0.032"),
        ("12,34,567", ".", "1234567"),
        ("1,00,000.5", ".", "100000.5"),
        ("1.234.567", ".", "1234567"),
        ("12.", ",", "12"),
    ],
)
def test_a_number_is_read_as_written(text, sign, value):
    assert numbers.parse(text, sign) == (Decimal(value), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("1,2 тыс.", 1200), ("1,2K", 1200), ("48,5M", 48_500_000), ("3 млн", 3_000_000), ("2млрд", 2_000_000_000)],
        *[("1,5К", 1500), ("1,5 ТЫС.", 1500), ("2 Млн", 2_000_000), ("3М", 3_000_000)],
    ],
)
def test_a_short_number_is_rounded(text, value):
    assert numbers.parse(text, ",") == (Decimal(value), True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "—", "н/д", "N/A", "null", "#DIV/0!", "#NAME?", "нд", "н. д.", "…", "?"),
        *(
            "n.c.",
            "N.C.",
            "nc",
            "n.d.",
            "nd",
            "s.o.",
            "non communiqué",
            "k. A.",
            "k.A.",
            "n. v.",
            "keine Angabe",
            "s/d",
            "sin datos",
        ),
    ],
)
def test_a_dash_is_no_number_and_no_zero(text):
    assert numbers.parse(text, ".") is None


@pytest.mark.parametrize("text", ["1_000", "Infinity", "sNaN", "1e400", "∞", "١٢٣", "12abc", "1.2.3", "=1+1", "9" * 30, "1-2"])
def test_what_only_looks_like_a_number_is_refused(text):
    with pytest.raises(numbers.NotANumber):
        numbers.parse(text, ".")


PARTED_OTHERWISE = [
    *("01.06.2026", "12.5.2026", "1.2.26", "2026.06.01", "01 06 2026", "1,2,3", "1.2.3", "1..2", "1,,2", "12.34.567"),
    *("1 2", "1 2345", "1234,567.8", "1.234,567,890", "1.234 567", "0.123.456"),
]


@pytest.mark.parametrize("sign", list(",."))
@pytest.mark.parametrize("text", PARTED_OTHERWISE)
def test_a_day_and_other_groups_than_thousands_are_no_number(text, sign):
    assert not numbers.is_number(text)
    with pytest.raises(numbers.NotANumber):
        numbers.parse(text, sign)


@pytest.mark.parametrize("text", PARTED_OTHERWISE)
def test_what_is_no_number_decides_nothing_of_the_others(text):
    assert [numbers.decimal_sign([one, text], counts=True) for one in ("1.240", "1,240")] == [",", "."]


@pytest.mark.parametrize(
    ("texts", "counts", "sign"),
    [
        (["1,701", "12"], True, "."),
        (["1.701", "12"], True, ","),
        (["5361.0"], True, "."),
        (["12,5", "1,701"], False, ","),
        (["1.234,5"], False, ","),
        (["1,234.5"], False, "."),
        (["1.234.567", "1.234"], False, ","),
        (["1,234,567", "1,234"], False, "."),
        (["2319.0307"], False, "."),
        (["1.045M", "2.312M", "950"], True, "."),
        (["1,045 млн", "2,312 млн"], True, ","),
        (["1,234K", "12.5K"], True, "."),
    ],
)
def test_the_decimal_sign_is_decided_over_the_column(texts, counts, sign):
    assert numbers.decimal_sign(texts, counts=counts) == sign


@pytest.mark.parametrize(("text", "value"), [("0:09:02", 542), ("00:03:25", 205), ("4:10", 250), ("23.5", Decimal("23.5"))])
def test_a_clock_is_seconds(text, value):
    assert numbers.seconds(text, ".") == (Decimal(value), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("1 мин 5 с", 65), ("1m5s", 65), ("PT1M5S", 65), ("0h:20m:5s", 1205), ("1 ч. 20 мин.", 4800), ("P1DT2H", 93600)],
        *[("5.2s", Decimal("5.2")), ("5,2 сек", Decimal("5.2")), ("2 hours, 3 min", 7380), ("5m", 300), ("7 м", 420), ("P0D", 0)],
    ],
)
def test_a_time_in_units_is_seconds_whatever_a_bare_number_is_of(text, value):
    assert [numbers.seconds(text, ".", factor) for factor in (1, 3600)] == [(Decimal(value), False)] * 2


def test_a_capital_after_a_time_is_a_million():
    assert numbers.seconds("1.2M", ".") == (Decimal(1_200_000), True)


@pytest.mark.parametrize("text", ["5 шт", "1m 5", "PT", "m", "5s 1m", "1..2 s"])
def test_other_words_are_no_time(text):
    with pytest.raises(numbers.NotANumber):
        numbers.seconds(text, ".")


@given(st.decimals(-(10**12 - 1), 10**12 - 1, places=6))
def test_what_we_write_we_read(value):
    text = numbers.plain(value)
    assert numbers.parse(text, ".") == (value, False)


@given(st.integers(0, 10**12 - 1))
def test_thousands_in_any_style_are_the_same_number(value):
    english = f"{value:,}"
    texts = [
        (english, "."),
        (english.replace(",", "\u00a0"), ","),
        (english.replace(",", "."), ","),
        (english.replace(",", "'"), "."),
    ]
    assert {numbers.parse(text, sign) for text, sign in texts} == {(Decimal(value), False)}


@given(st.text(max_size=12), st.sampled_from(",."))
def test_no_text_breaks_the_reader(text, sign):
    try:
        numbers.parse(text, sign)
        numbers.seconds(text, sign)
    except numbers.NotANumber:
        pass
