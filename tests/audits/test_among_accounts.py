"""A format, a weekday or a length is set against the posts of the accounts that have it, on a slide as in a finding."""

from dataclasses import replace
from functools import cache

import numpy as np

from audits.evidence import Segment
from audits.findings import findings
from audits.measures import breakdowns
from audits.measures.assembly import assemble
from audits.measures.posts import Posts
from audits.report.blocks import alt
from audits.report.facts import Facts
from audits.report.pages import content
from audits.report.telling import Telling
from smmstrategy.reports.document import Page, Row, Table
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.synthetic import records

POSTS = Posts(
    {
        "account_id": np.array([1, 1, 1, 2, 2]),
        "format": np.array(["short_video", "image", "image", "image", ""], object),
        "weekday": np.array([0, 1, 1, 2, 2]),
        "hour": np.array([18.0, 9.0, np.nan, np.nan, 18.0]),
        "text_length": np.array([0, 10, 10, 10, 300]),
        "er_view": np.array([0.08, 0.04, 0.06, 0.01, 0.02]),
        "source_bit": np.array([1, 1, 1, 1, 1]),
    },
    ("import",),
)


def set_against(segments: tuple[Segment, ...]) -> dict[str, float]:
    return {segment.key: float(segment.numbers["among.er_view.median"].value) for segment in segments}


def test_a_format_is_set_against_all_posts_of_the_accounts_that_have_it() -> None:
    assert set_against(breakdowns.formats("own.now", POSTS, "er_view")) == {"short_video": 0.06, "image": 0.04, "": 0.015}


def test_so_are_a_weekday_and_a_length_of_text() -> None:
    assert set_against(breakdowns.weekdays("own.now", POSTS, "er_view")) == {"0": 0.06, "1": 0.06, "2": 0.015}
    assert set_against(breakdowns.lengths("own.now", POSTS, "er_view")) == {"0": 0.06, "1-199": 0.04, "200-499": 0.015}


def test_three_hours_are_set_against_the_posts_whose_hour_is_known() -> None:
    """Of account 1 they are of 8 and 4 per cent, of account 2 there is one of 2."""
    assert set_against(breakdowns.slots("own.now", POSTS, "er_view")) == {"workday-18": 0.04, "workday-9": 0.06}


@cache
def told() -> Telling:
    """Account 1 alone makes videos, which do twice as well; of account 2 half of the posts have no format."""

    def better(frame):
        return 1 + (frame["format"] == "video") * (frame["account_id"] == 1)

    source = records(5, own=2, competitors=0, posts=300, effect=better)
    posts = source.rows.posts.copy()
    second = posts["account_id"] == 2
    posts.loc[second, "format"] = np.where(posts.index[second] % 2, "image", "")
    evidence = assemble(replace(source, rows=replace(source.rows, posts=posts)))
    return Telling(Facts(builder.full().about, evidence, findings(evidence)), "en")


def test_a_finding_names_the_middle_post_of_those_accounts() -> None:
    evidence = told().evidence
    best = next(f for f in told().facts.findings if f.code == "format_best" and f.subject == "own")
    assert best.words["key"] == "video"
    assert best.numbers["whole"].value == evidence.subject("account-1").now.numbers["er_view.median"].value


def formats_page() -> Page:
    return next(page for page in content.pages(told()) if page.key == "formats")


def formats_rows() -> tuple[Row, ...]:
    return next(block for block in formats_page().blocks if isinstance(block, Table)).rows


def test_the_slide_says_so() -> None:
    assert "in the same accounts" in alt(told(), formats_page().title)


def test_its_rows_add_up_to_all_posts() -> None:
    *formats, every = [[write((cell,), "en") for cell in row.cells] for row in formats_rows()]
    assert "posts of unknown format" in [name for name, *_ in formats]
    assert sum(int(n) for _, n, *_ in formats) == int(every[1])


def test_a_row_has_what_it_is_set_against_beside_it() -> None:
    of_account = told().evidence.subject("account-1").now.numbers["er_view.median"]
    assert next(row.cells[3].value for row in formats_rows() if row.cells[0] == "videos") == of_account.value
