"""How an import is to be read: what people have said of a file, on its page, at its upload or by command."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from smmstrategy.clients import handles

ANY = "any"  # in place of a handle, where rows name the accounts and only their network was asked


@dataclass(frozen=True)
class Options:
    """Kept with the import as JSON (`Import.options`) without what nobody has said, which is empty here."""

    # «network:handle» of the account that the whole file is about; answered on the page, or the only --account of the command.
    account: str = ""
    # The handle in each network of a file about several; answered on the page, or --account given more than once.
    accounts_by_network: dict[str, str] = field(default_factory=dict)
    # «network:name», the name as compared, → the handle of the account it means; answered on the page, or --name.
    accounts_by_name: dict[str, str] = field(default_factory=dict)
    # The code of the kind of export, where columns do not tell or it is to be read otherwise; chosen on the page, or --kind.
    kind: str = ""
    # «first:last», the days the file is about; answered on the page, or --period, or the folder's name and the files beside it.
    period: str = ""
    # «dmy» or «mdy», which comes first in 05/08/2026, or «swapped» by Excel; answered on the page, or --date-order.
    date_order: str = ""
    # The zone of the times that name none, in place of the client's; chosen on the page, or --time-zone.
    time_zone: str = ""
    # What the accounts of the file are to the brand (`Tracking.Role`); chosen at the upload or on the page, or --role.
    role: str = ""
    # «network:handle» of accounts that are the brand's own whatever `role` is; --own.
    own: Sequence[str] = ()
    # The command brings it with others: what is said of a file may be of another one.
    is_one_of_several: bool = False
    # What the columns of each table hold that was asked about, by the signature of its header; answered on the page, or by command.
    columns_by_signature: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    # Which doubts about such a table these answers were given to, by the same signature; of it any other is still asked.
    doubts_settled: dict[str, Sequence[str]] = field(default_factory=dict)
    # Which field --columns calls the column of a header, in whatever table of the file it stands.
    fields_by_header: dict[str, str] = field(default_factory=dict)
    # The names of the tables of which --leave-out takes nothing.
    tables_left_out: Sequence[str] = ()
    # Posts of earlier files that this one lacks were deleted; said on the page, or --gone.
    gone: bool = False
    # In all months without a post that are in doubt there was silence; --silent alone.
    silent: bool = False
    # «network:handle» of the accounts in whose months there was; said on the page, or --silent NETWORK:HANDLE.
    silent_of: Sequence[str] = ()
    # The signature of the table whose columns somebody on the page wants to explain anew; until the next answer.
    change_columns: str = ""

    @property
    def account_named(self) -> tuple[str, str] | None:
        """Network and handle of the account that the whole file is about."""
        network, _colon, handle = self.account.partition(":")
        return (network, handle) if network and handle else None

    @property
    def network_named(self) -> str:
        """That of the account that the whole file is about."""
        return self.account_named[0] if self.account_named else ""

    @property
    def accounts_named(self) -> dict[str, str]:
        """By network the handle of each account a person has named, the whole file's among them."""
        return self.accounts_by_network | dict([self.account_named] if self.account_named else [])

    def handle_named(self, network: str) -> str:
        """That of the account a person has named there; empty where its network alone was said."""
        handle = self.accounts_named.get(network, ANY)
        return "" if handle == ANY else handle

    def is_named(self, network: str, handle: str) -> bool:
        """A person has named this account, however spelt."""
        return handles.key(network, handle) == handles.key(network, self.handle_named(network))

    @property
    def names_an_account(self) -> bool:
        """A person has named an account, not its network alone."""
        return bool(self.handles_named)

    @property
    def handles_named(self) -> list[str]:
        """Those of the accounts a person has named, in whichever network."""
        return list(filter(None, map(self.handle_named, self.accounts_named)))

    def handle_meant(self, network: str, name: str) -> str:
        """That of the account which a person has said this name, as compared, means there."""
        return self.accounts_by_name.get(f"{network}:{name}", "")

    @property
    def names_told(self) -> list[tuple[str, str, str]]:
        """The network, the name, as compared, and the handle it means, of each of which a person has said that."""
        parts = [(said.partition(":"), handle) for said, handle in self.accounts_by_name.items()]
        return [(network, name, handle) for (network, _colon, name), handle in parts]

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of `period`."""
        first, _colon, last = self.period.partition(":")
        return (date.fromisoformat(first), date.fromisoformat(last or first)) if first else None

    def explained(self, question: Mapping[str, Any], columns: Mapping[str, Any]) -> "Options":
        """With what was answered of the columns of the table asked about, and to which doubt."""
        signature, about = question["signature"], question.get("about")
        settled = {signature: [*self.doubts_settled.get(signature, []), about]} if about else {}
        said = self.columns_by_signature | {signature: columns}
        return replace(self, columns_by_signature=said, doubts_settled=self.doubts_settled | settled)

    def is_settled(self, about: str) -> bool:
        """This doubt about some table of the file."""
        return any(about in settled for settled in self.doubts_settled.values())

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}
