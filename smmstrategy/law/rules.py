"""Rules of law, each with the days from which it concerns a network; kept as data by version."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from smmstrategy.words import Words

DATA = Path(__file__).parent / "data"
LATEST = "1"
EVERY = "*"  # stands for the networks that a rule does not name


@dataclass(frozen=True, slots=True)
class Rule:
    """`since` says for each network from which day the rule concerns it; `followers` from how many of them."""

    id: str
    since: dict[str, date]
    followers: int
    name: Words
    basis: Words
    action: Words

    def concerns(self, network: str, followers: int | None, day: date) -> bool:
        """Whether it asks something of an account of this network on this day; None are followers nobody knows."""
        since = self.since.get(network, self.since.get(EVERY))
        return since is not None and since <= day and (not self.followers or (followers or 0) >= self.followers)


@dataclass(frozen=True, slots=True)
class Law:
    """`as_of` is the last day up to which the rules of this version were followed."""

    version: str
    as_of: date
    rules: tuple[Rule, ...]


@cache
def law(version: str = LATEST) -> Law:
    """The rules of a version; a document names the version it was made with."""
    stored = json.loads((DATA / f"rules-{version}.json").read_text("utf-8"))
    return Law(stored["version"], date.fromisoformat(stored["as_of"]), tuple(map(_rule, stored["rules"])))


def rules_ever() -> tuple[Rule, ...]:
    """The rules of all versions: documents of any of them are drawn today."""
    versions = sorted(path.stem.removeprefix("rules-") for path in DATA.glob("rules-*.json"))
    return tuple(rule for version in versions for rule in law(version).rules)


def _rule(stored: dict) -> Rule:
    said = (Words(ru, en) for ru, en in zip(stored["ru"], stored["en"], strict=True))
    since = {network: date.fromisoformat(day) for network, day in stored["since"].items()}
    return Rule(stored["id"], since, stored.get("followers", 0), *said)
