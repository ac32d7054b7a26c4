"""The brand and its competitors stand beside each other by what they published in the months that all of them know."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest

from audits.evidence import Comparison, Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.months import in_common
from audits.measures.numbers import share
from audits.report.sheets import sheets
from smmstrategy.metrics.periods import Period
from tests.audits.report.test_competitors import pages, said, telling
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import TELEGRAM, VK, daily, level, measured

OWN = VK
FIRST, SECOND = (replace(VK, id=n, name=f"Page {n}", role="competitor") for n in (3, 4))
JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE = NOW.each_month()
WINTER, SPRING = Period(JANUARY.first, FEBRUARY.last), Period(MARCH.first, APRIL.last)


def liked(account_id: int, period: Period, likes: float):
    return daily(account_id, period, likes=likes, comments=0.0, shares=0.0, views=100.0)


def compared(evidence: Evidence) -> Comparison:
    (comparison,) = evidence.comparisons
    return comparison


def places(evidence: Evidence) -> dict[str, list[str]]:
    return {one.measure: [rank.subject for rank in one.ranks] for one in compared(evidence).standings}


def months(*periods: Period, network: str = "vk") -> frozenset[tuple[str, Period]]:
    return frozenset((network, period) for period in periods)


def test_of_no_month_in_common_nobody_is_ahead_and_nobody_has_a_place_but_by_followers() -> None:
    """Of the brand January and February are known, of the competitor March and April, each with a post a day."""
    days = [*level(OWN.id, "followers", NOW, 100), *level(FIRST.id, "followers", NOW, 200)]
    frames = [liked(OWN.id, WINTER, 1.0), liked(FIRST.id, SPRING, 5.0)]
    evidence = assemble(measured(frames, days, (OWN, FIRST)))
    assert places(evidence) == {"followers_end": ["competitor-1", "own"], "growth_rate": ["competitor-1", "own"]}
    assert {f.code for f in findings(evidence)} & {"competitor_ahead", "competitor_behind", "soe"} == set()
    assert compared(evidence).days == {"own": (WINTER,), "competitor-1": (SPRING,)}
    assert {key: numbers["posts"].value for key, numbers in compared(evidence).beside.items()} == {"own": 59, "competitor-1": 61}


def test_by_what_was_published_in_the_months_in_common_the_brand_is_behind_though_it_is_ahead_in_others() -> None:
    """Posts of the brand had 9 likes in January and February, and 1 in March and April, of which alone the competitor is known."""
    frames = [liked(OWN.id, WINTER, 9.0), liked(OWN.id, SPRING, 1.0), liked(FIRST.id, SPRING, 5.0)]
    evidence = assemble(measured(frames, (), (OWN, FIRST)))
    own, theirs = (compared(evidence).beside[key] for key in ("own", "competitor-1"))
    shown = [[n[code].value for code in ("posts", "interactions.median", "interactions")] for n in (own, theirs)]
    assert shown == [[61, 1, 61], [61, 5, 305]]
    assert own["posts"].coverage == theirs["posts"].coverage == share(61, 181)
    assert compared(evidence).days == {"own": (SPRING,), "competitor-1": (SPRING,)}
    (ahead,) = (f for f in findings(evidence) if f.code == "competitor_ahead")
    assert [ahead.numbers[name].value for name in ("own", "theirs", "n")] == [Decimal("0.01"), Decimal("0.05"), 61]


def test_too_few_posts_in_the_months_in_common_are_no_place_by_a_median() -> None:
    """Of the brand's many posts seven are of April, the only month of which the competitor is known."""
    frames = [liked(OWN.id, Period(JANUARY.first, date(2026, 4, 7)), 9.0), liked(FIRST.id, APRIL, 5.0)]
    evidence = assemble(measured(frames, (), (OWN, FIRST)))
    assert [code for code in places(evidence) if code.endswith(".median")] == []
    assert {f.code for f in findings(evidence)} & {"competitor_ahead", "competitor_behind"} == set()


def test_a_single_month_in_common_is_a_place_by_medians_and_by_no_sum_or_pace() -> None:
    """Of the brand all months are known, of the competitor one of six, with a post a day."""
    evidence = assemble(measured([liked(OWN.id, NOW, 1.0), liked(FIRST.id, JUNE, 5.0)], (), (OWN, FIRST)))
    assert sorted(places(evidence)) == ["er_view.median", "interactions.median", "views.median"]


def test_who_knows_a_single_month_has_no_place_and_takes_no_month_from_the_others() -> None:
    frames = [liked(OWN.id, NOW, 1.0), liked(FIRST.id, NOW, 5.0), liked(SECOND.id, JUNE, 9.0)]
    evidence = assemble(measured(frames, (), (OWN, FIRST, SECOND)))
    assert places(evidence)["interactions.median"] == ["competitor-1", "own"]
    assert compared(evidence).days == {"own": (NOW,), "competitor-1": (NOW,), "competitor-2": (JUNE,)}
    assert compared(evidence).own["posts"].id == "own.now.posts"


