"""The manifest of a document, from the page of its audit: for the agency, to check a file that somebody has changed."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from audits import actions
from smmstrategy.files import path_of
from smmstrategy.reports.models import ReportFile
from tests.reports.reading import changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def deck(ready):
    return ReportFile.objects.get(form="pptx")


def test_a_deck_changed_since_its_download_is_checked_against_the_manifest_of_its_page(ready, deck, strategist, tmp_path, capsys):
    address = f"/files/{deck.pk}/manifest/"
    assert f'href="{address}"' in strategist.get(f"/audits/{ready.pk}/").content.decode()
    manifest = strategist.get(address)
    assert manifest.headers["Content-Disposition"] == f'attachment; filename="{deck.name}.manifest.json"'
    kept = tmp_path / deck.name
    content = b"".join(strategist.get(f"/files/{deck.pk}/"))
    kept.write_bytes(changed(content, "ppt/slides/slide2.xml", r"<a:t>\d+", "<a:t>77777"))
    (tmp_path / f"{deck.name}.manifest.json").write_bytes(b"".join(manifest))
    with override("en"), pytest.raises(CommandError, match="1 of 1 file: not what the manifest says"):
        call_command("report_lint", kept)
    assert "77777" in capsys.readouterr().out


def test_a_manifest_that_is_gone_is_said_to_be(deck, strategist):
    path_of(deck.manifest_path).unlink()
    assert strategist.get(f"/files/{deck.pk}/manifest/").status_code == 410


def test_the_client_gets_the_document_alone(agency, ready, deck, signed_in):
    actions.deliver(audit=ready, by=agency.manager)
    client = signed_in(agency.client_user)
    assert [client.get(f"/files/{deck.pk}/{what}").status_code for what in ("", "manifest/")] == [200, 404]
    assert "/manifest/" not in client.get(f"/audits/{ready.pk}/").content.decode()
