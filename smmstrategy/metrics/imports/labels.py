"""What the fields and kinds of import files are called on pages."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext, gettext_noop, ngettext, override

from smmstrategy.clients.models import Network, Tracking
from smmstrategy.days import month
from smmstrategy.metrics.catalogue import METRICS, Unit
from smmstrategy.metrics.imports.reading.answers.explained import FIELDS
from smmstrategy.metrics.imports.reading.cells import numbers
from smmstrategy.metrics.imports.reading.kinds import BY_CODE, NAMES, dimensions
from smmstrategy.metrics.imports.reading.kinds.kind import TELEGRAM_EXPORT, TELEGRAM_EXPORT_NAME, Rows
from smmstrategy.metrics.imports.reading.messages import NAMED, first_of
from smmstrategy.metrics.imports.reading.records.values import holes

CODE = re.compile(rf"(?:(?<=[\s(])|^)({'|'.join(Network.values)}):(?: (?=\d)|(?=\S))")

MONTH = re.compile(r"\d{4}-\d\d")
NEW_AS = {
    Tracking.Role.OWN: gettext_noop("New accounts of the brand's own: {accounts}."),
    Tracking.Role.COMPETITOR: gettext_noop("New accounts of competitors: {accounts}."),
    Tracking.Role.INFLUENCER: gettext_noop("New accounts of influencers: {accounts}."),
}


def field(name: str) -> str:
    """What a column may hold in the reader's language: «views», «by country», «watch_seconds*3600»."""
    code = name.partition("*")[0]
    if name == "by":
        return gettext("a breakdown (source, country, …)")
    if code in METRICS:
        return METRICS[code].name(get_language() or "en")
    known = FIELDS.get(name) or dimensions.NAMES.get(name)
    return gettext(known) if known else name.removeprefix("by ").replace("_", " ")


def breakdown(label: str) -> str:
    """The slice a value is about, each dimension by its name: «country: Canada · age: 18–24» for «country=Canada&age=18–24»."""
    return " · ".join(f"{field(f'by {name}')}: {value}" for name, value in parse_qsl(label))


def alternatives(fields: str) -> str:
    """Fields, alternatives apart by "|", in the reader's language: «published: day, or day and time; views / reactions»."""
    return "; ".join(" / ".join(dict.fromkeys(map(field, group.split("|")))) for group in fields.split(", "))


def table(name: str, lines: str) -> str:
    """A table by its name, and by its rows where no name tells it apart: «VK · rows 2–20», «Rows 2–20»."""
    if not lines:
        return name
    return f"{name} · {gettext('rows %(lines)s')}" % {"lines": lines} if name else gettext("Rows %(lines)s") % {"lines": lines}


def day(written: str) -> str:
    """A date of a file as it was understood, in words: see `dates.Moment.written`."""
    first, _slash, last = written.partition("/")
    if last:
        return f"{day(first)} – {day(last)}"
    if "T" in first:
        return date_format(datetime.fromisoformat(first), "j E Y, H:i")
    is_month = len(first) == len("2026-05")
    return date_format(date.fromisoformat(f"{first}-01" if is_month else first), "F Y" if is_month else "j E Y")


def months(written: str) -> str:
    """Months of a file, «2026-03, 2026-05 – 2026-08», in words."""
    return MONTH.sub(lambda code: month(date.fromisoformat(f"{code[0]}-01")), written)


def months_of(days: Sequence[str]) -> str:
    """The months of these days in words: «March 2026, May 2026 – August 2026»."""
    return months(holes.months_named(days))


def on_a_page(sentence: str) -> str:
    """A sentence without what only the command line has: «(--account NETWORK:HANDLE)», «vk:brand» and «vk: 5» for «VK: 5»."""
    return CODE.sub(lambda code: f"{Network(code[1]).label}: ", re.sub(r"\s*\(--[^)]*\)", "", sentence))


