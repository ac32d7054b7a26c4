"""A footer counts the posts of whom the slide speaks."""

from dataclasses import replace

import pytest

from audits.report.pages import engagement
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.report.builder import NOW, full


@pytest.mark.parametrize(("subject", "account_ids"), [("own", {1, 2, 3, 4}), ("account-3", {3})])
def test_why_a_rate_changed_stands_on_the_posts_of_the_account_the_title_names(subject: str, account_ids: set[int]) -> None:
    facts = full()
    reasons = tuple(found for found in facts.findings if found.code == "er_why" and found.subject == subject)
    telling = Telling(replace(facts, findings=reasons), "en")
    page = next(page for page in engagement.pages(telling) if page.key == "er_change")
    posts = sum(post.account_id in account_ids and post.day >= NOW.first for post in facts.evidence.posts)
    assert write(page.title, "en").startswith("YouTube: ") is (subject == "account-3")
    assert f"n = {posts} · ".replace(" = ", "\u00a0=\u00a0") in write(page.footer, "en")
    assert "method er_view@2 · coverage 100%" in write(page.footer, "en")
