"""How an import is to be read: what people have said of a file, on its page, at its upload or by command."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


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
    # «dmy» or «mdy», which comes first in 05/08/2026; answered on the page, or --date-order.
    date_order: str = ""
    # The zone of the times that name none, in place of the client's; chosen on the page, or --time-zone.
    time_zone: str = ""
    # What the accounts of the file are to the brand (`Tracking.Role`); chosen at the upload or on the page, or --role.
    role: str = ""
    # «network:handle» of accounts that are the brand's own whatever `role` is; --own.
    own: Sequence[str] = ()
    # What the columns of each table hold that was asked about, by the signature of its header; answered on the page, or by command.
    columns_by_signature: dict[str, Mapping[str, Any]] = field(default_factory=dict)
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
        """Network and handle of `account`."""
        network, _colon, handle = self.account.partition(":")
        return (network, handle) if network and handle else None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of `period`."""
        first, _colon, last = self.period.partition(":")
        return (date.fromisoformat(first), date.fromisoformat(last or first)) if first else None

    def as_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value}