def fields() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a column can hold, as the groups of a select: what tells posts and days apart, and every metric."""
    described = [(name, gettext(label)) for name, label in FIELDS.items()]
    return [(gettext("about the row"), described), (gettext("numbers"), [(code, field(code)) for code in METRICS])]


def all_fields() -> str:
    """Every field with what it is called: «views (Views); …»."""
    described = [("by NAME", field("by")), *(one for _group, of_group in fields() for one in of_group)]
    return "; ".join(f"{code} ({label})" for code, label in described)


def kinds() -> list[tuple[str, str]]:
    """Every kind of export a person may name."""
    known = {code: kind.name for code, kind in BY_CODE.items() if kind.rows is not Rows.NOTHING}
    labelled = [(code, gettext(name)) for code, name in {**known, TELEGRAM_EXPORT: TELEGRAM_EXPORT_NAME}.items()]
    return sorted(labelled, key=lambda kind: kind[1])


def names_of_kinds(language: str) -> dict[str, str]:
    """By code what every kind of export is called in this language."""
    with override(language):
        return {code: gettext(name) for code, name in NAMES.items()}


def totals(sums: dict[str, str], currency: str) -> list[tuple[str, str]]:
    """What the file adds up to, metric by metric, as a careful person would check it."""
    return [(field(code), amount(code, value) + _unit(code, currency)) for code, value in sums.items()]


def change(one: Mapping[str, str], currency: str) -> dict[str, str]:
    """A value that would be replaced: which, of what, what it is now and what it would become."""
    days = day(one["first"] if one["first"] == one["last"] else f"{one['first']}/{one['last']}") if one["first"] else ""
    values = {name: amount(one["metric"], one[name]) + _unit(one["metric"], currency) for name in ("before", "after")}
    return {
        "metric": field(one["metric"]),
        "of": " · ".join(filter(None, [one["post"] or one["account"], days, breakdown(one["slice"])])),
        **values,
    }


def days_of_posts(known: Mapping[str, list[str]], in_doubt: Mapping[str, list[str]]) -> list[str]:
    """Of each account the first and the last day on which no post was missed, but for months in doubt, in a line."""
    return [f"{account}, {known_days(*days, in_doubt.get(account, []))}" for account, days in known.items()]


def newly_tracked(roles: Mapping[str, str]) -> list[str]:
    """What the accounts that the brand did not look at before are to it, in a line for each role."""
    there = {role: [name for name, one in roles.items() if one == role] for role in Tracking.Role}
    return [gettext(NEW_AS[role]).format(accounts=first_of(names)) for role, names in there.items() if names]


def silent(months: Mapping[str, Sequence[str]]) -> list[str]:
    """Of each account the months in which nothing was posted, as a person has said, each by its first day, in a line."""
    return [gettext("{account}, silent: {months}").format(account=name, months=months_of(days)) for name, days in months.items()]


def known_days(first: str, last: str, in_doubt: Sequence[str]) -> str:
    """From which to which day no post was missed, but for months in doubt, each by its first day."""
    known = gettext("posts known: %(first)s – %(last)s") if first != last else gettext("posts known: %(first)s")
    known %= {"first": day(first), "last": day(last)}
    return known + gettext(", but for %(months)s") % {"months": months_of(in_doubt)} if in_doubt else known


def outcome(counts: Mapping[str, int]) -> str:
    """What became of the rows of a file, in one line."""
    rows, *others = (text.format(n=counts[name]) for name, text in of_rows(counts).items())
    return f"{rows}: {', '.join(others)}"


def rejected(causes: Sequence[Mapping[str, Any]]) -> list[str]:
    """Why rows of a file were not taken, a line for each of the first causes, with the first rows of each."""
    lines = [_with_rows(one["reason"], one["rows"]) for one in causes[:NAMED]]
    left = len(causes) - len(lines)
    more = ngettext("{n} more reason stands in the JSON.", "{n} more reasons stand in the JSON.", left).format(n=left)
    return lines + ([more] if left else [])


def _with_rows(reason: str, rows: Sequence[str]) -> str:
    """A reason with the first of its rows, and how many more there are."""
    named, left = ", ".join(rows[:NAMED]), len(rows) - NAMED
    if left > 0:
        more = ngettext("{rows} and {n} more row", "{rows} and {n} more rows", left)
        named = more.format(rows=named, n=number_format(left, force_grouping=True))
    text = gettext("{reason} Rows: {rows}.") if len(rows) > 1 else gettext("{reason} Row: {rows}.")
    return text.format(reason=reason, rows=named)


def of_rows(counts: Mapping[str, int]) -> dict[str, str]:
    """What may become of rows, in words that fit so many of them, with a place for the number."""
    return {
        "rows": ngettext("{n} row", "{n} rows", counts["rows"]),
        "new": ngettext("{n} new", "{n} new", counts["new"]),
        "changed": ngettext("{n} changed", "{n} changed", counts["changed"]),
        "unchanged": ngettext("{n} unchanged", "{n} unchanged", counts["unchanged"]),
        "rejected": ngettext("{n} rejected", "{n} rejected", counts["rejected"]),
    }


def amount(code: str, value: str) -> str:
    """A value of a metric as documents write it: seconds as hours, minutes and seconds."""
    if METRICS[code].unit is not Unit.SECONDS:
        return number_format(f"{Decimal(value).normalize():f}", use_l10n=True, force_grouping=True)
    return numbers.clock(round(Decimal(value)))


def _unit(code: str, currency: str) -> str:
    return f" {currency}" if METRICS[code].unit is Unit.MONEY else ""
