"""A figure that not all accounts of a brand have is shown as that of as many as have it, of those whose network gives it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from audits.evidence import Evidence
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.calendar import DAY
from audits.report.digest import digests
from audits.report.sheets.data import measured_of
from audits.report.sheets.summary import sheets
from audits.report.telling import Telling
from smmstrategy.reports.document import Bullets, Cards, Table
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.test_same_accounts import ALWAYS, NOW, TELEGRAM, UNTIL_NOW, VK, daily, level, measured

YOUTUBE = TrackedAccount(3, "youtube", "youtube", "youtube", "", "own", "")
OK = TrackedAccount(4, "ok", "ok", "ok", "", "own", "")
SEEN = {"views": 100.0, "likes": 5.0, "shares": 1.0, "comments": 1.0}
SITE = TrackedAccount(5, "website", "a.ru", "a.ru", "", "own", "")


@cache
def brand() -> Evidence:
    """Three accounts with a post a day and 100 views, and a website. VK alone has followers and a reach of about 45,000."""
    frames = [daily(account, ALWAYS, views=100.0, likes=5.0) for account in (1, 2, 3)]
    frames[0]["reach"] = [45000.0 + day % 3 - 1 for day in range(len(frames[0]))]
    days = [*level(1, "followers", ALWAYS, 1000), *level(5, "visits", ALWAYS, 10)]
    return assemble(measured(frames, days, (VK, TELEGRAM, YOUTUBE, SITE)))


def block(key: str, kind: type, language: str = "en"):
    return next(one for one in pages(brand(), language)[key].blocks if isinstance(one, kind))


def some(code: str, evidence: Evidence) -> tuple | None:
    found = evidence.own.some_of(evidence.own.now.numbers[code])
    return found and tuple(number.value for number in found)


def test_a_number_knows_of_how_many_accounts_it_is() -> None:
    """Visits are of the only website, posts and views of all that publish; Telegram and YouTube give no reach."""
    codes = ("reach.median", "followers_end", "posts", "views", "visits")
    assert {code: some(code, brand()) for code in codes} == {
        "reach.median": (1, 1),
        "followers_end": (1, 3),
        "posts": None,
        "views": None,
        "visits": None,
    }


def test_only_accounts_whose_network_gives_a_measure_count_among_those_it_could_be_of() -> None:
    """VK and Odnoklassniki give reach, Telegram too who joined; only Telegram has an ER of its own."""
    frames = [daily(1, ALWAYS, reach=100.0, **SEEN), daily(2, ALWAYS, **SEEN), daily(4, ALWAYS)]
    evidence = assemble(measured(frames, level(1, "followers_gained", ALWAYS, 2), (VK, TELEGRAM, OK)))
    assert {code: some(code, evidence) for code in ("reach.median", "tg_er.median", "followers_gained")} == {
        "reach.median": (1, 2),
        "tg_er.median": (1, 1),
        "followers_gained": (1, 3),
    }


def test_an_account_without_a_post_lacks_no_median_post() -> None:
    """Telegram is known to have been silent since January, of YouTube nothing is known at all."""
    records = measured([daily(1, ALWAYS, views=100.0), daily(2, UNTIL_NOW, views=100.0)], (), (VK, TELEGRAM, YOUTUBE))
    evidence = assemble(replace(records, rows=replace(records.rows, watched={1: (ALWAYS,), 2: (ALWAYS,), 3: ()})))
    assert {code: some(code, evidence) for code in ("posts", "views", "views.median")} == {
        "posts": (2, 3),
        "views": (2, 3),
        "views.median": (1, 2),
    }


def test_the_scorecard_says_so_beside_the_name() -> None:
    names = [text(row.cells[0]) for row in block("scorecard", Table).rows]
    assert names[:4] == ["Followers at the end (in 1 of 3 accounts)", "Posts", "Views**", "Reach, median (in 1 account)"]


@pytest.mark.parametrize(("language", "said"), [("en", "in 1 account"), ("ru", "по 1 аккаунту")])
def test_a_card_says_so_under_the_number(language: str, said: str) -> None:
    notes = {text(card.label, language): text(card.note, language) for card in block("visibility", Cards, language).cards}
    assert list(notes.values()) == ["", "", said]


def test_the_workbook_and_the_page_of_the_audit_say_so_too() -> None:
    known = facts(brand())
    kpis = sheets(Telling(known, "en"), measured_of(known.evidence))[0].grids[0]
    assert text(kpis.rows[3][0]) == "Reach, median, in 1 account"
    labels = [figure["label"].replace("\u00a0", " ") for figure in digests(known.to_facts(), ["en"])["en"]["figures"]]
    assert labels[3] == "Reach, median (in 1 account)"


def test_a_title_says_so_and_the_footer_counts_the_posts_of_those_accounts() -> None:
    """Of 543 posts 181 have reach, of three accounts one has followers: a third."""
    assert text(pages(brand())["audience"].footer).endswith("coverage 33%")
    page = pages(brand())["visibility"]
    assert text(page.title) == "No significant change in the reach of a post: 45.0K, n = 181, in 1 account"
    assert " · n = 181 · " in text(page.footer) and text(page.footer).endswith(
        "coverage from 33% · networks count views differently"
    )


@pytest.mark.parametrize(("last", "share"), [(date(2026, 6, 30), "покрытие от 1 %"), (date(2026, 1, 3), "покрытие 50 %")])
def test_the_footer_of_the_audience_covers_the_accounts_that_are_drawn(last: date, share: str) -> None:
    """VK and Telegram have 151 of 181 days, Odnoklassniki and YouTube one; in January it is near no end of a month."""
    known = [day for day in NOW.each_day() if day.month != 3]
    days = [(account, "followers", day, Decimal(1000)) for account in (1, 2) for day in known[1:]]
    days += [(account, "followers", last, Decimal(500)) for account in (3, 4)]
    frames = [daily(account, NOW) for account in (1, 2, 3, 4)]
    page = pages(assemble(measured(frames, days, (VK, TELEGRAM, YOUTUBE, OK))), "ru")["audience"]
    assert text(page.footer, "ru").split(" · ")[-2] == share


def test_the_summary_says_so() -> None:
    items = [text(item) for one in pages(brand())["summary"].blocks if isinstance(one, Bullets) for item in one.items]
    assert "Followers at the end (in 1 of 3 accounts): 1,000, a year earlier 1,000" in items


def test_a_title_sets_no_growth_of_some_accounts_beside_the_followers_of_all() -> None:
    """Levels of last days: VK 1,000 in December and ten more each month, Telegram 500 since March."""
    last_days = [date(2026, month, 1) - DAY for month in range(1, 8)]
    levels = [(1, "followers", day, Decimal(1000 + 10 * n)) for n, day in enumerate(last_days)]
    levels += [(2, "followers", day, Decimal(500)) for day in last_days[3:]]
    own = (evidence := assemble(measured([daily(1, NOW), daily(2, NOW)], levels))).own
    assert (own.now.numbers["followers_end"].value, own.growth.now.value, own.growth.relative.value) == (
        1560,
        1060,
        Decimal("0.06"),
    )
    assert text(pages(evidence)["audience"].title) == "The brand has 1,560 followers"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Первый замер: подписчики в конце — 300,0 тыс., по 1 из 2 аккаунтов"),
        ("en", "First measurement: followers at the end 300.0K, in 1 of 2 accounts"),
    ],
)
def test_a_summary_names_one_figure_where_two_and_their_accounts_have_no_room(language: str, title: str) -> None:
    """Followers are known of VK alone, views and an engagement rate of Telegram alone."""
    frames = [daily(1, NOW), daily(2, NOW, views=100.0, likes=2.0)]
    evidence = assemble(measured(frames, level(1, "followers", NOW, 300_000)))
    assert text(pages(evidence, language)["summary"].title, language) == title


@pytest.mark.parametrize(
    ("language", "whose", "share"),
    [("en", ", in 1 of 3 accounts", "coverage 33%"), ("ru", ", по 1 из 3 аккаунтов", "покрытие 33 %")],
)
def test_the_map_of_hours_is_of_the_accounts_whose_posts_have_an_hour_and_a_rate(language: str, whose: str, share: str) -> None:
    """A post a day of each: VK has both, Telegram no views, YouTube days without hours. So 181 of 543 are on the map."""
    frames = [daily(1, NOW, **SEEN), daily(2, NOW, likes=5.0), daily(3, NOW, **SEEN).assign(hour=float("nan"))]
    evidence = assemble(measured(frames, (), (VK, TELEGRAM, YOUTUBE)))
    assert (evidence.own.judged_by, some("er_view.median", evidence)) == ("er_view", (2, 3))
    page = pages(evidence, language)["hours"]
    assert text(page.subtitle, language).partition(";")[0].endswith(whose)
    footer = text(page.footer, language)
    assert " · n = 181 · " in footer and footer.endswith(f" · {share}")


def test_lengths_of_texts_are_of_the_share_of_posts_whose_text_is_known() -> None:
    """A post a day of each, of VK every other one with a long text, of YouTube with no text known: 181 of 362."""
    vk = daily(1, NOW, **SEEN)
    vk["text_length"] = [100 + 200 * (n % 2) for n in range(len(vk))]
    youtube = daily(3, NOW, **SEEN).assign(text_length=float("nan"))
    footer = text(pages(assemble(measured([vk, youtube], (), (VK, YOUTUBE))))["lengths"].footer)
    assert " · n = 181 · " in footer and footer.endswith(" · coverage 50%")
