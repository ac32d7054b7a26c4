"""The slide of formats ends in what follows from its title; what is to be done is measured by what the finding is of."""

from dataclasses import replace

import numpy as np
import pandas as pd

from audits.evidence import Evidence
from audits.measures.assembly import assemble
from audits.report.opportunities import opportunities
from audits.report.telling import Telling
from smmstrategy.reports.document import Callout
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import records

RAISE = "Raise the share of the format that does better and try it in other series"


def evidence(*, of_vk: float = 1.0) -> Evidence:
    """VK, and Telegram without views and followers; the response is `of_vk` times to videos there, four times here."""
    base = records(3, own=2, competitors=0, posts=600)
    posts = base.rows.posts
    in_telegram, videos = posts["account_id"] == 2, posts["format"] == "video"
    factor = pd.Series(1.0, posts.index).where(~(videos & in_telegram), 4.0).where(~(videos & ~in_telegram), of_vk)
    for code in ("likes", "comments", "shares"):
        posts[code] = (posts[code] * factor).round()
    posts.loc[in_telegram, "views"] = np.nan
    days = {key: known for key, known in base.rows.days.items() if key[0] != 2}
    return assemble(replace(base, rows=replace(base.rows, posts=posts, days=days)))


def measured_by(found: Evidence) -> list[tuple[str, str]]:
    told = Telling(facts(found), "en")
    return [(text(one.text), one.metric) for one in opportunities(told) if one.rests_on[0].code == "format_best"]


def test_the_box_of_the_slide_follows_from_its_title() -> None:
    slide = pages(evidence())["formats"]
    boxes = [text(block.text) for block in slide.blocks if isinstance(block, Callout)]
    assert text(slide.title).startswith("Telegram: videos do better: interactions ")
    assert boxes == [RAISE]


def test_in_a_network_without_views_what_is_done_about_formats_is_measured_by_interactions() -> None:
    assert measured_by(evidence()) == [(f"Telegram: {RAISE[:1].lower()}{RAISE[1:]}", "interactions")]


def test_networks_judged_by_different_measures_are_told_apart() -> None:
    """The brand's finding by views stands on VK alone, and so is VK's own: one fact."""
    assert sorted(measured_by(evidence(of_vk=4.0))) == [
        (f"Telegram: {RAISE[:1].lower()}{RAISE[1:]}", "interactions"),
        (f"VK: {RAISE[:1].lower()}{RAISE[1:]}", "er_view"),
    ]
