"""What the facts of an entry are called and what they say, in the reader's language."""

from contextlib import suppress
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field
from django.utils.formats import number_format
from django.utils.functional import Promise

from smmstrategy.ledger import kinds
from smmstrategy.ledger.kinds import Words


def word(model: str, told: Words, name: str) -> str:
    """What a person calls the fact; nothing for ids and codes, which say nothing to a person. `told`: what its product calls so."""
    if fact := told.get(name):
        return str(fact.word)
    field = _field(model, name)
    return str(field.verbose_name) if field and isinstance(field.verbose_name, Promise) else ""


def said(model: str, told: Words, name: str, value: Any) -> str:
    """What the fact says."""
    if value is None:
        return ""
    if (fact := told.get(name)) and fact.said:
        return fact.said(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return number_format(value, force_grouping=True)
    field = _field(model, name)
    return str(dict(field.flatchoices or ()).get(value, value)) if field else str(value)


def _field(model: str, name: str) -> Field | None:
    """That of the fact; none of one that leads to other rows, which an entry has by their ids."""
    for one in filter(None, (model, kinds.of(model).also)):
        with suppress(FieldDoesNotExist):
            field = apps.get_model(one)._meta.get_field(name)
            return None if field.is_relation else field
    return None
