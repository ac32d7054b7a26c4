"""Posts that differ by rank though their medians are equal: nothing claims that they do better, nothing that they are alike."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from audits.evidence import Evidence, Segment, Trial
from audits.findings import formats, text, time
from audits.measures.assembly import assemble
from audits.report.facts import Facts
from audits.report.pages import content, timing
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.synthetic import records

QUESTIONS = ("own.weekday:5", "own.length:200-499", "own.format:video")


def tied(corrected: str) -> Evidence:
    """Every group of posts has the median of all of them; a test of one group of each kind comes out like this."""
    evidence = full().evidence
    own, code = evidence.own, f"{evidence.own.judged_by}.median"

    def alike(parts: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(replace(part, numbers=part.numbers | {code: own.now.numbers[code]}) for part in parts)

    kinds = {kind: alike(getattr(own.now, kind)) for kind in ("formats", "lengths", "weekdays", "slots")}
    now, trial = replace(own.now, **kinds), Trial(Decimal("4.2"), Decimal("0.001"), Decimal(corrected), 40)
    subjects = (replace(own, windows=own.windows | {"now": now}), *evidence.subjects[1:])
    return replace(evidence, subjects=subjects, trials=dict.fromkeys(QUESTIONS, trial))


def titles(evidence: Evidence, language: str) -> list[str]:
    found = tuple(one for theme in (time, text, formats) for one in theme.findings(evidence) if one.code != "format_share")
    telling = Telling(Facts(full().about, evidence, found), language)
    pages = {page.key: page for page in (*timing.pages(telling), *content.pages(telling))}
    return [write(pages[key].title, language) for key in ("hours", "formats", "lengths")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_groups_that_a_test_tells_apart_are_not_called_alike(language: str) -> None:
    claim = {"ru": "значимых", "en": "significant"}[language]
    assert [claim in title for title in titles(tied("0.001"), language)] == [False, False, False]
    assert [claim in title for title in titles(tied("0.9"), language)] == [True, True, True]


def test_times_are_steady_only_where_no_test_tells_them_apart() -> None:
    assert [found.code for found in time.findings(tied("0.001"))] == []
    assert [found.code for found in time.findings(tied("0.9"))] == ["time_steady"]


def test_times_that_are_alike_are_those_of_the_posts_that_were_tested() -> None:
    base = records(7, own=1, competitors=0, posts=1500)
    posts = base.rows.posts.copy()
    posts.loc[np.arange(1500) % 4 > 0, ["views", "likes", "comments", "shares"]] = np.nan
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    (steady,) = (found for found in time.findings(evidence) if found.code == "time_steady")
    own = evidence.own.now.numbers
    assert steady.numbers["n"].value == own["er_view.median"].n < own["posts"].value
