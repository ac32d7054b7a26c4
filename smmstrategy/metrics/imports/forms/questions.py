"""What a file may leave open: for each question the form that answers it, and one that corrects what asks nothing."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Client, Network, Tracking
from smmstrategy.metrics.imports import naming, queries
from smmstrategy.metrics.imports.forms.answers import IN_ADDRESS, NOT_BOTH, AnswerForm
from smmstrategy.metrics.imports.forms.columns import MappingForm
from smmstrategy.metrics.imports.forms.names import WhoseField, account_name
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.models import Import

ANOTHER = ("", _("another one, named in the field “Account”"))
ANOTHER_MEANT = ("", _("another one, named in the field “Another account”"))
NEW = ("", _("a new account"))
LIKELY = _("likely account")
NEITHER = _("Choose an account or name another one.")
OR_OF_TABLES = _("Name one account, or that of each table.")
SHOWN = 300  # accounts of a list of any length; those that are likely to be the brand's own come first


class AccountField(forms.CharField):
    """An account in a network, by its name there or its address; «network:handle»."""

    def __init__(self, network: str, client: Client, label: Any, *, required: bool = False) -> None:
        super().__init__(label=label, max_length=300, required=required, help_text=IN_ADDRESS)
        self.network, self.client = network, client

    def clean(self, value: Any) -> str:
        handle = super().clean(value)
        return f"{self.network}:{naming.handle(self.network, handle, self.client)}" if handle else ""


class PeriodForm(AnswerForm):
    asks, answering = "period", ("first_day", "last_day")


class TimeZoneForm(AnswerForm):
    asks, answering = "time_zone", ("time_zone",)


class DateOrderForm(AnswerForm):
    asks, answering, unsaid = "date_order", ("date_order",), {"date_order": None}
    template = "imports/asked_date_order.html"
    date_order = forms.ChoiceField(label=_("order in dates"), widget=forms.RadioSelect)


class NetworkForm(AnswerForm):
    """In which network the accounts are that the rows name."""

    asks, answering = "network", ("network", "role")
    handle = None

    def understand(self, cleaned: dict[str, Any]) -> None:
        cleaned["handle"] = ANY


class AccountForm(AnswerForm):
    """Whose the rows are, of those likely or another one, or of several networks in each apart; or whose each table is."""

    asks, answering, may_be_left = "account", ("known", "network", "handle", "role"), ("network", "role")
    unsaid = {"network": ("", _("as the address says"))}
    template = "imports/asked_account.html"

    def offer(self) -> None:
        asked_of, likely, only = (self.question.get(name, []) for name in ("networks", "choices", "only"))
        self.networks = asked_of if self.question.get("apart") else []
        self.tables = {f"table_{n}": title for n, title in enumerate(self.question.get("tables", []))}
        for network in self.networks:
            self.fields |= _of_network(network, self.import_.client, likely, only, must_be_said=not self.tables)
        if self.networks:
            self.answering = [name for name in self.fields if name.startswith(("of_", "another_in_"))]
        elif likely:
            self.fields = {"known": _one_of(likely, ANOTHER, LIKELY, only)} | self.fields
        if len(asked_of) == 1 and not likely:
            self.initial["network"] = self.initial["network"] or asked_of[0]
        self.fields |= {name: WhoseField(self.import_.client, f"«{title}»") for name, title in self.tables.items()}
        self.may_be_left = [*self.may_be_left, *self.answering, *self.tables] if self.tables else self.may_be_left
        self.answering = [*self.answering, *self.tables]

    def understand(self, cleaned: dict[str, Any]) -> None:
        is_of_tables = any(cleaned.get(name) or name in self.errors for name in self.tables)
        if not (self.networks or is_of_tables or cleaned.get("known") or cleaned.get("handle")):
            self.add_error("known" if "known" in self.fields else "handle", OR_OF_TABLES if self.tables else NEITHER)
        super().understand(cleaned)
        for network in self.networks:
            _choose(self, f"of_{network}", f"another_in_{network}", cleaned, may_be_left=is_of_tables)

    def options(self) -> dict[str, Any]:
        of_networks = [self.cleaned_data[f"of_{network}"] for network in self.networks]
        chosen = dict(one.split(":", 1) for one in of_networks if one)
        apart = {"accounts_by_network": self.given.accounts_by_network | chosen} if chosen else {}
        answers = apart | super().options()
        whose = {title: self.cleaned_data[name].split(":", 1) for name, title in self.tables.items() if self.cleaned_data[name]}
        meant = {f"{network}:{naming.name(network, title)}": handle for title, (network, handle) in whose.items()}
        named = answers.get("accounts_by_name", self.given.accounts_by_name)
        return answers | ({"accounts_by_name": named | meant} if meant else {})


class NameForm(AnswerForm):
    """Which of several accounts a name in the rows means."""

    asks, answering = "name", ("meant", "another_meant")

    def offer(self) -> None:
        meant = _one_of(self.question["choices"], ANOTHER_MEANT, _("account"))
        another = AccountField(self.question["name"].partition(":")[0], self.import_.client, _("another account"))
        self.fields = {"meant": meant, "another_meant": another} | self.fields

    def understand(self, cleaned: dict[str, Any]) -> None:
        super().understand(cleaned)
        _choose(self, "meant", "another_meant", cleaned)

    def options(self) -> dict[str, Any]:
        answers = super().options()
        named = answers.get("accounts_by_name", self.given.accounts_by_name)
        return answers | {"accounts_by_name": named | {self.question["name"]: self.cleaned_data["meant"].partition(":")[2]}}


class CorrectionForm(AnswerForm):
    """How else to read a file that asks nothing, and what each of several new accounts is."""

    def offer(self) -> None:
        roles = queries.newly_tracked(self.import_)
        if len(roles) > 1:
            self.offer_own([*roles], [name for name, role in roles.items() if role == Tracking.Role.OWN])

    def offer_own(self, accounts: Sequence[str], likely: Sequence[str], help_text: Any = "") -> None:
        """Of the new accounts those that are the brand's own, the likely ones ticked; the role is that of the others."""
        offered = [*likely, *(one for one in accounts if one not in likely)]
        choices, self.unshown = [(name, account_name(name)) for name in offered[:SHOWN]], offered[SHOWN:]
        ticked = forms.CheckboxSelectMultiple
        own = forms.MultipleChoiceField(label=_("the brand's own"), choices=choices, initial=likely, required=False, widget=ticked)
        self.fields["own"], own.help_text = own, help_text
        self.fields["role"].label = _("the others")
        self.order_fields(("own", "role"))

    def understand(self, cleaned: dict[str, Any]) -> None:
        super().understand(cleaned)
        if not {"known", "own"}.isdisjoint(self.fields) and self.is_said and not (self.is_told(cleaned) or "role" in self.errors):
            choose = _("Choose the account, or say what the new one is.")
            self.add_error("role", choose if "known" in self.fields else _("Say what the others are."))

    @property
    def is_said(self) -> bool:
        """Nothing is ticked where another form of the page was sent."""
        return "role" in self.sent and not {"own", "role"}.isdisjoint(self.changed_data)

    def is_told(self, cleaned: dict[str, Any]) -> bool:
        """What the others are, or that there are none, or which account of the brand's the new one is."""
        is_own = "own" in self.fields and len(cleaned.get("own", ())) == len(self.fields["own"].choices)
        is_named = cleaned.get("known") or {"network", "handle"} & set(self.changed_data)
        return bool(cleaned.get("role") or is_own or ("known" in self.fields and is_named and cleaned.get("handle")))

    def options(self) -> dict[str, Any]:
        answers = super().options()
        if "own" in self.fields and self.is_said:
            answers["own"] = [*(one for one in self.given.own if one in self.unshown), *self.cleaned_data["own"]]
        return answers


