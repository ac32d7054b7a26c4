"""The cover and the summary: figures, three wins, three problems, three opportunities; where there are none, what is known."""

from collections.abc import Sequence
from functools import partial
from itertools import product

from audits.evidence import Change, Finding, Severity, Subject
from audits.findings.claims import HALF
from audits.findings.codes import ABOUT_DATA
from audits.measures.followers import without_level
from audits.report.blocks import card, in_some, was
from audits.report.frame import framed, posts_of_all
from audits.report.gaps import alike, gaps, sentences
from audits.report.opportunities import ListedOpportunity, opportunities
from audits.report.pages import website
from audits.report.pages.scorecard import lines
from audits.report.telling import OF_INTERACTIONS, Telling, value
from audits.report.titles import audited, first_of_each, fits, fitting, kind, of_brand_first, of_severity, strongest, titled, varied
from audits.report.wording.findings import said
from audits.report.words import capitalised, joined
from smmstrategy.reports.beside import told_apart
from smmstrategy.reports.document import Bullets, Cards, Figure, Layout, Page, Text

SHOWN = 3
CARDS = 4
SAYS_LESS = ("posts", "posts_published", "account_views", "pageviews")
LEVELS = (
    "views.median",
    "reach.median",
    "interactions.median",
    "account_interactions",
    "account_views",
    "posts_per_week",
    "posts_published",
    "visits",
    "pageviews",
)


def pages(telling: Telling) -> tuple[Page, ...]:
    return (_cover(telling), _summary(telling))


def _cover(telling: Telling) -> Page:
    evidence, is_baseline = telling.evidence, telling.facts.about.is_baseline
    baseline = telling.word("Нулевой замер", "Baseline measurement") if is_baseline else telling.word("Аудит", "Audit")
    title = audited(telling, telling.brand(60))
    return Page(
        key="cover",
        title=title,
        layout=Layout.COVER,
        subtitle=joined(baseline, " · ", telling.period(evidence.period.first, evidence.period.last)),
        footer=(telling.word("Конфиденциально", "Confidential"),),
    )


def _summary(telling: Telling) -> Page:
    good = varied(of_severity(telling, Severity.GOOD))[:SHOWN]
    bad = varied(of_severity(telling, Severity.BAD, Severity.WARNING))[:SHOWN]
    titling = _titling(telling, good, bad)
    title, good, bad = _title(telling, titling), _untitled_first(good, titling), _untitled_first(bad, titling)
    columns = (_wins(telling, good, title), _problems(telling, bad), _opportunities(telling, opportunities(telling)[:SHOWN]))
    codes = _codes(telling)
    if site := telling.website_alone:
        said_in_chart = columns[0].tone == "neutral"
        shown = [column for column in columns[said_in_chart:] if column.items]
        return website.page(telling, site, title, codes, shown)
    cards = (Cards(tuple(card(telling, telling.evidence.own, code) for code in codes)),) if codes else ()
    numbers = [number for finding in (*good, *bad) for number in finding.numbers.values()]
    blocks = (*cards, *(column for column in columns if column.items))
    return framed(telling, "summary", title, *blocks, numbers=numbers, n=posts_of_all(telling), layout=Layout.GRID)


def _codes(telling: Telling) -> list[str]:
    """The measures on the cards: totals and the median rate, not means; what says less comes only where others are missing."""
    codes = [line.code for line in lines(telling, telling.evidence.own) if not line.code.endswith(".mean")]
    return sorted(codes, key=SAYS_LESS.__contains__)[:CARDS]


def _titling(telling: Telling, good: list[Finding], bad: list[Finding]) -> tuple[Finding, ...]:
    """The strongest win against the strongest problem that fit one title together; otherwise the strongest alone."""
    problems = [finding for finding in bad if finding.code not in ABOUT_DATA]
    for win, problem in product(good, problems):
        if win.code.partition("_")[0] != problem.code.partition("_")[0] and fits(telling, partial(_both, win, problem)):
            return win, problem
    alone = sorted(first_of_each([*good, *problems], kind), key=lambda finding: -finding.strength)
    return tuple((alone or (bad if not _codes(telling) else []))[:1])


def _title(telling: Telling, titling: tuple[Finding, ...]) -> Text:
    if len(titling) == 2:
        return _both(*titling, telling)
    return titled(telling, *titling) if titling else _level(telling)


def _untitled_first(findings: list[Finding], titling: tuple[Finding, ...]) -> list[Finding]:
    """What is so of the brand, then what is so of a competitor beside it; each begins with what the title does not say."""
    return of_brand_first(sorted(findings, key=titling.__contains__))


def _both(win: Finding, problem: Finding, telling: Telling) -> Text:
    clauses = {"good": said(telling, win, "clause"), "bad": said(telling, problem, "clause")}
    return capitalised(telling.say("{good}, но {bad}", "{good}, but {bad}", **clauses))


def _level(telling: Telling) -> Text:
    """Where nothing is significant: what may have moved of most of the brand, else what the figures are."""
    own, codes = telling.evidence.own, _codes(telling)
    if not codes:
        return telling.say("Данных пока нет", "No data yet")
    unsure = partial(strongest, telling, "volume_unsure", "er_unsure", of=partial(_is_of_most, telling))
    moved = strongest(telling, "volume_change") or unsure() if own.changes else None
    return titled(telling, moved) if moved else fitting(telling, *(partial(_unmoved, count) for count in (2, 1)))