@pytest.mark.parametrize(
    ("others", "common"),
    [
        ([(JANUARY, FEBRUARY, MARCH, APRIL), (JANUARY, FEBRUARY, MARCH)], (JANUARY, FEBRUARY, MARCH)),
        ([(JANUARY, FEBRUARY, MARCH, APRIL), (APRIL,)], (JANUARY, FEBRUARY, MARCH, APRIL)),
        ([(JANUARY, FEBRUARY, MARCH, APRIL), (APRIL,), (APRIL,), (MARCH, APRIL)], (APRIL,)),
        ([(MAY, JUNE)], (JANUARY, FEBRUARY, MARCH, APRIL)),
        ([()], (JANUARY, FEBRUARY, MARCH, APRIL)),
        ([(JANUARY,), (FEBRUARY, MARCH), (FEBRUARY, MARCH)], (FEBRUARY, MARCH)),
        ([(JANUARY, FEBRUARY, MARCH), *[(MARCH, APRIL)] * 3], (MARCH, APRIL)),
        ([(JANUARY, FEBRUARY), (FEBRUARY,)], (FEBRUARY,)),
        ([(JANUARY, FEBRUARY), (MARCH, APRIL)], (MARCH, APRIL)),
        ([(JANUARY, APRIL), (FEBRUARY, MARCH)], (JANUARY, APRIL)),
    ],
)
def test_compared_are_as_many_months_of_as_many_competitors_as_can_be(others: list, common: tuple[Period, ...]) -> None:
    """Of as much that of more competitors, then that of the latest months, in whatever order competitors are called."""
    own = months(JANUARY, FEBRUARY, MARCH, APRIL)
    for ordered in permutations(others):
        assert in_common(own, [months(*known) for known in ordered]) == months(*common)


def test_compared_are_those_who_know_most_together_though_one_of_them_alone_knows_more() -> None:
    """Of one competitor January to April are known, of three April to June: of all four April alone."""
    rivals = [replace(VK, id=n, name=f"Page {n}", role="competitor") for n in (3, 4, 5, 6)]
    late = Period(APRIL.first, JUNE.last)
    frames = [liked(OWN.id, NOW, 1.0), liked(3, Period(JANUARY.first, APRIL.last), 5.0), *(liked(n, late, 6.0) for n in (4, 5, 6))]
    evidence = assemble(measured(frames, (), (OWN, *rivals)))
    assert compared(evidence).days["own"] == (late,)
    placed = ["competitor-2", "competitor-3", "competitor-4", "own"]
    assert places(evidence) == {
        "er_view.median": placed,
        "posts_per_week": sorted(placed),
        "interactions.median": placed,
        "interactions": placed,
        "soe": placed,
        "views.median": sorted(placed),
    }


def in_two_networks(theirs_in_telegram: Period | None) -> Evidence:
    """Both know VK in all months, and the brand Telegram; there it has ten times the likes."""
    theirs = (FIRST, replace(TELEGRAM, id=5, role="competitor", group=FIRST.name))
    frames = [liked(OWN.id, NOW, 1.0), liked(TELEGRAM.id, NOW, 10.0), liked(FIRST.id, NOW, 2.0)]
    frames += [liked(5, theirs_in_telegram, 2.0)] if theirs_in_telegram else []
    return assemble(measured(frames, [*level(5, "followers", NOW, 100)], (OWN, TELEGRAM, *theirs)))


def test_a_month_is_shared_where_the_competitor_knows_it_in_every_network_of_the_brand() -> None:
    """Telegram's two months against VK's six would let one network speak for both."""
    two_months = compared(in_two_networks(Period(MARCH.first, APRIL.last)))
    assert {key: n["posts"].value for key, n in two_months.beside.items()} == {"own": 122, "competitor-1": 122}
    assert set(two_months.days.values()) == {(Period(MARCH.first, APRIL.last),)}


def test_who_knows_no_posts_in_a_network_has_no_place_by_posts_and_leaves_the_brand_all_of_its_own() -> None:
    evidence = in_two_networks(None)
    assert compared(evidence).beside["own"]["posts"].value == 362
    assert places(evidence).keys() <= {"followers_end", "growth_rate"}
    assert {f.code for f in findings(evidence)} & {"competitor_ahead", "competitor_behind", "soe"} == set()


@pytest.mark.parametrize(
    ("known", "told", "covered"),
    [
        (
            (WINTER, SPRING),
            "no month is shared, so posts do not compare: Brand (Jan 2026 — Feb 2026) and Page 3 (Mar 2026 — Apr 2026)",
            "coverage from 33%",
        ),
        ((NOW, SPRING), "posts of Mar 2026 — Apr 2026", "coverage from 34%"),
        ((NOW, JUNE), "posts of Jun 2026", "coverage from 17%"),
    ],
)
def test_the_slide_says_of_which_months_posts_are_compared_and_how_much_of_the_period_that_is(
    known: tuple[Period, Period], told: str, covered: str
) -> None:
    own, theirs = known
    evidence = assemble(measured([liked(OWN.id, own, 1.0), liked(FIRST.id, theirs, 5.0)], (), (OWN, FIRST)))
    page = pages(evidence)["competitors"]
    assert said(page.subtitle).split("; ")[1] == told
    assert said(page.footer).rpartition(" · ")[2] == covered