class RoleForm(CorrectionForm):
    """What the new accounts are to the brand, or which of those it has one of them is."""

    asks, answering, is_said = "role", ("known", "own", "role"), True

    def offer(self) -> None:
        accounts, likely, known = (self.question.get(name, []) for name in ("accounts", "likely", "choices"))
        self.may_be_left = ("own",) if self.question.get("must_be_said") else ("own", "role")
        if len(accounts) > 1 or (accounts and self.given.own):
            self.offer_own(accounts, likely, _("Those called like the brand are ticked already.") if likely else "")
        elif self.question.get("must_be_said"):
            self.fields["role"].label = _("whose accounts these are")
        if known:
            self.fields = {"known": _one_of(known, NEW, LIKELY)} | self.fields

    def is_beside(self, network: str) -> bool:
        """Or where the new ones are of several networks, and nobody has named one for the whole file."""
        networks = {name.partition(":")[0] for name in self.question.get("accounts", [])}
        are_several = len(networks) > 1 or bool(self.given.accounts_by_network)
        return super().is_beside(network) or (are_several and not self.given.network_named)


def _one_of(likely: Sequence[str], besides: tuple[str, Any], label: Any, only: Collection[str] = ()) -> forms.ChoiceField:
    """A choice among likely accounts, or the one beside them; chosen beforehand is the brand's only one in the network."""
    choices = [*((code, account_name(code)) for code in likely), besides]
    beforehand = likely[0] if len(likely) == 1 and likely[0] in only else None
    return forms.ChoiceField(label=label, choices=choices, initial=beforehand, required=False, widget=forms.RadioSelect)


def _of_network(
    network: str, client: Client, proposed: Sequence[str], only: Collection[str], *, must_be_said: bool
) -> dict[str, forms.Field]:
    """By name the fields that ask for the account in a network, of those likely there if any are, or another one."""
    likely, label = [code for code in proposed if code.startswith(f"{network}:")], Network(network).label
    if not likely:
        of_account = f"{label}: {gettext('account')}"  # the mark of what must be said is no second star of «Instagram*»
        return {f"of_{network}": AccountField(network, client, of_account, required=must_be_said)}
    another = AccountField(network, client, _("account"))
    return {f"of_{network}": _one_of(likely, ANOTHER, label, only), f"another_in_{network}": another}


def _choose(form: AnswerForm, name: str, another: str, cleaned: dict[str, Any], *, may_be_left: bool = False) -> None:
    """The account chosen by one field, or named by the other."""
    chosen, named = cleaned.get(name), cleaned.get(another)
    if chosen and named:
        form.add_error(another, NOT_BOTH)
    elif not (chosen or named or may_be_left or {name, another} & form.errors.keys()):
        form.add_error(name, NEITHER)
    cleaned[name] = chosen or named


ALL = (MappingForm, AccountForm, NetworkForm, NameForm, PeriodForm, DateOrderForm, TimeZoneForm, RoleForm, CorrectionForm)
FORMS = {form.asks: form for form in ALL}


def answering(import_: Import, sent: Any) -> AnswerForm | MappingForm:
    """The form that answers what the import asks."""
    return FORMS[import_.question.get("asks", "")](sent, import_=import_)
