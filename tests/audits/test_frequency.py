"""How often a person met the brand is said of the network's own reach alone; of posts it is said that they are posts."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from audits.evidence import Finding, Number, Subject, Window
from audits.findings.reach import frequency
from audits.measures.assembly import assemble
from audits.measures.series import series
from audits.measures.traffic import Stretch
from audits.report.telling import Telling
from audits.report.wording.findings import said
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.synthetic import NOW, records

HALF_YEAR = Period(date(2026, 4, 1), date(2026, 9, 30))


def subject(**numbers: str) -> Subject:
    named = {code.replace("__", "."): Decimal(value) for code, value in numbers.items()}
    measured = {code: Number(f"own.now.{code}", value, "frequency@1", n=40) for code, value in named.items()}
    return Subject("own", "own", "", (1, 2), ("vk", "vk"), "", {"now": Window("now", HALF_YEAR, measured)})


def words(found: Finding, language: str) -> str:
    return write(said(Telling(full(), language), found, "title"), language).replace("\u00a0", " ")


def test_the_middle_post_of_several_accounts_says_nothing_of_how_often_a_person_met_the_brand() -> None:
    (found,) = frequency(subject(frequency__median="1.4"))
    assert (found.code, found.numbers["frequency"].value, found.numbers["n"].value) == ("post_frequency", Decimal("1.4"), 40)
    assert words(found, "en") == "The median post is shown 1.40 times to each person it reaches, n = 40"
    assert words(found, "ru") == "Медианная публикация показана каждому охваченному 1,40 раза, n = 40"


def test_the_reach_a_network_gives_for_the_whole_period_says_how_often_a_person_met_the_brand() -> None:
    (found,) = frequency(subject(frequency="5.2", frequency__median="1.4"))
    assert (found.code, words(found, "en")) == ("frequency", "One person meets the brand 5.20 times on average")


def seen(days: int) -> Decimal | None:
    """The frequency of the account whose network counted 60,000 people in 181 days, with 1,000 impressions on each known day."""
    base = records(3, own=1, competitors=0, posts=40)
    shown = series((1, "account_impressions", NOW.last - timedelta(days=n), Decimal(1000)) for n in range(days))
    reach = Stretch(1, "account_reach", NOW.first, NOW.last, {}, Decimal(60000))
    own = assemble(replace(base, rows=replace(base.rows, days=shown, stretches=(reach,)))).own
    assert own.now.numbers["account_reach"].value == 60000
    return own.now.numbers["frequency"].value if "frequency" in own.now.numbers else None


def test_impressions_of_some_days_are_not_divided_by_the_people_of_all() -> None:
    assert (seen(30), seen(180)) == (None, None)
    assert round(seen(181), 4) == Decimal("3.0167")