def test_where_all_know_all_months_nothing_is_said_of_months() -> None:
    evidence = assemble(measured([liked(OWN.id, NOW, 1.0), liked(FIRST.id, NOW, 5.0)], (), (OWN, FIRST)))
    assert said(pages(evidence)["competitors"].subtitle) == "On the shared networks: VK"


@pytest.mark.parametrize(
    ("in_telegram", "language", "told"),
    [
        (None, "en", "no place by posts, as not all are known: Page 3 (Telegram: none)"),
        (None, "ru", "места по публикациям нет, известны не все: Page 3 (Telegram: ни одной)"),
        (Period(JUNE.first, date(2026, 6, 10)), "en", "posts of Jun 2026"),
    ],
)
def test_the_slide_and_the_workbook_say_whose_posts_are_not_known_in_which_network(
    in_telegram: Period | None, language: str, told: str
) -> None:
    evidence = in_two_networks(in_telegram)
    (book,) = (sheet for sheet in sheets(telling(evidence, language)) if sheet.name in ("Competitors", "Конкуренты"))
    for text in (pages(evidence, language)["competitors"].subtitle, book.intro[0]):
        assert said(text, language).split("; ")[1] == told


def test_whose_months_differ_from_network_to_network_is_told_with_those_it_knows_in_each() -> None:
    """Of the second competitor one month of Telegram is known: for it the others would lose five."""
    second = (SECOND, replace(TELEGRAM, id=6, role="competitor", group=SECOND.name))
    first = (FIRST, replace(TELEGRAM, id=5, role="competitor", group=FIRST.name))
    frames = [liked(account, NOW, 1.0) for account in (OWN.id, TELEGRAM.id, FIRST.id, SECOND.id, 5)]
    evidence = assemble(measured([*frames, liked(6, JUNE, 1.0)], (), (OWN, TELEGRAM, *first, *second)))
    assert compared(evidence).partly == {"competitor-2": {"telegram": (JUNE,)}}
    told = "no place by posts, as not all are known: Page 4 (Telegram: Jun 2026 alone)"
    assert said(pages(evidence)["competitors"].subtitle).split("; ")[1] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "no place by posts, as not all are known: "
            "Page 3 (Telegram: Apr 2026 — Jun 2026 alone and VK: Jan 2026 — Mar 2026 alone)",
        ),
        (
            "ru",
            "места по публикациям нет, известны не все: "
            "Page 3 (Telegram: лишь апр 2026 — июн 2026 и ВКонтакте: лишь янв 2026 — мар 2026)",
        ),
    ],
)
def test_who_knows_the_first_half_in_one_network_and_the_second_in_another_has_no_place_and_the_slide_says_why(
    language: str, told: str
) -> None:
    theirs = (FIRST, replace(TELEGRAM, id=5, role="competitor", group=FIRST.name))
    first, second = Period(JANUARY.first, MARCH.last), Period(APRIL.first, JUNE.last)
    frames = [liked(OWN.id, NOW, 1.0), liked(TELEGRAM.id, NOW, 1.0), liked(FIRST.id, first, 2.0), liked(5, second, 2.0)]
    evidence = assemble(measured(frames, (), (OWN, TELEGRAM, *theirs)))
    assert (places(evidence), {*compared(evidence).days.values()}) == ({}, {(NOW,)})
    assert said(pages(evidence, language)["competitors"].subtitle, language).split("; ")[1] == told


def test_who_knows_other_months_in_each_network_is_not_compared_though_together_they_are_those_of_the_brand() -> None:
    """Of the brand May and June are known in both networks, of the competitor May in one and June in the other."""
    theirs = (FIRST, replace(TELEGRAM, id=5, role="competitor", group=FIRST.name))
    late = Period(MAY.first, JUNE.last)
    frames = [liked(OWN.id, late, 1.0), liked(TELEGRAM.id, late, 1.0), liked(FIRST.id, MAY, 2.0), liked(5, JUNE, 2.0)]
    page = pages(assemble(measured(frames, (), (OWN, TELEGRAM, *theirs))))["competitors"]
    assert said(page.subtitle).split("; ")[1:2] == [
        "no place by posts, as not all are known: Page 3 (Telegram: Jun 2026 alone and VK: May 2026 alone)"
    ]
    assert said(page.footer).split(" · ")[1] == "1 January — 30 June 2026"


def test_where_the_brands_own_posts_are_not_known_in_a_network_the_slide_says_in_which_they_are() -> None:
    theirs = (FIRST, replace(TELEGRAM, id=5, role="competitor", group=FIRST.name))
    frames = [liked(OWN.id, NOW, 1.0), liked(FIRST.id, NOW, 2.0), liked(5, NOW, 10.0)]
    days = [*level(TELEGRAM.id, "followers", NOW, 100), *level(5, "followers", NOW, 100)]
    evidence = assemble(measured(frames, days, (OWN, TELEGRAM, *theirs)))
    assert said(pages(evidence)["competitors"].subtitle) == "On the shared networks: Telegram, VK; posts of VK alone"
    assert places(evidence)["interactions.median"] == ["competitor-1", "own"]
