"""Changing on a page what others may have changed since it was drawn: only what was touched is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from smmstrategy.agency import queries
from smmstrategy.ledger.edits import Edit, Texts, meanwhile, texts
from smmstrategy.ledger.queries import entries_of, writer
from smmstrategy.ledger.verbs import Verb


@dataclass(frozen=True, slots=True)
class Change:
    """`was` is what the page is drawn with, `touched` what its form sends anew."""

    form: BaseForm
    was: Texts
    touched: Texts

    @property
    def fields(self) -> dict[str, Any]:
        return {name: self.form.cleaned_data[name] for name in self.touched}


def locked(request: HttpRequest, row: Any) -> Any:
    """The row as it stands; what is sent about it is answered before anybody else changes it. One gone meanwhile is missing."""
    try:
        return queries.locked(row) if request.method == "POST" else row
    except ObjectDoesNotExist as gone:
        raise Http404 from gone


def asked(request: HttpRequest, form: Callable[..., BaseForm], about: Mapping[Model, Iterable[str]]) -> Change:
    """What was touched of these fields of rows, over what stands by now; a field says where another page wrote meanwhile."""
    stored = {name: word for row, names in about.items() for name, word in texts(row, names).items()}
    if request.method != "POST":
        return Change(form(initial=stored), stored, {})
    edit = Edit.of(request.POST, stored, form(initial=stored).fields)
    filled = form(edit.stored | edit.touched, initial=stored)
    for name in edit.late:
        row = next(row for row, names in about.items() if name in names)
        who = writer(entries_of(Verb.CHANGED, row), name, stored[name])
        warning = meanwhile(who, _called(filled, name, stored[name]), reader=request.user)
        filled.add_error(name, f"{warning} " + _("Save again to keep what you wrote."))
    return Change(filled, stored, edit.touched)


def _called(form: BaseForm, name: str, value: str) -> str:
    """A choice as the page calls it."""
    return str(dict(getattr(form.fields[name], "choices", ())).get(value, value))
