"""What the accounts of a file are to the brand: as a person has told, as their column says, as it was kept before.

The brand's name is its own account, the one a person has named or said by it, whatever the others are. A new account is own by
that name or where a person says so, else what one has told of the others, else what such a column says, else own, but it is
asked of all new ones of a list, of several accounts of a network, and of accounts of several networks that are not all called
alike or like the brand's; what is kept or told otherwise is said, or asked about where it was told of this very one. A new one
beside the brand's own in its network is asked about, unless a person has named it or said what it is.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.outcomes import Reading, Subject, leading_to
from smmstrategy.metrics.imports.reading.draft import Page, page
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.roles import beside_kept, columns_of_others, one_brand
from smmstrategy.metrics.imports.roles.accounts import Accounts, Name, kept_by

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
CALLED_AS_BRAND = say(
    "The rows call {accounts} by the brand's name: it is the brand's own.",
    "The rows call {accounts} by the brand's name: they are the brand's own.",
)
CALLED_LIKE_BRAND = say(
    "{accounts} is called like the brand and was taken for what you said of all (--role). If it is the brand's own, say so (--own "
    "NETWORK:HANDLE); undo the import first if it was written.",
    "{accounts} are called like the brand and were taken for what you said of all (--role). If they are the brand's own, say so "
    "(--own NETWORK:HANDLE); undo the import first if it was written.",
)
KEPT_OTHERWISE = say(
    "{kept} You said otherwise: say it as it is kept (--role, --own), change it there first, or import the rows of the others "
    "apart."
)
OWN_ABSENT = "The file has no account that you said is the brand's own: {accounts}."
WHICH_IS_OWN = say(
    "The file has no account that you said is the brand's own: {absent}. It has these new ones there: {accounts}. Say which of "
    "them are its own (--own NETWORK:HANDLE; without it none is)."
)
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
class MaybeOwn:
    """The accounts of a file that may be the brand's own as well as others': in a list, in one network, or not called alike.

    `likely` are those of them that are called like the brand.
    """

    names: set[Name]
    likely: set[Page]
    are_apart: bool
    as_others: Mapping[Name, list[str]]  # accounts that are called as some kept as others' than the brand, and which
    beside_own: Mapping[Name, list[Account]]  # accounts, and which of the brand's own are kept in their networks


def maybe_own(reading: Reading, brand: Brand, trackings: Sequence[Tracking], options: Options) -> MaybeOwn:
    """None is one that a column names as another than the brand, which looks at those of `trackings`."""
    maybe = [subject for subject in reading.plan["subjects"] if not subject["other_in"]]
    count = Counter(subject["network"] for subject in maybe)
    likely = one_brand.accounts(reading, brand, trackings, options)
    several = {network for network in count if reading.is_list or count[network] > 1 or (likely.are_apart and network != SITE)}
    names = {(one["network"], one["handle"]) for one in maybe if one["network"] in several}
    are_apart = likely.are_apart and max(count.values(), default=0) == 1
    return MaybeOwn(names, likely.of_brand, are_apart, *beside_kept.of(maybe, trackings, options))


def is_asked_next(reading: Reading, brand: Brand, options: Options) -> bool:
    """Once an open question is answered it is asked what the new accounts of the file are to the brand, if there are any."""
    there = {subject["network"] for subject in reading.plan["subjects"] if not subject["other_in"]}
    asked = {*reading.plan["question"].get("networks", ())}
    is_of_several = reading.is_list or maybe_own(reading, brand, kept_by(brand), options).names or there & asked
    return bool(is_of_several) and not (options.role or reading.is_of_influencers)


def of_subjects(reading: Reading, options: Options) -> dict[Name, str]:
    """By network and handle the role of each account of the file that was not kept before."""
    return {(subject["network"], subject["handle"]): _role(subject, reading, options) for subject in reading.plan["subjects"]}


def _role(subject: Subject, reading: Reading, options: Options) -> str:
    """The brand's own is the one that is said to be so, or called by its name; what was told is of the others."""
    if naming.is_told(subject, options.own) or subject["is_of_brand"]:
        return Tracking.Role.OWN
    default = Tracking.Role.INFLUENCER if reading.is_of_influencers else Tracking.Role.OWN
    return options.role or (columns_of_others.role(subject["other_in"]) if subject["other_in"] else default)


def _told_own(reading: Reading, options: Options) -> set[Name]:
    return {_name(subject) for subject in reading.plan["subjects"] if naming.is_told(subject, options.own)}


