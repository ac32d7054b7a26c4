"""What the accounts of a file are to the brand: as a person has told, as their column says, as it was kept before."""

from collections import defaultdict
from collections.abc import Mapping

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports.actions.tracking import Accounts, Name
from smmstrategy.metrics.imports.outcomes import Reading, leading_to
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
    """By network and handle the role of each account of the file that was not kept before."""
    default = Tracking.Role.INFLUENCER if reading.is_of_influencers else Tracking.Role.OWN
    subjects = {(subject["network"], subject["handle"]): subject for subject in reading.plan["subjects"]}
    return {name: told or (Tracking.Role.COMPETITOR if subject["other_in"] else default) for name, subject in subjects.items()}


def tell(accounts: Accounts, reading: Reading, told: str) -> None:
    """Say who was taken for a competitor, and what stays another role than the file's; where one was told, it is asked about.

    In a list what was told is of the others than those that are kept, if there are any; where nothing was, that is asked.
    """
    others = _others(accounts, reading)
    as_kept = _as_kept(accounts, of_subjects(reading, told))
    of_column = NAMED_AS_OTHERS if told else MADE_COMPETITORS
    as_named = [_of_accounts(of_column, list(map(_code, found)), column=column) for column, found in others.items()]
    if reading.is_list and not told:
        _ask_of_list([one.account for one in accounts.trackings if one.role != Tracking.Role.COMPETITOR], reading)
    is_asked = bool(told) and not (reading.is_list and told in accounts.roles.values())
    if is_asked and as_kept:
        links = [link for kept in as_kept for link in kept["links"]]
        reading.ask("role", "--role", KEPT_OTHERWISE | {"params": {"kept": as_kept}, "links": links})
    elif told == Tracking.Role.OWN and as_named:
        reading.ask("role", "--role", NAMED_OTHERWISE | {"params": {"named": as_named}})
    for message in [*([] if is_asked else as_kept), *([] if told else as_named)]:
        reading.add(message)


def _as_kept(accounts: Accounts, expected: Mapping[Name, str]) -> list[Message]:
    """What stays another role than the file's, with links to the accounts' pages."""
    kept: dict[str, dict[int, str]] = defaultdict(dict)
    for name, account in accounts.of.items():
        tracking = accounts.tracked[account]
        if tracking.role != expected[name]:
            kept[tracking.role][tracking.pk] = _code(account)
    return [
        leading_to("change_account", codes, _of_accounts(KEPT_AS[Tracking.Role(role)], [*codes.values()]))
        for role, codes in kept.items()
    ]


def _ask_of_list(new: list[Account], reading: Reading) -> None:
    """A list may be of the brand's own accounts as well as of its competitors: that is asked of those that are new."""
    if new and reading.is_of_influencers:
        reading.warn(
            "The new accounts of the list were taken for influencers, as its columns say. To change that, say what they are to "
            "the brand (--role)."
        )
    elif new:
        text = say(
            "The file is a list of accounts and does not say what the new ones are to the brand: {accounts}. Say whether they "
            "are its own, competitors or influencers (--role own, competitor or influencer).",
            accounts=first_of(list(map(_code, new))),
        )
        reading.ask("role", "--role", text, must_be_said=True)


def _others(accounts: Accounts, reading: Reading) -> Mapping[str, list[Account]]:
    """By the column that names them as others than the brand, the accounts that nobody has tracked before."""
    tracked_now = {tracking.account for tracking in accounts.trackings}
    others: dict[str, list[Account]] = defaultdict(list)
    for subject in reading.plan["subjects"]:
        account = accounts.of[subject["network"], subject["handle"]]
        if subject["other_in"] and account in tracked_now:
            others[subject["other_in"]].append(account)
    return others


def _code(account: Account) -> str:
    return f"{account.network}:{account.handle}"


def _of_accounts(said: Message, codes: list[str], **params: str) -> Message:
    named = list(dict.fromkeys(codes))
    return said | {"params": {**params, "accounts": first_of(named)} | ({"count": len(named)} if "plural" in said else {})}
