"""Traffic by source: what a visit counts under, once, whatever else the file breaks it down by."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from audits.evidence import Number, Segment
from audits.measures.numbers import share
from audits.measures.sources import Total, sources, tags, together, with_noughts
from audits.measures.traffic import GIVEN, Stretch
from smmstrategy.metrics.periods import Period

HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
JANUARY, FEBRUARY = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))


def visits(days: tuple[date, date], value: int, **slice: str) -> Stretch:
    return Stretch(1, "visits", *days, slice, Decimal(value))


def shown(stretches: list[Stretch], total: int | None = None) -> dict[str, Decimal | None]:
    number = Number("own.now.visits", Decimal(total or 0), "visits@1")
    given = {} if total is None else {"visits": Total(number, (Stretch(1, "visits", *JANUARY, {}, Decimal(total)),))}
    parts, _of_sources = sources("own.now", stretches, (1,), HALF_YEAR, given)
    return {part.key: part.numbers["visits"].value for part in parts}


def test_a_half_year_and_one_of_its_months_are_one_half_year() -> None:
    whole = visits((HALF_YEAR.first, HALF_YEAR.last), 600, utm_source="vk")
    assert shown([visits(FEBRUARY, 100, utm_source="vk"), whole]) == {"social_network=vk": 600}


def test_a_month_and_the_days_of_it_count_once_and_the_days_beside_it_are_added() -> None:
    february = visits(FEBRUARY, 280, utm_source="vk")
    each_day = [visits((day, day), 10, utm_source="vk") for n in range(59) if (day := HALF_YEAR.first + timedelta(n))]
    assert shown([*each_day, february]) == {"social_network=vk": 31 * 10 + 280}


def test_a_country_is_no_source() -> None:
    stretches = [
        visits(JANUARY, 900, country="Russia"),
        visits(JANUARY, 5, country="Russia", source="vk"),
        visits(JANUARY, 40, source="vk", medium="social"),
    ]
    assert shown(stretches) == {"social_network=vk": 40}


def test_a_network_is_one_source_whatever_host_leads_to_it() -> None:
    hosts = ("t.co", "twitter", "lnkd.in", "linkedin.com", "away.vk.com", "m.vk.com", "youtu.be", "l.facebook.com", "google")
    found = shown([visits(JANUARY, n, source=host, page="/") for n, host in enumerate(hosts, 1)])
    named = {"x": 3, "linkedin": 7, "vk": 11, "youtube": 7, "facebook": 8}
    assert found == {f"social_network={network}": n for network, n in named.items()} | {"source=google": 9}
    raw = tags("own.now", [visits(JANUARY, 1, source=host, social_network="x") for host in ("t.co", "twitter")], (1,), HALF_YEAR)
    assert [part.key for part in raw] == ["source=t.co", "source=twitter"]


def test_a_source_is_the_sum_of_its_pages_countries_and_campaigns() -> None:
    by_page = [visits(JANUARY, 5, source="google", page=page, country=land) for page in ("/", "/b") for land in ("a", "b")]
    assert shown([*by_page, visits(JANUARY, 7, utm_source="google", utm_campaign="c1")]) == {"source=google": 20}


def test_the_same_source_imported_with_and_without_its_network_counts_once() -> None:
    assert shown([visits(JANUARY, 5, source="youtu.be"), visits(JANUARY, 5, source="youtu.be", social_network="youtube")]) == {
        "social_network=youtube": 5
    }


@pytest.mark.parametrize(
    ("total", "counted"),
    [
        (130, {"source=search": 60, "social_network=vk": 40, "source=%28direct%29": 30}),
        (129, {"source=search": 60, "source=%28direct%29": 30}),
    ],
)
def test_sources_of_two_reports_stand_side_by_side_while_they_are_no_more_than_the_total(total: int, counted: dict) -> None:
    """Tagged visits by day beside untagged ones by month; more than the total means that one report contains the other."""
    tagged = [visits((HALF_YEAR.first + timedelta(n),) * 2, 2, utm_source="vk", utm_campaign="c") for n in range(20)]
    untagged = [visits(JANUARY, 60, source="search"), visits(JANUARY, 30, source="direct")]
    assert shown([*tagged, *untagged], total) == counted
    assert shown([*tagged, *untagged]) == {"source=search": 60, "source=%28direct%29": 30}


def test_sources_stand_side_by_side_also_while_they_are_no_more_than_some_of_the_days_are_known_to_have() -> None:
    """Of January the last day is not known; the thirty before it had 120 visits."""
    days = [visits((day, day), 4) for n in range(30) if (day := HALF_YEAR.first + timedelta(n))]
    given = {"visits": Total(Number("own.now.visits", Decimal(120), "visits@1"), tuple(days))}
    stretches = [visits(JANUARY, 60, source="google"), visits(JANUARY, 60, utm_source="vk")]
    parts, of_sources = sources("own.now", stretches, (1,), HALF_YEAR, given)
    assert ([part.key for part in parts], of_sources) == (["social_network=vk", "source=google"], {})


def test_a_source_is_known_on_the_days_of_its_reports_and_on_short_pauses_between_them() -> None:
    """January and March are 62 days; of single days those at most two weeks apart leave no day of the 41 out."""
    march = date(2026, 3, 1), date(2026, 3, 31)
    by_month = [visits(days, 10, utm_source="vk") for days in (JANUARY, march)]
    each_tenth = [visits((day, day), 1, utm_source="ok") for n in range(60, 101, 10) if (day := HALF_YEAR.first + timedelta(n))]
    for stretches, days in ((by_month, 62), (each_tenth, 41)):
        ((part,), _of_sources) = sources("own.now", stretches, (1,), HALF_YEAR, {})
        assert part.numbers["visits"].coverage == share(days, 181)


@pytest.mark.parametrize(("quiet", "known"), [(13, 15), (14, 2)])
def test_two_weeks_without_anybody_are_not_known_to_be_quiet_and_a_day_less_is(quiet: int, known: int) -> None:
    days = HALF_YEAR.first, HALF_YEAR.first + timedelta(quiet + 1)
    ((part,), _of_sources) = sources("own.now", [visits((day, day), 1, utm_source="ok") for day in days], (1,), HALF_YEAR, {})
    assert part.numbers["visits"].coverage == share(known, 181)


@pytest.mark.parametrize(("reported", "noughts"), [(JANUARY, [("ok", 0)]), (FEBRUARY, [])])
def test_reports_that_add_up_to_all_there_was_leave_noughts_only_on_days_of_which_that_is_known(
    reported: tuple[date, date], noughts: list
) -> None:
    """Of January it is known that ten visits reached a goal; a report names VK as the source of ten in one of the months."""
    all_goals = Stretch(1, "goal_visits", *JANUARY, {}, Decimal(10))
    given = {"goal_visits": Total(Number("own.now.goal_visits", Decimal(10), "goal_visits@1"), (all_goals,))}
    slices = [replace(all_goals, starts_on=reported[0], ends_on=reported[1], slice={"utm_source": "vk"})]
    slices += [visits(days, 5, utm_source="ok") for days in {JANUARY, reported}]
    found = with_noughts(slices, (1,), HALF_YEAR, given)[len(slices) :]
    assert [(one.slice["utm_source"], one.value) for one in found] == noughts


def test_sources_known_on_different_days_are_shares_of_no_total() -> None:
    number, values = Number("own.now.visits", Decimal(200), "visits@1"), [visits(days, 100) for days in (JANUARY, FEBRUARY)]
    given = {"visits": Total(number, tuple(values))}
    stretches = [visits(JANUARY, 60, source="google"), visits(FEBRUARY, 30, utm_source="vk")]
    assert sources("own.now", stretches, (1,), HALF_YEAR, given)[1] == {}
    assert sources("own.now", stretches[:1], (1,), HALF_YEAR, given)[1]["visits"].value == 100


def test_sources_together_are_known_as_far_as_the_least_known_of_them_and_stand_on_the_accounts_of_all() -> None:
    numbers = [
        Number("vk.visits", Decimal(30), "visits@1", coverage=Decimal(1), accounts=(2,)),
        Number("ok.visits", Decimal(12), "visits@1", coverage=Decimal("0.1"), accounts=(1, 2)),
    ]
    both = together("own.now.other_sources", [Segment(n.id, {"visits": n}) for n in numbers], "visits")
    assert (both.value, both.coverage, both.accounts) == (42, Decimal("0.1"), (1, 2))


def test_of_people_who_do_not_add_up_a_source_has_the_value_given_for_the_window() -> None:
    days, of_vk = (HALF_YEAR.first, HALF_YEAR.last), {"utm_source": "vk"}
    stretches = [Stretch(1, code, *days, of_vk, Decimal(value)) for code, value in (("visits", 600), ("visitors", 410))]
    ((part,), _of_sources) = sources("own.now", stretches, (1,), HALF_YEAR, {})
    assert {code: (number.value, number.formula) for code, number in part.numbers.items()} == {
        "visits": (600, "Σ visits"),
        "visitors": (410, GIVEN),
    }
