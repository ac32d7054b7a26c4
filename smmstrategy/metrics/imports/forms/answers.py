"""Answering what a file leaves open, and saying how else to read it."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Client, Network, Tracking
from smmstrategy.clients.zones import zones_with
from smmstrategy.metrics.imports import labels, naming, orders_of_dates
from smmstrategy.metrics.imports.forms.files import AS_KEPT
from smmstrategy.metrics.imports.forms.names import NamesField, account_name
from smmstrategy.metrics.imports.reading.cells import pages
from smmstrategy.metrics.imports.reading.options import ANY, Options

IN_ADDRESS = _("the name in the page's address, or the whole address")
NOT_BOTH = _("Choose an account or name another one, not both.")
ANOTHER = ("", _("another one, named in the field “Account”"))
ANOTHER_MEANT = ("", _("another one, named in the field “Another account”"))
NEW = ("", _("a new account"))
CHOOSE = ("", _("— choose —"))
ASKED_NEXT = ("", _("as kept, or asked next"))
UNSAID_NETWORK = {"network": CHOOSE, "account": ("", _("as the address says"))}
MAY_BE_LEFT = {"network": ("role",)}  # of the fields that answer a question; of other questions the network, too


class Offered(forms.ChoiceField):
    """One of the likely accounts: what is chosen beforehand is said all the same once it is sent."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)


