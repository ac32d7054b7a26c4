"""A chart draws whom its title speaks of, and its alternative text says whom."""

from dataclasses import replace

import pytest

from audits.report.pages import content, engagement, visibility, volume
from audits.report.telling import Telling
from smmstrategy.reports.document import Chart, Page
from smmstrategy.reports.document.walk import figures
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full

PAGES = [
    (engagement, "engagement", "er_change", "account-2"),
    (volume, "volume", "silence", "account-2"),
    (visibility, "visibility", "views_steady", "account-3"),
    (content, "formats", "format_best", "account-1"),
]
NAMES = {"account-1": "VK", "account-2": "Telegram", "account-3": "YouTube"}


def page(family, key: str, *found: tuple[str, str]) -> Page:
    """The page where these findings alone were made."""
    facts = full()
    chosen = tuple(finding for finding in facts.findings if (finding.code, finding.subject) in found)
    return next(one for one in family.pages(Telling(replace(facts, findings=chosen), "en")) if one.key == key)


def charts(one: Page) -> tuple[Chart, ...]:
    return tuple(block for block in one.blocks if isinstance(block, Chart))


def drawn(one: Page) -> set[str]:
    """Whose figures stand in the charts; a figure without a value has the name of nobody."""
    known = (figure for figure in figures(charts(one)) if figure.value is not None)
    return {figure.id.split(".")[0] for figure in known} - {"report"}


@pytest.mark.parametrize(("family", "key", "code", "subject"), PAGES)
def test_what_is_found_of_one_account_is_drawn_of_it(family, key: str, code: str, subject: str) -> None:
    one = page(family, key, (code, subject))
    assert write(one.title, "en").startswith(NAMES[subject])
    assert drawn(one) == {subject}
    assert all(chart.alt.endswith(f"; drawn: {NAMES[subject]}") for chart in charts(one))
    assert f", {NAMES[subject]}" in write(one.subtitle, "en")


@pytest.mark.parametrize(("family", "key", "code", "subject"), PAGES)
def test_all_accounts_are_drawn_where_nothing_is_found_of_one(family, key: str, code: str, subject: str) -> None:
    one = page(family, key)
    assert drawn(one) == {"own"}
    assert all(chart.alt.endswith("; drawn: all accounts") for chart in charts(one))
