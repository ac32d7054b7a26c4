"""What can be said of the length of texts."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding
from audits.findings.claims import segment


def findings(evidence: Evidence) -> Iterator[Finding]:
    for code, wanted in (("text_length", 1), ("text_length_worst", -1)):
        for one in evidence.own.now.lengths:
            if finding := segment(code, evidence, evidence.own, "length", one, wanted):
                yield finding