class AnswerForm(forms.Form):
    """How to read a file: only what a person says differently than before becomes an answer."""

    meant = forms.ChoiceField(label=_("account"), required=False, widget=forms.RadioSelect)
    another_meant = forms.CharField(label=_("another account"), max_length=300, required=False, help_text=IN_ADDRESS)
    known = Offered(label=_("likely account"), required=False, widget=forms.RadioSelect)
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
    change_columns = forms.CharField(required=False, widget=forms.HiddenInput)  # of the table with this signature
    gone = forms.NullBooleanField(widget=forms.HiddenInput)

    PARTS = {
        "account": ("known", "network", "handle", "role"),
        "network": ("network", "role"),
        "period": ("first_day", "last_day"),
        "date_order": ("date_order",),
        "role": ("known", "role"),
        "name": ("meant", "another_meant"),
        "time_zone": ("time_zone",),
    }
    IN_PAIRS = frozenset({"meant", "another_meant"})  # one of the two is said
    DECISIONS = frozenset({"change_columns", "gone"})  # each sent by a button of its own, without the other fields

    def __init__(
        self, *args: Any, client: Client, given: Options, question: dict[str, Any], read: Collection[str] = (), **kwargs: Any
    ) -> None:
        """`read` are the networks of the accounts that the file was understood to be about."""
        asked_of, proposed = question.get("networks", []), question.get("choices", [])
        is_open = len(asked_of) == 1 and not proposed
        super().__init__(*args, initial=_as_fields(given, asked_of[0] if is_open else ""), **kwargs)
        self.client, self.asks, self.given, self.read = client, question.get("asks", ""), given, read
        self.name = question.get("name", "")  # which of several accounts this means is asked
        self.fields["names"].client, self.fields["names"].told = client, given.accounts_by_name
        self.networks = asked_of if question.get("apart") else []  # in each of which an account is asked
        self._offer_ways(question)
        self._offer_roles(must_be_said=question.get("must_be_said", False), is_next=question.get("role_next", False))
        self._offer_accounts([(name, account_name(name)) for name in proposed], question.get("only", []))
        networks = {name.partition(":")[0] for name in question.get("accounts", [])}
        self.is_of_several = len(networks) > 1 or bool(given.accounts_by_network)
        if not (self.networks or proposed):
            self._require(but=() if question.get("must_be_said") else MAY_BE_LEFT.get(self.asks, ("network", "role")))

    def _offer_ways(self, question: dict[str, Any]) -> None:
        """How else the file may be read."""
        unsaid, orders = ("", _("as the file says")), orders_of_dates.choices(question)
        self.fields["network"].choices = [UNSAID_NETWORK.get(self.asks, unsaid), *Network.choices]
        self.fields["kind"].choices = [unsaid, *labels.kinds()]
        self.fields["time_zone"].choices = [
            CHOOSE if self.asks == "time_zone" else unsaid,
            *zones_with(self.given.time_zone or "UTC"),
        ]
        if self.asks == "date_order":
            self.fields["date_order"].widget = forms.RadioSelect()
        self.fields["date_order"].choices = orders if self.asks == "date_order" else [unsaid, *orders]

    def _offer_roles(self, *, must_be_said: bool, is_next: bool) -> None:
        unsaid = CHOOSE if must_be_said else ASKED_NEXT if is_next else AS_KEPT
        self.fields["role"].choices = [unsaid, *Tracking.Role.choices]
        if must_be_said:
            self.fields["role"].label = _("whose accounts these are")

    def _offer_accounts(self, proposed: list[tuple[str, str]], only: Collection[str]) -> None:
        """The likely ones, in each network apart or all together, or a name to be said; none where rows have said it."""
        if self.asks == "name":
            self.fields["meant"].choices, proposed = [*proposed, ANOTHER_MEANT], []
        else:
            del self.fields["meant"], self.fields["another_meant"]
        for network in self.networks:
            self.fields |= _of_network(network, proposed, only)
        self.fields["known"].choices = [*proposed, NEW if self.asks == "role" else ANOTHER]
        self.fields["known"].initial = _beforehand(proposed, only)
        if self.networks or not proposed:
            del self.fields["known"]
        if self.asks == "network":
            del self.fields["handle"]

    def _require(self, *, but: Collection[str]) -> None:
        """The fields that answer the open question must be filled in, `but` these."""
        for name in self.PARTS.get(self.asks, ()):
            if name in self.fields:
                self.fields[name].required = name not in but and name not in self.IN_PAIRS

    @cached_property
    def changed_data(self) -> list[str]:
        """Of a field that was not sent nothing is said."""
        return [name for name in super().changed_data if not self._is_left_out(name)]

    def _is_left_out(self, name: str) -> bool:
        return self.fields[name].widget.value_omitted_from_data(self.data, self.files, self.add_prefix(name))

    @property
    def answering(self) -> tuple[str, ...]:
        """The names of the fields that answer the open question."""
        return tuple(name for name in self.fields if name.startswith(("of_", "another_in_"))) or self.PARTS.get(self.asks, ())

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
        cleaned |= {name: value for name, value in self.initial.items() if name in self.fields and self._is_left_out(name)}
        if cleaned.get("known") and cleaned.get("handle") and "handle" in self.changed_data:
            self.add_error("handle", NOT_BOTH)
        elif cleaned.get("known"):
            cleaned["network"], _colon, cleaned["handle"] = cleaned["known"].partition(":")
        elif "known" in self.fields and self.asks == "account" and not cleaned.get("handle"):
            self.add_error("known", _("Choose an account or name another one."))
        elif cleaned.get("handle") and {"network", "handle"} & set(self.changed_data):
            self._understand_account(cleaned)
        for network in self.networks:
            self._understand_account_in(network, f"of_{network}", f"another_in_{network}", cleaned)
        if self.asks == "role" and "known" in self.fields and not self._is_answered(cleaned):
            self.add_error("role", _("Choose the account, or say what the new one is."))
        if self.asks == "name":
            self._understand_account_in(self.name.partition(":")[0], "meant", "another_meant", cleaned)
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if bool(first) != bool(last):
            self.add_error("last_day" if first else "first_day", _("Say both days, the first and the last."))
        elif first and last < first:
            self.add_error("last_day", _("The period ends before it begins."))
        return cleaned

    def _is_answered(self, cleaned: dict[str, Any]) -> bool:
        """It is said what the new accounts are, or which of those offered one of them is."""
        is_named = bool({"known", "network", "handle"} & set(self.changed_data)) and bool(cleaned.get("handle"))
        return bool(cleaned.get("role")) or ("known" in self.fields and is_named)

    def _understand_account(self, cleaned: dict[str, Any]) -> None:
        """An address says its network itself, and leads to no page of another one."""
        cleaned["network"] = cleaned.get("network") or pages.network_of(cleaned["handle"])
        try:
            cleaned["handle"] = naming.handle(cleaned["network"], cleaned["handle"], self.client)
        except forms.ValidationError as error:
            self.add_error("handle", error)
        if not cleaned["network"]:
            self.add_error("network", _("Say in which network the account is."))

    def _understand_account_in(self, network: str, name: str, another: str, cleaned: dict[str, Any]) -> None:
        """The account chosen in a network by one field, or named by another beside those that can be chosen."""
        if another not in self.fields:
            another = name
        elif cleaned.get(name) and cleaned.get(another):
            self.add_error(another, NOT_BOTH)
            return
        elif cleaned.get(name):
            return
        elif not cleaned.get(another):
            self.add_error(name, _("Choose an account or name another one."))
        try:
            cleaned[name] = f"{network}:{naming.handle(network, cleaned[another], self.client)}" if cleaned.get(another) else ""
        except forms.ValidationError as error:
            self.add_error(another, error)

    def options(self) -> dict[str, Any]:
        """The answers as the importer takes them; what was not touched is not there."""
        cleaned = self.cleaned_data
        if cleaned["change_columns"]:
            return {"change_columns": cleaned["change_columns"]}
        if cleaned["gone"] is not None:
            return {"gone": cleaned["gone"]}
        answers = {name: cleaned[name] for name in ("kind", "date_order", "time_zone") if name in self.changed_data}
        if "role" in self.changed_data and (cleaned["role"] or self.asks == "role"):
            answers["role"] = cleaned["role"]
        if chosen := [cleaned[f"of_{network}"] for network in self.networks]:
            answers["accounts_by_network"] = self.given.accounts_by_network | dict(name.split(":", 1) for name in chosen)
        if {"known", "network", "handle"} & set(self.changed_data):
            handle = ANY if self.asks == "network" else cleaned["handle"]
            answers |= self._account(cleaned["network"], handle)
        if "names" in self.changed_data:
            answers["accounts_by_name"] = cleaned["names"]
        if self.asks == "name":
            named = answers.get("accounts_by_name", self.given.accounts_by_name)
            answers["accounts_by_name"] = named | {self.name: cleaned["meant"].partition(":")[2]}
        if {"first_day", "last_day"} & set(self.changed_data):
            answers["period"] = f"{cleaned['first_day']}:{cleaned['last_day']}" if cleaned["first_day"] else ""
        return answers

    def _account(self, network: str, handle: str) -> dict[str, Any]:
        """The account of the file, or of one of the networks it is about beside that named in another."""
        named_in = self.given.account.partition(":")[0]
        is_beside = network in self.given.accounts_by_network or {network, named_in} <= {*self.read}
        is_beside = is_beside or (self.asks == "role" and not named_in and self.is_of_several)
        if handle and network != named_in and is_beside:
            return {"accounts_by_network": self.given.accounts_by_network | {network: handle}}
        return {"account": f"{network}:{handle}" if handle else ""}


