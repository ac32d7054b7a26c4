"""Who joined and who left is told where it is of the same people and of nearly all days."""

from decimal import Decimal

import pytest

from audits.evidence import Number, Subject, Window
from audits.findings.community import churn
from tests.audits.test_like_with_like import HALF_YEAR


def churned(*, of_days: str = "1", **numbers: int) -> dict[str, Decimal | None]:
    named = {code.replace("__", "."): Decimal(n) for code, n in numbers.items()}
    measured = {code: Number(f"own.now.{code}", n, "count@1", coverage=Decimal(of_days)) for code, n in named.items()}
    measured["churn_rate"] = Number("own.now.churn_rate", Decimal("0.06"), "churn_rate@1", inputs=(("left", "6"), ("start", "100")))
    subject = Subject("own", "own", "", (1, 2), ("vk", "vk"), "", {"now": Window("now", HALF_YEAR, measured)})
    return {role: number.value for finding in churn(subject) for role, number in finding.numbers.items()}


def test_the_sentence_of_who_joined_and_left_names_the_churn_of_the_same_people_alone() -> None:
    all_days = {"followers_gained": 509, "followers_lost": 6}
    some = churned(**all_days, growth_net=5, growth_net__followers_gained=9, growth_net__followers_lost=4)
    assert some == {"gained": 9, "lost": 4}
    every = churned(**all_days, growth_net=503, growth_net__followers_gained=509, growth_net__followers_lost=6)
    assert every == {"gained": 509, "lost": 6, "rate": Decimal("0.06")}
    assert churned(**all_days) == {}


@pytest.mark.parametrize(("of_days", "said"), [("0.9", {"gained": 9, "lost": 4}), ("0.03", {})])
def test_who_joined_and_left_on_a_few_days_explains_no_half_year(of_days: str, said: dict[str, int]) -> None:
    assert churned(of_days=of_days, growth_net__followers_gained=9, growth_net__followers_lost=4) == said
