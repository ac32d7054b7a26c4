"""What people do to audits: draft, score, submit, make a new version, deliver, make one the baseline; and how a job ends one."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audits import queries
from audits.edits import PLANNED
from audits.evidence import METHODOLOGY
from audits.models import DRAW_JOB, JOB, Audit, CriterionScore, MaturityScore, Opportunity
from audits.queries.refusals import not_over, nothing_in, why_none
from audits.report.facts import About, Facts
from smmstrategy.clients.models import Brand, User
from smmstrategy.clients.zones import today
from smmstrategy.jobs.actions import enqueue
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import actions as reports
from smmstrategy.reports.drawing import Drawn
from smmstrategy.reports.queries import files_of

DRAFT, RENDERING, READY, DELIVERED = (Audit.Status(s) for s in ("draft", "rendering", "ready", "delivered"))


class Refused(Exception):
    """It cannot be done as things are; the text is a sentence for the person who asked."""


@transaction.atomic
def draft(brand: Brand, *, period: Period, language: str, by: User | None) -> Audit:
    """An audit to be scored before it is submitted. Refuses months that are not over, and a brand without any data."""
    _require_auditable(brand, period)
    audit = Audit.objects.create(
        client=brand.client, brand=brand, first_day=period.first, last_day=period.last, language=language, created_by=by
    )
    record(Verb.DRAFTED, audit, by=by, client=brand.client, after=_named(audit))
    return audit


@transaction.atomic
def submit(audit: Audit, *, by: User | None) -> Audit:
    """Have the worker make the documents. Again while they are being made changes nothing; after a failure it tries anew."""
    audit = Audit.objects.select_for_update(of=("self",), no_key=True).select_related("brand__client", "job").get(pk=audit.pk)
    if audit.status == RENDERING and not audit.has_failed:
        return audit
    if audit.status not in (DRAFT, RENDERING):
        raise Refused(_("This audit is sealed. To change it, make a new version."))
    attempt = int(audit.job.key.rsplit(":", 1)[1]) + 1 if audit.job else 1
    audit.job = enqueue(JOB, key=f"audit:{audit.pk}:{attempt}", client=audit.brand.client, payload={"audit": audit.pk}, by=by)
    audit.status = RENDERING
    audit.save(update_fields=["job", "status"])
    record(Verb.SUBMITTED, audit, by=by, client=audit.brand.client, after=_named(audit))
    return audit


@transaction.atomic
def start(brand: Brand, *, period: Period, language: str, by: User | None, filled_as: Audit | None = None) -> Audit:
    """Draft, filled in as another audit, and submit in one go; asking twice while the first is being made gives the same audit."""
    Brand.objects.select_for_update(no_key=True).get(pk=brand.pk)
    same = Audit.objects.filter(
        brand=brand, first_day=period.first, last_day=period.last, language=language, status=RENDERING
    ).select_related("job")
    open_one = next((audit for audit in same if not audit.has_failed), None)
    if open_one:
        return open_one
    audit = draft(brand, period=period, language=language, by=by)
    if filled_as:
        _fill(audit, filled_as)
        record(Verb.REVISED, audit, by=by, client=audit.client, before={"audit": filled_as.pk}, after=_named(audit))
    return submit(audit, by=by)


@transaction.atomic
def revise(audit: Audit, *, by: User, reason: str) -> Audit:
    """A new version: a draft for the same months with the same scores; the sealed audit stays as it is."""
    if not reason.strip():
        raise Refused(_("Say why a new version is made: the ledger keeps the reason."))
    revision = draft(audit.brand, period=audit.period, language=audit.language, by=by)
    _fill(revision, audit)
    record(Verb.REVISED, revision, by=by, client=audit.client, before={"audit": audit.pk}, after=_named(revision), reason=reason)
    return revision


@transaction.atomic
def hold(audit: Audit) -> None:
    """Let nobody else fill the audit in until the open transaction ends. Refuses one that is sealed."""
    _require_draft(audit)


@transaction.atomic
def save_scores(audit: Audit, *, scores: Iterable[CriterionScore], by: User) -> None:
    """Write the experts' scores; those of criteria not named stay."""
    _save(audit, CriterionScore, scores, "criterion", ("score", "is_applicable", "comment", "evidence"), by)


