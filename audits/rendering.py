"""The job that makes an audit's documents, and the drawing it shares with whoever checks them later.

The same snapshot gives the same bytes, whoever asks.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_noop

from audits import actions, criteria, maturity, opportunities, queries
from audits.evidence import METHODOLOGY
from audits.findings import findings
from audits.models import Audit
from audits.queries.refusals import NOTHING_TO_AUDIT
from audits.report import document
from audits.report.digest import digests
from audits.report.facts import MaturityLevel, Opportunity, Scored
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Language
from smmstrategy.clients.zones import today
from smmstrategy.jobs.actions import CannotSucceed, Claim
from smmstrategy.law import rules
from smmstrategy.metrics.imports import labels
from smmstrategy.reports import actions as reports
from smmstrategy.reports import excel, powerpoint, snapshots
from smmstrategy.reports.document import Document
from smmstrategy.reports.drawing import Drawing, Drawn
from smmstrategy.reports.manifest import manifest
from smmstrategy.reports.models import ReportFile, Snapshot

STEPS = 5
DRAWING = {ReportFile.Form.DECK: gettext_noop("drawing the deck"), ReportFile.Form.WORKBOOK: gettext_noop("drawing the workbook")}
DRAWERS: dict[str, Callable[[Document], Drawing]] = {
    ReportFile.Form.DECK: powerpoint.draw,
    ReportFile.Form.WORKBOOK: excel.draw,
}


def render(claim: Claim) -> None:
    """The job: evidence, findings, seal, deck, workbook. Killed anywhere, the next holder goes on from the seal, once."""
    claim.progress(0, STEPS, gettext_noop("gathering and measuring the numbers"))
    snapshot, language = _sealed(claim)
    claim.progress(2, STEPS, gettext_noop("putting the findings into words"))
    contents, summary = described(snapshot, language), digests(snapshots.content(snapshot), Language.values)
    files = _drawn(contents, claim, 3, STEPS)
    with claim.finishing({"audit": claim.job.payload["audit"], "snapshot": snapshot.pk}):
        audit = Audit.objects.select_related("client", "snapshot__client").defer("snapshot__content").get(snapshot=snapshot)
        actions.finish(audit, drawn=files, summary=summary, by=claim.job.requested_by)
        claim.progress(STEPS, STEPS, "")


def draw(claim: Claim) -> None:
    """The job: deck and workbook of a sealed audit in another language, from the same seal."""
    language, steps = claim.job.payload["language"], 1 + len(DRAWING)
    claim.progress(0, steps, gettext_noop("putting the findings into words"))
    with scope(claim.scope):
        audit = Audit.objects.select_related("snapshot").get(pk=claim.job.payload["audit"])
    if not audit.is_read:
        raise CannotSucceed(Audit.UNREAD)
    contents = described(audit.snapshot, language)
    files = _drawn(replace(contents, name=f"{contents.name}_{language}"), claim, 1, steps)
    with claim.finishing({"audit": audit.pk, "snapshot": audit.snapshot_id}):
        reports.keep(audit.snapshot, files, language=language, by=claim.job.requested_by)
        claim.progress(steps, steps, "")


def _drawn(contents: Document, claim: Claim, done: int, steps: int) -> list[Drawn]:
    files = []
    for place, (form, step) in enumerate(DRAWING.items(), done):
        claim.progress(place, steps, step)
        files.append(drawn(contents, form))
    return files


def _sealed(claim: Claim) -> tuple[Snapshot, str]:
    """The audit's snapshot, sealed now unless an earlier attempt came that far."""
    with scope(claim.scope):
        audit = Audit.objects.select_related("brand__client", "snapshot").get(pk=claim.job.payload["audit"])
        if audit.snapshot is not None:
            if not audit.is_read:
                raise CannotSucceed(Audit.UNREAD)
            return audit.snapshot, audit.language
        if not queries.has_data(audit.brand):
            raise CannotSucceed(NOTHING_TO_AUDIT)
        known = _known(audit)
    claim.progress(1, STEPS, gettext_noop("sealing the numbers"))
    with scope(claim.scope):
        actions.seal(audit, known=known, by=claim.job.requested_by)
        claim.extend()  # in the same transaction: whoever lost the lease seals nothing
    return audit.snapshot, audit.language


def _known(audit: Audit) -> dict[str, Any]:
    """All that the documents may say beside what the audit is, read while no import stores anything."""
    queries.hold_still(audit.brand)
    evidence = queries.evidence(audit.brand, audit.period)
    return {
        "evidence": evidence,
        "findings": findings(evidence),
        "criteria_version": criteria.LATEST,
        "scores": tuple(
            Scored(s.criterion, s.score, s.is_applicable, s.comment, s.evidence) for s in audit.scores.order_by("criterion")
        ),
        "maturity_version": maturity.LATEST,
        "maturity": tuple(
            MaturityLevel(m.dimension, m.level, m.target, m.justification) for m in audit.maturity.order_by("dimension")
        ),
        "opportunities_version": opportunities.LATEST,
        "opportunities": tuple(
            Opportunity(o.title, o.impact, o.effort, o.horizon_days, o.finding, o.metric, o.owner)
            for o in audit.opportunities.order_by("pk")
        ),
        "law_version": rules.LATEST,
        "law_on": today(audit.brand.client.time_zone),
        "versions": {"methodology": METHODOLOGY},
    }


def described(snapshot: Snapshot, language: str) -> Document:
    """The audit's document; raises SnapshotDamaged when the snapshot is not what was sealed."""
    facts = snapshots.content(snapshot)
    return document(
        facts, language, sealed_at=snapshot.sealed_at, sha256=snapshot.sha256, file_kinds=labels.names_of_kinds(language)
    )


def drawn(document: Document, form: str) -> Drawn:
    drawing = DRAWERS[form](document)
    return Drawn(form, f"{document.name}.{form}", drawing, manifest(document, drawing))
