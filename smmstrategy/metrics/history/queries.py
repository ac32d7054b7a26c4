"""Values with everything that was ever held for them, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import get_language

from smmstrategy.clients.models import Account
from smmstrategy.metrics.catalogue import METRICS, Unit
from smmstrategy.metrics.models import (
    Collection,
    Import,
    Imports,
    Measured,
    Observation,
    ObservationRevision,
    Post,
    PostObservation,
    PostObservationRevision,
)

OF_POST, OF_ACCOUNT = ("post", "metric"), ("account", "metric", "starts_on", "ends_on", "slice")
ORIGIN = "imported_in"


@dataclass(frozen=True, slots=True)
class History:
    """The newest value of one metric and, behind it, those it replaced and those that never stood beside it."""

    now: Measured
    earlier: list[Measured]
    collection: Collection | None

    @property
    def currency(self) -> str:
        """Of an amount; empty for everything else."""
        known = METRICS.get(self.now.metric)
        return self.collection.currency if self.collection and known and known.unit is Unit.MONEY else ""

    @property
    def metric(self) -> str:
        known = METRICS.get(self.now.metric)
        return known.name(get_language() or "en") if known else self.now.metric


def of_account(account: Account) -> QuerySet[Observation]:
    """Every value of the account, the newest days first."""
    rows = _with_origin(Observation.objects.filter(account=account).select_related("account"))
    return rows.order_by("-starts_on", "-ends_on", "metric", "slice")


def corrected(account: Account) -> QuerySet[Observation]:
    """Those that stand in the place of another."""
    return of_account(account).filter(
        _correcting(ObservationRevision, OF_ACCOUNT, client=account.client_id, replaced_at__isnull=False)
    )


def of_post(post: Post) -> QuerySet[PostObservation]:
    return _with_origin(PostObservation.objects.filter(post=post).select_related("post__account")).order_by("metric")


def account_values_corrected_by(import_: Import) -> QuerySet[Observation]:
    corrected = _correcting(ObservationRevision, OF_ACCOUNT, client=import_.client_id, replaced_in=import_)
    rows = Observation.objects.filter(corrected, client=import_.client_id)
    return _with_origin(rows.select_related("account")).order_by("account", "-starts_on", "-ends_on", "metric", "slice")


def post_values_corrected_by(import_: Import) -> QuerySet[PostObservation]:
    corrected = _correcting(PostObservationRevision, OF_POST, client=import_.client_id, replaced_in=import_)
    rows = PostObservation.objects.filter(corrected, client=import_.client_id)
    return _with_origin(rows.select_related("post__account")).order_by("-post__published_at", "post", "metric")


def _with_origin(rows: QuerySet[Any], *others: str) -> QuerySet[Any]:
    """Each with the import that brought it, who did, and `others`, but for what is as long as their files."""
    long = [f"{one}__{name}" for one in (ORIGIN, *others) for name in Imports.LONG]
    return rows.select_related(f"{ORIGIN}__created_by", *others).defer(*long)


def _correcting(revisions: type[Measured], key: tuple[str, ...], **how: object) -> Exists:
    return Exists(revisions.objects.filter(**{name: OuterRef(name) for name in key}, **how))


def histories(values: Iterable[Measured]) -> list[History]:
    """The values with what they replaced, read at once."""
    values = list(values)
    if not values:
        return []
    of_posts = isinstance(values[0], PostObservation)
    key, revisions = (OF_POST, PostObservationRevision) if of_posts else (OF_ACCOUNT, ObservationRevision)
    wanted = zip(*(_key(value, key) for value in values), strict=True)
    near = revisions.objects.filter(**{f"{name}__in": set(values_of_key) for name, values_of_key in zip(key, wanted, strict=True)})
    earlier: dict[tuple, list[Measured]] = {}
    for row in _with_origin(near, "replaced_in").order_by("-revision"):
        earlier.setdefault(_key(row, key), []).append(row)
    collections = _collections(values)
    return [History(value, earlier.get(_key(value, key), []), collections.get(_origin(value))) for value in values]


def _collections(values: list[Measured]) -> dict[tuple[int, int | None], Collection]:
    """The collections that brought these values, by account and import."""
    accounts, imports = zip(*map(_origin, values), strict=True)
    collections = Collection.objects.filter(account__in=set(accounts), imported_in__in=set(imports)).defer("confirmed")
    return {(collection.account_id, collection.imported_in_id): collection for collection in collections}


def _origin(value: Measured) -> tuple[int, int | None]:
    account = value.post.account_id if isinstance(value, PostObservation) else value.account_id
    return account, value.imported_in_id


def _key(row: Measured, names: tuple[str, ...]) -> tuple:
    return tuple(getattr(row, f"{name}_id" if name in ("post", "account") else name) for name in names)
