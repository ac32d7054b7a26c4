"""Saying how to read a file: the fields of every form of answers, and how what was sent of them becomes an answer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Network, Tracking
from smmstrategy.clients.zones import zones_with
from smmstrategy.metrics.imports import labels, naming, orders_of_dates
from smmstrategy.metrics.imports.forms.files import AS_KEPT
from smmstrategy.metrics.imports.forms.names import NamesField, lines
from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import

IN_ADDRESS = _("the name in the page's address, or the whole address")
NOT_BOTH = _("Choose an account or name another one, not both.")
CHOOSE = ("", _("— choose —"))
ASKED_NEXT = ("", _("as kept, or asked next"))
AS_IT_SAYS = ("", _("as the file says"))


class AnswerForm(forms.Form):
    """How to read a file: only what a person says differently than before becomes an answer.

    A form for each question stands in `questions`; it says what is different where that is asked.
    """

    asks = ""  # the name of the question
    answering: Sequence[str] = ()  # the names of the fields that answer it
    may_be_left: Sequence[str] = ("role",)  # of these
    unsaid: dict[str, Any] = {}  # by field the choice that says nothing, None where there is none
    template = "imports/asked.html"  # what is asked, in words

    network = forms.ChoiceField(label=_("network"), required=False)
    handle = forms.CharField(label=_("account"), max_length=300, required=False, help_text=IN_ADDRESS)
    role = forms.ChoiceField(label=_("whose account it is"), required=False)
    first_day = forms.DateField(label=_("first day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last_day = forms.DateField(label=_("last day"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    date_order = forms.ChoiceField(label=_("order in dates"), required=False)
    kind = forms.ChoiceField(label=_("kind of export"), required=False)
    time_zone = forms.ChoiceField(label=_("time zone of the file's times"), required=False)
    names = NamesField(
        label=_("names in the file"),
        required=False,
        help_text=_("which account each means, one in a line: “Romashka = https://vk.com/romashka” or “Romashka = VK: romashka”"),
    )

    def __init__(self, sent: Any = None, *, import_: Import) -> None:
        """What may be left keeps the answer given before where it was not sent."""
        self.import_, self.question, self.given, self.sent = import_, import_.question, Options(**import_.options), sent
        network, handle = self.given.account_named or ("", "")
        first, last = self.given.days or ("", "")
        before = {name: getattr(self.given, name) for name in ("kind", "date_order", "time_zone", "role")}
        before |= {"names": "\n".join(lines(self.given.accounts_by_name)), "network": network, "handle": handle}
        super().__init__(None if sent is None else sent.copy(), initial=before | {"first_day": first, "last_day": last})
        self.fields["names"].client, self.fields["names"].told = import_.client, self.given.accounts_by_name
        self.offer()
        self._offer_ways({*self.answering} - {*self.may_be_left})
        for name in self.initial.keys() & self.fields.keys() if self.is_bound else ():
            if not self.fields[name].required:
                self.data.setdefault(name, self.initial[name])

    def _offer_ways(self, must_be_said: set[str]) -> None:
        """How else the file may be read; what must be said is to be filled in where nothing is offered beside it."""
        ways = {
            "network": Network.choices,
            "role": Tracking.Role.choices,
            "date_order": orders_of_dates.choices(self.question),
            "kind": labels.kinds(),
            "time_zone": zones_with(self.given.time_zone or "UTC"),
        }
        kept = {"role": ASKED_NEXT if self.question.get("role_next") else AS_KEPT}
        unsaid = kept | dict.fromkeys(must_be_said, CHOOSE) | self.unsaid
        for name, choices in ways.items():
            self.fields[name].choices = [*filter(None, [unsaid.get(name, AS_IT_SAYS)]), *choices]
        if not (self.question.get("choices") or "own" in self.fields):
            for name in must_be_said & self.fields.keys():
                self.fields[name].required = True

    def offer(self) -> None:
        """Add the fields that only this question has."""

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that answer the open question."""
        return [self[name] for name in self.answering if name in self.fields]

    @property
    def others(self) -> list[forms.BoundField]:
        """The fields that change how the file is read beside what is asked."""
        return [field for field in self.visible_fields() if field.name not in self.answering]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.understand(cleaned)
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if bool(first) != bool(last):
            self.add_error("last_day" if first else "first_day", _("Say both days, the first and the last."))
        elif first and last < first:
            self.add_error("last_day", _("The period ends before it begins."))
        return cleaned

    def understand(self, cleaned: dict[str, Any]) -> None:
        """Of the account chosen or named make its network and its handle there; an address says its network itself."""
        if cleaned.get("known") and cleaned.get("handle") and "handle" in self.changed_data:
            self.add_error("handle", NOT_BOTH)
        elif cleaned.get("known"):
            cleaned["network"], _colon, cleaned["handle"] = cleaned["known"].partition(":")
        elif cleaned.get("handle") and {"network", "handle"} & set(self.changed_data):
            cleaned["network"] = cleaned.get("network") or pages.network_of(cleaned["handle"])
            try:
                cleaned["handle"] = naming.handle(cleaned["network"], cleaned["handle"], self.import_.client)
            except forms.ValidationError as error:
                self.add_error("handle", error)
            if not cleaned["network"]:
                self.add_error("network", _("Say in which network the account is."))

    def options(self) -> dict[str, Any]:
        """The answers as the importer takes them; what was not touched is not there."""
        cleaned, changed = self.cleaned_data, set(self.changed_data)
        answers = {name: cleaned[name] for name in changed & {"kind", "date_order", "time_zone", "role"}}
        if cleaned.get("known") or {"network", "handle"} & changed:
            answers |= self._account(cleaned["network"], cleaned["handle"])
        if "names" in changed:
            answers["accounts_by_name"] = cleaned["names"]
        if {"first_day", "last_day"} & changed:
            answers["period"] = f"{cleaned['first_day']}:{cleaned['last_day']}" if cleaned["first_day"] else ""
        return answers

    def _account(self, network: str, handle: str) -> dict[str, Any]:
        """The account of the file, or of one of the networks it is about beside that named in another."""
        if handle and network != self.given.network_named and self.is_beside(network):
            return {"accounts_by_network": self.given.accounts_by_network | {network: handle}}
        return {"account": f"{network}:{handle}" if handle else ""}

    def is_beside(self, network: str) -> bool:
        """The file is about accounts of this network and of that of the account named before."""
        there = {account["network"] for account in self.import_.summary.get("accounts", [])}
        return network in self.given.accounts_by_network or {network, self.given.network_named} <= there
