"""What a file says, account by account, as it is compared and recorded."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from smmstrategy.clients.models import Tracking, User
from smmstrategy.metrics.actions import Statement
from smmstrategy.metrics.imports import queries, titles
from smmstrategy.metrics.imports.actions import tracking
from smmstrategy.metrics.imports.outcomes import Found
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.periods import Period


def of_file(import_: Import, found: Found, *, by: User | None) -> tuple[list[Statement], set[tracking.Name]]:
    """What the file says, account by account, and which accounts it has made."""
    role = import_.options.get("role") or (Tracking.Role.INFLUENCER if found.is_list else Tracking.Role.OWN)
    accounts, new = tracking.accounts(import_, found.plan["subjects"], role, by=by)
    period = _stated_period(import_)
    zone = import_.options.get("time_zone") or found.time_zone
    said = [Statement(accounts[s["network"], s["handle"]], posts, values, period, zone) for s, posts, values in found.subjects()]
    if found.is_of_window:
        return [_without_short_windows(statement, found) for statement in said], new
    for statement in said:
        _warn_of_absent(import_, statement, found)
    return said, new


def known_days(import_: Import, statements: list[Statement]) -> list[Period | None]:
    """Of which days each of them is taken to know the posts."""
    zone, collected_at = ZoneInfo(import_.client.time_zone), queries.collected_at(import_)
    return [statement.days_of_posts(zone, collected_at) for statement in statements]


def _warn_of_absent(import_: Import, statement: Statement, found: Found) -> None:
    """Only evidence: whether a post was deleted is for a person to find out, and its numbers stay."""
    if count := queries.known_before(statement.account, statement.posts, found.plan["kind"], queries.collected_at(import_)):
        found.warn(
            "{count} post of {account} from an earlier file of this kind is not in this one, though its days are: it may have "
            "been deleted. What is known of it stays.",
            "{count} posts of {account} from earlier files of this kind are not in this one, though their days are: they may have "
            "been deleted. What is known of them stays.",
            count=count,
            account=statement.account.handle,
        )


def _without_short_windows(statement: Statement, found: Found) -> Statement:
    """Figures of some days never take the place of those of a longer window."""
    shorter = queries.shorter_than_stored(statement.account, statement.posts)
    if shorter:
        found.warn(
            "{count} video has fewer views here than are stored; its figures stay as they are.",
            "{count} videos have fewer views here than are stored; their figures stay as they are.",
            count=len(shorter),
        )
    posts = [replace(post, metrics={}, rounded=frozenset()) if post.key in shorter else post for post in statement.posts]
    return replace(statement, posts=posts)


def _stated_period(import_: Import) -> Period | None:
    """The days a person or the file's name says the file is about."""
    first, _colon, last = import_.options.get("period", "").partition(":")
    if first:
        return Period(date.fromisoformat(first), date.fromisoformat(last or first))
    named = titles.periods_in(import_.file_name)
    return Period(*named[0]) if named else None
