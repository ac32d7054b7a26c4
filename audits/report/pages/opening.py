"""The cover and the summary: three wins, three problems, three actions."""

from itertools import product

from audits.evidence import Finding, Severity
from audits.report.frame import framed
from audits.report.plan import Action, actions
from audits.report.telling import Telling, value
from audits.report.titles import fits, of_severity, titled
from audits.report.wording.findings import said
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Bullets, Layout, Page, Text

SHOWN = 3


def pages(telling: Telling) -> tuple[Page, ...]:
    return (_cover(telling), _summary(telling))


def _cover(telling: Telling) -> Page:
    evidence, about = telling.evidence, telling.facts.about
    baseline = telling.word("Нулевой замер", "Baseline measurement") if about.is_baseline else telling.word("Аудит", "Audit")
    title = telling.say("{brand}: аудит соцсетей", "{brand}: social media audit", brand=telling.brand(60))
    prepared = telling.say("Подготовлено: {by}", "Prepared by {by}", by=about.prepared_by) if about.prepared_by else ()
    return Page(
        key="cover",
        title=title,
        layout=Layout.COVER,
        subtitle=joined(baseline, " · ", telling.span(evidence.span.first, evidence.span.last)),
        footer=joined(prepared, " · " if prepared else "", telling.word("Конфиденциально", "Confidential")),
    )


def _summary(telling: Telling) -> Page:
    good = of_severity(telling, Severity.GOOD)[:SHOWN]
    bad = of_severity(telling, Severity.BAD, Severity.WARNING)[:SHOWN]
    columns = (
        Bullets(_points(telling, good), (telling.word("Что получилось", "What works"),), "good"),
        Bullets(_points(telling, bad), (telling.word("Что мешает", "What gets in the way"),), "bad"),
        Bullets(_steps(telling, actions(telling)[:SHOWN]), (telling.word("Что сделать", "What to do"),), "action"),
    )
    numbers = [number for finding in (*good, *bad) for number in finding.numbers.values()]
    return framed(telling, "summary", _title(telling, good, bad), *columns, numbers=numbers, layout=Layout.GRID)


def _title(telling: Telling, good: list[Finding], bad: list[Finding]) -> Text:
    """The strongest win against the strongest problem that fit one title together; otherwise the strongest alone."""
    for win, problem in product(good, bad):
        clauses = {"good": said(telling, win, "clause"), "bad": said(telling, problem, "clause")}
        title = capitalised(telling.say("{good}, но {bad}", "{good}, but {bad}", **clauses))
        if fits(telling, title) and win.code.partition("_")[0] != problem.code.partition("_")[0]:
            return title
    strongest = sorted((*good, *bad), key=lambda finding: -finding.strength)
    return titled(telling, strongest[0]) if strongest else _silent(telling)


def _silent(telling: Telling) -> Text:
    posts = telling.figure(telling.evidence.own.now.numbers["posts"]) if value(telling.evidence.own.now, "posts") else None
    if posts is None:
        return telling.say(
            "Данных пока мало: выводы появятся после загрузки", "Too little data yet: conclusions follow once it is imported"
        )
    return telling.say(
        "Полугодие без значимых изменений: {n} {n:публикация|публикации|публикаций}, выводы — в пределах шума",
        "No significant change: {n} {n:post|posts}, all differences are within noise",
        n=posts,
    )


def _points(telling: Telling, findings: list[Finding]) -> tuple[Text, ...]:
    return tuple(said(telling, finding, "title") for finding in findings) or (
        telling.say("Значимых выводов нет", "Nothing significant"),
    )


def _steps(telling: Telling, chosen: list[Action]) -> tuple[Text, ...]:
    return tuple(action.text for action in chosen) or (telling.say("Загрузить недостающие данные", "Import the missing data"),)
