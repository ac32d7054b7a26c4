"""The same facts give the same documents and the same summary as long as methodology and drawers are called the same."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from audits.evidence import METHODOLOGY
from audits.report import document
from audits.report.digest import digests
from smmstrategy.reports import excel, powerpoint
from smmstrategy.reports.manifest import DRAWN_WITH
from tests.audits.report import builder

LANGUAGES = ("ru", "en")
SEALED_AT = datetime(2026, 10, 5, tzinfo=UTC)


def parts(package: bytes) -> Iterator[bytes]:
    """Names and contents of all parts, those of a workbook in a deck, too: how well a machine's zlib packs them changes nothing."""
    with ZipFile(BytesIO(package)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            yield name.encode()
            yield from parts(content) if name.endswith(".xlsx") else (content,)


def test_what_is_drawn_and_told_of_an_audit_changes_with_the_version_of_what_draws_or_tells_it() -> None:
    """Where it fails, DRAWN_WITH is to be raised, or METHODOLOGY where facts or summary are others, and the digest begins anew."""
    facts = builder.full().to_facts()
    drawn = sha256(json.dumps(digests(facts, LANGUAGES), sort_keys=True).encode())
    for language in LANGUAGES:
        described = document(facts, language, sealed_at=SEALED_AT, sha256="0" * 64)
        for drawer in (powerpoint, excel):
            for part in parts(drawer.draw(described).content):
                drawn.update(part)
    assert (METHODOLOGY, DRAWN_WITH, drawn.hexdigest()[:16]) == ("23", "23", "fe01c4cee3d97de5")
