"""Saying what the columns of a table mean."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Network
from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.imports.reading.kinds.kind import Rows
from smmstrategy.metrics.models import Import

ROWS = [("post", _("a post")), ("values", _("figures of a day or a period")), ("account", _("an account"))]
COLUMN = forms.Select({"class": "form-select form-select-sm"})


class MappingForm(forms.Form):
    """What each column of an unknown file holds; starts from the guess."""

    asks, template = "columns", "imports/mapper.html"

    rows = forms.ChoiceField(label=_("a row of the file is"), choices=ROWS)
    network = forms.ChoiceField(label=_("network"), required=False)

    def __init__(self, *args: Any, import_: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question = import_.question
        self.sample, self.header, self.may_be_left_out = (
            question["sample"],
            question["header"],
            question.get("may_be_left_out", False),
        )
        guess = question["guess"]
        self.kind = {"kind": guess["kind"]} if "kind" in guess else {}
        self.fields["rows"].initial = guess["rows"]
        self.fields["rows"].widget.attrs["data-twins"] = json.dumps({rows: explained.twins(Rows(rows)) for rows, _name in ROWS})
        self.fields["network"].choices = [("", _("as the rows say")), *Network.choices]
        self.fields["network"].initial = guess.get("network", "")
        if question.get("is_part"):  # its network is known
            del self.fields["network"]
        for position, name in enumerate(self.header):
            if name:
                self.fields[f"column_{position}"] = _column(name, guess["fields"].get(name, ""))

    @property
    def columns(self) -> list[forms.BoundField | None]:
        """None is one without a name, of which nothing can be said."""
        return [self[f"column_{position}"] if name else None for position, name in enumerate(self.header)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = list(self._fields(cleaned).values())
        if not chosen and not self.may_be_left_out:
            raise forms.ValidationError(_("Say of at least one column what it holds."))
        twice = {name for name in chosen if chosen.count(name) > 1}
        if twice:
            text = ngettext(
                "Two columns cannot both hold: %(names)s.", "Two columns cannot both hold one of: %(names)s.", len(twice)
            )
            raise forms.ValidationError(text % {"names": ", ".join(sorted(map(labels.field, twice)))})
        answer = self._answer(cleaned)
        if chosen and cleaned.get("rows") and not explained.is_enough(answer, explained.positions(answer, self.header)):
            raise forms.ValidationError(_("Days of an account need a column with figures: say which one holds them."))
        return cleaned

    def options(self) -> dict[str, Any]:
        return {"columns": self._answer(self.cleaned_data)}

    def _answer(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        return {
            **self.kind,
            "rows": cleaned.get("rows", ""),
            "network": cleaned.get("network", ""),
            "fields": self._fields(cleaned),
        }

    def _fields(self, cleaned: dict[str, Any]) -> dict[str, str]:
        """What each column holds, as rows of the kind chosen have it: the guess beside them may be of another."""
        fields = {name: field for n, name in enumerate(self.header) if (field := cleaned.get(f"column_{n}"))}
        rows = cleaned.get("rows")
        return {name: explained.turned(field, Rows(rows)) or field for name, field in fields.items()} if rows else fields


def _column(name: str, guessed: str) -> forms.ChoiceField:
    choices: list[Any] = [("", gettext("— not used —")), *labels.fields()]
    if guessed and guessed not in {code for _group, known in choices[1:] for code, _label in known}:
        choices.append((guessed, labels.field(guessed)))
    return forms.ChoiceField(label=name, required=False, choices=choices, initial=guessed, widget=COLUMN)
