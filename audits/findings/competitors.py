"""What can be said of own accounts beside the competitors'. A place is a fact; being ahead is a claim and must convince."""

from collections.abc import Iterator

from audits.evidence import OF_FOLLOWERS, Comparison, Evidence, Finding, Severity, Standing, Subject
from audits.findings.claims import sign_of, strength, tally
from audits.measures.numbers import count
from audits.measures.standing import compares


def findings(evidence: Evidence) -> Iterator[Finding]:
    for competitor in evidence.competitors:
        yield from _ahead(evidence, competitor)
    for comparison in evidence.comparisons:
        for standing in comparison.standings:
            yield _place(evidence, comparison, standing)


def _ahead(evidence: Evidence, competitor: Subject) -> Iterator[Finding]:
    comparison = evidence.comparison(competitor.key)
    if comparison is None:
        return
    measure, trial = f"{comparison.er}.median", evidence.trials.get(f"{competitor.key}.{comparison.er}")
    own, theirs = comparison.own.get(measure), comparison.beside[competitor.key].get(measure)
    if not (trial and trial.convinces and own and theirs and own.value is not None and theirs.value is not None):
        return
    if not compares(measure, own, theirs, {account.account_id: account.network for account in evidence.accounts}):
        return
    if (way := sign_of(own.value - theirs.value)) == sign_of(trial.z) != 0:
        code, severity = ("competitor_behind", Severity.GOOD) if way > 0 else ("competitor_ahead", Severity.BAD)
        numbers = {"own": own, "theirs": theirs, "n": tally(code, competitor, "now", own)}
        yield Finding(
            code,
            severity,
            competitor.key,
            numbers,
            {"competitor": competitor.name, "measure": measure} | _among(evidence, comparison, measure),
            way,
            strength(trial, competitor),
        )


def _place(evidence: Evidence, comparison: Comparison, standing: Standing) -> Finding:
    own = next(rank.number for rank in standing.ranks if rank.subject == "own")
    best = standing.ranks[0]
    leader = evidence.subject(best.subject).name if best.subject != "own" else ""
    words = {"leader": leader} | _among(evidence, comparison, standing.measure)
    if standing.measure == "soe":
        return Finding("soe", Severity.NEUTRAL, "own", {"share": own, "of": standing.of}, words)
    numbers = {"place": standing.own_place, "of": standing.of, "own": own, "best": best.number}
    if tied := sum(rank.place == standing.own_place.value for rank in standing.ranks) - 1:
        numbers["tied"] = count(standing.of.id.removesuffix(".of"), "tied", tied)
    elif standing.own_place.value == 1:
        numbers["second"] = next(rank.number for rank in standing.ranks if rank.subject != "own")
    return Finding("rank", Severity.NEUTRAL, "own", numbers, {"measure": standing.measure} | words)


def _among(evidence: Evidence, comparison: Comparison, measure: str) -> dict[str, str]:
    """In which networks and months they are compared by it: nothing of months where these are all of the period."""
    days = () if measure in OF_FOLLOWERS else evidence.part_compared(comparison)
    return {"networks": " ".join(comparison.networks), "months": " ".join(f"{one.first}/{one.last}" for one in days)}
