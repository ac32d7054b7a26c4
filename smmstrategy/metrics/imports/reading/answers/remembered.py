"""What was said of a table's columns as it is kept for later files: the last answer, with those given for each account.

Where it was not the same for all it holds for the accounts it was given for alone, and is asked anew of others.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from smmstrategy.clients import handles

OF = "of"
NOBODY = ""  # in place of an account, where nobody knew whose the table was


def _kept(before: Mapping[str, Any], answer: Mapping[str, Any], accounts: Sequence[str]) -> dict[str, Any]:
    """The answer now given for the accounts of a table, beside those for others."""
    keys = map(_key, accounts) if accounts else [NOBODY]
    return {**answer, OF: {**before.get(OF, {}), **{key: {**answer} for key in keys}}}


def merged(before: Mapping[str, Any], given: Sequence[tuple[Mapping[str, Any], Sequence[str]]]) -> dict[str, Any]:
    """The answers now given for tables with one header and their accounts; for those of which nothing was said what held stays."""
    mapping = {**before}
    for answer, accounts in sorted(given, key=lambda one: bool(one[0])):
        if held := answer or (accounts and recalled(before, accounts)):
            mapping = _kept(mapping, held, accounts)
    return mapping


def recalled(known: Mapping[str, Any] | None, accounts: Sequence[str]) -> Mapping[str, Any] | None:
    """What holds for these accounts: their own answer, or where one has none that of all; nothing where these differ.

    What corrects a table that is known by its headers, and so has a kind, holds for no account but its own.
    """
    of = (known or {}).get(OF, {NOBODY: known} if known else {})
    keys = [*map(_key, accounts)]
    own = [of[key] for key in keys if key in of]
    answers = own if keys and len(own) == len(keys) else [one for one in of.values() if not (keys and "kind" in one)]
    return answers[0] if answers and all(answer == answers[0] for answer in answers) else None


def differ(known: Mapping[str, Any]) -> bool:
    """Not the same was said for all accounts."""
    answers = list(known.get(OF, {}).values())
    return any(answer != answers[0] for answer in answers)


def unanswered(known: Mapping[str, Any], accounts: Sequence[str]) -> list[str]:
    """The accounts for which nothing was said."""
    return [account for account in accounts if _key(account) not in known.get(OF, {})]


def _key(account: str) -> str:
    network, _colon, handle = account.partition(":")
    return f"{network}:{handles.key(network, handle)}"
