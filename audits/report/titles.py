"""Which finding a page is titled by: the strongest of its theme, said in the words of the finding's code."""

from audits.evidence import Finding, Severity
from audits.report.telling import Telling
from audits.report.wording.findings import FINDINGS, said
from smmstrategy.reports.document import Text

TITLE_LIMIT = 110


def headline(telling: Telling, *codes: str) -> Text | None:
    """The title that the strongest finding with one of these codes gives; None when there is none."""
    found = strongest(telling, *codes)
    return said(telling, found, "title") if found else None


def strongest(telling: Telling, *codes: str) -> Finding | None:
    """The strongest finding of these codes; about all accounts together before about one of them."""
    candidates = [f for f in _told(telling) if f.code in codes]
    return max(candidates, key=lambda f: (f.subject == "own", f.strength), default=None)


def of_severity(telling: Telling, *severities: Severity) -> list[Finding]:
    """Findings that have words, the strongest first; one of each code and subject."""
    chosen = [f for f in _told(telling) if f.severity in severities]
    return sorted(chosen, key=lambda f: (-f.strength, f.subject != "own", f.code, f.subject))


def _told(telling: Telling) -> list[Finding]:
    """Of a brand with one account, what is found of the account is what is found of the brand: said once."""
    single = len(telling.evidence.own_accounts) == 1
    return [f for f in telling.facts.findings if not (single and f.subject.startswith("account-") and "account" not in f.words)]
