"""What can be said of visits to the website and where they came from."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Number, Severity, Subject
from audits.findings.claims import moved
from audits.measures.numbers import quotient


def findings(evidence: Evidence) -> Iterator[Finding]:
    own = evidence.own
    numbers = own.now.numbers
    if "visits" in numbers:
        carried = {code: numbers[code] for code in ("visits", "cr", "goal_visits", "revenue") if code in numbers}
        yield Finding("traffic", Severity.NEUTRAL, own.key, carried)
        yield from _source(own, numbers["visits"])
    yield from moved("traffic_change", evidence, own, "visits")


def _source(own: Subject, visits: Number) -> Iterator[Finding]:
    """The single biggest source, never more than all visits: breakdowns of several kinds overlap."""
    for one in own.now.sources:
        mine = one.numbers.get("visits")
        if mine and mine.value and visits.value and mine.value <= visits.value:
            share = quotient("finding.traffic_source.own", "share", mine, visits)
            numbers = {"visits": mine, "all": visits, "share": share} | {c: one.numbers[c] for c in ("cr",) if c in one.numbers}
            yield Finding("traffic_source", Severity.NEUTRAL, own.key, numbers, {"key": one.key})
            return
