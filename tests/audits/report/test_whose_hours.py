"""A finding by hours or formats names the accounts it stands on where these are not all, and so does its advice."""

from dataclasses import replace

import pandas as pd

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.opportunities import opportunities
from audits.report.telling import Telling
from smmstrategy.reports.document import Bullets, Callout, Page
from tests.audits.report.test_one_story import facts, pages, text
from tests.audits.synthetic import records


def evidence(*, evening: float = 1.0, late: float = 8.0) -> Evidence:
    """Of three accounts YouTube alone, with few posts, publishes after 21 h; how many times the response is at these hours."""
    base = records(5, own=3, competitors=0, posts=700)
    posts = base.rows.posts
    is_small, on_workdays = posts["account_id"] == 3, posts["weekday"] < 5
    posts = posts[~is_small | (posts["post_id"] % 4 == 0)]
    posts = posts.assign(hour=posts["hour"].clip(upper=20).where(~is_small, posts["hour"].clip(upper=17)))
    posts.loc[is_small & (posts["post_id"] % 8 == 0), "hour"] = 22.0
    at_night, at_evening = on_workdays & (posts["hour"] >= 21), on_workdays & posts["hour"].between(18, 20) & ~is_small
    factor = pd.Series(1.0, posts.index).where(~at_night, late).where(~at_evening, evening)
    for code in ("likes", "comments", "shares"):
        posts[code] = (posts[code] * factor).round()
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


def advice(page: Page) -> list[str]:
    return [text(block.text) for block in page.blocks if isinstance(block, Callout)]


def to_do(page: Page) -> list[str]:
    (column,) = (b for b in page.blocks if isinstance(b, Bullets) and b.tone == "action")
    return [text(item) for item in column.items]


def test_hours_of_one_account_are_told_of_it_in_the_title_and_in_the_advice() -> None:
    told = pages(evidence())
    hours, summary = told["hours"], told["summary"]
    said = "YouTube, 55 of the brand’s 503 posts: on weekdays between 21 and 0 h posts do better: 22.93% against 7.65%"
    todo = "Move important posts to the time of higher response: on weekdays between 21 and 0 h (YouTube)"
    assert (text(hours.title), text(summary.title)) == (said, said)
    assert (advice(hours), to_do(summary)[0]) == ([todo], todo)


def test_hours_of_more_of_the_brand_are_told_before_those_of_which_a_test_is_surer() -> None:
    found = evidence(evening=1.4)
    surer, told_first = (f for f in sorted(findings(found), key=lambda f: -f.strength) if f.code == "best_time")
    assert (surer.words["key"], told_first.words["key"]) == ("workday-21", "workday-18")
    told = pages(found)
    hours, summary = told["hours"], told["summary"]
    said = "VK and Telegram: on weekdays between 18 and 21 h posts do better: 5.44% against 3.65%"
    todo = "Move important posts to the time of higher response: on weekdays between 18 and 21 h (VK and Telegram)"
    assert (text(hours.title), text(summary.title)) == (said, said)
    assert (advice(hours), to_do(summary)[0]) == ([todo], todo)


def test_the_workbook_says_of_all_such_hours_what_to_do() -> None:
    told = Telling(facts(evidence(evening=1.4)), "ru")
    (moving,) = (one for one in opportunities(told) if one.rests_on[0].code == "best_time")
    assert text(moving.in_full, "ru") == (
        "Перенести важные публикации на время, когда отклик выше: по будням с 18 до 21 ч (ВКонтакте и Telegram), "
        "по будням с 21 до 0 ч (YouTube)"
    )
