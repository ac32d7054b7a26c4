"""What is known before a file is read: its name, what people said of it, the client's zone, the accounts there are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from smmstrategy.metrics.imports.reading.options import Options

_by_network = partial(defaultdict, dict)


@dataclass
class Known:
    """Of the accounts of the brand and of others, by network; names are given as they are compared, accounts by their handles.

    `names` are those of one account each, `bearers` who bears the names of none or several, as files said, and `said_in` the import
    whose file said so. `called` are all whom people or any file in force call so, `perhaps` those whose posts somebody of that name
    alone has written. By account, `pages` are the handles and numbers under which files in force, or a person, know it, none where
    its name alone is known, and `brought_in` the imports in force that speak of it.
    """

    own: dict[str, list[str]] = field(default_factory=dict)
    competitors: dict[str, list[str]] = field(default_factory=dict)
    there: dict[str, list[str]] = field(default_factory=dict)  # the keys of all accounts of the client
    stands_on: dict[str, dict[str, str]] = field(default_factory=_by_network)  # of these keys: the wall of most of their posts
    names: dict[str, dict[str, str]] = field(default_factory=_by_network)
    bearers: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    said_in: dict[str, dict[str, int]] = field(default_factory=_by_network)
    called: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    perhaps: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    pages: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    brought_in: dict[str, dict[str, list[int]]] = field(default_factory=_by_network)

    def others_than(self, accounts: Collection[str]) -> frozenset[str]:
        """The names of accounts that are none of these handles; without any, those of competitors."""
        handles_there = {handle.casefold() for handle in accounts}
        rivals = {handle.casefold() for there in self.competitors.values() for handle in there}
        named = [(name, handle.casefold()) for there in self.names.values() for name, handle in there.items()]
        return frozenset(name for name, handle in named if (handle not in handles_there if handles_there else handle in rivals))


@dataclass
class Context:
    """All of it, as it is given with the file."""

    file_name: str = ""
    today: date = date(2100, 1, 1)
    time_zone: str = "Europe/Moscow"
    currency: str = "RUB"
    default_handle: str = "site"
    may_ask: bool = False  # somebody is there to say whose account it is
    of_others: bool = False  # a person has said that none of the accounts is the brand's own
    known: Known = field(default_factory=Known)
    brand: str = ""  # what the brand is called, as names are compared
    walls: list[str] = field(default_factory=list)  # what the account named is called by the wall its posts stand on
    options: Options = field(default_factory=Options)
    mappings: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def account(self) -> tuple[str, str] | None:
        """Network and handle that a person has named for the whole file."""
        return self.options.account_named

    @property
    def network(self) -> str:
        """That of this account."""
        return self.options.network_named

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day a person has named."""
        return self.options.days
