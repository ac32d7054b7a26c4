"""Entries of the ledger in words: what each is about, and what was before and after."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db.models import Model, Q
from django.urls import reverse

from smmstrategy.agency import facts
from smmstrategy.ledger import kinds
from smmstrategy.ledger.kinds import Words
from smmstrategy.ledger.models import Entry

Key = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as a page shows it; `changes` are (what, before, after)."""

    entry: Entry
    kind: Any
    name: str
    url: str
    changes: list[tuple[str, str, str]]


def lines(entries: Iterable[Entry]) -> list[Line]:
    """The entries in words; the rows they are about, and what their facts are called, are read once for each kind."""
    entries = list(entries)
    rows = _rows(entries)
    former = _former_names([entry for entry in entries if _key(entry) not in rows])
    told = {kind: kinds.of(kind).facts() for kind in {entry.object_kind for entry in entries}}
    return [
        _line(entry, rows.get(_key(entry)), former.get(_key(entry), f"№ {entry.object_id}"), told[entry.object_kind])
        for entry in entries
    ]


def _rows(entries: list[Entry]) -> dict[Key, Model]:
    ids = defaultdict(set)
    for entry in entries:
        if kinds.of(entry.object_kind).name:
            ids[entry.object_kind].add(entry.object_id)
    return {
        (kind, pk): row
        for kind, wanted in ids.items()
        for pk, row in apps.get_model(kind).objects.select_related(*kinds.of(kind).needs).in_bulk(wanted).items()
    }


def _former_names(entries: list[Entry]) -> dict[Key, str]:
    """What rows that are gone were last called, by whatever entry says so."""
    if not entries:
        return {}
    about = reduce(or_, (Q(object_kind=entry.object_kind, object_id=entry.object_id) for entry in entries))
    told = Entry.objects.filter(about).order_by("at", "pk")
    return {_key(entry): name for entry in told if (name := _name_said(entry))}


def _name_said(entry: Entry) -> str:
    said = (entry.before or {}) | (entry.after or {})
    return next((str(said[key]) for key in ("name", "handle", "email", "file") if said.get(key)), "")


def _line(entry: Entry, row: Model | None, former: str, told: Words) -> Line:
    kind = kinds.of(entry.object_kind)
    url = reverse(kind.page[0], args=[getattr(row, kind.page[1])]) if row and kind.page else ""
    return Line(entry, kind.word, kind.name(row) if row and kind.name else former, url, _changes(entry, told))


def _key(entry: Entry) -> Key:
    return entry.object_kind, entry.object_id


def _changes(entry: Entry, told: Words) -> list[tuple[str, str, str]]:
    before, after, kind = entry.before or {}, entry.after or {}, entry.object_kind
    names = [name for name in before | after if before.get(name) != after.get(name)]
    changes = [
        (facts.word(kind, told, name), *(facts.said(kind, told, name, one.get(name)) for one in (before, after))) for name in names
    ]
    return [(word, was, now) for word, was, now in changes if word and was != now]
