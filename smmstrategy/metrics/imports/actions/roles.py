"""What the accounts of a file are to the brand: as a person has told, as their column says, as it was kept before."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports.actions.tracking import Accounts, Name
from smmstrategy.metrics.imports.outcomes import Reading, Subject, leading_to
from smmstrategy.metrics.imports.reading.draft import Page, page
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.options import Options

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
OWN_ABSENT = "The file has no account that you said is the brand's own: {accounts}."
NAMED_OTHERWISE = say("{named} You said otherwise: say no role (--role), or import the rows of the others apart.")


def of_subjects(reading: Reading, told: Options) -> dict[Name, str]:
    """By network and handle the role of each account of the file that was not kept before."""
    return {(subject["network"], subject["handle"]): _role(subject, reading, told) for subject in reading.plan["subjects"]}


def _role(subject: Subject, reading: Reading, told: Options) -> str:
    """The brand's own is among several whoever is said to be so, or called by its name; of these what was told is of the others."""
    if page(subject["network"], subject["handle"]) in _own(told) or (subject["is_of_brand"] and _is_of_several(reading)):
        return Tracking.Role.OWN
    default = Tracking.Role.INFLUENCER if reading.is_of_influencers else Tracking.Role.OWN
    return told.role or (Tracking.Role.COMPETITOR if subject["other_in"] else default)


def tell(accounts: Accounts, reading: Reading, told: Options) -> None:
    """Say who was taken for a competitor, and what stays another role than the file's; where one was told, it is asked about.

    In a list and of several accounts of a network what was told is of the others than those that are kept, if there are any;
    where nothing was, that is asked.
    """
    others = _others(accounts, reading, told)
    as_kept = _as_kept(accounts, of_subjects(reading, told))
    of_column = NAMED_AS_OTHERS if told.role else MADE_COMPETITORS
    as_named = [_of_accounts(of_column, list(map(_code, found)), column=column) for column, found in others.items()]
    _warn_of_absent(told, reading)
    if not told.role:
        _ask_of_new(_untold(accounts, reading, told), reading)
    is_asked = bool(told.role) and not (_is_of_several(reading) and told.role in accounts.roles.values())
    if is_asked and as_kept:
        links = [link for kept in as_kept for link in kept["links"]]
        reading.ask("role", "--role", KEPT_OTHERWISE | {"params": {"kept": as_kept}, "links": links})
    elif told.role == Tracking.Role.OWN and as_named:
        reading.ask("role", "--role", NAMED_OTHERWISE | {"params": {"named": as_named}})
    for message in [*([] if is_asked else as_kept), *([] if told.role else as_named)]:
        reading.add(message)


def _of_several(reading: Reading) -> set[Name]:
    """The accounts of a list, or beside others of their network, but those that a column names as others than the brand."""
    maybe = [subject for subject in reading.plan["subjects"] if not subject["other_in"]]
    count = Counter(subject["network"] for subject in maybe)
    return {(one["network"], one["handle"]) for one in maybe if reading.is_list or count[one["network"]] > 1}


def _is_of_several(reading: Reading) -> bool:
    """The file may be of the brand's own accounts as well as of its competitors."""
    return reading.is_list or bool(_of_several(reading))


def _untold(accounts: Accounts, reading: Reading, told: Options) -> list[Account]:
    """The new accounts of a file that may be of several's of which nothing says what they are to the brand."""
    new = {tracking.account for tracking in accounts.trackings}
    sure = _own(told) | {page(one["network"], one["handle"]) for one in reading.plan["subjects"] if one["is_of_brand"]}
    several = _of_several(reading)
    return [account for name, account in accounts.of.items() if name in several and account in new and page(*name) not in sure]


def _own(told: Options) -> set[Page]:
    return {page(network, handle) for network, _colon, handle in (name.partition(":") for name in told.own)}


def _warn_of_absent(told: Options, reading: Reading) -> None:
    there = {page(subject["network"], subject["handle"]) for subject in reading.plan["subjects"]}
    if absent := sorted(_own(told) - there):
        reading.warn(OWN_ABSENT, accounts=first_of(list(map(":".join, absent))))


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


def _ask_of_new(new: list[Account], reading: Reading) -> None:
    if new and reading.is_of_influencers:
        reading.warn(
            "The new accounts of the list were taken for influencers, as its columns say. To change that, say what they are to "
            "the brand (--role)."
        )
    elif new:
        reading.ask("role", "--role", _question_of(list(map(_code, new)), reading), must_be_said=True)


def _question_of(new: list[str], reading: Reading) -> Message:
    if reading.is_list:
        return say(
            "The file is a list of accounts and does not say what the new ones are to the brand: {accounts}. Say whether they "
            "are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, add these "
            "on the brand's page first (--own NETWORK:HANDLE).",
            accounts=first_of(new),
        )
    return say(
        "The file is about several accounts of one network and does not say what the new ones are to the brand: {accounts}. Say "
        "whether they are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, "
        "add these on the brand's page first (--own NETWORK:HANDLE).",
        accounts=first_of(new),
    )


def _others(accounts: Accounts, reading: Reading, told: Options) -> Mapping[str, list[Account]]:
    """By the column that names them as others than the brand, the accounts that nobody has tracked before."""
    tracked_now = {tracking.account for tracking in accounts.trackings}
    others: dict[str, list[Account]] = defaultdict(list)
    for subject in reading.plan["subjects"]:
        account = accounts.of[subject["network"], subject["handle"]]
        if subject["other_in"] and account in tracked_now and page(account.network, account.handle) not in _own(told):
            others[subject["other_in"]].append(account)
    return others


def _code(account: Account) -> str:
    return f"{account.network}:{account.handle}"


def _of_accounts(said: Message, codes: list[str], **params: str) -> Message:
    named = list(dict.fromkeys(codes))
    return said | {"params": {**params, "accounts": first_of(named)} | ({"count": len(named)} if "plural" in said else {})}