@transaction.atomic
def save_maturity(audit: Audit, *, levels: Iterable[MaturityScore], by: User) -> None:
    """Write levels and targets; those of dimensions not named stay."""
    _save(audit, MaturityScore, levels, "dimension", ("level", "target", "justification"), by)


@transaction.atomic
def put_opportunity(opportunity: Opportunity, *, by: User) -> None:
    """Add one thing to do, or change it when it is there already."""
    audit = opportunity.audit
    _require_draft(audit)
    before = Opportunity.objects.filter(pk=opportunity.pk).values("id", *PLANNED).first()
    opportunity.client_id = audit.client_id
    opportunity.full_clean()
    opportunity.save()
    record(Verb.PLANNED, audit, by=by, client=audit.client, before=before, after=_planned(opportunity))


@transaction.atomic
def drop_opportunity(opportunity: Opportunity, *, by: User) -> None:
    """Take one thing to do off the list; one that is off it already stays so, and nothing is said of it again."""
    audit = opportunity.audit
    _require_draft(audit)
    before = _planned(opportunity)
    removed, _of_each_kind = opportunity.delete()
    if removed:
        record(Verb.UNPLANNED, audit, by=by, client=audit.client, before=before)


@transaction.atomic
def seal(audit: Audit, *, known: dict[str, Any], by: User | None) -> None:
    """Freeze what the documents may say; a brand's first audit is its baseline."""
    about = _about(audit, by)
    audit.snapshot = reports.seal(audit.brand, kind="audit", facts=Facts(about=about, **known).to_facts(), by=by)
    audit.issue, audit.methodology = about.issue, METHODOLOGY
    audit.save(update_fields=["snapshot", "issue", "methodology"])
    if about.is_baseline:
        make_baseline(audit, by=by)


@transaction.atomic
def draw_in(audit: Audit, *, language: str, by: User | None) -> None:
    """Have the worker draw a sealed audit in another language too, from the same seal; asking again meanwhile changes nothing."""
    audit = _locked_with_seal(audit)
    if audit.status not in (READY, DELIVERED):
        raise Refused(_("Only an audit that is ready can be drawn in another language."))
    if audit.is_drawn_in_another or files_of(audit.snapshot, language):
        return
    key, payload = f"audit:{audit.pk}:{language}:{secrets.token_hex(4)}", {"audit": audit.pk, "language": language}
    audit.job = enqueue(DRAW_JOB, key=key, client=audit.client, payload=payload, by=by)
    audit.save(update_fields=["job"])
    record(Verb.SUBMITTED, audit, by=by, client=audit.client, after=_named(audit) | {"language": language})


@transaction.atomic
def deliver(audit: Audit, *, by: User, reason: str = "") -> Audit:
    """Let the client's own people see the audit and download its files; delivering again adds what was drawn meanwhile."""
    audit = _locked_with_seal(audit)
    if audit.status not in (READY, DELIVERED) or audit.snapshot is None:
        raise Refused(_("Only an audit that is ready can be delivered."))
    reports.deliver([file for file in queries.documents(audit) if file.delivered_at is None], by=by, reason=reason)
    if audit.status == READY:
        audit.status, audit.delivered_at = DELIVERED, timezone.now()
        audit.save(update_fields=["status", "delivered_at"])
        record(Verb.DELIVERED, audit, by=by, client=audit.client, after=_named(audit), reason=reason)
    return audit


@transaction.atomic
def withdraw(audit: Audit, *, by: User, reason: str) -> Audit:
    """Take back what was delivered: the client's people no longer see it. Delivering it again undoes this."""
    audit = _locked_with_seal(audit)
    if audit.status != DELIVERED:
        raise Refused(_("Only an audit that was delivered can be withdrawn."))
    if not reason.strip():
        raise Refused(_("Say why the audit is withdrawn: the ledger keeps the reason."))
    reports.withdraw(audit.snapshot.files.filter(delivered_at__isnull=False).select_related("client"), by=by, reason=reason)
    before = {"delivered_at": audit.delivered_at.isoformat()}
    audit.status, audit.delivered_at = READY, None
    audit.save(update_fields=["status", "delivered_at"])
    record(Verb.WITHDRAWN, audit, by=by, client=audit.client, before=before, after=_named(audit), reason=reason)
    return audit


