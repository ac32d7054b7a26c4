"""What one sentence, row or chart says of two measures, or of two brands, is of the same accounts or networks."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.calendar import calendar_months
from audits.measures.traffic import Stretch
from audits.report.pages import traffic
from audits.report.sheets import breakdowns, data
from audits.report.sheets import traffic as sheet_of_traffic
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Sheet, Table
from tests.audits.report import builder
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import NOW, records
from tests.audits.test_growth_by_month import flow
from tests.audits.test_same_accounts import SITES, VK, daily, measured


def numbers(evidence: Evidence, code: str, subject: str = "own") -> list[dict[str, object]]:
    found = [one for one in findings(evidence) if (one.code, one.subject) == (code, subject)]
    return [{role: number.value for role, number in one.numbers.items()} for one in found]


def broken_down(evidence: Evidence) -> tuple[Sheet, ...]:
    telling = Telling(facts(evidence), "en")
    return (*breakdowns.sheets(telling, data.measured_of(evidence)), sheet_of_traffic.sheet(telling))


@pytest.mark.parametrize(("goals", "cr"), [(100, [1]), (101, [])])
def test_more_visits_with_a_goal_than_visits_are_no_conversion(goals: int, cr: list[int]) -> None:
    rows = [*flow(8, "visits", 100), *flow(8, "goal_visits", goals)]
    found = assemble(measured([daily(1, NOW, views=100.0)], rows, (VK, *SITES)))
    assert [number.value for code, number in found.own.now.numbers.items() if code == "cr"] == cr
    assert [one["cr"] for one in numbers(found, "traffic") if "cr" in one] == cr


def visited(*converting: int) -> Evidence:
    """A hundred visits a day of each of two websites; of these it is known that four reached a goal."""
    rows = [row for site in SITES for row in flow(site.id, "visits", 100)]
    rows += [row for site in converting for row in flow(site, "goal_visits", 4)]
    return assemble(measured([daily(1, NOW, views=100.0)], rows, (VK, *SITES)))


def test_a_conversion_is_said_beside_the_visits_it_is_of() -> None:
    both, one = visited(8, 9), visited(8)
    assert [found["cr"] for found in numbers(both, "traffic")] == [both.own.now.numbers["cr"].value]
    assert (one.own.now.numbers["visits"].accounts, one.own.now.numbers["cr"].accounts) == ((8, 9), (8,))
    assert numbers(one, "traffic") == [{"visits": 36200}]


@pytest.mark.parametrize(("websites", "cells"), [((5,), 4), ((4, 5), 3)])
def test_in_the_row_of_all_visits_stands_the_conversion_of_them(websites: tuple[int, ...], cells: int) -> None:
    """The second conversion is that of another account too."""
    known = builder.full()
    own = known.evidence.own
    cr = replace(own.now.numbers["cr"], accounts=websites)
    windows = own.windows | {"now": replace(own.now, numbers=own.now.numbers | {"cr": cr})}
    evidence = replace(known.evidence, subjects=(replace(own, windows=windows, changes=()), *known.evidence.subjects[1:]))
    page = next(one for one in traffic.pages(Telling(replace(known, evidence=evidence), "en")) if one.key == "sources")
    total = next(block for block in page.blocks if isinstance(block, Table)).rows[-1]
    assert (total.cells[0], len([cell for cell in total.cells if cell != "—"])) == ("Total", cells)


MONTHS = [month for _key, month in calendar_months(NOW)]


def brought(*known: tuple[int, str, str, int], days: Sequence[Period] = MONTHS, goals: Sequence[Period] = ()) -> Evidence:
    """Of these websites, so much of a metric from a source on each of some `days`, months without any, or of `goals` on others.

    In all each website has a hundred visits a day and, where any goals of it are known, four of these.
    """
    slices = [
        Stretch(site, code, some.first, some.last, {"utm_source": source}, Decimal(value))
        for site, code, source, value in known
        for some in (goals if goals and code == "goal_visits" else days)
    ]
    with_goals = {site for site, code, _source, _value in known if code == "goal_visits"}
    rows = [row for site in SITES for row in flow(site.id, "visits", 100)]
    rows += [row for site in with_goals for row in flow(site, "goal_visits", 4)]
    made = measured([daily(1, NOW, views=100.0)], rows, (VK, *SITES))
    return assemble(replace(made, rows=replace(made.rows, slices=tuple(slices))))


def rows_of_sources(evidence: Evidence) -> list[list[str]]:
    (shown,) = (block for block in pages(evidence)["sources"].blocks if isinstance(block, Table))
    cells = [[head.title for head in shown.columns], *(row.cells for row in shown.rows)]
    return [[text(cell) for cell in row] for row in cells]


OF_VK = ((8, "visits", "vk", 2000), (9, "visits", "vk", 1000), (8, "goal_visits", "vk", 100))


def test_beside_visits_a_source_brought_to_two_websites_stand_no_goals_of_one() -> None:
    one, both = brought(*OF_VK), brought(*OF_VK, (9, "goal_visits", "vk", 20))
    assert rows_of_sources(one) == [
        ["Source", "Visits"],
        ["VK", "18,000"],
        ["No source named", "18,200"],
        ["Total", "36,200"],
    ]
    assert [found.keys() for found in numbers(one, "traffic_source")] == [{"visits", "all", "share"}]
    assert [found["cr"] for found in numbers(both, "traffic_source")] == [Decimal("0.04")]
    assert rows_of_sources(both)[1] == ["VK", "18,000", "720", "4.00%"]


OF_TWO_SITES = (*((site, "visits", "vk", 1000) for site in (8, 9)), (9, "visits", "ok", 500), (8, "goal_visits", "vk", 724))


@pytest.mark.parametrize(
    ("of_ok", "rows"),
    [
        (724, [["VK", "2,000", "724", "36.20%"], ["Odnoklassniki", "500", "724", "—"]]),
        (700, [["VK", "2,000", "—"], ["Odnoklassniki", "500", "700"]]),
    ],
)
def test_a_source_that_a_report_of_all_goals_does_not_name_brought_none(of_ok: int, rows: list[list[str]]) -> None:
    """The second website's report names another source alone; only where that is all 724 goals is VK known to have had none."""
    found = brought(*OF_TWO_SITES, (9, "goal_visits", "ok", of_ok), days=[NOW])
    assert [row[: len(rows[0])] for row in rows_of_sources(found)[1:3]] == rows


