"""What the accounts of a file are to the brand: as a person has told, as their column says, as it was kept before."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.actions import one_brand
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
OF_LIST = say(
    "The file is a list of accounts and does not say what the new ones are to the brand: {accounts}. Say whether they are its own, "
    "competitors or influencers (--role own, competitor or influencer). If only some are its own, say which (--own NETWORK:HANDLE)."
)
OF_ONE_NETWORK = say(
    "The file is about several accounts of one network and does not say what the new ones are to the brand: {accounts}. Say "
    "whether they are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, say "
    "which (--own NETWORK:HANDLE)."
)
NOT_ALIKE = say(
    "The accounts of the file are not called alike, and it does not say what the new ones are to the brand: {accounts}. Say "
    "whether they are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, say "
    "which (--own NETWORK:HANDLE)."
)


@dataclass(frozen=True)
class Several:
    """The accounts of a file that may be the brand's own as well as others': in a list, in one network, or not called alike.

    `likely` are those of them that are called like the brand.
    """

    names: set[Name]
    likely: set[Page]
    are_apart: bool


def of_several(reading: Reading, brand: Brand, told: Options) -> Several:
    """None is one that a column names as another than the brand."""
    maybe = [subject for subject in reading.plan["subjects"] if not subject["other_in"]]
    count = Counter(subject["network"] for subject in maybe)
    likely = one_brand.accounts(reading, brand, told)
    several = {network for network in count if reading.is_list or count[network] > 1 or (likely.are_apart and network != SITE)}
    names = {(one["network"], one["handle"]) for one in maybe if one["network"] in several}
    return Several(names, likely.of_brand, likely.are_apart and max(count.values(), default=0) == 1)


def is_asked_next(reading: Reading, brand: Brand, told: Options) -> bool:
    """Once an open question is answered it is asked what the new accounts of the file are to the brand, if there are any."""
    there = {subject["network"] for subject in reading.plan["subjects"] if not subject["other_in"]}
    is_of_several = (
        reading.is_list or of_several(reading, brand, told).names or there & {*reading.plan["question"].get("networks", ())}
    )
    return bool(is_of_several) and not (told.role or reading.is_of_influencers)


def of_subjects(reading: Reading, several: Several, told: Options) -> dict[Name, str]:
    """By network and handle the role of each account of the file that was not kept before."""
    return {(subject["network"], subject["handle"]): _role(subject, reading, several, told) for subject in reading.plan["subjects"]}


def _role(subject: Subject, reading: Reading, several: Several, told: Options) -> str:
    """The brand's own is among several whoever is said to be so, or called by its name; of these what was told is of the others."""
    is_of_brand = subject["is_of_brand"] and (reading.is_list or several.names)
    if naming.is_among(subject["network"], subject["handle"], told.own) or is_of_brand:
        return Tracking.Role.OWN
    default = Tracking.Role.INFLUENCER if reading.is_of_influencers else Tracking.Role.OWN
    return told.role or (Tracking.Role.COMPETITOR if subject["other_in"] else default)


def tell(accounts: Accounts, reading: Reading, several: Several, told: Options) -> None:
    """Say who was taken for a competitor, and what stays another role than the file's; where one was told, it is asked about.

    Of several what was told is of the others than those that are kept, if there are any; where nothing was, that is asked.
    """
    others = _others(accounts, reading, told)
    as_kept = _as_kept(accounts, of_subjects(reading, several, told))
    of_column = NAMED_AS_OTHERS if told.role else MADE_COMPETITORS
    as_named = [_of_accounts(of_column, list(map(_code, found)), column=column) for column, found in others.items()]
    _warn_of_absent(told, reading)
    if not told.role:
        _ask_of_new(accounts, reading, several, told)
    is_of_others = (reading.is_list or several.names) and told.role in accounts.roles.values()
    is_asked = bool(told.role) and not is_of_others
    if is_asked and as_kept:
        links = [link for kept in as_kept for link in kept["links"]]
        reading.ask("role", "--role", KEPT_OTHERWISE | {"params": {"kept": as_kept}, "links": links})
    elif told.role == Tracking.Role.OWN and as_named:
        reading.ask("role", "--role", NAMED_OTHERWISE | {"params": {"named": as_named}})
    for message in [*([] if is_asked else as_kept), *([] if told.role else as_named)]:
        reading.add(message)


def _warn_of_absent(told: Options, reading: Reading) -> None:
    there = [f"{one['network']}:{one['handle']}" for one in reading.plan["subjects"]]
    if absent := sorted(one for one in told.own if not naming.is_among(*one.split(":", 1), there)):
        reading.warn(OWN_ABSENT, accounts=first_of(absent))


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


def _ask_of_new(accounts: Accounts, reading: Reading, several: Several, told: Options) -> None:
    """Ask of the new accounts of several of which nothing says what they are to the brand, and offer all that a person may say."""
    of_brand = {(one["network"], one["handle"]) for one in reading.plan["subjects"] if one["is_of_brand"]}
    tracked_now = {tracking.account for tracking in accounts.trackings}
    new = {name: account for name, account in accounts.of.items() if name in several.names - of_brand and account in tracked_now}
    own = {name for name in new if naming.is_among(*name, told.own)}
    untold = [_code(account) for name, account in new.items() if name not in own]
    if untold and reading.is_of_influencers:
        reading.warn(
            "The new accounts of the list were taken for influencers, as its columns say. To change that, say what they are to "
            "the brand (--role)."
        )
    elif untold:
        likely = [_code(account) for name, account in new.items() if page(*name) in several.likely or name in own]
        offered = {"accounts": list(dict.fromkeys(map(_code, new.values()))), "likely": likely}
        reading.ask("role", "--role", _question_of(untold, reading, several), must_be_said=True, **offered)


def _question_of(untold: list[str], reading: Reading, several: Several) -> Message:
    text = OF_LIST if reading.is_list else NOT_ALIKE if several.are_apart else OF_ONE_NETWORK
    return text | {"params": {"accounts": first_of(untold)}}


def _others(accounts: Accounts, reading: Reading, told: Options) -> Mapping[str, list[Account]]:
    """By the column that names them as others than the brand, the accounts that nobody has tracked before."""
    tracked_now = {tracking.account for tracking in accounts.trackings}
    others: dict[str, list[Account]] = defaultdict(list)
    for subject in reading.plan["subjects"]:
        account = accounts.of[subject["network"], subject["handle"]]
        if subject["other_in"] and account in tracked_now and not naming.is_among(account.network, account.handle, told.own):
            others[subject["other_in"]].append(account)
    return others


def _code(account: Account) -> str:
    return f"{account.network}:{account.handle}"


def _of_accounts(said: Message, codes: list[str], **params: str) -> Message:
    named = list(dict.fromkeys(codes))
    return said | {"params": {**params, "accounts": first_of(named)} | ({"count": len(named)} if "plural" in said else {})}
