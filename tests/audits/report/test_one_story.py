"""Title, call-out, subtitle, footer and reasons of one deck tell one story."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from audits.evidence import Evidence, ImportNote, Missing, Verdict
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.measures.days import by_step
from audits.measures.series import series
from audits.report import document
from audits.report.facts import About, Facts
from smmstrategy.metrics.imports.labels import names_of_kinds
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Bullets, Callout, Chart, Page, Quote, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.synthetic import COLLECTED, NOW, records
from tests.audits.test_family_of_questions import effect


def facts(evidence: Evidence) -> Facts:
    return Facts(About(1), evidence, findings(evidence))


def pages(evidence: Evidence, language: str = "en") -> dict[str, Page]:
    return {p.key: p for p in document(facts(evidence).to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64).pages}


def pages_of(told: Facts) -> tuple[Page, ...]:
    return document(told.to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64).pages


def text(said: tuple, language: str = "en") -> str:
    return write(said, language).replace("\u00a0", " ")


def evidence_of(change) -> Evidence:
    """One account; `change` alters its posts."""
    base = records(3, own=1, competitors=0, posts=500)
    return assemble(replace(base, rows=replace(base.rows, posts=change(base.rows.posts))))


def fewer_before(posts):
    """Of the posts before the period one in four remains."""
    return posts[(posts["day"] >= NOW.first) | (np.arange(len(posts)) % 4 == 0)]


def test_a_pace_that_rose_is_a_change_in_the_title_and_in_the_call_out() -> None:
    told = pages(evidence_of(fewer_before))
    scorecard = told["scorecard"]
    callout = next(block for block in scorecard.blocks if isinstance(block, Callout))
    assert text(callout.text) == "Beyond the usual variation: posts; the rest is not confirmed, and sums over posts are not tested"
    assert "measures changed against the previous period: posts +" in text(scorecard.title)
    assert "no significant change" not in text(told["summary"].title)


def test_what_the_title_speaks_of_is_drawn_and_stands_beside_that_of_the_months_before() -> None:
    evidence = evidence_of(lambda posts: posts)
    own = evidence.own
    fell = next(c for c in own.changes if c.measure == "interactions.median" and c.against == "before")
    loud = tuple(replace(c, verdict=Verdict.WORSE) if c is fell else c for c in own.changes)
    trials = evidence.trials | {"own.interactions.median.before": next(iter(evidence.trials.values()))}
    told = replace(evidence, subjects=(replace(own, changes=loud), *evidence.subjects[1:]), trials=trials)
    page = pages(told)["engagement"]
    assert "nteractions" in text(page.title)
    assert text(page.subtitle).startswith(f"Interactions: the median post by month; previous half-year {fell.then.value:.0f}, ")
    chart = next(block for block in page.blocks if isinstance(block, Chart))
    assert chart.series[-1].values[-1].value == own.now.months[-1].numbers["interactions.median"].value


@pytest.mark.parametrize(("blank", "reason"), [(2, Missing.PARTLY_GIVEN), (1, Missing.NOT_GIVEN)])
def test_only_what_is_given_of_no_post_is_said_not_to_be_given(blank: int, reason: Missing) -> None:
    """Views of every second post, or of none."""
    evidence = evidence_of(lambda posts: posts.assign(views=posts["views"].where(np.arange(len(posts)) % blank > 0)))
    assert {row.reason for row in evidence.coverage if row.metric == "views"} == {reason}


def test_posts_that_were_not_imported_are_not_few() -> None:
    base = records(3, own=1, competitors=0, posts=10, growth=2)
    evidence = assemble(replace(base, rows=replace(base.rows, posts=base.rows.posts.iloc[:0], watched={1: ()})))
    codes = {finding.code for finding in findings(evidence)}
    assert evidence.accounts[0].reasons == ("no_posts_imported",) and evidence.accounts[0].sufficiency == "little"
    assert "no_posts_imported" in codes and "few_posts" not in codes
    assert "close" not in " ".join(
        text(item) for block in pages(evidence)["summary"].blocks if hasattr(block, "items") for item in block.items
    )


def followers(*months: int) -> Evidence:
    """One account of which followers, one more each day, are known in these months of the period."""
    base = records(3, own=1, competitors=0, posts=200)
    days = [NOW.first + timedelta(n) for n in range(181)]
    known = [(1, "followers", day, Decimal(1000 + n)) for n, day in enumerate(days) if day.month in months]
    return assemble(replace(base, rows=replace(base.rows, days=series(known))))


def test_the_footer_under_followers_speaks_of_the_days_that_are_drawn() -> None:
    footer = text(pages(followers(1, 3, 4, 6))["audience"].footer)
    assert footer.split(" · ")[-2] == f"coverage {round((31 + 31 + 30 + 30) / 181 * 100)}%"
    assert text(pages(followers(1, 2, 3, 4, 5, 6))["audience"].footer).endswith("coverage 100%")


def test_a_month_after_one_that_is_not_known_has_its_own_growth_alone() -> None:
    """Nothing is known of February and March; of May the levels at both ends are, a day after them at the most."""
    months = followers(1, 4, 6).own.now.months
    assert [part.numbers["growth_abs"].value if "growth_abs" in part.numbers else None for part in months] == [
        30,
        None,
        None,
        29,
        32,
        29,
    ]


def test_levels_known_once_a_month_grow_from_month_to_month_and_not_over_two() -> None:
    at = [date(2025, 12, 30), date(2026, 1, 28), date(2026, 3, 30), date(2026, 4, 29)]
    known = series((1, "followers", day, Decimal(100 * n)) for n, day in enumerate(at))
    periods = [
        (f"{month}", Period(date(2026, month, 1), date(2026, month, last))) for month, last in ((1, 31), (2, 28), (3, 31), (4, 30))
    ]
    grown = {
        key: numbers["growth_abs"].value
        for key, numbers in by_step("own.now.month", known, (1,), (1,), periods).items()
        if "growth_abs" in numbers
    }
    assert grown == {"1": 100, "4": 100}


def test_growth_of_months_that_are_not_known_is_called_that_of_other_days() -> None:
    chart = pages(followers(1, 4, 6))["audience"].blocks[1]
    assert (text(chart.title), chart.categories) == ("Growth by month", ("Start", "Jan", "Apr", "May", "Jun", "Other days", "End"))
    assert sum(figure.value for figure in chart.series[0].values[1:-1]) == 180


@pytest.mark.parametrize(("growth", "said"), [(0, "No significant change of the audience: "), (20, "The audience rose from ")])
def test_growth_that_leaves_an_account_out_says_of_how_many_it_is(growth: int, said: str) -> None:
    """Followers of the second of two accounts are known since April."""
    base = records(4, own=2, competitors=0, posts=60, growth=growth)
    days = {key: one if key[0] == 1 else one.within(Period(date(2026, 4, 1), NOW.last)) for key, one in base.rows.days.items()}
    own, page = (told := assemble(replace(base, rows=replace(base.rows, days=days)))).own, pages(told)["audience"]
    alone = told.own_accounts[0].now.numbers
    assert (
        own.now.numbers["followers_end"].value
        == alone["followers_end"].value + told.own_accounts[1].now.numbers["followers_end"].value
    )
    assert own.growth.now.value == alone["followers_end"].value
    assert "of the 1 of 2 accounts whose start is known" in text(page.subtitle)
    assert text(page.title).startswith(said) and text(page.title).endswith(", in 1 of 2 accounts")
    assert [block.title for block in page.blocks if isinstance(block, Chart)] == [("By account",)]


@pytest.mark.parametrize(("length", "items"), [(60, 6), (95, 1)])
def test_long_names_of_files_are_counted_so_that_none_has_a_slide_of_its_own(length: int, items: int) -> None:
    files = tuple(ImportNote(n, f"{n}".ljust(length, "-"), "facebook_posts", "0" * 64, COLLECTED) for n in range(6))
    method = pages(replace(evidence_of(lambda posts: posts), imports=files))["method"]
    assert [len(block.items) for block in method.blocks if isinstance(block, Bullets)] == [items]


def test_many_files_are_counted_by_what_their_kind_is_called_in_the_language() -> None:
    files = tuple(ImportNote(n, f"{n}.csv", kind, "0" * 64, COLLECTED) for n, kind in enumerate(["gone", *["columns"] * 6]))
    told = facts(replace(evidence_of(lambda posts: posts), imports=files)).to_facts()
    kinds = names_of_kinds("ru")
    found = {p.key: p for p in document(told, "ru", sealed_at=COLLECTED, sha256="0" * 64, file_kinds=kinds).pages}["method"]
    (listed,) = [block.items for block in found.blocks if isinstance(block, Bullets)]
    assert [text(item, "ru") for item in listed] == ["Таблица с объяснёнными столбцами — 6; gone — 1"]


@pytest.mark.parametrize(
    ("known_from", "said"),
    [(date(2025, 1, 1), "coverage 100%"), (date(2026, 4, 1), "coverage from 50%"), (None, "coverage from 0%")],
)
def test_a_dash_in_place_of_a_competitor_s_number_lowers_the_coverage_under_the_table(known_from: date | None, said: str) -> None:
    """The posts of one are known of all days, of the last 91 of 181, or of none; nor are then its followers."""
    base = records(3, own=1, competitors=3, posts=500)
    accounts = tuple(replace(account, network="vk") for account in base.accounts)
    first = known_from or date.max
    posts = base.rows.posts[(base.rows.posts["account_id"] != 4) | (base.rows.posts["day"] >= first)]
    watched = base.rows.watched | {4: (Period(known_from, NOW.last),) if known_from else ()}
    days = {key: one for key, one in base.rows.days.items() if known_from or key[0] != 4}
    rows = replace(base.rows, posts=posts, watched=watched, days=days)
    page = pages(assemble(replace(base, accounts=accounts, rows=rows)))["competitors"]
    assert text(page.footer).endswith(said)


ALIKE = "Interactions, median: 44, a year earlier 38"
APART = "Interactions, median, counted differently: VK 45.5, Telegram 6"


@pytest.mark.parametrize(("quiet", "said"), [((), ALIKE), ((2,), APART)])
def test_the_median_of_accounts_that_count_differently_is_that_of_each(quiet: tuple, said: str) -> None:
    """Of the second account no reactions are known."""
    base = records(3, own=2, competitors=0, posts=500)
    likes = base.rows.posts["likes"].where(~base.rows.posts["account_id"].isin(quiet))
    posts = base.rows.posts.assign(likes=likes, views=np.nan)
    page = pages(assemble(replace(base, rows=replace(base.rows, posts=posts))))["summary"]
    items = [text(item) for block in page.blocks if isinstance(block, Bullets) for item in block.items]
    assert [item for item in items if item.startswith("Interactions, median")] == [said]


def test_the_change_of_a_median_is_said_of_each_account_where_they_count_different_interactions() -> None:
    """Both accounts get twice the response; of the second one no reactions are known."""
    base = records(3, own=2, competitors=0, posts=500, effect=effect("now", 2))
    likes = base.rows.posts["likes"].where(base.rows.posts["account_id"] == 1)
    posts = base.rows.posts.assign(likes=likes, views=np.nan)
    counted_alike, apart = (
        [f.subject for f in findings(assemble(one)) if f.code == "interactions_change"]
        for one in (base, replace(base, rows=replace(base.rows, posts=posts)))
    )
    assert "own" in counted_alike
    assert set(apart) == {"account-1", "account-2"}


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "due to a change in the response to “carousels” and “links”"),
        ("ru", "за счёт изменения отклика на форматы «карусели» и «ссылки»"),
    ],
)
def test_two_formats_that_rose_alike_are_both_the_reason(language: str, reason: str) -> None:
    base = records(8, own=1, competitors=0, posts=900, effect=effect("two now", 6))
    assert reason in text(pages(assemble(base), language)["er_change"].title, language)


def test_who_does_it_is_a_name_somebody_typed() -> None:
    table = next(b for p in pages_of(builder.full()) if p.key == "plan" for b in p.blocks if isinstance(b, Table))
    assert table.rows[0].cells[-1] == Quote("Редактор")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_posts_of_weeks_that_are_not_drawn_are_counted_beside_those_that_are(language: str) -> None:
    evidence = assemble(records(3, own=1, competitors=0, posts=500))
    drawn = sum(week.numbers["posts"].value for week in evidence.own.now.weeks)
    rest = int(evidence.own.now.numbers["posts"].value - drawn)
    words = {"en": f"; {rest} more in incomplete weeks", "ru": f"; в неполных неделях ещё {rest}, "}[language]
    assert rest > 0
    assert words in text(pages(evidence, language)["volume"].subtitle, language)


def test_growth_without_a_level_is_told_and_the_level_is_what_is_missing() -> None:
    base = records(3, own=1, competitors=0, posts=500)
    net = series((1, "followers_net", NOW.first + timedelta(n), Decimal(9)) for n in range(181))
    evidence = assemble(replace(base, rows=replace(base.rows, days=net)))
    assert next(row.reason for row in evidence.coverage if row.metric == "followers") == Missing.GROWTH_ALONE
    page = pages(evidence)["audience"]
    assert text(page.title) == "Follower growth over the period: +1,629"
    assert text(page.subtitle) == "Follower growth by month; how many followers there are is not known"


@pytest.mark.parametrize(
    ("alike", "page", "title"),
    [
        (
            {"views": 900.0, "likes": 54.0, "comments": 0.0, "shares": 0.0},
            "posts",
            "Posts hardly differ in interactions: the best drew 54, the weakest 54",
        ),
        ({"text_length": 300}, "lengths", " posts are of one length (200–499), so there is nothing to compare"),
    ],
)
def test_posts_that_are_alike_are_said_to_be(alike: dict, page: str, title: str) -> None:
    """But for one text, without which lengths are not spoken of."""

    def change(posts):
        posts = posts.assign(**alike)
        posts.loc[posts.index[-1], "text_length"] = 10
        return posts

    assert text(pages(evidence_of(change))[page].title).endswith(title)


def test_a_leader_is_set_against_the_next_one() -> None:
    rich = records(1, own=1, competitors=3, effect=lambda posts: np.where(posts["account_id"] == 1, 2, 1))
    poor = records(1, own=1, competitors=3, effect=lambda posts: np.where(posts["account_id"] == 1, 1, 2))
    first, last = (
        next(f for f in findings(assemble(one)) if f.code == "rank" and f.words["measure"] == "interactions.median")
        for one in (rich, poor)
    )
    assert (first.numbers["second"].id, "second" in last.numbers) == ("competitor-3.now.interactions.median", False)


def test_competitors_on_other_networks_are_said_to_be_there() -> None:
    base = records(1, own=1, competitors=1)
    accounts = (base.accounts[0], replace(base.accounts[1], network="ok"))
    title = text(pages(assemble(replace(base, accounts=accounts)))["competitors"].title)
    assert title == "1 competitor compared, with no network shared with the brand"
