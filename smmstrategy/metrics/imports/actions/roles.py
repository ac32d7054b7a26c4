"""What the accounts of a file are to the brand: as a person has told, as their column says, as it was kept before."""

from collections import defaultdict
from collections.abc import Mapping

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports.actions.tracking import Accounts, Name
from smmstrategy.metrics.imports.outcomes import Reading
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say

KEPT_AS = {
    Tracking.Role.OWN: say(
        "{accounts} is kept as the brand's own: its rows are counted as the brand's. That is changed on the account's page.",
        "{accounts} are kept as the brand's own: their rows are counted as the brand's. That is changed on the accounts' pages.",
    ),
    Tracking.Role.COMPETITOR: say(
        "{accounts} is kept as a competitor: its rows are counted as a competitor's. That is changed on the account's page.",
        "{accounts} are kept as competitors: their rows are counted as competitors'. That is changed on the accounts' pages.",
    ),
    Tracking.Role.INFLUENCER: say(
        "{accounts} is kept as an influencer: its rows are counted as an influencer's. That is changed on the account's page.",
        "{accounts} are kept as influencers: their rows are counted as influencers'. That is changed on the accounts' pages.",
    ),
}
MADE_COMPETITORS = say(
    "The column «{column}» names others than the brand: {accounts} is recorded as a competitor.",
    "The column «{column}» names others than the brand: {accounts} are recorded as competitors.",
)
NAMED_AS_OTHERS = say("The column «{column}» names others than the brand: {accounts}.")
KEPT_OTHERWISE = say(
    "{kept} You said otherwise: say it as it is kept (--role), change it there first, or import the rows of the others apart."
)
NAMED_OTHERWISE = say("{named} You said otherwise: say no role (--role), or import the rows of the others apart.")


def of_subjects(reading: Reading, told: str) -> dict[Name, str]:
    """By network and handle the role of each account of the file that was not kept before; a list is one of influencers."""
    default = Tracking.Role.INFLUENCER if reading.is_list else Tracking.Role.OWN
    subjects = {(subject["network"], subject["handle"]): subject for subject in reading.plan["subjects"]}
    return {name: told or (Tracking.Role.COMPETITOR if subject["other_in"] else default) for name, subject in subjects.items()}


def tell(accounts: Accounts, reading: Reading, told: str) -> None:
    """Say who was taken for a competitor, and what stays another role than the file's; where one was told, it is asked about."""
    roles, others, expected = accounts.roles, _others(accounts, reading), of_subjects(reading, told)
    kept: dict[str, list[Account]] = defaultdict(list)
    for name, account in accounts.of.items():
        if roles[account] != expected[name]:
            kept[roles[account]].append(account)
    as_kept = [_of_accounts(KEPT_AS[Tracking.Role(role)], found) for role, found in kept.items()]
    of_column = NAMED_AS_OTHERS if told else MADE_COMPETITORS
    as_named = [_of_accounts(of_column, found, column=column) for column, found in others.items()]
    if told and as_kept:
        reading.ask("role", "--role", KEPT_OTHERWISE | {"params": {"kept": as_kept}})
    elif told == Tracking.Role.OWN and as_named:
        reading.ask("role", "--role", NAMED_OTHERWISE | {"params": {"named": as_named}})
    for one in [] if told else [*as_kept, *as_named]:
        reading.add(one)


def _others(accounts: Accounts, reading: Reading) -> Mapping[str, list[Account]]:
    """By the column that names them as others than the brand, the accounts that nobody has tracked before."""
    tracked_now = {tracking.account for tracking in accounts.trackings}
    others: dict[str, list[Account]] = defaultdict(list)
    for subject in reading.plan["subjects"]:
        account = accounts.of[subject["network"], subject["handle"]]
        if subject["other_in"] and account in tracked_now:
            others[subject["other_in"]].append(account)
    return others


def _of_accounts(said: Message, accounts: list[Account], **params: str) -> Message:
    names = list(dict.fromkeys(f"{account.network}:{account.handle}" for account in accounts))
    return said | {"params": {**params, "accounts": first_of(names)} | ({"count": len(names)} if "plural" in said else {})}