def _beforehand(likely: list[tuple[str, str]], only: Collection[str]) -> str | None:
    """The one that is likely where it is the brand's only account of the network."""
    return likely[0][0] if len(likely) == 1 and likely[0][0] in only else None


def _of_network(network: str, proposed: list[tuple[str, str]], only: Collection[str]) -> dict[str, forms.Field]:
    """By name the fields that ask for the account in a network, of those likely there if any are, or another one."""
    likely = [choice for choice in proposed if choice[0].startswith(f"{network}:")]
    label, help_text = Network(network).label, IN_ADDRESS
    if not likely:
        of_account = f"{label}: {gettext('account')}"  # the mark of what must be said is no second star of «Instagram*»
        return {f"of_{network}": forms.CharField(label=of_account, max_length=300, help_text=help_text)}
    chosen = _beforehand(likely, only)
    choices = [*likely, ANOTHER]
    return {
        f"of_{network}": Offered(label=label, choices=choices, initial=chosen, widget=forms.RadioSelect, required=False),
        f"another_in_{network}": forms.CharField(label=_("account"), max_length=300, required=False, help_text=help_text),
    }


def _as_fields(given: Options, asked_of: str) -> dict[str, Any]:
    """Answers given before, as the form shows them."""
    network, handle = given.account_named or ("", "")
    first, last = given.days or ("", "")
    kept = {name: getattr(given, name) for name in ("kind", "date_order", "time_zone", "role")}
    kept |= {"names": given.accounts_by_name}
    return {**kept, "network": network or asked_of, "handle": handle, "first_day": first, "last_day": last}