JANUARY = MONTHS[0]
OF_BOTH_BY_MONTH = tuple((site, "visits", "vk", 1000) for site in (8, 9))


@pytest.mark.parametrize(
    ("goals", "row"),
    [(MONTHS, ["VK", "12,000", "600", "5.00%"]), ([JANUARY], ["VK", "12,000", "5.00%"])],
)
def test_beside_visits_of_six_months_stand_no_goals_of_one(goals: list[Period], row: list[str]) -> None:
    """Fifty of a month’s 2,000 visits had a goal on each website: of 12,000 visits in six months that would be 600, not 100."""
    found = brought(*OF_BOTH_BY_MONTH, *((site, "goal_visits", "vk", 50) for site in (8, 9)), goals=goals)
    assert rows_of_sources(found)[1] == row
    assert ("Visits with a goal" in of_traffic(found)[1][1]) == ("600" in row)


def few_sources(*goals: tuple[int, str]) -> list[str]:
    """The row of those that have none of their own: two of ten; a hundred visits a month to each website from each of them, and
    fewer from the last two. Of these, goals are known by website."""
    names = [f"s{n}" for n in range(10)]
    visits = [(site, "visits", one, 100 - n) for n, one in enumerate(names) for site in (8, 9)]
    shown = [(site, "goal_visits", one, 5) for one in names[:8] for site in (8, 9)]
    rows = rows_of_sources(brought(*visits, *shown, *((site, "goal_visits", name, 5) for site, name in goals)))
    return next(row for row in rows if row[0] == "2 others")


def test_goals_of_two_sources_each_on_another_website_are_not_those_of_the_visits_of_both() -> None:
    """Each source's goals are known of one website alone, though both have some; the visits of both are of both websites."""
    every = [(site, name) for site in (8, 9) for name in ("s8", "s9")]
    assert few_sources(*every)[1:3] == ["2,196", "120"]
    assert few_sources((8, "s8"), (9, "s9"))[1:3] == ["2,196", "—"]


def beyond_eight(*goals: tuple[int, str]) -> list[list[str]]:
    """Rows behind those of eight sources of which visits and goals are known: a ninth one's visits, and these goals of others."""
    names = [f"s{n}" for n in range(1, 10)]
    visits = [(8, "visits", one, 100 - n) for n, one in enumerate(names, 1)]
    shown = [(8, "goal_visits", one, 2) for one in names[:8]]
    return rows_of_sources(brought(*visits, *shown, *((8, "goal_visits", name, value) for value, name in goals)))[9:-2]


@pytest.mark.parametrize(
    ("goals", "rows"),
    [
        ([(60, "shop")], [["1 other", "546", "—", "—"], ["1 other", "—", "360", "—"]]),
        ([(60, "shop"), (6, "mall")], [["1 other", "546", "—", "—"], ["2 others", "—", "396", "—"]]),
        ([(6, "s9"), (60, "shop")], [["1 other", "546", "36", "—"], ["1 other", "—", "360", "—"]]),
    ],
)
def test_visits_of_some_sources_and_goals_of_others_are_not_in_one_row(goals: list[tuple[int, str]], rows: list[list[str]]) -> None:
    assert beyond_eight(*goals) == rows


def test_goals_of_one_source_are_not_those_of_two_together() -> None:
    assert few_sources((8, "s8"), (9, "s8"))[1:3] == ["2,196", "—"]


