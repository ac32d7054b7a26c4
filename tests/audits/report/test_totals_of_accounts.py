"""A table kept by hand gives an account's sums by month: they are told where posts do not tell as much, and beside their sums."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pandas as pd
import pytest

from audits.evidence import Evidence, Missing
from audits.kpis import listed
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import calendar_months
from audits.measures.traffic import Stretch
from audits.report import document
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.document import Cell, Document, Figure, LiveFormula
from smmstrategy.reports.formats import NBSP, write
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import manifest
from tests.audits.report.test_one_story import facts
from tests.audits.report.test_recalculation import differing
from tests.audits.synthetic import COLLECTED, NOW, YEAR_EARLIER
from tests.audits.test_same_accounts import ALWAYS, TELEGRAM, daily, measured
from tests.reports.reading import converted, without_cached_values

OK = TrackedAccount(3, "ok", "ok", "ok", "", "own", "")
HALF_YEARS = Period(YEAR_EARLIER.first, NOW.last)


def by_month(account_id: int, **values: int) -> list[Stretch]:
    """So much of each in the first of eighteen months, in every further one more by one."""
    return [
        Stretch(account_id, code, month.first, month.last, {}, Decimal(value + n))
        for n, (_key, month) in enumerate(calendar_months(HALF_YEARS))
        for code, value in values.items()
    ]


def told(accounts: tuple[TrackedAccount, ...], stretches: Iterable[Stretch], *posts: pd.DataFrame) -> Evidence:
    frames = posts or (daily(1, ALWAYS).iloc[:0],)
    records = measured(frames, (), accounts)
    return assemble(replace(records, rows=replace(records.rows, stretches=tuple(stretches))))


@cache
def of(kind: str) -> Evidence:
    table = by_month(3, likes=100, comments=20, posts_published=10)
    match kind:
        case "a table alone":
            return told((OK,), table)
        case "a table beside reactions":
            return told((OK, TELEGRAM), table, daily(2, ALWAYS, likes=5.0))
        case "a table and posts of views only":
            return told((OK,), table, daily(3, ALWAYS, views=50.0))


KINDS = ("a table alone", "a table beside reactions", "a table and posts of views only")


@cache
def document_of(kind: str, language: str) -> Document:
    return document(facts(of(kind)).to_facts(), language, sealed_at=COLLECTED, sha256="0" * 64)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_documents_are_drawn_and_hold_no_number_in_plain_words(kind: str, language: str) -> None:
    described = document_of(kind, language)
    drawn = [drawer.draw(described) for drawer in (powerpoint, excel)]
    assert [stray for one in drawn for stray in strays(one.content, manifest(described, one))] == []


def column(kind: str, title: str) -> dict[str, list[Cell]]:
    """Of the sheet of months, by account."""
    (grid,) = next(sheet for sheet in document_of(kind, "en").sheets if sheet.name == "By month").grids
    place = [write(field.heading, "en") for field in grid.fields].index(title)
    cells: dict[str, list[Cell]] = {}
    for row in grid.rows:
        cells.setdefault(write(row[1], "en"), []).append(row[place])
    return cells


def values(cells: list[Cell]) -> list[tuple[bool, Decimal]]:
    """Whether it is counted over the posts, and what it is."""
    return [(isinstance(cell, LiveFormula), (cell if isinstance(cell, Figure) else cell.figure).value) for cell in cells]


def test_a_sum_that_no_post_gives_stands_by_itself_in_the_sheet_of_months() -> None:
    """What the table says of a month no formula over the posts comes to."""
    given = [(False, Decimal(112 + n)) for n in range(6)]
    found = [column(kind, "Reactions").values() for kind in ("a table alone", "a table and posts of views only")]
    assert [[values(cells) for cells in of_accounts] for of_accounts in found] == [[given], [given]]


def test_beside_it_those_of_an_account_with_posts_are_counted_over_them() -> None:
    cells = column("a table beside reactions", "Reactions")
    counted = {name: {is_counted for is_counted, _value in values(of_months)} for name, of_months in cells.items()}
    assert counted == {"Odnoklassniki": {False}, "Telegram": {True}}


def totals(evidence: Evidence, window: str = "now") -> dict[str, tuple[Decimal, tuple[int, ...]]]:
    """What is known of posts and interactions, and of which accounts."""
    codes = ("posts", "posts_published", "interactions", "account_interactions")
    known = evidence.own.windows[window].numbers
    return {code: (known[code].value, known[code].accounts) for code in codes if code in known and known[code].value is not None}


def test_posts_and_interactions_that_accounts_count_themselves_add_up_over_the_months_and_compare() -> None:
    """Of the months twelve to seventeen: 22 … 27 posts, 112 … 117 reactions, 32 … 37 comments."""
    evidence = of("a table alone")
    assert totals(evidence) == {"posts_published": (147, (3,)), "account_interactions": (687 + 207, (3,))}
    number = evidence.own.now.numbers["account_interactions"]
    assert (number.metric, number.coverage, number.inputs) == ("account_interactions@1", 1, (("days", "181"),))
    changes = {(c.measure, c.against): c.then.value for c in evidence.own.changes}
    assert changes == {
        ("posts_published", "before"): 111,
        ("posts_published", "year_earlier"): 75,
        ("account_interactions", "before"): 822,
        ("account_interactions", "year_earlier"): 750,
    }


def test_they_stand_beside_those_of_accounts_with_posts_and_no_account_is_in_both() -> None:
    assert totals(of("a table beside reactions")) == {
        "posts": (181, (2,)),
        "posts_published": (147, (3,)),
        "interactions": (905, (2,)),
        "account_interactions": (894, (3,)),
    }
    assert totals(of("a table and posts of views only")) == {"posts": (181, (3,)), "account_interactions": (894, (3,))}


def test_in_each_window_posts_count_where_they_are_known() -> None:
    evidence = told((OK,), by_month(3, likes=100, posts_published=10), daily(3, NOW, likes=5.0))
    assert totals(evidence) == {"posts": (181, (3,)), "interactions": (905, (3,))}
    assert totals(evidence, "before") == {"posts_published": (111, (3,)), "account_interactions": (651, (3,))}
    assert evidence.own.changes == ()


def test_a_small_part_given_now_and_then_is_left_out_and_named() -> None:
    evidence = told((OK,), [*by_month(3, likes=100, comments=20), by_month(3, saves=2)[-1]])
    number = evidence.own.now.numbers["account_interactions"]
    assert (number.value, number.inputs) == (894, (("days", "181"), ("account-3 without", "saves")))


def test_of_such_an_account_nothing_says_that_no_data_was_imported() -> None:
    evidence = of("a table beside reactions")
    ok = next(account for account in evidence.accounts if account.account_id == 3)
    posts = next(row for row in evidence.coverage if (row.account_id, row.metric) == (3, "posts"))
    assert (ok.sufficiency, ok.reasons, posts.reason) == ("little", (Missing.TOTALS_ALONE,), Missing.TOTALS_ALONE)
    pages = {page.key: page for page in document_of("a table beside reactions", "en").pages}
    subtitle, (table,) = write(pages["data"].subtitle, "en"), pages["presence"].blocks
    assert subtitle.endswith("; a dash: totals of the account alone are known, not its posts")
    assert [write(row.cells[-1], "en") for row in table.rows] == ["active", "active"]


def test_a_slide_tells_them_with_what_they_were() -> None:
    page = next(page for page in document_of("a table beside reactions", "ru").pages if page.key == "totals")
    said = write(page.title, "ru").replace(NBSP, " ")
    assert said == "По итогам аккаунтов: взаимодействий — 894, публикаций — 147, по 1 из 2 аккаунтов"
    assert write(page.subtitle, "ru").startswith("Одноклассники: из")
    cards, _chart = page.blocks
    told_of = [[write(delta.figure, "ru").replace(NBSP, " ") for delta in card.deltas] for card in cards.cards]
    assert ([write(card.figure, "ru") for card in cards.cards], told_of) == (
        ["894", "147"],
        [["+9 %", "+19 %"], ["+32 %", "+96 %"]],
    )


def test_of_several_accounts_each_has_a_row_with_its_change() -> None:
    table = [row for n in (3, 4) for row in by_month(n, likes=100 * n)]
    dzen = TrackedAccount(4, "dzen", "dzen", "dzen", "", "own", "")
    told_of = document(facts(told((OK, dzen), table)).to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64)
    page = next(page for page in told_of.pages if page.key == "totals")
    _cards, each = page.blocks
    cells = [
        [write(name, "en"), write(figure, "en"), write(delta.figure, "en")] for name, figure, delta in (r.cells for r in each.rows)
    ]
    assert cells == [["Odnoklassniki", "1,887", "+2%"], ["Dzen", "2,487", "+1%"]]
    assert write(page.subtitle, "en").endswith("; Δ against the previous period")


def test_the_list_of_numbers_and_the_sheet_of_months_have_them() -> None:
    listed_values = {one["id"]: one["value"] for one in listed(facts(of("a table alone")).to_facts(), ())}
    assert [Decimal(listed_values[f"own.now.{code}"]) for code in ("posts_published", "account_interactions")] == [147, 894]
    assert [values(cells) for cells in column("a table alone", "Posts published").values()] == [
        [(False, Decimal(22 + n)) for n in range(6)]
    ]


@pytest.mark.slow
def test_every_live_formula_comes_to_the_value_of_the_evidence(libreoffice, tmp_path) -> None:
    """Reactions of all accounts are those of Telegram's posts; the sheet of months has those of Odnoklassniki beside them."""
    drawn = excel.draw(document_of("a table beside reactions", "en")).content
    assert differing(drawn, converted(libreoffice, tmp_path, without_cached_values(drawn))) == {}
