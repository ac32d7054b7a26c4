"""Starting an audit, judging one criterion or dimension, and planning one thing to do."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audits.edits import NOT_APPLICABLE
from audits.findings.codes import CODES
from audits.models import Audit, CriterionScore, MaturityScore, Opportunity
from smmstrategy.clients.names import validate_visible
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period

MONTHS_OFFERED = 24  # however young the data is
REMARK = 5000  # characters: some two pages
ONE_TO_FIVE = [(str(n), str(n)) for n in range(1, 6)]


class MonthsForm(forms.Form):
    """Which whole months; the last one is over.

    All months are there from the first that `known` has on; those it does not have say so. Where data ends earlier, so does
    the choice it opens with, and that is said, also where it `lacks_its_end`.
    """

    until = forms.ChoiceField(label=_("last month"))
    months = forms.TypedChoiceField(
        label=_("how many months"), coerce=int, choices=[(n, n) for n in (3, 6, 9, 12)], initial=6, empty_value=6
    )

    def __init__(self, *args: Any, today: date, known: Sequence[date], lacks_its_end: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = today.replace(day=1) - timedelta(days=1)
        oldest = min(known, default=newest)
        count = max((newest.year - oldest.year) * 12 + newest.month - oldest.month + 1, MONTHS_OFFERED)
        months = reversed([month.first for month in Period.months(newest, count).each_month()])
        self.fields["until"].choices = [
            (str(year), [(f"{month:%Y-%m}", _month(month, month in known)) for month in some])
            for year, some in groupby(months, key=lambda month: month.year)
        ]
        until = self.initial.get("until")
        if until and (lacks_its_end or until < f"{newest:%Y-%m}"):
            self.fields["until"].help_text = _why(date.fromisoformat(f"{until}-01"), lacks_its_end)

    def period(self) -> Period:
        return Period.months(date.fromisoformat(f"{self.cleaned_data['until']}-01"), self.cleaned_data["months"])


class StartForm(MonthsForm):
    """Which months to audit, and the language of the documents."""

    language = forms.ChoiceField(label=_("language of the documents"), choices=Audit._meta.get_field("language").choices)


def _why(month: date, lacks_its_end: bool) -> str:
    """Why the form opens with this month."""
    lacking = gettext("%(month)s is one of the last months with data; there is none for its last days.")
    told = lacking if lacks_its_end else gettext("The last month with data for its last days is %(month)s.")
    return told % {"month": date_format(month, "F Y")}


def _month(month: date, is_known: bool) -> str:
    name = date_format(month, "F Y")
    return name if is_known else gettext("%(month)s: no data") % {"month": name}


class Limit(MaxLengthValidator):
    """Says both counts as pages write them."""

    def __call__(self, value: str) -> None:
        try:
            super().__call__(value)
        except forms.ValidationError as wrong:
            counts = {name: number_format(wrong.params[name], force_grouping=True) for name in ("limit_value", "show_value")}
            raise forms.ValidationError(self.message, code=self.code, params=counts) from wrong


class ScoreForm(forms.Form):
    TOO_LONG = _("A comment takes at most %(limit_value)s characters, and this one has %(show_value)s. Nothing was saved.")

    SCORES = [("", ""), *((str(n), str(n)) for n in range(5)), (NOT_APPLICABLE, _("not applicable"))]

    score = forms.ChoiceField(label=_("score"), required=False, choices=SCORES)
    comment = forms.CharField(label=_("comment"), required=False, validators=[Limit(REMARK, TOO_LONG)])
    evidence = forms.CharField(
        label=_("evidence"), required=False, max_length=CriterionScore._meta.get_field("evidence").max_length
    )

    def row(self, criterion: str) -> CriterionScore:
        cleaned = self.cleaned_data
        number = None if cleaned["score"] in ("", NOT_APPLICABLE) else int(cleaned["score"])
        return CriterionScore(
            criterion=criterion,
            score=number,
            is_applicable=cleaned["score"] != NOT_APPLICABLE,
            comment=cleaned["comment"],
            evidence=cleaned["evidence"],
        )


class LevelForm(forms.Form):
    TOO_LONG = _("A justification takes at most %(limit_value)s characters, and this one has %(show_value)s. Nothing was saved.")
    TOO_LOW = _("The level aimed at, %(target)s, is below the present level, %(level)s. Nothing was saved.")

    LEVELS = [("", ""), *ONE_TO_FIVE]

    level = forms.TypedChoiceField(label=_("level"), required=False, choices=LEVELS, coerce=int, empty_value=None)
    target = forms.TypedChoiceField(label=_("level aimed at"), required=False, choices=LEVELS, coerce=int, empty_value=None)
    justification = forms.CharField(label=_("justification"), required=False, validators=[Limit(REMARK, TOO_LONG)])

    def clean(self) -> dict[str, Any]:
        levels = {name: self.cleaned_data.get(name) for name in ("level", "target")}
        if all(levels.values()) and levels["target"] < levels["level"]:
            raise forms.ValidationError(self.TOO_LOW, params=levels)
        return self.cleaned_data

    def row(self, dimension: str) -> MaturityScore:
        return MaturityScore(dimension=dimension, **self.cleaned_data)


def _codes(known: Iterable[str]) -> list[tuple[str, str]]:
    return [("", ""), *((code, code) for code in known)]


class OpportunityForm(forms.ModelForm):
    impact = forms.TypedChoiceField(label=_("impact, 1 to 5"), choices=ONE_TO_FIVE, coerce=int)
    effort = forms.TypedChoiceField(label=_("effort, 1 to 5"), choices=ONE_TO_FIVE, coerce=int)
    horizon_days = forms.IntegerField(label=_("horizon, days"), min_value=1, max_value=365)
    finding = forms.ChoiceField(choices=_codes(CODES), required=False, widget=forms.HiddenInput)
    metric = forms.ChoiceField(choices=_codes(METRICS | FORMULAS), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Opportunity
        fields = ["title", "impact", "effort", "horizon_days", "owner", "finding", "metric"]

    def clean_title(self) -> str:
        validate_visible(self.cleaned_data["title"])
        return self.cleaned_data["title"]


class ReasonForm(forms.Form):
    TOO_LONG = _("A reason takes at most %(limit_value)s characters, and this one has %(show_value)s. Nothing was done.")

    reason = forms.CharField(label=_("why"), required=False, validators=[Limit(500, TOO_LONG)])
