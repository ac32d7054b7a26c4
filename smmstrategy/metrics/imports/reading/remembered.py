"""What was said of a table's columns as it is kept for later files: the last answer, with those given for each account."""

from collections.abc import Mapping
from typing import Any

from smmstrategy.clients import handles

OF = "of"


def kept(before: Mapping[str, Any], told: Mapping[str, Any], account: str) -> dict[str, Any]:
    """The answer now given beside those for other accounts; one that was given for none holds for all."""
    return {**told, OF: {**before.get(OF, {}), _key(account): {**told}}} if account else {**told}


def recalled(known: Mapping[str, Any] | None, account: str) -> Mapping[str, Any] | None:
    """What holds for an account: its own answer, or the one that was given for all others; none where these differ."""
    of = (known or {}).get(OF, {})
    said = [of[key]] if (key := _key(account)) in of else list(of.values())
    if not account or not said:
        return known
    return said[0] if all(one == said[0] for one in said) else None


def _key(account: str) -> str:
    network, _colon, handle = account.partition(":")
    return f"{network}:{handles.key(network, handle)}"
