"""Imports as pages show them, when their figures were collected, and which others are of the same file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTransform
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from smmstrategy.clients.models import Client
from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.imports.reading.answers.left_out import BESIDE
from smmstrategy.metrics.imports.reading.cells import titles
from smmstrategy.metrics.imports.reading.messages import Message
from smmstrategy.metrics.models import Collection, Import
from smmstrategy.metrics.periods import Period

SAID = {"day": labels.day, "fields": labels.alternatives, "months": labels.months}
PLACE, WORDS = re.compile(r"\{\w+\}"), re.compile(r"[^\W\d_]")
COUNTS = ("count", "rows")  # a row's number is no count


def imports(client: Client) -> QuerySet[Import]:
    """The client's imports, newest first."""
    return Import.objects.filter(client=client).select_related("brand", "created_by", "job").order_by("-created_at", "-pk")


def sentence(message: Message) -> str:
    """A message in the language now active, with what a kind of file and a metric are called there."""
    params = {name: _param(name, value, message["params"].get("metric", "")) for name, value in message["params"].items()}
    count = message["params"].get("count")
    text = ngettext(message["text"], message["plural"], count) if "plural" in message else gettext(message["text"])
    return text.format(**params)


def _param(name: str, value: object, metric: str) -> object:
    if isinstance(value, dict):
        return sentence(value)
    if isinstance(value, list):
        return "; ".join(map(sentence, value))
    if name == "metric":
        return labels.field(metric)
    if name in SAID:
        return SAID[name](str(value))
    if isinstance(value, int) and name in COUNTS:
        return number_format(value, force_grouping=True)
    if metric and name in ("total", "sum"):
        return labels.amount(metric, value)
    return gettext(value) if name == "kind" else value


def preview(import_: Import) -> dict[str, Any]:
    """What a page says about an import before and after it was applied.

    rows, new, changed, unchanged: rows of the file, or None before it was read;
    rejected: [(row, reason)]; warnings, error: sentences;
    absent: count and the first posts (account, day, words, link) of earlier files that this one lacks; gone: how many get the mark;
    tables: kind_name, rows, columns (header → field), sample rows; totals: metric code → sum as text;
    accounts: network, handle, name, posts, values, rejected, days_of_posts (first, last or None), is_new, role, in_doubt and
    silent_as_said (first days of months without a post);
    question: asks, sentence and what is needed to answer.
    """
    summary = import_.summary
    counts = {name: summary.get(name) for name in ("rows", "new", "changed", "unchanged")}
    tables = [
        {**table, "kind_name": gettext(table["kind_name"]) if table.get("kind_name") else ""} for table in summary.get("tables", [])
    ]
    question = {**import_.question, "sentence": sentence(import_.question["message"])} if import_.question else {}
    question |= {"of_tables": sentence(question["of_tables"])} if "of_tables" in question else {}
    return {
        **counts,
        "rejected": [(row, sentence(reason)) for row, reason in import_.rejected],
        "warnings": [sentence(warning) for warning in summary.get("warnings", [])],
        "error": sentence(summary["error"]) if "error" in summary else "",
        "absent": summary.get("absent", {}),
        "gone": summary.get("gone", 0),
        "tables": tables,
        "totals": summary.get("totals", {}),
        "accounts": summary.get("accounts", []),
        "question": question,
    }


def is_outdated(import_: Import) -> bool:
    """Whether a draft has a sentence that the program no longer says: an earlier version of it has read the file."""
    if import_.status not in (Import.Status.ASKING, Import.Status.PREVIEWED, Import.Status.REFUSED) or get_language() == "en":
        return False
    said = [*import_.summary.get("warnings", []), *(reason for _row, reason in import_.rejected)]
    said += [*filter(None, [import_.summary.get("error"), import_.question.get("message"), import_.question.get("of_tables")])]
    texts = {text for message in said for text in _texts(message)}
    return any(gettext(text) == text for text in texts if WORDS.search(PLACE.sub("", text)))


def _texts(message: Message) -> Iterator[str]:
    """The words of a sentence and of those in its places."""
    yield message["text"]
    for value in message["params"].values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from _texts(one)


def newly_tracked(import_: Import) -> dict[str, str]:
    """The accounts that the brand tracks since this import, or would, «network:handle», and as what."""
    pairs = zip(import_.summary.get("accounts", []), import_.summary.get("called", []), strict=True)
    return {f"{one['network']}:{one['handle']}": one["role"] for one, called in pairs if called["tracking"]}


def collected_at(import_: Import, same: Sequence[Import]) -> datetime:
    """The last minute of the day the file's name gives, at the latest when the file was first brought; `same` are of the same file.

    Bringing it again makes its figures no newer, also when the first bringing was undone since: they confirm, and correct
    nothing. Files that name the same day keep the order in which they were first brought: a microsecond for each import before.
    """
    brought = [import_, *same]
    first = min(brought, key=lambda one: one.created_at)
    zone = ZoneInfo(import_.client.time_zone)
    ends = [Period(day, day).instants(zone)[1] for day in named_day(import_)]
    named_moments = [end - timedelta(minutes=1) + timedelta(microseconds=first.pk) for end in ends]
    of_day = [one for one in brought if one.applied_at and named_day(one) == named_day(import_)]
    stored = Collection.objects.filter(imported_in__in=of_day).values_list("collected_at", flat=True)
    return min([first.created_at, *named_moments, *stored])


def named_day(import_: Import) -> list[date]:
    """The day the file's name gives, if it gives one alone: a range says what the file is about, not when it was made."""
    days = titles.days_in(import_.file_name)
    return days if len(days) == 1 else []


def same_file(import_: Import) -> QuerySet[Import]:
    """Other imports of the very same file, applied and not taken back, in short, each with the accounts it told of."""
    same = Import.objects.in_short().annotate(accounts_told=KeyTransform("accounts", "summary")).order_by("pk")
    same = same.filter(brand=import_.brand_id, sha256=import_.sha256, status=Import.Status.APPLIED)
    return same.exclude(pk=import_.pk)


def tables_taken(tables: Iterable[Mapping[str, Any]]) -> set[tuple[str, str]]:
    """Of the tables of a preview those of which something was taken: each by its title and its first row."""
    return {
        (table["title"].partition(BESIDE)[0], next((row for row, _cells in table["sample"]), ""))
        for table in tables
        if table.get("accounts")
    }


def took_alike(imports: Sequence[Import], tables: Iterable[Mapping[str, Any]]) -> list[Import]:
    """Of imports of one file those that took one of the tables of which something is taken now; an export of messages is one."""
    here = tables_taken(tables)
    told = Import.objects.filter(pk__in=[one.pk for one in imports]).values_list("pk", KeyTransform("tables", "summary"))
    alike = {pk for pk, theirs in told if not here or here & tables_taken(theirs)}
    return [one for one in imports if one.pk in alike]


def questions_settled_by(import_: Import) -> QuerySet[Import]:
    """Earlier imports of the very same file that could not be read or have an open question, in short."""
    open_ones = (Import.Status.ASKING, Import.Status.REFUSED)
    same = Import.objects.in_short().filter(brand=import_.brand_id, sha256=import_.sha256, status__in=open_ones, dismissed_at=None)
    return same.filter(pk__lt=import_.pk)
