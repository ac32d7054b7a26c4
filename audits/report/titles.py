"""Which finding a page is titled by: the strongest of its theme, said in the words of the finding's code."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

from audits.evidence import Finding, Severity, Subject
from audits.findings.codes import ABOUT_DATA, BESIDE_ONE, size
from audits.report.names import BESIDE
from audits.report.telling import Telling
from audits.report.wording.findings import FORMS, said
from audits.report.wording.whose import breadth, is_of_few
from audits.report.words import capitalised
from smmstrategy.reports.document import Part, Text
from smmstrategy.reports.formats import write
from smmstrategy.words import Words

TITLE_LIMIT = 110
OF_ONE_SOURCE = ("traffic_change", "account_views_change", "joined_or_left_change")
LANGUAGES = tuple(field.name for field in fields(Words))


def audited(telling: Telling, brand: Part) -> Text:
    """What was audited: «Зерно: аудит соцсетей»."""
    if telling.website_alone:
        return telling.say("{brand}: аудит сайта", "{brand}: website audit", brand=brand)
    return telling.say("{brand}: аудит соцсетей", "{brand}: social media audit", brand=brand)


def headline(telling: Telling, *codes: str) -> Text | None:
    """The title that the strongest finding with one of these codes gives; None when there is none."""
    finding = strongest(telling, *codes)
    return titled(telling, finding) if finding else None


def titled(telling: Telling, finding: Finding) -> Text:
    """The finding as a title, with a shorter name and then in its shorter wording when it does not fit."""
    rooms = telling.room, (telling.room[0], BESIDE)
    return fitting(telling, *(partial(_said, finding, form, room) for form in FORMS for room in rooms))


def _said(finding: Finding, form: str, room: tuple[int, int], telling: Telling) -> Text:
    return capitalised(said(replace(telling, room=room), finding, form))


def fitting(telling: Telling, *titles: Callable[[Telling], Text]) -> Text:
    """The first of these titles that fits, else the last, which is the shortest."""
    return next((title for title in titles if fits(telling, title)), titles[-1])(telling)


def fits(telling: Telling, title: Callable[[Telling], Text]) -> bool:
    """Whether a title is short enough in every language, so that all of them say the same figures."""
    each = (replace(telling, language=language, origins={}) for language in LANGUAGES)
    return all(len(write(title(one), one.language)) <= TITLE_LIMIT for one in each)


def strongest(telling: Telling, *codes: str, of: Callable[[Finding], bool] = lambda _: True) -> Finding | None:
    """The strongest finding of these codes; about all accounts together before about one of them, and last about one of few posts.

    What moved in few posts comes before what is steady in many; what stands on more of the brand's posts before what is stronger;
    of those of its code that are as strong it says the most.
    """
    of_codes = [f for f in once_each(telling) if f.code in codes and of(f)]
    weighed = [(_weight(telling, f), f) for f in of_codes]
    if not weighed:
        return None
    weight, first = max(weighed, key=lambda one: one[0])
    return max((f for like, f in weighed if like == weight and f.code == first.code), key=size)


def _weight(telling: Telling, finding: Finding) -> tuple:
    speaks = not is_of_few(telling, finding)
    return finding.subject == "own" and speaks, finding.strength > 0, speaks, breadth(telling, finding), finding.strength


def subject_of(telling: Telling, *codes: str) -> Subject:
    """Whom the title with these codes is about: all own accounts together, where nothing is found of one of them alone."""
    finding = strongest(telling, *codes)
    return telling.evidence.subject(finding.subject) if finding else telling.evidence.own


def of_severity(telling: Telling, *severities: Severity) -> list[Finding]:
    """As all of them, but of sums of one source the strongest alone: they rise and fall together."""
    ranked = all_of_severity(telling, *severities)
    return first_of_each(ranked, lambda f: (f.code, f.subject, f.severity) if f.code in OF_ONE_SOURCE else _about(f))


def all_of_severity(telling: Telling, *severities: Severity) -> list[Finding]:
    """Findings that have words, the strongest first, of those of one code that says most; one of each code, subject and measure."""
    chosen = [f for f in once_each(telling) if f.severity in severities]
    ordered = sorted(chosen, key=lambda f: (-f.strength, f.subject != "own", f.code, -size(f), f.subject))
    return first_of_each(_broadest_first(telling, ordered), _about)


def _broadest_first(telling: Telling, ordered: list[Finding]) -> list[Finding]:
    """In the places of one code and subject that which stands on more of the brand's posts comes before what is stronger."""
    broad = sorted(ordered, key=lambda finding: -breadth(telling, finding))
    of_each = {one: iter([f for f in broad if kind(f) == one]) for one in map(kind, ordered)}
    return [next(of_each[kind(finding)]) for finding in ordered]


def kind(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.subject


def varied(findings: list[Finding]) -> list[Finding]:
    """One of each code before a second of any; what is said of the brand before what is said of its data."""
    seen: list[str] = []
    ranked = []
    for finding in findings:
        ranked.append((finding.code in ABOUT_DATA, seen.count(finding.code), len(seen), finding))
        seen.append(finding.code)
    return [finding for *_, finding in sorted(ranked, key=lambda one: one[:3])]


def of_brand_first(findings: list[Finding]) -> list[Finding]:
    """What is so of the brand before what is so of a competitor beside it."""
    return sorted(findings, key=lambda finding: finding.code in BESIDE_ONE)


def first_of_each(findings: list[Finding], key: Callable[[Finding], tuple]) -> list[Finding]:
    return list({key(finding): finding for finding in reversed(findings)}.values())[::-1]


def _about(finding: Finding) -> tuple:
    return finding.code, finding.subject, finding.words.get("measure"), finding.words.get("key")


def once_each(telling: Telling) -> list[Finding]:
    """What is found of an account in the very numbers of the brand is one fact: said once, of the brand."""
    of_brand = {_fact(f) for f in telling.facts.findings if f.subject == "own"}
    return [f for f in telling.facts.findings if f.subject == "own" or _fact(f) not in of_brand]


def _fact(finding: Finding) -> tuple:
    """What is said, whoever it is said of."""
    values = {role: number.value for role, number in finding.numbers.items() if role not in ("known", "of")}
    return finding.code, *sorted(finding.words.items()), *sorted(values.items())
