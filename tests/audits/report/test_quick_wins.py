"""The title of the matrix sends the reader to the quick wins, or to the only one."""

from dataclasses import replace

import pytest

from audits.report.facts import Opportunity
from audits.report.pages import plan
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full


@pytest.mark.parametrize(
    ("language", "quick", "title"),
    [
        ("ru", 1, "Быстрых побед — 1 из 3 возможностей: с неё и стоит начать"),
        ("ru", 2, "Быстрых побед — 2 из 3 возможностей: с них и стоит начать"),
        ("en", 1, "1 of 3 opportunities is a quick win: start there"),
        ("en", 2, "2 of 3 opportunities are quick wins: start there"),
    ],
)
def test_one_quick_win_is_spoken_of_as_one(language: str, quick: int, title: str) -> None:
    chosen = tuple(Opportunity(f"Шаг {n}", 5, 1 if n < quick else 5, 30) for n in range(3))
    telling = Telling(replace(full(), opportunities=chosen), language)
    page = next(page for page in plan.pages(telling) if page.key == "opportunities")
    assert write(page.title, language).replace("\u00a0", " ") == title
