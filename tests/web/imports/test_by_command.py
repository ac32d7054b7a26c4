"""An import made by command, on its page and in the list: nobody has uploaded it."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

from smmstrategy.metrics.models import Import
from tests.web.imports.conftest import words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "on_page", "in_list"),
    [("en", r"uploaded \d.* \d\d:\d\d by command", "by command"), ("ru", r"загружен \d.* \d\d:\d\d командой", "командой")],
)
def test_pages_say_that_it_was_made_by_command(agency, signed_in, tmp_path, language, on_page, in_list):
    agency.strategist.language = language
    agency.strategist.save()
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    with translation.override("en"):
        call_command(
            "import_export", str(tmp_path), "--brand", "brand-a", "--account", "vk:acme", stdout=StringIO(), stderr=StringIO()
        )
    browser = signed_in(agency.strategist)
    page = words(browser.get(f"/imports/{Import.objects.get().pk}/"))
    assert re.search(on_page, page)
    assert in_list in words(browser.get("/clients/client-a/imports/"))
