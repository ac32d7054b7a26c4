"""What can be said of own accounts beside the competitors'. A place is a fact; being ahead is a claim and must convince."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity, Standing, Subject
from audits.findings.claims import sign_of, strength, tally
from audits.measures.numbers import count


def findings(evidence: Evidence) -> Iterator[Finding]:
    for competitor in evidence.competitors:
        yield from _ahead(evidence, competitor)
    for standing in evidence.standings:
        yield _place(evidence, standing)


def _ahead(evidence: Evidence, competitor: Subject) -> Iterator[Finding]:
    measure, trial = f"{evidence.common_er}.median", evidence.trials.get(f"{competitor.key}.{evidence.common_er}")
    own, theirs = evidence.own.beside.get(measure), competitor.beside.get(measure)
    if not (trial and trial.convinces and own and theirs and own.value is not None and theirs.value is not None):
        return
    if (way := sign_of(own.value - theirs.value)) == sign_of(trial.z) != 0:
        code, severity = ("competitor_behind", Severity.GOOD) if way > 0 else ("competitor_ahead", Severity.BAD)
        numbers = {"own": own, "theirs": theirs, "n": tally(code, competitor, "now", own)}
        yield Finding(
            code,
            severity,
            competitor.key,
            numbers,
            {"competitor": competitor.name, "measure": measure},
            way,
            strength(trial, competitor),
        )


def _place(evidence: Evidence, standing: Standing) -> Finding:
    own = next(rank.number for rank in standing.ranks if rank.subject == "own")
    best = standing.ranks[0]
    leader = evidence.subject(best.subject).name if best.subject != "own" else ""
    if standing.measure == "soe":
        return Finding("soe", Severity.NEUTRAL, "own", {"share": own, "of": standing.of}, {"leader": leader})
    numbers = {"place": standing.own_place, "of": standing.of, "own": own, "best": best.number}
    if tied := sum(rank.place == standing.own_place.value for rank in standing.ranks) - 1:
        numbers["tied"] = count("standing", f"{standing.measure}.tied", tied)
    elif standing.own_place.value == 1:
        numbers["second"] = next(rank.number for rank in standing.ranks if rank.subject != "own")
    return Finding("rank", Severity.NEUTRAL, "own", numbers, {"measure": standing.measure, "leader": leader})
