"""Why a rate changed is told of a change that is claimed and that no single post makes; the workbook has it of any."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from audits.evidence import Decomposition, Finding, Subject
from audits.findings import findings
from audits.findings.engagement import greatest
from audits.measures.assembly import assemble
from audits.opportunities import recommendation
from audits.report.facts import About, Facts
from audits.report.pages import engagement
from audits.report.sheets import rates
from audits.report.telling import Telling
from audits.report.wording.findings import said
from smmstrategy.reports.document import Cards, Chart
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.synthetic import BEFORE, NOW, YEAR_EARLIER, records

Mixed = tuple[str, tuple[float, float, float]]
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


def of_three_formats(then: Mixed, now: Mixed) -> pd.DataFrame:
    """Two hundred posts of a thousand views in each window: the formats of every ten, «TTTTIIIVVV», and the likes of each."""
    posts = records(8, own=1, competitors=0, posts=900).rows.posts
    found = []
    for period in (YEAR_EARLIER, BEFORE, NOW):
        formats, likes = now if period is NOW else then
        here = posts[(posts["day"] >= period.first) & (posts["day"] <= period.last)].head(200)
        words = ["TIV".index(letter) for letter in formats * 20]
        named = {"format": [("text", "image", "video")[n] for n in words], "likes": [float(likes[n]) for n in words]}
        found.append(here.assign(views=1000.0, comments=0.0, shares=0.0, **named))
    return pd.concat(found, ignore_index=True)


def why(facts: Facts) -> Finding:
    (reason,) = (f for f in facts.findings if (f.code, f.subject, f.words.get("against")) == ("er_why", "own", "before"))
    return reason


def by_format(facts: Facts) -> Decomposition:
    return next(d for d in facts.evidence.own.decompositions if (d.by, d.against) == ("format", "before"))


def effects(facts: Facts) -> dict[str, tuple[str, str]]:
    """Mix and rate of each format, in hundredths of a point."""
    return {one.key: (f"{one.mix.value * 100:.2f}", f"{one.rate.value * 100:.2f}") for one in by_format(facts).effects}


def test_a_factor_of_less_than_half_is_not_what_it_is_due_to_and_each_that_is_counted_stands_on_the_slide() -> None:
    """6.4 % is 1.9 % now: 1.5 of 4.5 points by texts, 1.2 by pictures, 1.12 by fewer videos, above the 6.4 % before."""
    facts = audited(of_three_formats(("TTTTIIIVVV", (40, 40, 120)), ("TTTTTIIIIV", (10, 10, 100))))
    page = {page.key: page for page in engagement.pages(Telling(facts, "en"))}["er_change"]
    title = "Overall ER by views fell to 1.90% amid a change in the response to “text posts” and 2 more factors"
    assert write(page.title, "en").replace("\u00a0", " ") == title
    cards = next(block for block in page.blocks if isinstance(block, Cards)).cards
    assert [write((card.figure,), "en").replace("\u00a0", " ") for card in cards] == ["−4.50 pp", "−1.60 pp", "−2.90 pp"]
    assert write(cards[1].note, "en").replace("\u00a0", " ") == "of it “videos”: −1.12 pp"
    chart = next(block for block in page.blocks if isinstance(block, Chart))
    assert list(chart.categories) == ["previous half-year", "Mix", "text posts", "pictures", "videos", "audit period"]
    assert effects(facts) == {"text": ("-0.24", "-1.50"), "image": ("-0.24", "-1.20"), "video": ("-1.12", "-0.20")}


def test_a_format_that_lost_weight_is_no_cause_of_a_fall_that_the_mix_softened() -> None:
    """4.4 % is 3.52 % now: texts, liked by 4 %, gave four of ten posts to pictures, and these are liked by 3.4 % after 5 %."""
    facts = audited(of_three_formats(("TTTTTTIIII", (40, 50, 0)), ("TTIIIIIIII", (40, 34, 0))))
    assert effects(facts) == {"text": ("0.16", "0.00"), "image": ("0.24", "-1.28")}
    words = why(facts).words
    assert (words["key"], words["part"], words["other"], why(facts).cause) == ("image", "rate", "", "due_to")
    title = write(said(Telling(facts, "en"), why(facts), "title"), "en").replace("\u00a0", " ")
    assert title == "Overall ER by views fell to 3.52% due to a change in the response to “pictures”", "1.28 of 0.88 is no part"


def test_a_format_that_is_liked_less_is_no_cause_of_a_fall_that_the_response_softened() -> None:
    """7.3 % is 3.76 % now: videos gave way to texts; pictures are liked less, and texts more by a little more than that."""
    facts = audited(of_three_formats(("TIIIIVVVVV", (20, 40, 110)), ("TTTTTIIIIV", (50, 4, 110))))
    assert effects(facts) == {"text": ("-2.12", "1.50"), "image": ("0.00", "-1.44"), "video": ("-1.48", "0.00")}
    assert [(key, part) for key, part, _value in greatest(by_format(facts))] == [("text", "mix"), ("video", "mix")]


def test_where_three_weights_gave_alike_one_is_named_and_two_are_counted() -> None:
    """6.8 % is 3.6 % now by weights alone: videos, at 10 %, gave way to texts and pictures, at 2 %."""
    facts = audited(of_three_formats(("TTIIVVVVVV", (20, 20, 100)), ("TTTTIIIIVV", (20, 20, 100))))
    assert effects(facts) == {"video": ("-1.28", "0.00"), "text": ("-0.96", "0.00"), "image": ("-0.96", "0.00")}
    reason = why(facts)
    assert (reason.words["key"], reason.words["other"], reason.numbers["more"].value, reason.cause) == ("video", "", 2, "amid")


def test_a_format_whose_rate_is_that_of_all_posts_has_no_mix_effect_whatever_its_weight() -> None:
    """Pictures get 4 % as all posts did, texts and videos as far from it as each other."""
    facts = audited(of_three_formats(("TTTIIIIVVV", (30, 40, 50)), ("TTTTTTTTIV", (30, 40, 50))))
    assert effects(facts) == {"text": ("-0.50", "0.00"), "video": ("-0.20", "0.00"), "image": ("0.00", "0.00")}


@pytest.mark.parametrize(("others", "cause"), [(58, "due_to"), (62, "amid")])
def test_a_rate_that_doubled_is_a_cause_beside_one_that_rose_by_less_than_half_of_that(others: int, cause: str) -> None:
    """Texts get 8 % after 4 %, pictures, which are as many, 5.8 or 6.2 %; at their old rates each would have kept its 2 points."""
    facts = audited(of_three_formats(("TTTTTIIIII", (40, 40, 0)), ("TTTTTIIIII", (80, others, 0))))
    assert {one.key: one.kept.value for one in by_format(facts).effects} == {"text": Decimal("0.02"), "image": Decimal("0.02")}
    words = why(facts).words
    assert (words["key"], words["part"], words["other"], why(facts).cause) == ("text", "rate", "", cause)


def test_effects_add_up_to_the_change_where_shares_cannot_be_divided_out() -> None:
    posts = posts_that_got_twice_as_much()
    own = audited(posts.assign(format=np.array(["text", "image", "video"])[np.arange(len(posts)) % 3])).evidence.own
    for made_of in own.decompositions:
        each = sum(one.mix.value + one.rate.value for one in made_of.effects)
        assert made_of.end.value - made_of.start.value == made_of.mix.value + made_of.rate.value == each
        parts = (made_of, *made_of.effects)
        assert {(one.mix.metric, one.rate.metric) for one in parts} == {("mix_effect@1", "rate_effect@1")}
