"""What was said of a table's columns as it is kept for later files: the last answer, with those given for each account."""

from collections.abc import Mapping
from typing import Any

from smmstrategy.clients import handles

OF = "of"


def kept(before: Mapping[str, Any], answer: Mapping[str, Any], account: str) -> dict[str, Any]:
    """The answer now given beside those for other accounts; one that was given for none holds for all."""
    return {**answer, OF: {**before.get(OF, {}), _key(account): {**answer}}} if account else {**answer}


def recalled(known: Mapping[str, Any] | None, account: str) -> Mapping[str, Any] | None:
    """What holds for an account: its own answer, or the one that was given for all others; none where these differ."""
    of = (known or {}).get(OF, {})
    answers = [of[key]] if (key := _key(account)) in of else list(of.values())
    if not account or not answers:
        return known
    return answers[0] if all(answer == answers[0] for answer in answers) else None


def _key(account: str) -> str:
    network, _colon, handle = account.partition(":")
    return f"{network}:{handles.key(network, handle)}"
