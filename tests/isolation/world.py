"""Three clients with everything a client can have, and a word of their own in every text: met elsewhere, it is a leak."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.test import Client as Browser

from audits.models import Audit, CriterionScore, MaturityScore, Opportunity
from smmstrategy.clients.isolation import isolated_models
from smmstrategy.clients.models import Account, Brand, Client, Membership, Tracking, User
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.actions import record
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.actions import record as record_numbers
from smmstrategy.metrics.models import ColumnMapping, Import
from smmstrategy.metrics.records import AccountRecord, PostRecord
from smmstrategy.reports.actions import seal
from smmstrategy.reports.models import Download, ReportFile, Snapshot
from smmstrategy.reports.snapshots import sha256
from tests.isolation.people import LABELS, canary, sign_in_everybody

HANDED_OVER = (Client, Brand)
CODES = {
    *("time_zone", "currency", "kind", "key", "file_path", "sha256", "signature", "metric", "slice", "path", "manifest_path"),
    *("drawn_with", "methodology", "language", "format", "criterion", "dimension", "finding"),
}
MONTHS = {"first_day": date(2026, 1, 1), "last_day": date(2026, 6, 30)}
DELIVERED_AT = datetime(2026, 7, 3, tzinfo=UTC)


@dataclass
class Family:
    """What hangs on one brand. `handed` audit and file were delivered to the client, `kept` and `draft` ones were not."""

    brand: Brand
    tracking: Tracking
    import_: Import
    job: Job
    audits: dict[str, Audit]
    files: dict[str, ReportFile]
    opportunities: dict[str, Opportunity]


@dataclass
class Holding:
    """All that belongs to one client."""

    client: Client
    membership: Membership
    families: tuple[Family, Family]


@dataclass
class World:
    holdings: dict[str, Holding]
    browsers: dict[str, Browser]

    def row(self, label: str, model: type[models.Model]) -> models.Model | None:
        """Some row of a client's."""
        client = self.holdings[label].client
        return client if model is Client else model._default_manager.filter(client=client).first()


def build() -> World:
    clients = {label: Client.objects.create(name=label, slug=f"client-{label}") for label in LABELS}
    holdings = {label: _holding(label, client) for label, client in clients.items()}
    for label, client in clients.items():
        for _model, rows in text_rows(client):
            _plant(rows, label)
    return World(holdings, sign_in_everybody(clients))


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields in which people's words stand."""
    texts = [f for f in model._meta.concrete_fields if isinstance(f, models.CharField | models.TextField) and not f.choices]
    return [f for f in texts if f.name not in CODES and not isinstance(f, models.SlugField)]


def text_rows(client: Client) -> Iterator[tuple[type[models.Model], models.QuerySet]]:
    """The rows of a client in every table with words that may be changed."""
    for model in isolated_models():
        if text_fields(model) and not getattr(model, "append_only", False):
            yield model, model._default_manager.filter(**({"pk": client.pk} if model is Client else {"client": client}))


def _plant(rows: models.QuerySet, label: str) -> None:
    for row in rows:
        handed = isinstance(row, HANDED_OVER) or (isinstance(row, ReportFile) and row.delivered_at)
        word = canary(label, "handed" if handed else "within")
        values = {field.name: _text(field, word, row) for field in text_fields(type(row))}
        rows.filter(pk=row.pk).update(**values)


def _text(field: models.Field, word: str, row: models.Model) -> str:
    if isinstance(field, models.URLField) or field.name == "permalink":
        return f"https://{word}.example/"
    return f"{word}-{row.pk}" if field.name == "handle" else word


def _holding(label: str, client: Client) -> Holding:
    colleague = User.objects.create(email=f"colleague-{label}@example.com", name=canary(label, "within"))
    membership = Membership.objects.create(user=colleague, client=client, role="strategist")
    ColumnMapping.objects.create(client=client, signature=label, mapping={"rows": canary(label, "within")})
    holding = Holding(client, membership, (_family(label, client, 0), _family(label, client, 1)))
    record(Verb.CHANGED, client, by=colleague, client=client, after=_words(label), reason=canary(label, "within"))
    return holding


def _words(label: str) -> dict[str, Any]:
    return {"name": canary(label, "within")}


def _family(label: str, client: Client, number: int) -> Family:
    brand = Brand.objects.create(client=client, name=label, slug=f"brand-{label}-{number}")
    account = Account.objects.create(client=client, network="vk", handle=f"page{number}")
    tracking = Tracking.objects.create(client=client, brand=brand, account=account, role="own", group=label)
    _numbers(account)
    key = f"audit:{label}{number}:1"
    job = Job.objects.create(client=client, kind="audits.render", key=key, result=_words(label), status="failed")
    import_ = _import(label, brand, account)
    snapshot = seal(brand=brand, kind="audit", facts=_words(label), by=None)
    audits = _audits(brand, snapshot, job)
    files = {"kept": _file(label, "xlsx", snapshot, None), "handed": _file(label, "pptx", snapshot, DELIVERED_AT)}
    Download.objects.create(client=client, file=files["handed"])
    return Family(brand, tracking, import_, job, audits, files, {name: _filled(audit) for name, audit in audits.items()})


def _numbers(account: Account) -> None:
    """A post and its followers, said twice, so that corrections are kept too."""
    for day in (1, 2):
        post = PostRecord("1", {"views": Decimal(day)}, published_at=datetime(2026, 6, day, tzinfo=UTC), text="post")
        value = AccountRecord("followers", date(2026, 6, 30), date(2026, 6, 30), Decimal(day))
        record_numbers(account, posts=[post], values=[value], source="import", collected_at=datetime(2026, 7, day, tzinfo=UTC))


def _import(label: str, brand: Brand, account: Account) -> Import:
    path = f"imports/{label}-{brand.slug}.csv"
    size = _keep(path, canary(label, "within"))
    reason = {"text": canary(label, "within"), "params": {}}
    return Import.objects.create(
        client=brand.client, brand=brand, file_name=label, file_path=path, sha256="0" * 64, size=size, status="previewed",
        rejected=[[1, reason]], summary={"warnings": [reason]},
    )  # fmt: skip


def _audits(brand: Brand, snapshot: Snapshot, job: Job) -> dict[str, Audit]:
    rows = {
        "draft": {"status": "draft"},
        "rendering": {"status": "rendering", "job": job},
        "handed": {"status": "delivered", "snapshot": snapshot, "delivered_at": DELIVERED_AT},
    }
    return {name: Audit.objects.create(client=brand.client, brand=brand, **MONTHS, **fields) for name, fields in rows.items()}


def _filled(audit: Audit) -> Opportunity:
    CriterionScore.objects.create(client=audit.client, audit=audit, criterion="profile", score=1)
    MaturityScore.objects.create(client=audit.client, audit=audit, dimension="strategy", level=1)
    return Opportunity.objects.create(client=audit.client, audit=audit, title="do", impact=1, effort=1)


def _file(label: str, form: str, snapshot: Snapshot, delivered_at: datetime | None) -> ReportFile:
    word = canary(label, "handed" if delivered_at else "within")
    path = f"reports/{snapshot.brand.slug}.{form}"
    size = _keep(path, word)
    return ReportFile.objects.create(
        client=snapshot.client, brand=snapshot.brand, snapshot=snapshot, form=form, language="ru", name=form, path=path,
        manifest_path=path, sha256=sha256(word.encode()), size=size, drawn_with="1", delivered_at=delivered_at,
    )  # fmt: skip


def _keep(path: str, word: str) -> int:
    target = Path(settings.MEDIA_ROOT) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.write_text(word)
