"""Tables that do not fit what a person has said of them: the kind named, or the network of the account named."""

from collections.abc import Set

from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.kinds.kind import TELEGRAM_EXPORT, TELEGRAM_EXPORT_NAME, Kind
from smmstrategy.metrics.imports.reading.messages import Refused


def kind_named(code: str, header: list[str], network: str) -> Kind:
    """The kind a person has named. Raises Refused when the table lacks its columns or the account is in another network."""
    if code == TELEGRAM_EXPORT:
        raise Refused("The table does not fit the kind you named: «{kind}» is no table.", kind=TELEGRAM_EXPORT_NAME)
    kind = kinds.with_code(code, header)
    if kind is None:
        lacking = ["|".join(group.split("|")[:5]) for group in kinds.BY_CODE[code].lacking(header)]
        raise Refused("The table does not fit the kind you named: it has no column for: {fields}.", fields=", ".join(lacking))
    if not kind.may_be(network):
        raise Refused(
            "The kind you named, «{kind}», is of another network than the account you named. Change one of them.", kind=kind.name
        )
    return kind


def recognised(header: list[str], names: str, linked: Set[str], network: str) -> tuple[Kind | None, Kind | None]:
    """The kind of a table within the network of the account named, and the one of another network it rather looks like.

    Read otherwise, columns of the other kind would be lost: then there is no kind for the table, or it is refused when it
    is of another network beyond doubt.
    """
    kind, other = kinds.recognise(header, names, linked, network), kinds.recognise(header, names, linked)
    if other is None or other.may_be(network):
        return kind, None
    if kind is None or _understood(other, header) <= _understood(kind, header):
        return kind, other
    if other.file_name:
        return None, other
    raise Refused(
        "This is a table of the kind «{kind}», and the account you named is in another network. Name an account it fits.",
        kind=other.name,
    )


def _understood(kind: Kind, header: list[str]) -> int:
    return len(headers.columns(header, kind.columns))
