"""Entries of the ledger in words: what each is about, and what was before and after."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from smmstrategy.ledger.models import Entry
from smmstrategy.templatetags.names import months


@dataclass(frozen=True, slots=True)
class ObjectKind:
    """A kind of row that entries are about: its word, its own name, what that name needs, and its page."""

    word: Any
    name: Callable[[Any], str] | None = str
    needs: tuple[str, ...] = ()
    page: tuple[str, str] | None = None


KINDS = {
    "clients.client": ObjectKind(_("client"), page=("client", "slug")),
    "clients.brand": ObjectKind(_("brand"), page=("brand", "slug")),
    "clients.account": ObjectKind(_("account")),
    "clients.tracking": ObjectKind(_("observation of an account"), lambda row: str(row.account), ("account",)),
    "clients.membership": ObjectKind(_("access"), lambda row: str(row.user), ("user",)),
    "clients.user": ObjectKind(_("person")),
    "metrics.import": ObjectKind(_("import"), lambda row: row.file_name, page=("import", "pk")),
    "metrics.columnmapping": ObjectKind(_("columns of a file"), None),
    "audits.audit": ObjectKind(
        _("audit"), lambda row: f"{row.brand}, {months(row.first_day, row.last_day)}", ("brand",), page=("audit", "pk")
    ),
    "reports.snapshot": ObjectKind(_("snapshot"), None),
    "reports.reportfile": ObjectKind(_("document"), lambda row: row.name),
}
WORDS = {
    "file": _("file"),
    "rows": _("rows"),
    "new": _("new rows"),
    "changed": _("changed rows"),
    "unchanged": _("unchanged rows"),
    "rejected": _("rejected rows"),
    "kind": _("kind"),
    "mapping": _("meaning of the columns"),
    "sha256": "SHA-256",
    "user": _("user"),
    "delivered_at": _("handed over"),
    "ended_at": _("ended"),
    "opportunities": _("opportunities"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a page shows it; `changes` are (what, before, after)."""

    entry: Entry
    kind: Any
    name: str
    url: str
    changes: list[tuple[Any, str, str]]


def lines(entries: Iterable[Entry]) -> list[Line]:
    """The entries in words; the rows they are about are read once for each kind."""
    entries = list(entries)
    rows = _rows(entries)
    return [_line(entry, rows.get((entry.object_kind, entry.object_id))) for entry in entries]


def _rows(entries: list[Entry]) -> dict[tuple[str, int], Model]:
    ids = defaultdict(set)
    for entry in entries:
        if _kind(entry).name:
            ids[entry.object_kind].add(entry.object_id)
    return {
        (kind, pk): row
        for kind, wanted in ids.items()
        for pk, row in apps.get_model(kind).objects.select_related(*KINDS[kind].needs).in_bulk(wanted).items()
    }


def _line(entry: Entry, row: Model | None) -> Line:
    kind = _kind(entry)
    url = reverse(kind.page[0], args=[getattr(row, kind.page[1])]) if row and kind.page else ""
    name = kind.name(row) if row and kind.name else _former_name(entry)
    return Line(entry, kind.word, name, url, _changes(entry))


def _kind(entry: Entry) -> ObjectKind:
    return KINDS.get(entry.object_kind) or ObjectKind(entry.object_kind, None)


def _former_name(entry: Entry) -> str:
    """What a row that is gone was called."""
    said = (entry.before or {}) | (entry.after or {})
    return next((str(said[key]) for key in ("name", "handle", "email", "file") if said.get(key)), f"№ {entry.object_id}")


def _changes(entry: Entry) -> list[tuple[Any, str, str]]:
    before, after = entry.before or {}, entry.after or {}
    model = apps.get_model(entry.object_kind)
    names = [name for name in before | after if before.get(name) != after.get(name)]
    told = [(_word(model, name), _value(model, name, before), _value(model, name, after)) for name in names]
    return [(word, was, now) for word, was, now in told if word and was != now]


def _word(model: type[Model], name: str) -> Any:
    """What a person calls the field; nothing for ids, which say nothing to a person."""
    if name in WORDS:
        return WORDS[name]
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return "" if field.is_relation or field.primary_key else getattr(field, "verbose_name", name)


def _value(model: type[Model], name: str, said: dict[str, Any]) -> str:
    value = said.get(name)
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    try:
        return str(dict(model._meta.get_field(name).flatchoices or ()).get(value, value))
    except (FieldDoesNotExist, AttributeError):
        return str(value)