def _is_of_most(telling: Telling, finding: Finding) -> bool:
    """Whether a finding is of all accounts, or of one that published at least half of their posts."""
    evidence = telling.evidence
    whole, part = (value(one.now, "posts") for one in (evidence.own, evidence.subject(finding.subject)))
    return bool(whole and part) and part.value >= whole.value * HALF


def _unmoved(count: int, telling: Telling) -> Text:
    """So many figures, and that nothing is known to have moved."""
    codes = _codes(telling)
    if not telling.evidence.own.changes:
        return telling.say("Первый замер: {figures}", "First measurement: {figures}", figures=_figures(telling, codes, count))
    if not telling.has_tested_changes:
        untested = telling.say(": изменения не проверены", ": changes are not tested")
        return capitalised(joined(_figures(telling, codes, count), untested))
    steady = _steady(telling, codes)
    if not steady:
        unsure = telling.say(": изменения не подтверждены", ": changes are not confirmed")
        return capitalised(joined(_figures(telling, codes, count), unsure))
    no_change = telling.say(": значимых изменений нет", ": no significant change")
    return capitalised(joined(_figures(telling, steady, count), no_change))


def _steady(telling: Telling, codes: Sequence[str]) -> list[str]:
    """Those of the cards that are steady, else any measures that are."""
    steady = [change.measure for change in telling.evidence.own.changes if telling.is_steady(change.measure)]
    return [code for code in codes if code in steady] or steady


def _figures(telling: Telling, codes: Sequence[str], count: int) -> Text:
    """The first and, of two, the last of these measures: «просмотры — 1,1 млн; публикации — 145»."""
    ends = dict.fromkeys((codes[0], codes[-1])[:count])
    first, *last = (_figure(telling, telling.evidence.own, code) for code in ends)
    return joined(first, *(part for one in last for part in ("; ", one)))


def _figure(telling: Telling, own: Subject, code: str) -> Text:
    parts = {"name": telling.in_a_sentence(code), "figure": card(telling, own, code).figure}
    return in_some(telling, own, telling.say("{name} — {figure}", "{name} {figure}", **parts), own.now.numbers[code])


def _wins(telling: Telling, good: list[Finding], title: Text) -> Bullets:
    if good:
        return Bullets(_told(telling, good), (telling.word("Что получилось", "What works"),), "good")
    return Bullets(_levels(telling, title), (telling.word("Что известно", "What is known"),), "neutral")


def _problems(telling: Telling, bad: list[Finding]) -> Bullets:
    """Problems; without any, what data is missing; with nothing missing, what did not move."""
    if bad:
        return Bullets(_told(telling, bad), (telling.word("Что мешает", "What gets in the way"),), "bad")
    if lacking := alike(gaps(telling))[:SHOWN]:
        return Bullets(sentences(telling, lacking), (telling.word("Чего не хватает", "What is missing"),), "neutral")
    steady = varied([f for f in of_severity(telling, Severity.NEUTRAL) if f.code.endswith("_steady")])[:SHOWN]
    return Bullets(_told(telling, steady), (telling.word("Что не изменилось", "What did not change"),), "neutral")


def _told(telling: Telling, findings: Sequence[Finding]) -> tuple[Text, ...]:
    return tuple(said(telling, finding, "title") for finding in findings)


def _levels(telling: Telling, title: Text) -> tuple[Text, ...]:
    """Figures of the period beside what they were, first those that the title does not say."""
    own, titled = telling.evidence.own, {part.id for part in title if isinstance(part, Figure)}
    codes = *([f"{own.er}.median"] if own.er else []), "followers_end", *without_level(own.now), *LEVELS
    known = [code for code in codes if value(own.now, code)][:SHOWN]
    return tuple(_beside(telling, own, code) for code in sorted(known, key=lambda code: own.now.numbers[code].id in titled))


def _beside(telling: Telling, own: Subject, code: str) -> Text:
    if code in OF_INTERACTIONS and telling.mixes_networks(code):
        return _by_account(telling, code)
    now = telling.figure(own.now.numbers[code], short=True)
    parts = {"name": telling.qualified(code), "now": now}
    change: Change | None = own.change(code, "year_earlier") or own.change(code)
    if change is None or change.then.value is None:
        return telling.say("{name}: {now}", "{name}: {now}", **parts)
    if not own.is_apart(change):
        _then, parts["now"] = told_apart((telling.figure(change.then, short=True), now))
    return telling.say("{name}: {now}, {was}", "{name}: {now}, {was}", was=was(telling, own, change, short=True), **parts)


def _by_account(telling: Telling, code: str) -> Text:
    """What accounts count differently has no number in common: that of each."""
    known = [(s, number) for s in telling.evidence.own_accounts if (number := value(s.now, code))]
    each = [telling.say("{who} {n}", "{who} {n}", who=telling.subject(s), n=telling.figure(n, short=True)) for s, n in known]
    return telling.say(
        "{name}, площадки считают по-разному: {each}",
        "{name}, counted differently: {each}",
        name=telling.named(code),
        each=joined(each[0], *(part for one in each[1:] for part in (", ", one))),
    )


def _opportunities(telling: Telling, chosen: list[ListedOpportunity]) -> Bullets:
    missing = (telling.say("Загрузить недостающие данные", "Import the missing data"),) if gaps(telling) else ()
    items = tuple(o.text for o in chosen) or missing
    return Bullets(items, (telling.word("Что сделать", "What to do"),), "action")
