"""What a file says, account by account, as it is compared and recorded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import Outcome, Statement
from smmstrategy.metrics.imports import absent, in_doubt, queries, roles
from smmstrategy.metrics.imports.actions import tracking
from smmstrategy.metrics.imports.outcomes import APART, ELSEWHERE, LAGGING, Counts, Reading, leading_to
from smmstrategy.metrics.imports.reading.draft import KEY, ROW
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.records.posts import lags
from smmstrategy.metrics.imports.reading.records.posts.alike import UNSURE
from smmstrategy.metrics.imports.reading.records.posts.identity import is_made
from smmstrategy.metrics.imports.roles.accounts import kept_by
from smmstrategy.metrics.models import Import, Post
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import PostRecord


@dataclass
class Stated:
    """What a file says, account by account, when it was collected, whose accounts these are, and which posts it lacks.

    Beside each statement stand its months without a post that a person has been asked about; `same_file` are the imports of the
    very same file that are in force.
    """

    statements: list[Statement]
    collected_at: datetime
    accounts: tracking.Accounts
    months_in_doubt: list[list[date]]
    same_file: list[Import]
    absent: list[Post] = field(default_factory=list)


def of_file(import_: Import, reading: Reading) -> Stated:
    """Posts that the file lacks are said to be gone where a person has decided so (the option «gone»), and months in doubt to be
    silent (the options «silent» and «silent_of»)."""
    options, client = Options(**import_.options), tracking.take_turns(import_)
    there, kept = queries.there(client, {s["network"] for s in reading.plan["subjects"]}), kept_by(import_.brand)
    maybe = roles.maybe_own(reading, import_.brand, kept, options)
    accounts = tracking.accounts(import_, reading.plan["subjects"], roles.of_subjects(reading, options), kept, there)
    roles.tell(accounts, reading, maybe, options)
    period = _stated_period(reading, options)
    zone = options.time_zone or reading.time_zone
    by_account = [
        Statement(
            accounts.of[s["network"], s["handle"]],
            posts,
            values,
            period,
            s["rejected"],
            zone,
            videos=frozenset(s["videos"]),
            silent=tuple(map(date.fromisoformat, s["silent_by_numbers"])),
        )
        for s, posts, values in reading.subjects()
    ]
    made = {*accounts.made}
    known = queries.known_otherwise(_stored(by_account, made))
    by_account = under_stored_keys(by_account, known)
    same_file = list(queries.same_file(import_))
    collected_at = queries.collected_at(import_, same_file)
    months = in_doubt.months(by_account, made, ZoneInfo(client.time_zone), collected_at)
    by_account = in_doubt.as_silent(by_account, reading.plan["subjects"], months, options)
    for subject, statement in zip(reading.plan["subjects"], by_account, strict=True):
        _warn_of_other_name(subject["handle"], statement.account, reading)
        _warn_of_unsure(subject["posts"], known.unsure[statement.account.pk].posts, statement.account, reading)
    _tell_of_lags(by_account, known, options, reading)
    same_file = _warn_of_same_file([*accounts.roles], same_file, reading)
    _warn_of_posts_held(_brought(by_account), there, reading)
    if reading.is_of_window:
        by_account = _without_short_windows(by_account, made, reading)
        return Stated(by_account, collected_at, accounts, months, same_file)
    return _with_absent(Stated(by_account, collected_at, accounts, months, same_file), known, import_, reading)


def counts(import_: Import, reading: Reading, stated: Stated, results: list[Outcome]) -> Counts:
    """The rows of the file counted by what `record_all` or `compare_all` has told of each account."""
    zone = ZoneInfo(import_.client.time_zone)
    new, counted = stated.accounts.new, Counts(absent=absent.evidence(stated.absent, zone), same_file=stated.same_file)
    options = Options(**import_.options)
    made = {tracking.account: tracking.pk for tracking in stated.accounts.trackings}
    each = zip(reading.plan["subjects"], stated.statements, stated.months_in_doubt, results, strict=True)
    for subject, statement, months, outcome in each:
        is_new = (subject["network"], subject["handle"]) in new
        known, role = statement.days_of_posts(zone, stated.collected_at), stated.accounts.tracked[statement.account].role
        about_months = "silent_as_said" if in_doubt.is_said(statement.account, subject, options) else "in_doubt"
        said = {about_months: [month.isoformat() for month in months]}
        counted.add({**subject, "handle": statement.account.handle}, outcome, known, said, is_new=is_new, role=role)
        counted.called.append(_called(subject, statement.account) | {"is_new": is_new, "tracking": made.get(statement.account)})
    return counted


def _called(subject: Mapping[str, Any], account: Account) -> dict[str, Any]:
    """By which names the file knows an account, by which later files find it."""
    other = [] if handles.key(account.network, subject["handle"]) == account.key else [subject["handle"]]
    names = {
        "handle": account.handle,
        "called": [*subject["other_names"], *other],
        "perhaps": subject["perhaps"],
        "pages": subject["pages"],
    }
    return {"account": account.pk, **names}


def _brought(by_account: Sequence[Statement]) -> dict[Account, Sequence[PostRecord]]:
    return {statement.account: statement.posts for statement in by_account}


def _stored(by_account: Sequence[Statement], made: Collection[Account]) -> dict[Account, Sequence[PostRecord]]:
    """Of the accounts of which there may be posts already: none of those made just now."""
    return {account: posts for account, posts in _brought(by_account).items() if account not in made}


def under_stored_keys(by_account: Sequence[Statement], known: queries.Otherwise) -> list[Statement]:
    """Each post under the key under which it is stored, where another file knew it by another."""
    return [_renamed(statement, keys) if (keys := known.keys.get(statement.account.pk)) else statement for statement in by_account]


def _renamed(statement: Statement, keys: Mapping[str, str]) -> Statement:
    posts = [replace(post, key=keys.get(post.key, post.key)) for post in statement.posts]
    return replace(statement, posts=posts, videos=frozenset(keys.get(key, key) for key in statement.videos))


def _with_absent(stated: Stated, known: queries.Otherwise, import_: Import, reading: Reading) -> Stated:
    """Only evidence: whether a post was deleted is for a person to find out, and its numbers stay."""
    subjects, brought, may_be_there, made = reading.plan["subjects"], {}, {}, {*stated.accounts.made}
    for subject, statement in zip(subjects, stated.statements, strict=True):
        if (account := statement.account) in made:
            continue
        brought[account] = [] if _may_be_others(subject["posts"], statement.posts) else statement.posts
        may_be_there[account.pk] = {*subject["refused"], *known.unsure[account.pk].others}
    before = queries.known_before(brought, may_be_there, reading.plan["kind"], stated.collected_at)
    for place, (subject, statement) in enumerate(zip(subjects, stated.statements, strict=True)):
        lacking = before.get(statement.account.pk, [])
        missed = [post for post in lacking if post.gone_at is None]
        stated.absent += missed
        if Options(**import_.options).gone and not subject["untold"]:
            stated.statements[place] = replace(statement, posts=[*statement.posts, *absent.gone(lacking)])
        elif missed:
            _warn_of_absent(len(missed), statement.account, reading)
            _warn_of_untold(subject["untold"], statement.account, reading)
    return stated


def _may_be_others(as_told: Sequence[list[Any]], posts: Sequence[PostRecord]) -> bool:
    """A fingerprint is another once the words are, so that those of earlier files may be these."""
    return any(is_made(one[KEY]) and is_made(post.key) for one, post in zip(as_told, posts, strict=True))


def _warn_of_absent(count: int, account: Account, reading: Reading) -> None:
    reading.warn(
        "{count} post of {account} from an earlier file of this kind is not in this one, though its days are: it may have "
        "been deleted. What is known of it stays.",
        "{count} posts of {account} from earlier files of this kind are not in this one, though their days are: they may have "
        "been deleted. What is known of them stays.",
        count=count,
        account=account.handle,
    )


def _warn_of_untold(count: int, account: Account, reading: Reading) -> None:
    if count:
        reading.warn(
            "{count} rejected row does not say which post it is about and may be one of those that {account} seems to lack: none "
            "is marked as deleted.",
            "{count} rejected rows do not say which posts they are about and may be some of those that {account} seems to lack: "
            "none is marked as deleted.",
            count=count,
            account=account.handle,
        )


def _warn_of_other_name(handle: str, account: Account, reading: Reading) -> None:
    if handles.key(account.network, handle) != account.key:
        reading.warn(
            "The posts of {handle} stand on the same wall as those of {account}: it is one page, and its rows went to {account}.",
            handle=handle,
            account=account.handle,
        )


def _warn_of_unsure(posts: Sequence[list[Any]], unsure: Collection[str], account: Account, reading: Reading) -> None:
    if unsure:
        rows = [post[ROW] for post in posts if post[KEY] in unsure]
        reading.add(UNSURE | {"params": {"count": len(unsure), "account": account.handle, "rows": first_of(rows)}})


def _tell_of_lags(by_account: Sequence[Statement], known: queries.Otherwise, options: Options, reading: Reading) -> None:
    """The zone of the file's times is asked where it puts posts beside those that they seem to be; once it was told, or where no
    zone is that near another, it is said how far apart they are."""
    for account in {statement.account.pk: statement.account for statement in by_account}.values():
        if account.pk in known.lags:
            lag, count = known.lags[account.pk]
            params = {"params": {"count": count, "account": account.handle, "lag": _signed(lag)}}
            is_settled = options.time_zone or abs(lag) < lags.HOUR
            reading.add(APART | params) if is_settled else reading.ask("time_zone", LAGGING | params)


def _signed(lag: timedelta) -> str:
    """«+3:00», «−5:30»."""
    hours, minutes = divmod(abs(lag) // timedelta(minutes=1), 60)
    return f"{'+' if lag > timedelta() else '−'}{hours}:{minutes:02}"


def _warn_of_same_file(accounts: Sequence[Account], same_file: Sequence[Import], reading: Reading) -> list[Import]:
    """The file brought once more, for other accounts than those that have it; without the imports of other tables of it."""
    names = {f"{account.network}:{account.handle}" for account in accounts}
    told = {one: [f"{account['network']}:{account['handle']}" for account in one.accounts_told] for one in same_file}
    elsewhere = [one for one, theirs in told.items() if names - {*theirs} and {*theirs} - names]
    of_tables = queries.took_alike(elsewhere, reading.plan["tables"]) if elsewhere else []
    for before in of_tables:
        left = [name for name in told[before] if name not in names]
        message = ELSEWHERE | {"params": {"accounts": first_of(left), "number": before.pk}}
        reading.add(leading_to("import", {before.pk: before.file_name}, message))
    return [one for one in same_file if one not in elsewhere or one in of_tables]


def _warn_of_posts_held(brought: dict[Account, Sequence[PostRecord]], there: queries.There, reading: Reading) -> None:
    held = queries.held_already(brought, there)
    for account, other in held.items():
        reading.warn(
            "{other} has the posts of {account} already: if they are one page, these count twice. Name {other} "
            "(--account NETWORK:HANDLE), or take one of the two off the list.",
            **_names_of(account, other),
        )
    for account, other in queries.called_by_wall(brought, there).items():
        if held.get(account) != other:
            reading.warn(
                "The posts of {account} stand on the wall of {other}: if they are one page, its figures count twice. Name {other} "
                "(--account NETWORK:HANDLE), or take one of the two off the list.",
                **_names_of(account, other),
            )


def _names_of(account: Account, other: Account) -> dict[str, str]:
    return {"account": f"{account.network}:{account.handle}", "other": f"{other.network}:{other.handle}"}


def _without_short_windows(by_account: Sequence[Statement], made: Collection[Account], reading: Reading) -> list[Statement]:
    """Figures of some days never take the place of those of a longer window."""
    shorter = queries.shorter_than_stored(_stored(by_account, made))
    return [_without_figures(statement, shorter.get(statement.account.pk, set()), reading) for statement in by_account]


def _without_figures(statement: Statement, shorter: set[str], reading: Reading) -> Statement:
    if shorter:
        reading.warn(
            "{count} post counts less here than is stored; its figures stay as they are.",
            "{count} posts count less here than is stored; their figures stay as they are.",
            count=len(shorter),
        )
    posts = [replace(post, metrics={}, rounded=frozenset()) if post.key in shorter else post for post in statement.posts]
    return replace(statement, posts=posts)


def _stated_period(reading: Reading, options: Options) -> Period | None:
    """The days a person or the file itself says it is about."""
    days = options.days or [date.fromisoformat(day) for day in reading.plan["days_said"] or ()]
    return Period(*days) if days else None
