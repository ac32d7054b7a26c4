"""What can be said of how much is published and how evenly."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from audits.evidence import Evidence, Finding, Number, Segment, Severity, Subject, Tracked
from audits.findings.claims import moved, some_of, unsure
from audits.measures.calendar import DAY, without
from audits.measures.numbers import count
from audits.measures.rhythm import lacking_months
from smmstrategy.metrics.pauses import SILENCE_DAYS
from smmstrategy.metrics.periods import Period

RHYTHM_POSTS = 5


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        if (posts := subject.now.numbers["posts"]).value:
            pace = subject.now.numbers["posts_per_week"]
            per_week = {"per_week": pace} if pace.accounts == posts.accounts else {}
            yield Finding("volume", Severity.NEUTRAL, subject.key, {"posts": posts} | per_week | some_of(subject, posts))
        yield from moved("volume_change", evidence, subject, "posts_per_week")
        yield from _uneven(evidence, subject)
    yield from unsure("volume_unsure", evidence, evidence.own, "posts_per_week")
    for account in evidence.accounts:
        if account.role == "own":
            yield from _silence(evidence, account)


def _uneven(evidence: Evidence, subject: Subject) -> Iterator[Finding]:
    trial = evidence.trials.get(f"{subject.key}.rhythm")
    if trial and trial.convinces and trial.z > 0:
        weeks = sorted((week for week in subject.now.weeks if week.numbers), key=_posts)
        per_week = subject.now.numbers["posts_per_week"]
        numbers = {"least": weeks[0].numbers["posts"], "most": weeks[-1].numbers["posts"], "per_week": per_week}
        lacking, edge, whose = _lacking_in(evidence, subject, per_week.accounts, weeks)
        numbers |= some_of(subject, per_week) | lacking
        yield Finding("rhythm_uneven", Severity.WARNING, subject.key, numbers, {"edge": edge, "whose": whose})


def _posts(week: Segment) -> Decimal:
    return week.numbers["posts"].value or Decimal(0)


def _lacking_in(
    evidence: Evidence, subject: Subject, accounts: tuple[int, ...], weeks: list[Segment]
) -> tuple[dict[str, Number], str, str]:
    """What the file of one of the accounts that the weeks are of may lack, silent in a least week and in no fullest one, and whose.

    Whose is said where the subject has several accounts.
    """
    least, most = (_mondays(weeks, like) for like in (weeks[0], weeks[-1]))
    around = [
        (silence, account)
        for account in evidence.accounts
        for silence in account.silences
        if account.account_id in accounts and _covers(silence, least) and not _covers(silence, most)
    ]
    if not around:
        return {}, "", ""
    silence, account = max(around, key=lambda one: one[0].days)
    whose = str(account.account_id) if len(subject.account_ids) > 1 else ""
    return *_lacking(f"finding.rhythm_uneven.{subject.key}", evidence, account, silence), whose


def _mondays(weeks: list[Segment], like: Segment) -> list[date]:
    return [date.fromisoformat(week.key) for week in weeks if _posts(week) == _posts(like)]


def _covers(silence: Period, mondays: list[date]) -> bool:
    """Whether one of these weeks lies in it."""
    return any(silence.first <= monday and monday + 6 * DAY <= silence.last for monday in mondays)


def _lacking(place: str, evidence: Evidence, account: Tracked, silence: Period) -> tuple[dict[str, Number], str]:
    """How many whole months its file may lack, and at which end, instead of being silent."""
    months = lacking_months((silence,), account.in_doubt)
    in_doubt = lacking_months(account.silences, account.in_doubt)
    is_short = "few_months" in account.reasons and account.months_with_data + in_doubt < account.months_expected
    edge = _open_edge(evidence, account, silence) if is_short else ""
    return ({"months": count(place, "months", months)} if months else {}), edge


def _silence(evidence: Evidence, account: Tracked) -> Iterator[Finding]:
    """The longest silence of an account that published now and then: a post or two have no rhythm to break.

    Of a pause that goes on into months in doubt the days that are known.
    """
    known = without({account.account_id: account.silences}, {account.account_id: account.in_doubt})[account.account_id]
    silences = [silence for silence in known if silence.days >= SILENCE_DAYS]
    if not silences or account.posts < RHYTHM_POSTS:
        return
    longest = max(silences, key=lambda silence: silence.days)
    place = f"finding.silence.account-{account.account_id}"
    _months, edge = _lacking(place, evidence, account, longest)
    numbers = {"days": count(place, "days", longest.days)}
    words = {
        "account": account.name or account.handle,
        "network": account.network,
        "first": longest.first.isoformat(),
        "last": longest.last.isoformat(),
        "edge": edge,
    }
    yield Finding("silence", Severity.WARNING, account.subject, numbers, words)


def _open_edge(evidence: Evidence, account: Tracked, silence: Period) -> str:
    """«end» where no post follows the silence, «start» where none precedes it: its file may as well end or begin there."""
    days = {post.day for post in evidence.posts if post.account_id == account.account_id}
    if silence.last + DAY not in days:
        return "end"
    return "" if silence.first - DAY in days else "start"