def tell(accounts: Accounts, reading: Reading, maybe: MaybeOwn, options: Options) -> None:
    """Say who was taken for what, and what is another role than the file's; where one was told of these accounts, it is asked.

    A role told is of the others than those called by the brand's name, and of several than those kept, if there are any.
    """
    is_of_others = options.role in accounts.roles.values()
    kept = _kept_otherwise(accounts, reading, options)
    own = [_code(kept[name]) for name in kept.keys() & _told_own(reading, options)]
    as_kept, as_called = _as_kept(kept, accounts), _as_called(accounts, reading, options)
    as_named = _as_named(accounts, reading, options)
    is_kept_asked = bool(own or (options.role and not (is_of_others and (reading.is_list or maybe.names))))
    if not options.role:
        _ask_of_new(accounts, reading, maybe, options)
    _tell_of_absent(accounts, reading, options)
    _warn_of_likely(accounts, reading, maybe, options)
    otherwise = [*([] if is_of_others else as_called), *(as_named if options.role == Tracking.Role.OWN else [])]
    if as_kept and is_kept_asked:
        links = [link for message in as_kept for link in message["links"]]
        question = KEPT_OTHERWISE | {"params": {"kept": as_kept}, "links": links}
        reading.ask("role", question, accounts=own, likely=own)
    elif otherwise:
        reading.ask("role", NAMED_OTHERWISE | {"params": {"named": otherwise}})
    for message in [*([] if is_kept_asked else as_kept), *([] if options.role else as_named), *(as_called if is_of_others else [])]:
        reading.add(message)


def _kept_otherwise(accounts: Accounts, reading: Reading, options: Options) -> dict[Name, Account]:
    """The accounts that are kept as something else than they are here; what was told of all says it of these, too."""
    here, own, kept = of_subjects(reading, options), _told_own(reading, options), accounts.roles
    others = {name: account for name, account in accounts.of.items() if kept[account] != here[name]}
    return {name: account for name, account in others.items() if name in own or kept[account] != options.role}


def _as_kept(kept: Mapping[Name, Account], accounts: Accounts) -> list[Message]:
    """As what these are kept, with links to their pages."""
    by_role: dict[str, dict[int, str]] = defaultdict(dict)
    for account in kept.values():
        tracking = accounts.tracked[account]
        by_role[tracking.role][tracking.pk] = _code(account)
    return [
        leading_to("change_account", codes, _of_accounts(KEPT_AS[Tracking.Role(role)], [*codes.values()]))
        for role, codes in by_role.items()
    ]


def _as_called(accounts: Accounts, reading: Reading, options: Options) -> list[Message]:
    """Which accounts are the brand's own by its name, where another role was told and not of the others alone."""
    called = {_name(one) for one in reading.plan["subjects"] if one["is_of_brand"]} - _told_own(reading, options)
    unsaid = [_code(account) for name, account in accounts.of.items() if name in called]
    is_other = options.role not in ("", Tracking.Role.OWN)
    return [_of_accounts(CALLED_AS_BRAND, unsaid)] if is_other and unsaid else []


def _as_named(accounts: Accounts, reading: Reading, options: Options) -> list[Message]:
    """Whom columns name as others than the brand."""
    return [
        _of_accounts(columns_of_others.told(column, options.role), list(map(_code, found)), column=column)
        for column, found in _others(accounts, reading, options).items()
    ]


def _tell_of_absent(accounts: Accounts, reading: Reading, options: Options) -> None:
    """Of accounts said to be own that are not there; where new ones beside were made others, one of these may be meant."""
    there = [*map(_code, accounts.of.values())]
    unsaid = [one for one in options.own if not any(naming.is_told(subject, [one]) for subject in reading.plan["subjects"])]
    absent = [] if options.is_one_of_several else sorted(one for one in unsaid if not naming.is_among(*one.split(":", 1), there))
    networks = {one.partition(":")[0] for one in absent}
    new = _tracked_now(accounts).values()
    maybe = [_code(one) for one in new if one.network in networks and accounts.roles[one] != Tracking.Role.OWN]
    if maybe:
        question = WHICH_IS_OWN | {"params": {"absent": first_of(absent), "accounts": first_of(maybe)}}
        reading.ask("role", question, accounts=maybe, likely=[])
    elif absent:
        reading.warn(OWN_ABSENT, accounts=first_of(absent))


