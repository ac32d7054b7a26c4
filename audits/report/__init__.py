"""What an audit says, in which order, in Russian or English: sealed facts become a document that any drawer can draw."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from audits.report.facts import Facts
from audits.report.names import WHOLE
from audits.report.pages import (
    appendix,
    audience,
    competitors,
    content,
    data,
    engagement,
    maturity,
    networks,
    opening,
    plan,
    quality,
    reach,
    scorecard,
    timing,
    totals,
    traffic,
    visibility,
    volume,
)
from audits.report.sheets import sheets
from audits.report.telling import Telling
from audits.report.titles import audited
from audits.report.wording.digits import WITH_DIGITS
from smmstrategy.reports.document import Document, Page, Quote

FAMILIES = (
    opening,
    scorecard,
    networks,
    data,
    audience,
    visibility,
    reach,
    engagement,
    totals,
    volume,
    timing,
    content,
    traffic,
    competitors,
    quality,
    maturity,
    plan,
    appendix,
)


def document(
    facts: dict[str, Any], language: str, *, sealed_at: datetime, sha256: str, file_kinds: Mapping[str, str] | None = None
) -> Document:
    """The deck and the workbook of an audit; the same facts in the same language are the same document.

    `facts` is what `Facts.to_facts()` gave and the snapshot sealed; `sealed_at` and `sha256` are the snapshot's; `file_kinds`
    says by code what kinds of export files are called in the language.
    """
    telling = Telling(Facts.from_facts(facts), language, file_kinds or {})
    evidence = telling.evidence
    pages = _pages(telling)
    return Document(
        name=f"{_slug(evidence.brand)}_audit_{evidence.period.first:%Y-%m}_{evidence.period.last:%Y-%m}_v{telling.facts.about.issue}",
        title=audited(telling, Quote(evidence.brand)),
        language=language,
        sealed_at=sealed_at,
        snapshot_sha256=sha256,
        pages=pages,
        sheets=sheets(replace(telling, room=(WHOLE, WHOLE))),
        origins=telling.origins,
        words=WITH_DIGITS,
    )


def _pages(telling: Telling) -> tuple[Page, ...]:
    return tuple(page for family in FAMILIES for page in family.pages(telling))


def _slug(brand: str) -> str:
    """The brand's name as part of a file name on any system."""
    kept = "".join(character if character.isalnum() else "-" for character in brand.lower())
    return "-".join(filter(None, kept.split("-")))[:40] or "brand"
