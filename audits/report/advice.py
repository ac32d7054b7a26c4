"""What a finding recommends doing, in words: of hours and weekdays which and whose."""

from collections.abc import Sequence

from audits.evidence import Finding
from audits.findings.time import KINDS
from audits.opportunities import Recommendation
from audits.report.names import SHORT
from audits.report.telling import Telling
from audits.report.wording.parts import when
from audits.report.wording.whose import accounts_of, named
from audits.report.words import joined
from smmstrategy.reports.document import Text


def advised(telling: Telling, one: Recommendation, findings: Sequence[Finding]) -> Text:
    """«…на время, когда отклик выше: по будням с 18 до 21 ч (ВКонтакте)»: of each of these findings that makes it."""
    title = one.title.in_language(telling.language)
    times = [_time(telling, finding) for finding in findings if is_of_time(finding)]
    return joined(title, ": " if times else "", *[part for time in times for part in (", ", time)][1:])


def is_of_time(finding: Finding) -> bool:
    return finding.words.get("kind") in KINDS


def _time(telling: Telling, finding: Finding) -> Text:
    time, accounts = when(telling, finding.words["kind"], finding.words["key"]), accounts_of(telling, finding)
    return joined(time, " (", named(telling, accounts, SHORT), ")") if accounts else time
