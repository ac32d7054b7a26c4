"""Forms for clients, brands, accounts, people and the ledger, all drawn the same way."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from smmstrategy.agency.actions import COUNTED_IN
from smmstrategy.clients.models import Brand, Client, Language, Membership, Network, Tracking, User
from smmstrategy.clients.names import validate_visible
from smmstrategy.clients.zones import zones_with
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.queries import has_numbers

CURRENCIES = [
    ("RUB", _("₽ Russian rouble")),
    ("USD", _("$ US dollar")),
    ("EUR", _("€ euro")),
    ("KZT", _("₸ tenge")),
    ("BYN", "Br BYN"),
]


class ClientForm(forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("time zone"), help_text=_("days are counted in this zone"))
    currency = forms.ChoiceField(label=_("currency"), choices=CURRENCIES)

    class Meta:
        model = Client
        fields = ["name", "time_zone", "currency"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones_with(self.instance.time_zone)
        if not self.instance.pk:
            self.initial.setdefault("time_zone", "Europe/Moscow")
        elif has_numbers(self.instance):
            for name in COUNTED_IN:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Fixed: stored days and amounts are in it. Take the imports back to change it.")


class BrandForm(forms.ModelForm):
    website = forms.URLField(label=_("website"), required=False, assume_scheme="https")

    class Meta:
        model = Brand
        fields = ["name", "website"]


class TrackingForm(forms.Form):
    """An account and why the brand looks at it; network and handle are only asked once."""

    network = forms.ChoiceField(label=_("network"), choices=Network.choices)
    handle = forms.CharField(label=_("name in the page's address"), max_length=300, help_text=_("or paste the whole address"))
    name = forms.CharField(label=_("name to show"), max_length=200, required=False, validators=[validate_visible])
    role = forms.ChoiceField(label=_("whose it is"), choices=Tracking.Role.choices, initial=Tracking.Role.OWN)
    group = forms.CharField(
        label=_("belongs to"),
        max_length=120,
        required=False,
        validators=[validate_visible],
        help_text=_("the competitor's name, if it has several accounts"),
    )
    url = forms.URLField(label=_("address"), max_length=500, required=False, assume_scheme="https")

    def __init__(self, *args: Any, client: Client | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.client = client

    def clean_handle(self) -> str:
        return naming.handle(self.cleaned_data.get("network", ""), self.cleaned_data["handle"], self.client)


class TrackingChangeForm(TrackingForm):
    network = handle = None


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("e-mail"))
    name = forms.CharField(label=_("name"), max_length=120, required=False, validators=[validate_visible])
    language = forms.ChoiceField(label=_("language of the letter"), choices=Language.choices, initial=Language.RU)
    role = forms.ChoiceField(label=_("role"), choices=Membership.Role.choices, initial=Membership.Role.STRATEGIST)
    client = forms.ModelChoiceField(
        Client.objects.none(),
        label=_("client"),
        required=False,
        empty_label=_("the whole agency"),
        help_text=_("whose work they see"),
    )

    def __init__(self, *args: Any, clients: QuerySet[Client], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["client"].queryset = clients
        if not clients.exists():
            self.fields["role"].choices = [choice for choice in Membership.Role.choices if choice[0] != Membership.Role.CLIENT]

    def invited(self) -> dict[str, Any]:
        """Who gets which role; the language is that of the letter alone, their own they choose themselves."""
        return {name: value for name, value in self.cleaned_data.items() if name != "language"}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if problem := role_problem(cleaned.get("role"), cleaned.get("client")):
            self.add_error("client", problem)
        return cleaned


class RoleForm(forms.Form):
    """Another role where somebody has one; for whom they work is what an invitation says."""

    role = forms.ChoiceField(label=_("role"))

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        can_be = [choice for choice in Membership.Role.choices if not role_problem(choice[0], membership.client)]
        self.fields["role"].choices = can_be
        if membership.client is None:
            self.fields["role"].help_text = _(
                "If they are a client's person, take this role away and invite them anew, with the client chosen."
            )


def role_problem(role: str | None, client: Client | None) -> str:
    """Why somebody cannot have this role there; empty when they can."""
    if role == Membership.Role.OWNER and client is not None:
        return _("An owner owns the whole agency: leave the client empty.")
    if role == Membership.Role.CLIENT and client is None:
        return _("Choose the client this person belongs to.")
    return ""


class LedgerForm(forms.Form):
    """Which of the entries to show; days are counted in `zone`."""

    COMMAND = "command"

    who = forms.ChoiceField(label=_("who"), required=False)
    verb = forms.ChoiceField(label=_("what was done"), required=False, choices=[("", _("anything")), *Verb.choices])
    first = forms.DateField(label=_("from"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last = forms.DateField(label=_("to"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, *args: Any, entries: QuerySet[Entry], zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)
        actors = User.objects.filter(pk__in=entries.order_by().values("actor")).order_by("name", "email")
        people = [(str(user.pk), str(user)) for user in actors]
        self.fields["who"].choices = [("", _("anybody")), (self.COMMAND, _("a command or the system")), *people]

    def clean(self) -> dict[str, Any]:
        first, last = (self.cleaned_data.get(name) for name in ("first", "last"))
        if first and last and last < first:
            self.add_error("last", _("The period ends before it begins."))
        return self.cleaned_data

    def conditions(self) -> list[Q]:
        """What an entry must meet; an answer that cannot be understood asks for nothing."""
        self.is_valid()
        told = self.cleaned_data
        conditions = []
        if who := told.get("who"):
            conditions.append(Q(actor=None) if who == self.COMMAND else Q(actor=who))
        if verb := told.get("verb"):
            conditions.append(Q(verb=verb))
        if first := told.get("first"):
            conditions.append(Q(at__gte=self._midnight(first)))
        if last := told.get("last"):
            conditions.append(Q(at__lt=self._midnight(last + timedelta(days=1))))
        return conditions

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time.min, self.zone)
