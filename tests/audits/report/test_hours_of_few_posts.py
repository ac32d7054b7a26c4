"""The workbook's hours of the week say on how many posts their medians stand, and hatch those of few as the slide does."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import numpy as np

from audits.measures.assembly import assemble
from audits.report import document
from audits.report.facts import Facts
from audits.report.sheets import breakdowns, data
from audits.report.telling import Telling
from smmstrategy.reports.document import Sheet
from smmstrategy.reports.excel import draw
from smmstrategy.reports.formats import write
from tests.audits.report.test_one_story import facts
from tests.audits.synthetic import COLLECTED, records


def of_one_rate() -> Facts:
    """Of two accounts one gives neither views nor followers, so that its posts have no rate."""
    base = records(3, own=2, competitors=0, posts=500)
    posts = base.rows.posts
    posts.loc[posts["account_id"] == 2, "views"] = np.nan
    days = {key: known for key, known in base.rows.days.items() if key[0] != 2}
    return facts(assemble(replace(base, rows=replace(base.rows, posts=posts, days=days))))


def hours(told: Facts) -> Sheet:
    sheets = breakdowns.sheets(Telling(told, "en"), data.measured_of(told.evidence))
    return next(sheet for sheet in sheets if sheet.name == "Time")


def test_the_counts_are_those_of_the_posts_that_the_medians_stand_on() -> None:
    told = of_one_rate()
    medians, counts = hours(told).grids
    stood_on = [cell.figure.value or 0 for row in counts.rows for cell in row[1:]]
    with_rate = [post for post in told.evidence.posts if post.value("er_view") is not None]
    assert sum(stood_on) == len(with_rate) < len(told.evidence.posts)
    shown = [[cell.figure.value is not None for row in grid.rows for cell in row[1:]] for grid in (medians, counts)]
    assert shown[0] == shown[1]


def test_what_is_hatched_is_said() -> None:
    assert "; hatched cells have few posts" in write(hours(of_one_rate()).intro[0], "en")


def test_a_median_of_fewer_posts_than_the_slide_shows_is_hatched_in_place_of_its_colour() -> None:
    """A program that does not stop at the first rule has no colour for it either."""
    told = of_one_rate()
    drawn = draw(document(told.to_facts(), "en", sealed_at=COLLECTED, sha256="0" * 64)).content
    with ZipFile(BytesIO(drawn)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    (rules,) = [rules for sheet in sheets if (rules := re.findall(r'sqref="([^"]*)"><cfRule type="(\w+)"', sheet))]
    (hatched,) = [sheet for sheet in sheets if "AND(ISNUMBER(C35),C35&lt;3)" in sheet]
    assert [kind for _cells, kind in rules] == ["expression", "colorScale", "colorScale"]
    assert (rules[0][0], 'stopIfTrue="1"' in hatched) == ("C7:I30", True)
    counts = [cell.figure.value or 0 for row in hours(told).grids[1].rows for cell in row[1:]]
    assert len(rules[1][0].split()) == sum(not 0 < count < 3 for count in counts) < len(counts)