def _warn_of_likely(accounts: Accounts, reading: Reading, maybe: MaybeOwn, options: Options) -> None:
    """Of several new accounts to which another role was told than the brand's own some are called like it."""
    new = _tracked_now(accounts)
    likely = [_code(one) for name, one in new.items() if page(*name) in maybe.likely and accounts.roles[one] == options.role]
    if likely and len(new) > 1 and options.role != Tracking.Role.OWN:
        reading.add(_of_accounts(CALLED_LIKE_BRAND, likely))


def _ask_of_new(accounts: Accounts, reading: Reading, maybe: MaybeOwn, options: Options) -> None:
    """Ask of the new accounts, where some of several are of which nothing says what they are to the brand; the answer is of all."""
    sure = {_name(one) for one in reading.plan["subjects"] if one["is_of_brand"] or one["other_in"]}
    new = {name: account for name, account in _tracked_now(accounts).items() if name not in sure}
    own = _told_own(reading, options)
    untold = {name: _code(account) for name, account in new.items() if name not in own}
    if not untold.keys() & maybe.names:
        _ask_beside_kept(untold, accounts, reading, maybe, options)
        return
    if reading.is_of_influencers:
        reading.warn(
            "The new accounts of the list were taken for influencers, as its columns say. To change that, say what they are to "
            "the brand (--role)."
        )
        return
    likely = [_code(account) for name, account in new.items() if page(*name) in maybe.likely or name in own or name[0] == SITE]
    offered = {"accounts": list(dict.fromkeys(map(_code, new.values()))), "likely": likely}
    reading.ask("role", _question_of([*untold.values()], reading, maybe), must_be_said=True, **offered)


def _ask_beside_kept(untold: Mapping[Name, str], accounts: Accounts, reading: Reading, maybe: MaybeOwn, options: Options) -> None:
    """Ask of a new account that may be a competitor, by its name, or a page that the brand has already under another name."""
    if as_others := {name: maybe.as_others[name] for name in untold if name in maybe.as_others}:
        _ask_beside(beside_kept.AS_OTHERS, as_others, untold, reading)
        return
    beside_own = {name: maybe.beside_own[name] for name in untold if name in maybe.beside_own}
    the_same = {name: own for name, own in beside_kept.may_be(beside_own, accounts.there).items() if own}
    if the_same:
        may_be = {_code(one) for name, own in the_same.items() if not options.handle_named(name[0]) for one in own}
        _ask_beside(beside_kept.BESIDE_OWN, _codes(the_same), untold, reading, choices=sorted(may_be))
    elif beside_own:
        _ask_beside(beside_kept.BESIDE_ANOTHER, _codes(beside_own), untold, reading)


def _ask_beside(
    question: Message, beside: Mapping[Name, list[str]], untold: Mapping[Name, str], reading: Reading, choices: Sequence[str] = ()
) -> None:
    codes, kept = [untold[name] for name in beside], list(dict.fromkeys(code for codes in beside.values() for code in codes))
    text = _of_accounts(question, codes, kept=first_of(kept))
    reading.ask("role", text, must_be_said=True, accounts=codes, likely=[], choices=[*choices])


def _codes(beside: Mapping[Name, list[Account]]) -> dict[Name, list[str]]:
    return {name: list(map(_code, accounts)) for name, accounts in beside.items()}


def _question_of(untold: list[str], reading: Reading, maybe: MaybeOwn) -> Message:
    text = OF_LIST if reading.is_list else NOT_ALIKE if maybe.are_apart else OF_ONE_NETWORK
    return text | {"params": {"accounts": first_of(untold)}}


def _others(accounts: Accounts, reading: Reading, options: Options) -> Mapping[str, list[Account]]:
    """By the column that names them as others than the brand, the accounts that nobody has tracked before."""
    new, others = _tracked_now(accounts), defaultdict[str, list[Account]](list)
    for subject in reading.plan["subjects"]:
        if subject["other_in"] and _name(subject) in new and not naming.is_told(subject, options.own):
            others[subject["other_in"]].append(new[_name(subject)])
    return others


def _tracked_now(accounts: Accounts) -> dict[Name, Account]:
    """Those that nobody has tracked before."""
    there = {tracking.account for tracking in accounts.trackings}
    return {name: account for name, account in accounts.of.items() if account in there}


def _name(subject: Subject) -> Name:
    return subject["network"], subject["handle"]


def _code(account: Account) -> str:
    return f"{account.network}:{account.handle}"


def _of_accounts(said: Message, codes: list[str], **params: str) -> Message:
    named = list(dict.fromkeys(codes))
    return said | {"params": {**params, "accounts": first_of(named)} | ({"count": len(named)} if "plural" in said else {})}
