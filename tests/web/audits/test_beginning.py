"""The form that begins an audit: which months it offers, and what it says their data is like."""

import re
from datetime import UTC, date, datetime

import pytest

from audits.models import Audit
from smmstrategy.metrics.actions import record
from tests.web.conftest import followers, post, track
from tests.web.imports.test_pages import words

pytestmark = pytest.mark.django_db


def test_a_new_audit_takes_six_full_months_and_shows_what_it_stands_on(agency, channel, strategist):
    page = strategist.get("/brands/brand-a/audits/new/").content.decode()
    assert re.search(r'<option value="2026-06" selected>', page)
    assert re.search(r'<option value="6" selected>', page)
    check = words(strategist.get("/brands/brand-a/audits/check/?until=2026-06&months=6"))
    assert "Audited 1 January 2026 – 30 June 2026" in check
    assert "The months before 1 July 2025 – 31 December 2025" in check
    assert "brand in vk VK · brand 6 / 6 60 enough" in check
    year, nine = (words(strategist.get(f"/brands/brand-a/audits/check/?until=2026-06&months={n}")) for n in (12, 9))
    assert "A year earlier the same as the months before: compared once" in year
    assert "A year earlier overlaps the months before: only these are compared" in nine


def test_old_months_can_be_audited_and_those_without_data_say_so(agency, strategist):
    old = track(agency.brand_a, "vk", "old")
    posts = [post(date(2013, month, 28), views=100, likes=9) for month in (1, 2, 4)]
    june = [followers(date(2013, 6, day), 500) for day in (29, 30)]
    record(old, posts=posts, values=june, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    page = strategist.get("/brands/brand-a/audits/new/").content.decode()
    assert re.search(r'<option value="2013-06" selected>June 2013</option>', page)
    assert "The last month with data for its last days is June 2013." in page
    assert '<option value="2013-05">May 2013: no data</option>' in page
    assert re.search(r'<option value="20\d\d-\d\d">.*?<option value="2013-01">January 2013</option>\s*</optgroup>', page, re.S)
    assert "2012-12" not in page
    check = words(strategist.get("/brands/brand-a/audits/check/?until=2013-06&months=6"))
    assert "old in vk VK · old 5 / 6 3 little" in check


def test_a_month_without_data_for_its_last_days_is_no_full_one(agency, strategist):
    posts = [post(date(2014, 3, day), views=100, likes=9) for day in range(11, 24)]
    record(track(agency.brand_a, "vk", "old"), posts=posts, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    page = strategist.get("/brands/brand-a/audits/new/").content.decode()
    assert re.search(r'<option value="2014-03" selected>March 2014</option>', page)
    assert "March 2014 is one of the last months with data; there is none for its last days." in page


def test_an_account_without_data_in_these_months_says_of_which_there_is_some(agency, channel, strategist):
    competitor = track(agency.brand_a, "vk", "rival", "competitor")
    posts = [post(date(2024, month, 28), views=100, likes=9) for month in (1, 4)]
    record(competitor, posts=posts, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    check = words(strategist.get("/brands/brand-a/audits/check/?until=2026-06&months=6"))
    assert "0 no data nothing in these months; there is something from January 2024 to April 2024" in check


def test_months_without_any_data_are_refused_with_those_that_have_some(agency, channel, strategist):
    answer = words(strategist.post("/brands/brand-a/audits/new/", {"until": "2026-09", "months": "3", "language": "ru"}))
    assert "There is nothing of Brand A in these months; there is something from June 2025 to June 2026." in answer
    assert not Audit.objects.exists()


def test_the_only_month_that_has_data_is_named_once(agency, strategist):
    account = track(agency.brand_a, "vk", "brand")
    posts = [post(date(2026, 4, day), views=100, likes=9) for day in (3, 28)]
    record(account, posts=posts, source="import", collected_at=datetime(2026, 7, 1, tzinfo=UTC))
    answer = words(strategist.post("/brands/brand-a/audits/new/", {"until": "2026-09", "months": "3", "language": "ru"}))
    assert "There is nothing of Brand A in these months; there is something of April 2026." in answer
    check = words(strategist.get("/brands/brand-a/audits/check/?until=2026-03&months=3"))
    assert "nothing in these months; there is something of April 2026" in check
