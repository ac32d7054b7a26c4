"""What can be said of visits to the website and where they came from."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Number, Severity, Subject
from audits.findings.claims import moved
from audits.measures.numbers import quotient
from audits.measures.traffic import is_added


def findings(evidence: Evidence) -> Iterator[Finding]:
    own = evidence.own
    numbers = own.now.numbers
    if "visits" in numbers:
        carried = {code: numbers[code] for code in ("visits", "cr", "goal_visits", "revenue") if code in numbers}
        if not is_added(numbers["visits"]):
            yield Finding("traffic", Severity.NEUTRAL, own.key, carried)
        yield from _source(own, numbers["visits"])
    yield from moved("traffic_change", evidence, own, "visits")
    yield from moved("traffic_change", evidence, own, "pageviews")


def _source(own: Subject, visits: Number) -> Iterator[Finding]:
    """The single biggest source, if one is, and never one of more than all visits: breakdowns of several kinds overlap."""
    brought = [(one, mine) for one in own.now.sources if (mine := one.numbers.get("visits")) and mine.value and visits.value]
    possible = [(one, mine) for one, mine in brought if mine.value <= visits.value]
    if not possible or possible[0][1].value in [mine.value for _one, mine in possible[1:]]:
        return
    one, mine = possible[0]
    share = quotient("finding.traffic_source.own", "share", mine, visits)
    numbers = {"visits": mine, "all": visits, "share": share} | {c: one.numbers[c] for c in ("cr",) if c in one.numbers}
    yield Finding("traffic_source", Severity.NEUTRAL, own.key, numbers, {"key": one.key})
