"""Saying what the accounts of a file are to the brand, each new one of several by itself."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smmstrategy.metrics.imports.forms.answers import AnswerForm
from smmstrategy.metrics.imports.forms.names import account_name

SHOWN = 300  # of a list of any length; those that are likely to be the brand's own come first


class RoleForm(AnswerForm):
    """Which accounts are the brand's own, and what the others are."""

    own = forms.MultipleChoiceField(label=_("the brand's own"), required=False, widget=forms.CheckboxSelectMultiple)

    PARTS = AnswerForm.PARTS | {"role": ("known", "own", "role")}
    field_order = ("known", "own", "role")

    def __init__(self, *args: Any, accounts: Sequence[str], likely: Sequence[str], **kwargs: Any) -> None:
        """`accounts` are the new ones of the file, of which the `likely` are ticked."""
        super().__init__(*args, **kwargs)
        offered = [*likely, *(one for one in accounts if one not in likely)]
        shown, self.unshown = offered[:SHOWN], offered[SHOWN:]
        self.fields["own"].choices = [(name, account_name(name)) for name in shown]
        self.fields["own"].initial = list(likely)
        self.fields["own"].help_text = _("Those called like the brand are ticked already.") if self.asks and likely else ""
        self.fields["role"].label = _("the others")
        self.fields["own"].required = self.fields["role"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._is_said and not (self._is_answered(cleaned) or "role" in self.errors):
            self.add_error("role", _("Say what the others are."))
        return cleaned

    def _is_answered(self, cleaned: dict[str, Any]) -> bool:
        return super()._is_answered(cleaned) or len(cleaned.get("own", ())) == len(self.fields["own"].choices)

    @property
    def _is_said(self) -> bool:
        """Nothing is ticked where another form of the page was sent."""
        return self.asks == "role" or ("role" in self.data and not {"own", "role"}.isdisjoint(self.changed_data))

    def options(self) -> dict[str, Any]:
        answers = super().options()
        if answers.keys() & self.DECISIONS or not self._is_said:
            return answers
        return answers | {"own": [*(one for one in self.given.own if one in self.unshown), *self.cleaned_data["own"]]}
