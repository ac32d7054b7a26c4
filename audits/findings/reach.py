"""What can be said of reach, views and frequency. Reach is that of the median post: it is never added up."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity, Subject
from audits.findings.claims import moved, some_of, steady, tally

SEEN_BY_DAY = ("account_views", "account_impressions")


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        for code in ("reach", "views"):
            yield from moved(f"{code}_change", evidence, subject, f"{code}.median")
            yield from steady(f"{code}_steady", evidence, subject, f"{code}.median")
        yield from moved("organic_change", evidence, subject, "organic_share.median")
        for code in SEEN_BY_DAY:
            yield from moved("account_views_change", evidence, subject, code)
        yield from frequency(subject)


def frequency(subject: Subject) -> Iterator[Finding]:
    """Of the people a network counted over the whole window; without these of the median post, which speaks of posts alone."""
    numbers = subject.now.numbers
    whole, of_post = (numbers.get(code) for code in ("frequency", "frequency.median"))
    if whole and whole.value is not None:
        parts = {"impressions": numbers.get("account_impressions"), "reach": numbers.get("account_reach")}
        carried = {"frequency": whole} | {role: number for role, number in parts.items() if number}
        yield Finding("frequency", Severity.NEUTRAL, subject.key, carried)
    elif of_post and of_post.value is not None:
        carried = {"frequency": of_post, "n": tally("post_frequency", subject, "now", of_post)} | some_of(subject, of_post)
        yield Finding("post_frequency", Severity.NEUTRAL, subject.key, carried)
