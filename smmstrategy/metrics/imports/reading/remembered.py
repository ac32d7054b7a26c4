"""What was said of a table's columns as it is kept for later files: the last answer, with those given for each account."""

from collections.abc import Mapping, Sequence
from typing import Any

from smmstrategy.clients import handles

OF = "of"
NOBODY = ""  # in place of an account, where nobody knew whose the table was


def kept(before: Mapping[str, Any], told: Mapping[str, Any], accounts: Sequence[str]) -> dict[str, Any]:
    """The answer now given for the accounts of a table, beside those for others."""
    keys = map(_key, accounts) if accounts else [NOBODY]
    return {**told, OF: {**before.get(OF, {}), **{key: {**told} for key in keys}}}


def recalled(known: Mapping[str, Any] | None, accounts: Sequence[str]) -> Mapping[str, Any] | None:
    """What holds for these accounts: their own answer, or where one has none that of all; nothing where these differ."""
    of = (known or {}).get(OF, {NOBODY: known} if known else {})
    keys = [*map(_key, accounts)]
    said = [of[key] for key in keys] if keys and of.keys() >= {*keys} else [*of.values()]
    return said[0] if said and all(one == said[0] for one in said) else None


def _key(account: str) -> str:
    network, _colon, handle = account.partition(":")
    return f"{network}:{handles.key(network, handle)}"
