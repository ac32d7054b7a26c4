"""Pages that list imports, or values with their imports, ask the database for nothing that is as long as a file."""

import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports import actions as imports
from smmstrategy.metrics.models import Import, Post
from tests.web.test_history import DAY, bring, words

pytestmark = pytest.mark.django_db
OTHERS = ('"metrics_collection"', '"audits_audit"')  # with columns of these names that are short
WHOLE = re.compile(r'(\S+)\."(rejected|summary)"(?:,| FROM)')


def asked_for(browser, address):
    """The answer of a page, and what it asked for that is as long as a file."""
    with CaptureQueriesContext(connection) as told:
        answer = browser.get(address)
    assert answer.status_code == 200
    assert any('"metrics_import"' in query["sql"] for query in told)
    long = [found.groups() for query in told for found in WHOLE.finditer(query["sql"])]
    return answer, [column for table, column in long if table not in OTHERS]


def test_no_list_asks_for_what_is_as_long_as_a_file(agency, tmp_path, settings, signed_in):
    settings.MEDIA_ROOT = tmp_path
    bring(agency.brand_a, "june", agency.strategist, 500, 10)
    posts, days = bring(agency.brand_a, "july", agency.manager, 512, 25)
    Import.objects.filter(pk=posts.pk).update(rejected=[[row, {"text": "x", "params": {}}] for row in range(1234)])
    Import.objects.filter(pk=days.pk).update(status="previewed")
    imports.keep(agency.brand_a, ContentFile(b"", name="unread.csv"), by=None)
    browser, account, post = signed_in(agency.strategist), Account.objects.get(), Post.objects.get()
    pages = {
        "account": f"/values/accounts/{account.pk}/",
        "value": f"/values/accounts/{account.pk}/?metric=followers&starts_on={DAY}&ends_on={DAY}",
        "post": f"/values/posts/{post.pk}/",
        "corrected values": f"/imports/{days.pk}/corrections/?of=accounts",
        "corrected posts": f"/imports/{posts.pk}/corrections/?of=posts",
        "client": f"/clients/{agency.a.slug}/",
        "home": "/",
        "list": f"/clients/{agency.a.slug}/imports/",
    }
    answers = {name: asked_for(browser, address) for name, address in pages.items()}
    assert {name: long for name, (_answer, long) in answers.items()} == {name: [] for name in pages}
    said = {name: "-days.csv" in words(answer) for name, (answer, _long) in answers.items()}
    assert said == {name: name not in ("post", "corrected posts") for name in pages}
    cells = re.findall(r'<td class="num[^"]*" data-label="\w+">([^<]*)', words(answers["list"][0]))
    assert cells == ["—", "—", "—", "0", "2", "0", "1", "0", "1", "0", "1", "1,234", "2", "2", "0", "0", "1", "1", "0", "0"]
