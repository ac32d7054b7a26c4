"""What can be said of how much is published and how evenly."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity, Subject, Tracked
from audits.findings.claims import moved, some_of
from audits.measures.calendar import DAY
from audits.measures.numbers import count
from audits.measures.rhythm import silent_months
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
    for account in evidence.accounts:
        if account.role == "own":
            yield from _silence(evidence, account)


def _uneven(evidence: Evidence, subject: Subject) -> Iterator[Finding]:
    trial = evidence.trials.get(f"{subject.key}.rhythm")
    if trial and trial.convinces and trial.z > 0:
        known = (week.numbers["posts"] for week in subject.now.weeks if week.numbers)
        weeks = sorted(known, key=lambda number: number.value or 0)
        per_week = subject.now.numbers["posts_per_week"]
        numbers = {"least": weeks[0], "most": weeks[-1], "per_week": per_week} | some_of(subject, per_week)
        yield Finding("rhythm_uneven", Severity.WARNING, subject.key, numbers)


def _silence(evidence: Evidence, account: Tracked) -> Iterator[Finding]:
    """The longest silence of an account that published now and then: a post or two have no rhythm to break."""
    if not account.silences or account.posts < RHYTHM_POSTS:
        return
    longest = max(account.silences, key=lambda silence: silence.days)
    place = f"finding.silence.account-{account.account_id}"
    numbers = {"days": count(place, "days", longest.days)}
    if months := silent_months((longest,)):
        numbers["months"] = count(place, "months", months)
    words = {
        "account": account.name or account.handle,
        "network": account.network,
        "first": longest.first.isoformat(),
        "last": longest.last.isoformat(),
        "edge": _open_edge(evidence, account, longest) if "few_months" in account.reasons else "",
    }
    yield Finding("silence", Severity.WARNING, account.subject, numbers, words)


def _open_edge(evidence: Evidence, account: Tracked, silence: Period) -> str:
    """«end» where no post follows the silence, «start» where none precedes it: its file may as well end or begin there."""
    days = {post.day for post in evidence.posts if post.account_id == account.account_id}
    if silence.last + DAY not in days:
        return "end"
    return "" if silence.first - DAY in days else "start"
