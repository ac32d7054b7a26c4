"""What the numbers of a brand are is not said again of the only account they come from."""

from functools import cache

import numpy as np
import pytest

from audits.evidence import Severity
from audits.measures.assembly import assemble
from audits.report.telling import Telling
from audits.report.titles import of_severity
from smmstrategy.reports.document import Bullets
from tests.audits.report.test_one_story import facts, pages_of, text
from tests.audits.report.test_some_accounts import SITE
from tests.audits.test_same_accounts import ALWAYS, NOW, TELEGRAM, UNTIL_NOW, VK, daily, level, measured


@cache
def vk_rose(beside: str) -> Telling:
    """VK got 5 likes on 100 views, since January 10. Beside it a website, or Telegram, of which views and likes are not known."""
    frames = [daily(1, UNTIL_NOW, views=100.0, likes=5.0), daily(1, NOW, views=100.0, likes=10.0)]
    frames += [daily(2, ALWAYS)] * (beside == "telegram")
    days = level(5, "visits", ALWAYS, 10) if beside == "website" else ()
    accounts = (VK, SITE) if beside == "website" else (VK, TELEGRAM)
    return Telling(facts(assemble(measured(frames, days, accounts))), "en")


@pytest.mark.parametrize(("beside", "whose"), [("website", ""), ("telegram", ", in 1 of 2 accounts")])
def test_a_strength_of_the_brand_and_of_its_only_account_is_one(beside: str, whose: str) -> None:
    balance = next(page for page in pages_of(vk_rose(beside).facts) if page.key == "balance")
    strengths = next(block for block in balance.blocks if isinstance(block, Bullets))
    assert [text(item) for item in strengths.items] == [
        f"Median ER by views rose from 5.00% to 10.00%{whose}",
        f"Median interactions rose from 5 to 10{whose}",
    ]
    assert text(balance.title) == "Data confirms 2 strengths, no weakness seen"


def test_a_format_of_the_only_account_that_has_it_is_one_strength() -> None:
    """Every other post of VK is a video with 10 likes, the others have 5: a half of its posts, a fourth of the brand's."""
    video = np.arange(NOW.days) % 2 == 1
    vk = daily(1, NOW, views=100.0, likes=np.where(video, 10.0, 5.0)).assign(format=np.where(video, "video", "image"))
    told = Telling(facts(assemble(measured([vk, daily(2, NOW)], (), (VK, TELEGRAM)))), "en")
    assert {f.subject for f in told.facts.findings if f.code == "format_best"} == {"own", "account-1"}
    assert [(f.subject, f.words["key"]) for f in of_severity(told, Severity.GOOD)] == [("own", "video")]


def test_what_is_found_of_an_account_alone_is_said_of_it() -> None:
    told = vk_rose("telegram")
    alone = [f for f in told.facts.findings if f.subject == "account-2" and f.code == "volume"]
    assert alone == [f for f in of_severity(told, alone[0].severity) if f.subject == "account-2" and f.code == "volume"]
