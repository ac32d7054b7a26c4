"""What can be said of visits to the website and where they came from."""

from collections.abc import Iterator, Sequence

from audits.evidence import Evidence, Finding, Segment, Severity, Subject
from audits.findings.claims import AS_GREAT, moved, some_of
from audits.measures.numbers import count, of_same_accounts, quotient
from audits.measures.traffic import is_added

ON_THE_WEBSITE = ("visits", "pageviews", "goal_reaches", "goal_visits", "revenue")


def findings(evidence: Evidence) -> Iterator[Finding]:
    own = evidence.own
    numbers = own.now.numbers
    if "visits" in numbers:
        visits = numbers["visits"]
        of_them = (numbers[code] for code in ("cr", "goal_visits", "revenue") if code in numbers)
        carried = {"visits": visits} | {one.code: one for one in of_them if of_same_accounts(one, visits)}
        if not is_added(visits):
            yield Finding("traffic", Severity.NEUTRAL, own.key, carried | some_of(own, visits))
    if by_source := with_sources(evidence):
        yield from _source(by_source)
    for code in ON_THE_WEBSITE:
        yield from moved("traffic_change", evidence, own, code)


def with_sources(evidence: Evidence) -> Subject | None:
    """Whose sources are told: those of the brand, or else of the website of which alone they are known."""
    websites = (one for one in evidence.own_accounts if not one.is_social)
    return next((one for one in (evidence.own, *websites) if any("visits" in source.numbers for source in one.now.sources)), None)


def _source(own: Subject) -> Iterator[Finding]:
    """The biggest source, if no other is as great, and never one of more than all visits: breakdowns of several kinds overlap.

    All visits are those of the days that the reports of sources cover; of how many is said where visits are known of more.
    """
    visits, place = own.now.of_sources.get("visits"), f"finding.traffic_source.{own.key}"
    brought = [one for one in own.now.sources if (mine := one.numbers.get("visits")) and mine.value]
    possible = [one for one in brought if visits and visits.value and one.numbers["visits"].value <= visits.value]
    if not possible or len(leading(possible, "visits")) > 1:
        return
    one, mine = possible[0], possible[0].numbers["visits"]
    numbers = {"visits": mine, "all": visits, "share": quotient(place, "share", mine, visits)} | some_of(own, visits)
    numbers |= {"cr": cr} if (cr := one.numbers.get("cr")) and of_same_accounts(cr, mine) else {}
    if (visits.n or 0) < own.now.period.days and visits.id != own.now.numbers["visits"].id:
        numbers |= {"days": count(place, "days", visits.n or 0), "all_days": count(place, "all_days", own.now.period.days)}
    yield Finding("traffic_source", Severity.NEUTRAL, own.key, numbers, {"key": one.key})


def leading(sources: Sequence[Segment], code: str) -> list[Segment]:
    """The biggest of sources in order, and those that give more than two thirds of what it does."""
    return [sources[0], *(one for one in sources[1:] if one.numbers[code].value > sources[0].numbers[code].value * AS_GREAT)]
