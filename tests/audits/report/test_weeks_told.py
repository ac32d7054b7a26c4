"""What is said beside posts by week is of the accounts that these weeks are of, and all that the plan leads there for."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from audits.evidence import Evidence, Verdict
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.facts import About, Facts
from audits.report.pages import volume
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Callout, Page
from tests.audits.report.test_one_story import text
from tests.audits.test_same_accounts import ALWAYS, TELEGRAM, VK, daily, measured

SIX_WEEKS = Period(date(2026, 5, 4), date(2026, 6, 14))


def told(evidence: Evidence, language: str = "en") -> Telling:
    return Telling(Facts(About(1), evidence, findings(evidence)), language)


def page(telling: Telling) -> Page:
    (found,) = volume.pages(telling)
    return found


def uneven(of_telegram: tuple[Period, ...] = ()) -> Evidence:
    """VK: a post a day, in May one a week, in five weeks from 2 February three a day; Telegram: a post on each of these days."""
    vk = daily(1, ALWAYS, likes=5.0)
    kept = vk[[not date(2026, 5, 4) <= day <= date(2026, 5, 31) or day.weekday() == 0 for day in vk["day"]]]
    more = kept[[date(2026, 2, 2) <= day <= date(2026, 3, 8) for day in kept["day"]]]
    posts = pd.concat([kept, more, more]).sort_values("published_at", ignore_index=True)
    frames = [posts.assign(key=[f"1-{n}" for n in range(len(posts))]), *(daily(2, days, likes=5.0) for days in of_telegram)]
    return assemble(measured(frames, (), (VK, TELEGRAM) if of_telegram else (VK,)))


def test_uneven_weeks_are_not_explained_by_a_file_of_an_account_that_they_are_not_of() -> None:
    """Of Telegram 41 of 181 days are known, less than a quarter; it published nothing in May."""
    evidence = uneven((Period(date(2026, 4, 26), date(2026, 4, 30)), Period(date(2026, 6, 1), date(2026, 6, 5))))
    assert [silence.days for silence in evidence.accounts[1].silences] == [31]
    assert text(page(told(evidence)).title) == "Posts come unevenly: between 1 and 21 a week (in 1 of 2 accounts)"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "; в неполных неделях ещё 6, в других аккаунтах 42, по неделям их нет"),
        ("en", "; 6 more in incomplete weeks, 42 in other accounts, not shown by week"),
    ],
)
def test_posts_of_whole_weeks_of_an_account_that_is_not_drawn_are_in_no_incomplete_week(language: str, said: str) -> None:
    """VK: 181 posts, of which 175 in 25 whole weeks; of Telegram six whole weeks are known, 42 of 181 days."""
    evidence = assemble(measured([daily(1, ALWAYS, likes=5.0), daily(2, SIX_WEEKS, likes=5.0)]))
    assert evidence.own.now.numbers["posts"].value == 181 + 42
    assert said in text(page(told(evidence, language)).subtitle, language)


@pytest.mark.parametrize(
    ("verdict", "title", "also", "advice"),
    [
        (Verdict.UNSURE, "Posts come unevenly: between 1 and 21 a week", "", "Even out posting: a plan two weeks ahead"),
        (
            Verdict.BETTER,
            "The pace rose from 7.0 to 8.8 posts a week on the previous half-year",
            "; posts come unevenly: between 1 and 21 a week",
            "Fix the pace in the content plan and watch it weekly",
        ),
    ],
)
def test_the_slide_that_the_plan_leads_to_says_what_is_to_be_answered(verdict: Verdict, title: str, also: str, advice: str) -> None:
    """What is sure titles it before what is not, with what to do about that; 227 posts in 181 days are 8.8 a week, 7 before."""
    evidence = uneven()
    pace, (own, *others) = evidence.own.change("posts_per_week"), evidence.subjects
    own = replace(own, changes=tuple(replace(c, verdict=verdict) if c is pace else c for c in own.changes))
    telling = told(replace(evidence, subjects=(own, *others)))
    found = page(telling)
    (callout,) = (text(block.text) for block in found.blocks if isinstance(block, Callout))
    assert (text(found.title), callout.startswith(advice)) == (title, True)
    assert text(found.subtitle).endswith(f"previous half-year 7.0, a year earlier 7.0{also}")
    assert telling.pages["rhythm_uneven", "own"] == "volume"
