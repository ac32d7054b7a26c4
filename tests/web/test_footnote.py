"""The note on Meta stands, once, at the foot of whatever Russian page names a network of it, and nowhere else."""

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from audits import actions
from smmstrategy.law.meta import META_NOTE
from smmstrategy.templatetags.shell import footnoted
from tests.web.audits.conftest import made
from tests.web.conftest import HALF_YEAR, track

pytestmark = pytest.mark.django_db
PAGES = ("/clients/client-a/", "/brands/brand-a/numbers/", "/brands/brand-a/audits/check/?until=2026-06&months=6")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def notes(browser, *pages: str) -> list[int]:
    answers = [browser.get(page) for page in pages]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.content.decode().count(META_NOTE) for answer in answers]


@pytest.fixture
def reader(agency, signed_in):
    def of(language, user=agency.strategist):
        user.language = language
        user.save()
        return signed_in(user)

    return of


def test_a_russian_page_that_names_instagram_carries_the_note_and_its_star(agency, channel, reader):
    track(agency.brand_a, "instagram", "brand")
    browser = reader("ru")
    assert notes(browser, *PAGES) == [1, 1, 1]
    assert "Instagram*" in browser.get(PAGES[0]).content.decode()


def test_an_english_page_and_one_that_names_none_of_its_networks_carry_no_note(agency, channel, reader):
    assert notes(reader("ru"), *PAGES) == [0, 0, 0]
    track(agency.brand_a, "instagram", "brand")
    assert notes(reader("en"), *PAGES) == [0, 0, 0]


def test_an_audit_carries_it_for_the_agency_and_for_the_client(agency, channel, reader):
    track(agency.brand_a, "instagram", "brand")
    audit = made(actions.start(brand=agency.brand_a, period=HALF_YEAR, language="ru", by=agency.strategist))
    actions.deliver(audit=audit, by=agency.manager)
    page = f"/audits/{audit.pk}/"
    assert notes(reader("ru"), page) == notes(reader("ru", agency.client_user), page) == [1]


def test_a_name_in_a_list_that_is_still_closed_has_its_note_where_the_list_opens():
    choices = mark_safe("<select><option>ВКонтакте</option><option>Instagram*</option></select>")
    with translation.override("ru"):
        assert footnoted(choices).count(META_NOTE) == 1
