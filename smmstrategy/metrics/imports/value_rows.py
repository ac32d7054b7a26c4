"""Rows that are values of an account: of a day, a month, or a whole period, of everything or of a slice."""

import hashlib
import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.imports import dates, numbers, owners
from smmstrategy.metrics.imports.columns import Columns
from smmstrategy.metrics.imports.draft import Context, Draft
from smmstrategy.metrics.imports.kinds.kind import Kind
from smmstrategy.metrics.imports.messages import say

MAX_SLICE = 300
SOCIAL = {
    "vk": r"vk|vk\.com|m\.vk\.com|vkontakte|away\.vk\.com",
    "telegram": r"t\.me|telegram|tg|org\.telegram\.messenger|web\.telegram\.org",
    "youtube": r"(m\.|www\.)?youtube(\.com)?",
    "ok": r"ok|(m\.)?ok\.ru|odnoklassniki",
    "instagram": r"(l\.)?instagram(\.com)?|ig",
    "facebook": r"([lm]|lm|web)?\.?facebook(\.com)?|fb",
    "x": r"t\.co|(mobile\.)?twitter(\.com)?|x\.com",
    "tiktok": r"(www\.)?tiktok(\.com)?",
    "linkedin": r"(www\.)?linkedin(\.com)?|lnkd\.in|com\.linkedin\.android",
    "dzen": r"dzen(\.ru)?|zen\.yandex(\.ru)?",
    "pinterest": r"(www\.)?pinterest(\.\w+)?",
}


def add(columns: Columns, kind: Kind, draft: Draft, context: Context, name_row: Any) -> None:
    """Put the table's values into the draft."""
    owner = owners.of_table(kind, draft, context)
    spans = _spans(columns, draft, context)
    if owner is None or spans is None:
        return
    slices = _slices(columns)
    metrics = list(columns.metrics())
    subject = draft.subject(*owner)
    sums: dict[tuple, dict[str, list]] = defaultdict(dict)
    for index, (number, _cells) in enumerate(columns.table.rows):
        row = name_row(number)
        if index in columns.wrong:
            draft.rejected[row] = columns.wrong[index]
        elif spans[index] is None:
            draft.rejected[row] = say("The row has no date.")
        else:
            _gather(sums, row, spans[index], slices[index], [(code, values[index]) for code, values in metrics])
            subject.rows.append(row)
    subject.values += _records(sums)
    _say_missing_months(spans, columns, draft)


def _gather(sums: dict, row: str, span: tuple[date, date], label: str, measured: list[tuple[str, Any]]) -> None:
    """Rows that differ only in what we do not keep (a page's title) are one slice: what may be added up is."""
    for code, value in measured:
        if value is not None:
            sums[*span, label].setdefault(code, []).append((row, *value))


def _records(sums: dict) -> list[list[Any]]:
    records = []
    for (first, last, label), codes in sums.items():
        for code, found in codes.items():
            adds_up = len(found) > 1 and label and METRICS[code].totals is Totals.SUM
            value = numbers.plain(sum((Decimal(v) for _r, v, _x in found), Decimal(0))) if adds_up else found[-1][1]
            records.append([found[-1][0], code, first.isoformat(), last.isoformat(), value, label, any(x for _r, _v, x in found)])
    return records


def _spans(columns: Columns, draft: Draft, context: Context) -> Sequence[tuple[date, date] | None] | None:
    """The days each row is about; None when the file says none and nobody has told us."""
    if "day" in columns:
        return [_span(moment) for moment in columns.moments("day")]
    period = context.options.get("period")
    if period:
        first, _, last = period.partition(":")
        found = [(date.fromisoformat(first), date.fromisoformat(last or first))]
    else:
        found = (
            dates.periods_in(" ".join(columns.table.notes)) or dates.periods_in(context.file_name) or _of_neighbours(columns, draft)
        )
    if not found:
        draft.ask("period", "--period", say("The file has no dates. Say which days it is about (--period YYYY-MM-DD:YYYY-MM-DD)."))
        return None
    return [found[0]] * len(columns.table.rows)


def _of_neighbours(columns: Columns, draft: Draft) -> list[tuple[date, date]]:
    """In an archive of Studio files the days of the chart and the totals are those of the table."""
    days = draft.days() if columns.table.name else None
    return [(date.fromisoformat(days[0]), date.fromisoformat(days[1]))] if days else []


def _span(moment: dates.Moment | None) -> tuple[date, date] | None:
    if moment is None:
        return None
    if moment.is_month:
        return moment.day, moment.day.replace(day=monthrange(moment.day.year, moment.day.month)[1])
    return moment.day, moment.day


def _slices(columns: Columns) -> list[str]:
    names = sorted(name for name in columns.positions if name.startswith("by "))
    parts = [columns.text(name) for name in names]
    return [
        slice_of({name[3:]: value for name, value in zip(names, row, strict=True) if value}) for row in zip(*parts, strict=True)
    ] or [""] * len(columns.table.rows)


def slice_of(dimensions: dict[str, str]) -> str:
    """The slice in its one notation; a source that is a social network is also named as such."""
    found = dict(dimensions)
    if "source_medium" in found:
        source, _, medium = found.pop("source_medium").partition("/")
        found |= {"source": source.strip(), "medium": medium.strip()}
    if "social_network" not in found and (network := _social(found.get("utm_source") or found.get("source") or "")):
        found["social_network"] = network
    label = urlencode(sorted(found.items()))
    while len(label) > MAX_SLICE:
        longest = max(found, key=lambda name: len(urlencode({name: found[name]})))
        found[longest] = _shortened(found[longest], len(label) - MAX_SLICE)
        label = urlencode(sorted(found.items()))
    return label


def _shortened(text: str, excess: int) -> str:
    mark = "~" + hashlib.sha256(text.encode()).hexdigest()[:8]
    return text[: max(1, len(text) - max(excess // 6, 1) - len(mark))].rstrip() + mark if len(text) > 12 else mark


def _social(source: str) -> str:
    return next((network for network, names in SOCIAL.items() if re.fullmatch(names, source.strip(), re.IGNORECASE)), "")


def _say_missing_months(spans: Sequence[tuple[date, date] | None], columns: Columns, draft: Draft) -> None:
    """A series of days that leaves out whole months has a hole somebody should know of."""
    if "day" not in columns:
        return
    months = sorted({span[0].year * 12 + span[0].month - 1 for span in spans if span})
    missing = [m for m in range(months[0], months[-1]) if m not in set(months)] if months else []
    if missing and len(missing) <= 120:
        draft.warn("The file has no rows for {months}.", months=", ".join(f"{m // 12}-{m % 12 + 1:02}" for m in missing))
