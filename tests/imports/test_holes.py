"""A file of posts that lacks a whole month says so."""

from datetime import date

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import preview
from smmstrategy.metrics.imports.reading.records.values.holes import months_missing
from tests.imports.test_actions import brought, worked  # noqa: F401

HEADER = "tg_message_id,tg_chat_id,published_at,text,view_count,reaction_count,comment_count\n"


def file(**posts_by_month: int) -> str:
    """«m07=4» is four posts of July."""
    rows = [
        f"{key[1:]}{n},77,2026-{key[1:]}-{n:02}T10:0{n}:00+00:00,Текст,1,1,1"
        for key, count in posts_by_month.items()
        for n in range(1, count + 1)
    ]
    return HEADER + "\n".join(rows)


@pytest.fixture
def said(brought):  # noqa: F811
    """said(m07=4, …) is what the preview of such a file says."""

    def sentences(**posts_by_month: int) -> str:
        with translation.override("en"):
            return " ".join(preview(brought(file(**posts_by_month)))["warnings"])

    return sentences


def test_a_month_between_months_of_many_posts_is_named(said):
    assert "no posts of telegram:77 in August 2026 – September 2026:" in said(m06=5, m07=4, m10=5)


def test_one_thin_month_beside_the_hole_hides_it_not(said):
    assert "no posts of telegram:77 in August 2026:" in said(m05=5, m06=4, m07=3, m09=5)


def test_an_account_that_rarely_posts_is_not_asked_about_an_empty_month(said):
    assert "no posts of" not in said(m06=5, m07=2, m09=4)


def test_no_month_is_missing_after_the_last(said):
    assert "no posts of" not in said(m06=5, m07=4)


def test_months_inside_a_period_of_a_row_are_not_missing() -> None:
    half_years = [(date(2025, 11, 1), date(2026, 4, 30)), (date(2026, 5, 1), date(2026, 10, 31))]
    days = [(date(2026, month, 1), date(2026, month, 1)) for month in (1, 3, 4)]
    assert (months_missing(half_years), months_missing(days)) == ("", "2026-02")
