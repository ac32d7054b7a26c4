"""What can be said of hours and weekdays."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity
from audits.findings.claims import segment
from audits.measures.breakdowns import standing_on
from audits.measures.numbers import count

KINDS = {"slot": "slots", "weekday": "weekdays"}


def findings(evidence: Evidence) -> Iterator[Finding]:
    own = evidence.own
    for code, wanted in (("best_time", 1), ("worst_time", -1)):
        for kind, breakdown in KINDS.items():
            for one in getattr(own.now, breakdown):
                if finding := segment(code, evidence, own, kind, one, wanted):
                    yield finding
    asked = [trial for question, trial in evidence.trials.items() if question.startswith(tuple(f"own.{kind}:" for kind in KINDS))]
    if asked and not any(trial.convinces for trial in asked):
        measure = f"{own.judged_by}.median"
        n = count(f"finding.time_steady.{own.key}.now", "n", standing_on(own.now.hours or own.now.weekdays, measure))
        yield Finding("time_steady", Severity.NEUTRAL, own.key, {"n": n}, {"measure": measure})
