"""What a finding says, by its code: a title and a clause; of several wordings the first that has all its numbers is taken."""

import re
from decimal import Decimal

from audits.evidence import ENDINGS, Finding, Number
from audits.measures.numbers import quotient
from audits.report.names import OF_A_LINE, SHORT
from audits.report.telling import Telling
from audits.report.wording.of_brand import OF_BRAND
from audits.report.wording.of_data import OF_DATA
from audits.report.wording.of_posts import OF_POSTS
from audits.report.wording.parts import parts_of
from audits.report.words import capitalised, joined, sentence
from smmstrategy.reports.document import Text
from smmstrategy.words import Words

_PLACE = re.compile(r"\{(\w+)")
FORMS = ("title", "clause", "brief")  # in which a title may be said, the longest first
CARRIES = Decimal("0.2")  # of the brand's posts, from here on an account's speak for it
FINDINGS = OF_POSTS | OF_BRAND | OF_DATA


def said(telling: Telling, finding: Finding, form: str) -> Text:
    """The finding as a «title», beginning with a capital, or as a «clause» to stand inside another sentence, or in «brief»."""
    parts, wording = parts_of(telling, finding), FINDINGS[finding.code]
    wordings: tuple[Words, ...] = getattr(wording, form) or wording.clause
    chosen = next((words for words in wordings if set(_PLACE.findall(words.ru)) <= parts.keys()), wordings[-1])
    text = joined(_about(telling, finding, is_brief=form == "brief"), sentence(chosen, telling.language, **parts))
    return capitalised(text) if form == "title" else text


def is_of_few(telling: Telling, finding: Finding) -> bool:
    """Whether it is of what posts get, and of an account that has too few of the brand's to speak for it."""
    if not finding.words.get("measure", "").endswith(ENDINGS) or not _is_of_an_account(finding):
        return False
    mine, every = _posts(telling, finding)
    return mine.value < every.value * CARRIES


def _about(telling: Telling, finding: Finding, *, is_brief: bool) -> Text:
    """Whose finding it is, when it is one account's and the sentence does not name it; on how many posts, where these are few."""
    if "account" in finding.words or not _is_of_an_account(finding):
        return ()
    who = telling.account(int(finding.subject.removeprefix("account-")), SHORT if is_brief else OF_A_LINE)
    if not is_of_few(telling, finding):
        return (who, ": ")
    mine, every = _posts(telling, finding)
    if is_brief:
        share = telling.percent(quotient(f"report.few.{finding.subject}", "share", mine, every))
        return telling.say("{who}, {share} публикаций бренда: ", "{who}, {share} of the brand’s posts: ", who=who, share=share)
    words = "{who}, {n} из {all} публикаций бренда: ", "{who}, {n} of the brand’s {all} {all:post|posts}: "
    return telling.say(*words, who=who, n=telling.figure(mine), all=telling.figure(every))


def _is_of_an_account(finding: Finding) -> bool:
    return finding.subject.startswith("account-")


def _posts(telling: Telling, finding: Finding) -> tuple[Number, Number]:
    """Those of the account and those of all."""
    subjects = telling.evidence.subject(finding.subject), telling.evidence.own
    mine, every = (subject.now.numbers["posts"] for subject in subjects)
    return mine, every
