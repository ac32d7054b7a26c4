"""What a finding says, by its code: a title and a clause; of several wordings the first that has all its numbers is taken."""

import re

from audits.evidence import Finding
from audits.report.telling import Telling
from audits.report.wording.of_brand import OF_BRAND
from audits.report.wording.of_data import OF_DATA
from audits.report.wording.of_posts import OF_POSTS
from audits.report.wording.parts import parts_of
from audits.report.words import capitalised, joined, sentence
from smmstrategy.reports.document import Text
from smmstrategy.words import Words

_PLACE = re.compile(r"\{(\w+)")
FINDINGS = OF_POSTS | OF_BRAND | OF_DATA


def forms(finding: Finding) -> tuple[str, ...]:
    """Those in which a title may be said, the longest first."""
    return ("title", "clause", "brief") if FINDINGS[finding.code].brief else ("title", "clause")


def said(telling: Telling, finding: Finding, form: str) -> Text:
    """The finding as a «title», beginning with a capital, or as a «clause» to stand inside another sentence."""
    parts = parts_of(telling, finding)
    wordings: tuple[Words, ...] = getattr(FINDINGS[finding.code], form)
    chosen = next((words for words in wordings if set(_PLACE.findall(words.ru)) <= parts.keys()), wordings[-1])
    text = joined(_about(telling, finding), sentence(chosen, telling.language, **parts))
    return capitalised(text) if form == "title" else text


def _about(telling: Telling, finding: Finding) -> Text:
    """Whose finding it is, when it is one account's and the sentence does not name it."""
    if "account" in finding.words or not finding.subject.startswith("account-"):
        return ()
    return (telling.account(int(finding.subject.removeprefix("account-")), 28), ": ")
