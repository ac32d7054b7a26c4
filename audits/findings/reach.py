"""What can be said of reach, views and frequency. Reach is that of the median post: it is never added up."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity, Subject
from audits.findings.claims import moved, steady


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        for code in ("reach", "views"):
            yield from moved(f"{code}_change", evidence, subject, f"{code}.median")
            yield from steady(f"{code}_steady", subject, f"{code}.median")
        yield from _frequency(subject)


def _frequency(subject: Subject) -> Iterator[Finding]:
    numbers = subject.now.numbers
    frequency = numbers.get("frequency") or numbers.get("frequency.median")
    if frequency and frequency.value is not None:
        of = (
            {"impressions": numbers.get("account_impressions"), "reach": numbers.get("account_reach")}
            if "frequency" in numbers
            else {}
        )
        carried = {"frequency": frequency} | {role: number for role, number in of.items() if number}
        yield Finding("frequency", Severity.NEUTRAL, subject.key, carried)
