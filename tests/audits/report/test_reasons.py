"""Why a rate changed is told of a change that is claimed and that no single post makes; the workbook has it of any."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Subject
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.opportunities import recommendation
from audits.report.facts import About, Facts
from audits.report.pages import engagement
from audits.report.sheets import rates
from audits.report.telling import Telling
from smmstrategy.reports.document import Cards, Chart
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, records

ONE_HIT = {"views": 1_000_000.0, "likes": 500_000.0}


def posts_that_got_twice_as_much() -> pd.DataFrame:
    """Two formats by turns; of a thousand views 40 to 46 posts had been liked before the period, in it 80 to 86."""
    posts = records(8, own=1, competitors=0, posts=900).rows.posts
    turns = np.arange(len(posts))
    likes = np.where(posts["day"] >= NOW.first, 80.0, 40.0) + turns % 7
    return posts.assign(format=np.array(["text", "image"])[turns % 2], views=1000.0, likes=likes, comments=0.0, shares=0.0)


def of_two_accounts(rose: set[int]) -> pd.DataFrame:
    """Two formats by turns, three quarters of all views in the first account; the likes of some have doubled."""
    posts = records(8, own=2, competitors=0, posts=600).rows.posts
    turns, doubled = np.arange(len(posts)) % 2, (posts["day"] >= NOW.first) & posts["account_id"].isin(rose)
    likes, views = np.where(doubled, 80.0, 40.0) + np.arange(len(posts)) % 7, np.where(posts["account_id"] == 1, 3.0, 1.0)
    named = {"format": np.array(["text", "image"])[turns], "views": 1000.0 * views, "likes": likes * views}
    return posts.assign(comments=0.0, shares=0.0, **named)


def with_one_hit() -> pd.DataFrame:
    """The last one was seen a million times, and half of those who saw it liked it."""
    posts = posts_that_got_twice_as_much()
    posts.loc[posts.index[-1], list(ONE_HIT)] = list(ONE_HIT.values())
    return posts


def audited(posts: pd.DataFrame) -> Facts:
    base = records(8, own=posts["account_id"].nunique(), competitors=0, posts=900)
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    return Facts(About(1), evidence, findings(evidence))


def told(facts: Facts) -> tuple[set[str], set[str]]:
    """What is found of the rate, and on which pages."""
    found = {finding.code for finding in facts.findings if finding.code.startswith("er_")}
    return found, {page.key for page in engagement.pages(Telling(facts, "en"))}


def ends(own: Subject) -> set[str]:
    return {f"{made_of.end.value:.2f}" for made_of in own.decompositions}


def test_a_change_of_all_posts_has_its_reason() -> None:
    facts = audited(posts_that_got_twice_as_much())
    assert told(facts) == ({"er_change", "er_why"}, {"engagement", "er_change"})
    assert ends(facts.evidence.own) == {"0.08"}


def test_a_change_that_one_post_makes_has_none() -> None:
    """It takes the rate of all posts together to 40 %, where without it that would have risen from 4 to 8 %."""
    facts = audited(with_one_hit())
    assert told(facts) == ({"er_change"}, {"engagement"})
    assert ends(facts.evidence.own) == {"0.40"}


def test_a_change_that_is_not_claimed_has_none_and_its_parts_stand_in_the_workbook() -> None:
    facts = replace(full(), findings=())
    assert told(facts) == (set(), {"engagement"})
    grid = rates.sheet(Telling(facts, "en")).grids[1]
    assert grid.title == "What changed the rate of all posts together"
    subjects = (facts.evidence.own, *facts.evidence.own_accounts)
    assert len(grid.rows) == sum(len(made_of.effects) for s in subjects for made_of in s.decompositions) > 0


@pytest.mark.parametrize(("rose", "by", "cause"), [({1}, "account", "due_to"), ({1, 2}, "account", "amid")])
def test_of_accounts_and_formats_those_are_told_that_explain_most_and_no_cause_is_one_that_moved_as_the_others(
    rose: set[int], by: str, cause: str
) -> None:
    """Formats move alike; so do the accounts in the second case, of which one gives three quarters of the change."""
    facts = audited(of_two_accounts(rose))
    (why,) = (f for f in facts.findings if (f.code, f.subject, f.words.get("against")) == ("er_why", "own", "before"))
    assert (why.words["by"], why.words["key"], why.words["part"], why.cause) == (by, "1", "rate", cause)
    assert (recommendation(why) is None) is (cause == "amid")


@pytest.mark.parametrize(("left", "cause"), [(("image",), "due_to"), (("image", "video"), "amid")])
def test_the_one_format_that_is_left_is_a_cause_and_two_that_moved_alike_are_none(left: tuple[str, ...], cause: str) -> None:
    """Before, texts and what is left came by turns; since then there are no texts, and the likes have doubled."""
    posts = posts_that_got_twice_as_much()
    turns, is_now = np.arange(len(posts)), posts["day"] >= NOW.first
    formats = np.where(is_now, np.resize(left, len(posts)), np.resize(("text", *left), len(posts)))
    facts = audited(posts.assign(format=formats, likes=np.where(is_now, 80.0, 40.0) + turns % 7))
    (why,) = (f for f in facts.findings if (f.code, f.subject, f.words.get("against")) == ("er_why", "own", "before"))
    assert (why.words["part"], why.cause, round(why.numbers["share"].value, 1)) == ("rate", cause, 1)
    assert (recommendation(why) is None) is (cause == "amid")


def of_three_formats() -> pd.DataFrame:
    """Two hundred posts of a thousand views in each window. Then 4 of 10 were texts and 3 pictures, liked by 4 % of those who
    saw them, and 3 videos, liked by 12 %; now 5 are texts, 3 pictures and 2 videos, liked by 1 %, 0.5 % and 10 %."""
    posts = records(8, own=1, competitors=0, posts=900).rows.posts
    found = []
    for period in (YEAR_EARLIER, BEFORE, NOW):
        formats, likes = (("TTTTIIIVVV", (40, 40, 120)), ("TTTTTIIIVV", (10, 5, 100)))[period is NOW]
        here = posts[(posts["day"] >= period.first) & (posts["day"] <= period.last)].head(200)
        words = ["TIV".index(letter) for letter in formats * 20]
        named = {"format": [("text", "image", "video")[n] for n in words], "likes": [float(likes[n]) for n in words]}
        found.append(here.assign(views=1000.0, comments=0.0, shares=0.0, **named))
    return pd.concat(found, ignore_index=True)


def test_a_factor_of_less_than_half_is_not_what_it_is_due_to_and_each_that_is_counted_stands_on_the_slide() -> None:
    """6.4 % is 2.65 % now: 1.5 of 3.75 points by texts, 1.2 by fewer videos, 1.05 by pictures."""
    page = {page.key: page for page in engagement.pages(Telling(audited(of_three_formats()), "en"))}["er_change"]
    title = "Overall ER by views fell to 2.65% amid a change in the response to “text posts” and 2 more factors"
    assert write(page.title, "en").replace("\u00a0", " ") == title
    cards = next(block for block in page.blocks if isinstance(block, Cards)).cards
    assert [write((card.figure,), "en").replace("\u00a0", " ") for card in cards] == ["−3.75 pp", "−0.80 pp", "−2.95 pp"]
    assert write(cards[1].note, "en").replace("\u00a0", " ") == "of it “videos”: −1.20 pp"
    chart = next(block for block in page.blocks if isinstance(block, Chart))
    assert list(chart.categories) == ["previous half-year", "Mix", "text posts", "pictures", "videos", "audit period"]
