"""What a finding says, by its code: a title and a clause; of several wordings the first that has all its numbers is taken."""

import re

from audits.evidence import Finding
from audits.report.telling import Telling
from audits.report.wording.of_brand import OF_BRAND
from audits.report.wording.of_data import OF_DATA
from audits.report.wording.of_posts import OF_POSTS
from audits.report.wording.parts import parts_of
from audits.report.wording.whose import accounts_of, said_of
from audits.report.words import capitalised, joined, sentence
from smmstrategy.reports.document import Text
from smmstrategy.words import Words

_PLACE = re.compile(r"\{(\w+)")
FORMS = ("title", "clause", "brief")  # in which a title may be said, the longest first
FINDINGS = OF_POSTS | OF_BRAND | OF_DATA


def said(telling: Telling, finding: Finding, form: str) -> Text:
    """The finding as a «title», beginning with a capital, or as a «clause» to stand inside another sentence, or in «brief»."""
    parts, wording = parts_of(telling, finding), FINDINGS[finding.code]
    wordings: tuple[Words, ...] = getattr(wording, form) or wording.clause
    chosen = next((words for words in wordings if set(_PLACE.findall(words.ru)) <= parts.keys()), wordings[-1])
    text = joined(_about(telling, finding, is_brief=form == "brief"), sentence(chosen, telling.language, **parts))
    return capitalised(text) if form == "title" else text


def _about(telling: Telling, finding: Finding, *, is_brief: bool) -> Text:
    """Whose finding it is, when it is not of all accounts and the sentence does not name the one."""
    if "account" in finding.words or not accounts_of(telling, finding):
        return ()
    return joined(said_of(telling, finding, is_brief=is_brief), ": ")
