"""What the facts of an entry are called and what they say, in the reader's language."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from audits.criteria import criteria
from audits.maturity import maturity_model
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.imports import labels

ALSO = {"clients.tracking": "clients.account", "audits.audit": "audits.opportunity"}  # of whose rows entries have facts too
WORDS = {
    "audit": gettext_lazy("the audit before"),
    "changed": gettext_lazy("changed rows"),
    "delivered_at": gettext_lazy("delivered to the client"),
    "ended_at": gettext_lazy("ended"),
    "file": gettext_lazy("file"),
    "file_name": gettext_lazy("file"),
    "gone": gettext_lazy("posts marked as deleted"),
    "kind": gettext_lazy("kind"),
    "mapping": gettext_lazy("meaning of the columns"),
    "name": gettext_lazy("name"),
    "new": gettext_lazy("new rows"),
    "rejected": gettext_lazy("rejected rows"),
    "rows": gettext_lazy("rows"),
    "sha256": "SHA-256",
    "silent": gettext_lazy("months known to be silent"),
    "unchanged": gettext_lazy("unchanged rows"),
}


def word(kind: str, name: str) -> str:
    """What a person calls the fact; nothing for ids and codes, which say nothing to a person."""
    if name in WORDS:
        return str(WORDS[name])
    if name in (judged := _judged()):
        return judged[name]
    field = _field(kind, name)
    return str(field.verbose_name) if field and isinstance(field.verbose_name, Promise) else ""


def said(kind: str, name: str, value: Any) -> str:
    """What the fact says."""
    if value is None:
        return ""
    if name in SAYING:
        return SAYING[name](value)
    if name in _judged():
        return _judgement(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number_format(value, force_grouping=True)
    field = _field(kind, name)
    return str(dict(field.flatchoices or ()).get(value, value)) if field else str(value)


def _field(kind: str, name: str) -> Field | None:
    """That of the fact; none of one that leads to other rows, which an entry has by their ids."""
    for model in filter(None, (kind, ALSO.get(kind))):
        with suppress(FieldDoesNotExist):
            field = apps.get_model(model)._meta.get_field(name)
            return None if field.is_relation else field
    return None


def _judged() -> dict[str, str]:
    """By code what the criteria and the dimensions of maturity are called."""
    known = (*criteria().each(), *maturity_model().dimensions)
    return {one.id: one.name.in_language(get_language() or "en") for one in known}


def _judgement(value: list[Any]) -> str:
    """A score with whether it applies, its comment and evidence; or a level with the one aimed at, and why."""
    number, second, *texts = value
    if isinstance(second, bool):
        parts = [number if second else _("not applicable")]
    else:
        parts = [number, second and f"{_('level aimed at')}: {second}"]
    return "; ".join(str(part) for part in (*parts, *texts) if part not in (None, ""))


def _kind(code: str) -> str:
    return labels.names_of_kinds(get_language() or "en").get(code, _("audit") if code == "audit" else code)


def _columns(mapping: dict[str, Any]) -> str:
    return "; ".join(f"{header} = {labels.field(code)}" for header, code in mapping.get("fields", {}).items())


def _silent(months: dict[str, list[str]]) -> str:
    return "; ".join(labels.on_a_page(f"{account}: {labels.months_of(days)}") for account, days in months.items())


def _metric(code: str) -> str:
    known = METRICS | FORMULAS
    return known[code].name(get_language() or "en") if code in known else code


SAYING: dict[str, Callable[[Any], str]] = {
    "audit": lambda pk: f"№ {pk}",
    "kind": _kind,
    "mapping": _columns,
    "metric": _metric,
    "password": lambda _new: _("a new one was given"),
    "silent": _silent,
}
