"""What can be said of hours and weekdays."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity
from audits.findings.claims import segment
from audits.measures.numbers import count

KINDS = {"slot": "slots", "weekday": "weekdays"}


def findings(evidence: Evidence) -> Iterator[Finding]:
    own, claimed = evidence.own, 0
    for code, wanted in (("best_time", 1), ("worst_time", -1)):
        for kind, breakdown in KINDS.items():
            for one in getattr(own.now, breakdown):
                if found := segment(code, evidence, own, kind, one, wanted):
                    claimed += 1
                    yield found
    asked = [trial for question, trial in evidence.trials.items() if question.startswith(tuple(f"own.{kind}:" for kind in KINDS))]
    if asked and not claimed:
        n = count("finding.time_steady.own", "n", int(own.now.numbers["posts"].value or 0))
        yield Finding("time_steady", Severity.NEUTRAL, own.key, {"n": n}, {"measure": f"{own.judged_by}.median"})
