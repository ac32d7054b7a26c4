"""What no test was put to is not called insignificant."""

from dataclasses import replace

import pytest

from audits.findings import findings
from audits.measures.verdicts import judged
from audits.report import document
from smmstrategy.reports.document import Document
from tests.audits.report.builder import COLLECTED, full


def untested(language: str) -> Document:
    facts = full()
    evidence = replace(facts.evidence, trials={}, subjects=judged(facts.evidence.subjects, {}))
    return document(
        replace(facts, evidence=evidence, findings=tuple(findings(evidence))).to_facts(),
        language,
        sealed_at=COLLECTED,
        sha256="0" * 64,
    )


@pytest.mark.parametrize(("language", "claims"), [("ru", ("значимых", "не подтвердила")), ("en", ("significant", "confirms none"))])
def test_nothing_is_called_insignificant_without_a_test(language: str, claims: tuple[str, ...]) -> None:
    said = "\n".join(str(page) for page in untested(language).pages)
    assert [claim for claim in claims if claim in said] == []