def of_traffic(evidence: Evidence) -> tuple[str, list[list[str]]]:
    """What the workbook's sheet of traffic begins with, and the headings of each of its tables behind the first."""
    (sheet,) = (one for one in broken_down(evidence) if one.name == "Traffic")
    return text(sheet.intro[0]), [[text(field.title) for field in grid.fields[1:]] for grid in sheet.grids]


def test_in_the_workbook_neither_month_nor_source_nor_tag_has_goals_of_one_website_beside_visits_of_two() -> None:
    intro, headings = of_traffic(brought(*OF_VK))
    assert headings == [["Visits"]] * 3
    assert intro.endswith("; measures that are not of the same websites and days as the visits are not shown here")
    intro, headings = of_traffic(brought(*OF_VK, (9, "goal_visits", "vk", 20)))
    assert headings == [["Visits", "Visits with a goal"], *[["Visits", "Visits with a goal", "Conversion"]] * 2]
    assert "same websites" not in intro


def test_a_source_of_which_goals_alone_are_known_has_a_row_and_is_no_unnamed_one() -> None:
    found = brought((8, "visits", "vk", 2000), (8, "goal_visits", "vk", 40), (8, "goal_visits", "ok", 60))
    assert [(row[0], row[2]) for row in rows_of_sources(found)] == [
        ("Source", "Visits with a goal"),
        ("VK", "240"),
        ("Odnoklassniki", "360"),
        ("No source named", "124"),
        ("Total where sources are known", "724"),
    ]


def liked(*accounts: int) -> Evidence:
    """Posts of VK are pictures, those of Telegram videos; likes are known of these accounts."""
    posts = [daily(n, NOW, views=100.0, likes=5.0 if n in accounts else np.nan) for n in (1, 2)]
    return assemble(measured([posts[0], posts[1].assign(format="video")]))


def charted(evidence: Evidence) -> tuple[str, list[str], str]:
    """The subtitle of the slide of formats, the series of its chart, the title of that in the workbook."""
    page = pages(evidence)["formats"]
    (sheet, *_) = broken_down(evidence)
    return text(page.subtitle), [series.name for series in page.blocks[0].series], sheet.charts[0].title


def test_shares_of_interactions_are_drawn_beside_those_of_posts_where_all_accounts_have_both() -> None:
    assert charted(liked(1, 2)) == (
        "Share of posts and share of interactions by format",
        ["Share of posts", "Share of interactions"],
        "Share of posts and interactions",
    )
    subtitle, series, title = charted(liked(1))
    assert (subtitle.partition(";")[0], series, title) == ("Share of posts by format", ["Share of posts"], "Share of posts")
    assert [found.keys() for found in numbers(liked(1), "format_share")] == [{"posts_share", "n"}] * 2


def test_in_the_workbook_shares_of_formats_stand_beside_those_of_posts_where_all_accounts_have_both() -> None:
    evidence = {known: broken_down(liked(*known))[0].grids[0].fields for known in ((1, 2), (1,))}
    named = {known: [text(field.title) for field in fields] for known, fields in evidence.items()}
    assert [name for name in named[1, 2] if name not in named[1,]] == ["Share of interactions"]
    assert "Interactions" in named[1,]


def rivals(*known: str) -> Evidence:
    """The brand and a competitor in VK and Telegram with the same posts; what those of the competitor got, more likes than the
    brand's, is known there alone."""
    base = records(3, own=2, competitors=2, posts=120)
    mine = base.rows.posts[base.rows.posts["account_id"] == 1].assign(views=1000.0, likes=100.0, comments=20.0, shares=10.0)
    networks = ("vk", "telegram") * 2
    nothing = dict.fromkeys(("likes", "comments", "shares"), np.nan)
    theirs = [{"likes": 500.0} if network in known else nothing for network in ("vk", "telegram")]
    got = dict(enumerate(({}, {}, *theirs), 1))
    posts = [mine.assign(account_id=account_id, **columns) for account_id, columns in got.items()]
    frame = pd.concat(posts, ignore_index=True).assign(post_id=np.arange(1, 4 * len(mine) + 1))
    accounts = tuple(
        replace(a, network=network, group="" if a.role == "own" else "Rival")
        for a, network in zip(base.accounts, networks, strict=True)
    )
    return assemble(replace(base, accounts=accounts, rows=replace(base.rows, posts=frame)))


def test_a_competitor_is_ahead_on_networks_of_which_the_rate_of_both_is_known() -> None:
    ahead = [one.words["networks"] for one in findings(rivals("vk", "telegram")) if one.code == "competitor_ahead"]
    assert ahead == ["telegram vk"]
    in_vk = rivals("vk")
    assert in_vk.comparisons[0].networks == ("telegram", "vk")
    assert in_vk.trials["competitor-1.er_view"].convinces
    assert [one.code for one in findings(in_vk) if one.code.startswith("competitor_")] == []
