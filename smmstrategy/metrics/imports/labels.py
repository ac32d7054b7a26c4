"""What the fields and kinds of import files are called on pages."""

import re
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, override

from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.imports.kinds import BY_CODE, NAMES
from smmstrategy.metrics.imports.kinds.kind import Rows
from smmstrategy.metrics.imports.mapper import FIELDS


def field(name: str) -> str:
    """A field of the mapper in the reader's language: «views», «by utm_source», «watch_seconds*3600»."""
    code = name.partition("*")[0]
    if code in METRICS:
        return METRICS[code].name(get_language() or "en")
    return gettext(FIELDS[name]) if name in FIELDS else name.removeprefix("by ")


def on_a_page(sentence: str) -> str:
    """A sentence without what only the command line has: «(--account NETWORK:HANDLE)»."""
    return re.sub(r"\s*\(--[^)]*\)", "", sentence)


def fields() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a column can hold, as the groups of a select: what tells posts and days apart, and every metric."""
    described = [(name, gettext(label)) for name, label in FIELDS.items()]
    return [(gettext("about the row"), described), (gettext("numbers"), [(code, field(code)) for code in METRICS])]


def kinds() -> list[tuple[str, str]]:
    """Every kind of export a person may name."""
    known = [(code, gettext(kind.name)) for code, kind in BY_CODE.items() if kind.rows is not Rows.NOTHING]
    return sorted(known, key=lambda kind: kind[1])


def names_of_kinds(language: str) -> dict[str, str]:
    """By code what every kind of export is called in this language."""
    with override(language):
        return {code: gettext(name) for code, name in NAMES.items()}


def totals(sums: dict[str, str]) -> list[tuple[str, str]]:
    """What the file adds up to, metric by metric, as a careful person would check it."""
    return [(field(code), _written(Decimal(value))) for code, value in sums.items()]


def _written(value: Decimal) -> str:
    return number_format(value.normalize(), use_l10n=True, force_grouping=True)
