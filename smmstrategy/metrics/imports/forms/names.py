"""Saying which account names in a file mean, one in a line, «Ромашка = VK: romashka», and which one a table is about."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from smmstrategy.clients.models import Client, Network
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.reading.cells import pages


class NamesField(forms.CharField):
    """By «network:name», the name as compared, the handle of the account it means."""

    widget = forms.Textarea({"rows": 3})
    client: Client | None = None
    told: Mapping[str, str] = MappingProxyType({})  # before

    def clean(self, value: Any) -> dict[str, str]:
        """A line that was not touched says what it said."""
        shown, meant = {_spaced(line): one for line, one in lines(self.told).items()}, {}
        for line in filter(None, map(_spaced, str(value or "").splitlines())):
            said, handle = shown.get(line) or self._meant(line)
            if said in meant:
                text = _("Two lines say which account “%(name)s” means: leave one.")
                raise forms.ValidationError(text % {"name": said.partition(":")[2]})
            meant[said] = handle
        return meant

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(data or "").split() != str(initial or "").split()

    def _meant(self, line: str) -> tuple[str, str]:
        name, equals, account = line.rpartition(" = ") if " = " in line else line.partition("=")
        network, called = _parts(account.strip())
        if not (equals and name.strip() and network):
            text = _("“%(line)s” is no name and account: write them like “Romashka = https://vk.com/romashka”.")
            raise forms.ValidationError(text % {"line": line.strip()})
        try:
            return f"{network}:{naming.name(network, name)}", naming.handle(network, called, self.client)
        except forms.ValidationError as error:
            raise forms.ValidationError(_("“%(line)s”: %(why)s") % {"line": line.strip(), "why": error.message}) from error


class WhoseField(forms.CharField):
    """An account in whatever network, «network:handle»: the address of its page, or network and name."""

    def __init__(self, client: Client, label: str) -> None:
        super().__init__(label=label, max_length=300, required=False, help_text=_("the page's address, or “VK: romashka”"))
        self.client = client

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        network, called = _parts(text)
        if text and not network:
            raise forms.ValidationError(_("Write the page's address, or network and name: “VK: romashka”."))
        return f"{network}:{naming.handle(network, called, self.client)}" if text else ""


def lines(told: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """By the line in which it is shown each name, as it is kept, and the handle it means."""
    parts = sorted((*said.partition(":")[::2], handle) for said, handle in told.items())
    return {f"{name} = {account_name(f'{network}:{handle}')}": (f"{network}:{name}", handle) for network, name, handle in parts}


def _spaced(line: str) -> str:
    return " ".join(line.split())


def account_name(code: str) -> str:
    """«VK: romashka» for «vk:romashka»."""
    network, _colon, handle = code.partition(":")
    return f"{Network(network).label}: {handle}"


def _parts(account: str) -> tuple[str, str]:
    """The network of an account, if it says one, and what it is called there."""
    if of_address := pages.network_of(account):
        return of_address, account
    called, _colon, handle = account.partition(":")
    named = {spelt.casefold().rstrip("*"): code for code, label in Network.choices for spelt in (code, str(label))}
    return named.get(called.strip().casefold().rstrip("*"), ""), handle.strip()
