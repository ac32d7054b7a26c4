"""What can be said of followers: whether they move one way, which month did it, who left."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Number, Severity, Subject, Verdict
from audits.findings.claims import HALF, moved, severity, sign, some_of, strength
from audits.measures import verdicts
from audits.measures.days import JOINED_AND_LEFT
from audits.measures.followers import GROWTH, by_month, joined_and_left
from audits.measures.numbers import of_same_accounts, quotient

FEWEST_MONTHS = 3  # of fewer one gives half by itself


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        yield from _growth(evidence, subject)
        yield from churn(subject)
        for code in (GROWTH, *JOINED_AND_LEFT):
            yield from moved("joined_or_left_change", evidence, subject, code)


def _growth(evidence: Evidence, subject: Subject) -> Iterator[Finding]:
    change = subject.growth
    if change is None:
        return
    carried = {"end": change.now, "growth": change.absolute, "rate": change.relative} | some_of(subject, change.now)
    if change.is_convincing:
        weight = strength(evidence.trials[verdicts.question(subject, change)], subject)
        carried["start"] = change.then
        yield Finding("followers_growth", severity(change.good), subject.key, carried, {}, change.way, weight)
        if not subject.is_apart(change):
            yield from _peak(subject, change.absolute)
    elif change.verdict is Verdict.STEADY:
        yield Finding("followers_steady", Severity.NEUTRAL, subject.key, carried)


def _peak(subject: Subject, growth: Number) -> Iterator[Finding]:
    months = by_month(subject.now, growth)
    if len(months) < FEWEST_MONTHS or not growth.value:
        return
    key, most = max(months.items(), key=lambda month: month[1].value * sign(growth))
    share = quotient(f"finding.followers_peak.{subject.key}", "share", most, growth)
    if share.value is not None and share.value >= HALF:  # more than all of it is no share: other months took some of it back
        numbers = {"month_growth": most, "growth": growth} | ({"share": share} if share.value <= 1 else {})
        yield Finding("followers_peak", Severity.NEUTRAL, subject.key, numbers, {"month": key}, sign(growth), HALF)


def churn(subject: Subject) -> Iterator[Finding]:
    """Who joined and who left on the same days, nearly all of the period; the rate only where it is that of those who left."""
    numbers = subject.now.numbers
    if known := joined_and_left(subject.now):
        carried = dict(zip(("gained", "lost"), known, strict=True)) | some_of(subject, known[0])
        rate, lost = numbers.get("churn_rate"), carried["lost"]
        if rate and of_same_accounts(rate, lost) and rate.inputs[0][1] == str(lost.value):
            carried["rate"] = rate
        yield Finding("churn", Severity.NEUTRAL, subject.key, carried)