@transaction.atomic
def make_baseline(audit: Audit, *, by: User | None, reason: str = "") -> None:
    """From now on later measurements are compared with this audit; a brand has one baseline."""
    Brand.objects.select_for_update(no_key=True).get(pk=audit.brand_id)
    if audit.snapshot_id is None:
        raise Refused(_("Only an audit that is ready can be the baseline."))
    before = Audit.objects.filter(brand=audit.brand_id, is_baseline=True).first()
    if before == audit:
        return
    Audit.objects.filter(brand=audit.brand_id, is_baseline=True).update(is_baseline=False)
    audit.is_baseline = True
    audit.save(update_fields=["is_baseline"])
    was = {"audit": before.pk if before else None}
    record(Verb.CHOSEN, audit, by=by, client=audit.client, before=was, after=_named(audit), reason=reason)


@transaction.atomic
def finish(audit: Audit, *, drawn: Sequence[Drawn], summary: dict[str, Any], by: User | None) -> None:
    """Keep the documents, and the audit is ready."""
    audit.status, audit.summary = READY, summary
    audit.save(update_fields=["status", "summary"])
    reports.keep(audit.snapshot, drawn, language=audit.language, by=by)
    record(Verb.RENDERED, audit, by=by, client=audit.client, after=_named(audit))


def _save(audit: Audit, kind: type, rows: Iterable, key: str, columns: tuple[str, ...], by: User) -> None:
    _require_draft(audit)
    rows = list(rows)
    for row in rows:
        row.audit, row.client_id = audit, audit.client_id
        row.full_clean(validate_unique=False, validate_constraints=False)
    before = {getattr(r, key): [getattr(r, c) for c in columns] for r in kind.objects.filter(audit=audit)}
    kind.objects.bulk_create(rows, update_conflicts=True, unique_fields=["audit", key], update_fields=columns)
    after = {getattr(r, key): [getattr(r, c) for c in columns] for r in rows}
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    if changed:
        record(Verb.SCORED, audit, by=by, client=audit.client, before={name: before.get(name) for name in changed}, after=changed)


def _fill(audit: Audit, as_other: Audit) -> None:
    """Take over what experts and planners said of another audit."""
    for kind in (CriterionScore, MaturityScore, Opportunity):
        rows = list(kind.objects.filter(audit=as_other))
        for row in rows:
            row.pk, row.audit = None, audit
        kind.objects.bulk_create(rows)


def _planned(row: Opportunity) -> dict[str, Any]:
    """As an entry has it: which one it is, and what is said of it."""
    return {name: getattr(row, name) for name in ("id", *PLANNED)}


def _about(audit: Audit, by: User | None) -> About:
    """Of a brand's audits one is sealed at a time, until the transaction ends: each counts those before it."""
    Brand.objects.select_for_update(no_key=True).get(pk=audit.brand_id)
    _locked_with_seal(audit)
    sealed = Audit.objects.filter(brand=audit.brand, snapshot__isnull=False).exclude(pk=audit.pk)
    issues = sealed.filter(first_day=audit.first_day, last_day=audit.last_day).count() + 1
    is_first = not Audit.objects.filter(brand=audit.brand, is_baseline=True).exists()
    return About(audit.pk, is_baseline=is_first, issue=issues, author=by.name if by else "")


def _locked_with_seal(audit: Audit) -> Audit:
    """As it is now, until the transaction ends; without the sealed facts."""
    sealed = Audit.objects.select_related("snapshot", "client", "job").defer("snapshot__content")
    return sealed.select_for_update(of=("self",), no_key=True).get(pk=audit.pk)


def _require_draft(audit: Audit) -> None:
    if not list(Audit.objects.select_for_update(no_key=True).filter(pk=audit.pk, status=DRAFT).values_list("pk")):
        raise Refused(_("This audit was sealed meanwhile, so nothing in it can be changed. To go on, make a new version."))


def _require_auditable(brand: Brand, period: Period) -> None:
    if period != Period.months(period.last, period.month_count):
        raise Refused(_("An audit covers whole calendar months."))
    if period.last >= today(brand.client.time_zone):
        raise Refused(not_over(period.last))
    known = queries.months_with_data(brand)
    if not known:
        raise Refused(why_none(brand))
    if not any(period.first <= month <= period.last for month in known):
        raise Refused(nothing_in(brand, known))


def _named(audit: Audit) -> dict[str, Any]:
    return {"brand": audit.brand_id, "first_day": f"{audit.first_day}", "last_day": f"{audit.last_day}", "language": audit.language}
