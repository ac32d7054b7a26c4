"""Of findings of one kind that no trial weighs the greatest comes first: in the balance and in titles; the summary ends with it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from audits.evidence import Finding
from audits.measures.numbers import count
from audits.report.facts import Facts
from audits.report.pages import opening, plan, volume
from audits.report.telling import Telling
from audits.report.titles import strongest
from smmstrategy.reports.document import Bullets, Page
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full


def silent(account: int, days: int) -> Finding:
    """The silence of the full audit, told of another account."""
    found = next(f for f in full().findings if f.code == "silence")
    return replace(found, subject=f"account-{account}", numbers={"days": count(f"silence.{account}", "days", days)})


def silences() -> tuple[Finding, ...]:
    return tuple(silent(account, days) for account, days in ((1, 18), (2, 21), (3, 16), (4, 29)))


def facts(*findings: Finding) -> Facts:
    return replace(full(), findings=findings, scores=(), maturity=(), opportunities=())


def days(page: Page, heading: str) -> list[Decimal]:
    found = next(b for b in page.blocks if isinstance(b, Bullets) and write(b.heading, "en") == heading)
    return [next(part.value for part in item if getattr(part, "id", "").endswith(".days")) for item in found.items]


@pytest.mark.parametrize("order", [1, -1])
def test_the_longest_silences_stand_on_the_slides_that_have_room_for_three(order: int) -> None:
    telling = Telling(facts(*silences()[::order]), "en")
    summary = opening.pages(telling)[1]
    balance = next(page for page in plan.pages(telling) if page.key == "balance")
    assert (days(summary, "What gets in the way"), days(balance, "Weaknesses")) == ([21, 18, 29], [29, 21, 18])


@pytest.mark.parametrize("order", [1, -1])
def test_a_title_is_that_of_the_longest_silence(order: int) -> None:
    telling = Telling(facts(*silences()[::order]), "en")
    titles = [write(page.title, "en").replace("\u00a0", " ") for page in (opening.pages(telling)[1], *volume.pages(telling))]
    assert [title.split(",")[0] for title in titles] == ["Odnoklassniki: 29 days without a post"] * 2


@pytest.mark.parametrize(("code", "role", "first"), [("few_posts", "posts", 3), ("undated_posts", "posts", 9)])
def test_fewer_posts_to_judge_by_weigh_more_and_fewer_without_a_date_less(code: str, role: str, first: int) -> None:
    words = {"account": "Page", "network": "vk"}
    found = [replace(silent(1, 18), code=code, numbers={role: count(f"{code}.{n}", role, n)}, words=words) for n in (5, 3, 9)]
    assert strongest(Telling(facts(*found), "en"), code).numbers[role].value == first
