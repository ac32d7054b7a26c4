"""The months that tell the noise of a change stand on the accounts that the change is of, as its two numbers do."""

from collections.abc import Iterable
from decimal import Decimal

import pytest

from audits.evidence import Number, Segment, Window
from audits.measures.changes import noise
from tests.audits.synthetic import BEFORE, NOW

Month = tuple[int, tuple[int, ...], tuple[int, ...]]  # the value, the accounts that it is of, those known to be silent


def window(name: str, measure: str, months: Iterable[Month]) -> Window:
    def number(prefix: str, value: int, accounts: tuple[int, ...]) -> dict[str, Number]:
        return {measure: Number(f"{prefix}.{measure}", Decimal(value), "views@1", accounts=accounts)}

    segments = tuple(
        Segment(str(n), number(f"own.{name}.month:{n}", value, of), silent) for n, (value, of, silent) in enumerate(months)
    )
    return Window(name, NOW if name == "now" else BEFORE, number(f"own.{name}", 0, (1, 2)), segments)


def of_months(measure: str, now: list[Month], then: list[Month]) -> Decimal | None:
    return noise(window("now", measure, now), window("before", measure, then), measure)


def of_both(*values: int) -> list[Month]:
    return [(value, (1, 2), ()) for value in values]


NOW_OF_BOTH, BEFORE_OF_BOTH = of_both(30, 32, 35), of_both(10, 12, 15)


@pytest.mark.parametrize("measure", ["views.median", "er_view.total", "views"])
def test_months_of_one_account_are_no_noise_of_a_change_of_two(measure: str) -> None:
    """Of the second account three months of each window are not known; the first one has far more views alone."""
    alone: list[Month] = [(900, (1,), ())] * 3
    known = of_months(measure, NOW_OF_BOTH, BEFORE_OF_BOTH)
    assert known is not None and known > 8
    assert of_months(measure, [*NOW_OF_BOTH, *alone], [*alone, *BEFORE_OF_BOTH]) == known


def test_a_month_in_which_an_account_is_known_to_be_silent_is_of_both() -> None:
    quiet: Month = (34, (1,), (2,))
    assert of_months("views.median", [*NOW_OF_BOTH, quiet], BEFORE_OF_BOTH) == of_months(
        "views.median", [*NOW_OF_BOTH, *of_both(34)], BEFORE_OF_BOTH
    )


def test_of_fewer_than_three_months_of_both_accounts_there_is_no_noise() -> None:
    assert of_months("views.median", [*NOW_OF_BOTH[:2], (31, (1,), ())], BEFORE_OF_BOTH) is None
