"""Which of an account's values to show."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ValuesForm(forms.Form):
    """One metric, the days it is about and its breakdown (empty: the whole); without any of them nothing is asked about."""

    metric = forms.CharField(max_length=40, required=False)
    starts_on = forms.DateField(label=_("from"), required=False)
    ends_on = forms.DateField(label=_("to"), required=False)
    slice = forms.CharField(max_length=300, required=False)

    def lookup(self) -> dict[str, object]:
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return asked and {"slice": "", **asked}
