"""Days are those of the client's zone, and an hour that no source gave stands nowhere."""

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from audits.report import document
from audits.report.pages import timing
from audits.report.telling import Telling
from smmstrategy.reports.document import Day, Heatmap, Quote, Sheet
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import records

LATE = datetime(2026, 10, 2, 22, 30, tzinfo=UTC)  # already the third in Moscow


def late() -> Evidence:
    evidence = builder.full().evidence
    files = tuple(replace(note, applied_at=LATE) for note in evidence.imports)
    return replace(evidence, collected_until=LATE, imports=files)


def told(evidence: Evidence):
    facts = replace(builder.full(), evidence=evidence).to_facts()
    return document(facts, "en", sealed_at=builder.COLLECTED, sha256="0" * 64)


def test_the_day_of_collection_and_of_a_file_is_that_of_the_client() -> None:
    one = told(late())
    footers = {write(page.footer, "en").replace("\u00a0", " ") for page in one.pages if page.footer}
    assert {footer.partition("collected ")[2][:5] for footer in footers if "collected" in footer} == {"3 Oct"}
    passport = next(sheet for sheet in one.sheets if sheet.name == "Passport")
    assert dict(passport.grids[0].rows)["Collected"] == Day(date(2026, 10, 3))
    assert "vk_posts.csv, 3 October 2026" in str([write(t, "en").replace("\u00a0", " ") for t in _files(one)])


def _files(one) -> list:
    method = next(page for page in one.pages if page.key == "method")
    return [item for block in method.blocks if hasattr(block, "items") for item in block.items]


def test_the_day_a_post_was_deleted_on_is_that_of_the_client() -> None:
    base = records(1, own=1, competitors=0, posts=60)
    gone = base.rows.posts.assign(gone_at=LATE)
    found = assemble(replace(base, rows=replace(base.rows, posts=gone))).posts
    assert {row.gone_on for row in found} == {date(2026, 10, 3)}


def cells(sheet: Sheet, row: int) -> dict:
    grid = sheet.grids[0]
    return dict(zip((field.title for field in grid.fields), grid.rows[row], strict=True))


def test_a_post_of_which_only_the_day_is_known_has_no_time_in_the_workbook() -> None:
    """It is kept at noon, so that no zone moves it to another day; nobody said that it came out at noon."""
    evidence = builder.full().evidence
    noon = datetime(2026, 4, 5, 9, tzinfo=UTC)
    first, second = (replace(row, day=date(2026, 4, 5), published_at=noon) for row in evidence.posts[:2])
    posts = (replace(first, hour=None), replace(second, hour=12), *evidence.posts[2:])
    sheet = next(sheet for sheet in told(replace(evidence, posts=posts)).sheets if sheet.name == "Posts")
    shown = [{name: cells(sheet, row)[name] for name in ("Published", "Time", "Hour")} for row in (0, 1)]
    assert shown == [
        {"Published": Day(date(2026, 4, 5)), "Time": None, "Hour": None},
        {"Published": Day(date(2026, 4, 5)), "Time": Quote("12:00"), "Hour": 12},
    ]


def test_a_zone_with_digits_in_its_name_is_quoted_on_the_slide_of_hours() -> None:
    one = told(replace(builder.full().evidence, time_zone="Etc/GMT-3"))
    assert Quote("Etc/GMT-3") in next(page for page in one.pages if page.key == "hours").subtitle


def test_the_clock_is_that_of_the_client() -> None:
    assert Telling(builder.full(), "en").clock(LATE).strftime("%d %H:%M") == "03 01:30"


def test_the_title_the_map_and_the_footer_of_hours_speak_of_the_same_posts() -> None:
    """Of a third of the posts only the day is known, of another the response is not: the others stand on the slide."""
    base = records(7, own=1, competitors=0, posts=1500)
    third, posts = np.arange(1500) % 3, base.rows.posts.copy()
    posts.loc[third == 1, "hour"] = np.nan
    posts.loc[third == 2, ["views", "likes", "comments", "shares"]] = np.nan
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    (page,) = timing.pages(Telling(facts(evidence), "en"))
    (heatmap,) = (block for block in page.blocks if isinstance(block, Heatmap))
    known = int((posts["day"] >= evidence.period.first)[third == 0].sum())
    title, footer = (write(said, "en").replace("\u00a0", " ") for said in (page.title, page.footer))
    assert title == f"Time of posting makes no significant difference: n = {known} posts"
    assert f" · n = {known} · " in footer
    assert sum(map(sum, heatmap.counts)) == known
