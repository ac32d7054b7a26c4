"""What follows: strengths and problems, opportunities by impact and effort, the roadmap, risks and the law."""

from collections.abc import Sequence

from audits.evidence import Finding, Severity
from audits.opportunities import QuickWin
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.pages.quality import scored_groups
from audits.report.plan import Action, actions, figures_of
from audits.report.telling import Telling
from audits.report.titles import of_severity
from audits.report.wording.findings import said
from audits.report.wording.risks import RISKS, applies
from audits.report.words import capitalised
from smmstrategy.reports.document import Bullets, Layout, Matrix, Page, Row, Shown, Text
from smmstrategy.reports.formats import write

IN_MATRIX = 10
IN_TABLE = 10
IN_COLUMN = 4
HORIZONS = (30, 60, 90)


def pages(telling: Telling) -> tuple[Page, ...]:
    chosen = actions(telling)
    planned = (_matrix(telling, chosen), _actions(telling, chosen), _roadmap(telling, chosen)) if chosen else ()
    return tuple(page for page in (_balance(telling, chosen), *planned, _risks(telling)) if page)


def _balance(telling: Telling, chosen: list[Action]) -> Page | None:
    good = of_severity(telling, Severity.GOOD)
    bad = of_severity(telling, Severity.BAD)
    warnings = of_severity(telling, Severity.WARNING)
    strengths, weaknesses = _told(telling, good) + _scored(telling, True), _told(telling, bad) + _scored(telling, False)
    if not strengths + weaknesses:
        return None
    threats = _told(telling, warnings) + [_risk_name(telling, key) for key in applies(telling.evidence)]
    columns = [
        Bullets(tuple(strengths[:IN_COLUMN]), (telling.word("Сильные стороны", "Strengths"),), "good"),
        Bullets(tuple(weaknesses[:IN_COLUMN]), (telling.word("Слабые стороны", "Weaknesses"),), "bad"),
        Bullets(tuple(action.text for action in chosen[:IN_COLUMN]), (telling.word("Возможности", "Opportunities"),), "action"),
        Bullets(tuple(threats[:IN_COLUMN]), (telling.word("Угрозы", "Threats"),), "neutral"),
    ]
    counts = [
        telling.own(f"balance.{key}", len(found), f"findings that are {key}") for key, found in (("good", good), ("bad", bad))
    ]
    title = telling.say(
        "Данные подтверждают {a} {a:сильную сторону|сильные стороны|сильных сторон} и {b} {b:слабую|слабые|слабых}",
        "Data confirms {a} {a:strength|strengths} and {b} {b:weakness|weaknesses}",
        a=counts[0],
        b=counts[1],
    )
    return framed(telling, "balance", title, *(column for column in columns if column.items), layout=Layout.GRID)


def _told(telling: Telling, findings: Sequence[Finding]) -> list[Text]:
    return [capitalised(said(telling, finding, "clause")) for finding in findings]


def _scored(telling: Telling, strong: bool) -> list[Text]:
    chosen = [(group, score) for group, score in scored_groups(telling) if (score.value >= 3 if strong else score.value < 2)]
    ordered = sorted(chosen, key=lambda item: item[1].value, reverse=strong)
    return [
        telling.say("{name}: {score}", "{name}: {score}", name=g.name.in_language(telling.language), score=score)
        for g, score in ordered
    ]


def _risk_name(telling: Telling, key: str) -> Text:
    return (RISKS[key].name.in_language(telling.language),)


def _matrix(telling: Telling, chosen: list[Action]) -> Page:
    quick = [action for action in chosen if QuickWin().includes(action)]
    wins = telling.own("actions.quick", len(quick), "actions of high impact, low effort, soon")
    every = telling.own("actions.all", len(chosen), "actions")
    title = (
        telling.say(
            "Быстрых побед — {n} из {all} {all:шага|шагов|шагов}: с них и стоит начать",
            "{n} of {all} steps are quick wins: start with them",
            n=wins,
            all=every,
        )
        if quick
        else telling.say(
            "{all} {all:шаг|шага|шагов} по соотношению эффекта и усилий; быстрых побед нет",
            "{all} {all:step|steps} by impact and effort; no quick wins among them",
            all=every,
        )
    )
    points = tuple((write(action.text, telling.language), action.effort, action.impact) for action in chosen[:IN_MATRIX])
    matrix = Matrix(points, telling.word("Усилия", "Effort"), telling.word("Эффект", "Impact"), alt(telling, title))
    subtitle = telling.say("Эффект и усилия по шкале от одного до пяти", "Impact and effort from one to five")
    return framed(telling, "opportunities", title, matrix, subtitle=subtitle)


def _actions(telling: Telling, chosen: list[Action]) -> Page:
    heads = [
        (telling.word("Что сделать", "What to do"), "left", 7),
        (telling.word("Показатель", "Measure"), "left", 3),
        (telling.word("Эффект", "Impact"), "right", 1),
        (telling.word("Усилия", "Effort"), "right", 1),
        (telling.word("Дней", "Days"), "right", 1),
        (telling.word("Кто", "Who"), "left", 2),
    ]
    rows = [
        Row(
            (
                action.text,
                telling.title_label(action.metric) if action.metric else "—",
                *figures_of(telling, action),
                action.owner or "—",
            )
        )
        for action in chosen[:IN_TABLE]
    ]
    soonest = min(chosen, key=lambda action: action.horizon_days)
    title = telling.say(
        "План — {n} {n:шаг|шага|шагов}, первый результат через {days} {days:день|дня|дней}",
        "A plan of {n} {n:step|steps}, the first result in {days} {days:day|days}",
        n=telling.own("actions.all", len(chosen), "actions"),
        days=figures_of(telling, soonest)[2],
    )
    return framed(telling, "actions", title, table(telling, heads, rows, title))


def _roadmap(telling: Telling, chosen: list[Action]) -> Page:
    limits = [telling.own(f"roadmap.{days}", days, "days from the start") for days in HORIZONS]
    columns = []
    for limit, after in zip(limits, (0, *HORIZONS), strict=False):
        due = [a for a in chosen if after < a.horizon_days <= limit.value]
        heading = telling.say("До {n} {n:дня|дней|дней}", "Within {n} {n:day|days}", n=limit)
        columns.append(
            Bullets(
                tuple(a.text for a in due[:IN_COLUMN]) or ((telling.word("Закрепить результат", "Hold the result"),),),
                heading,
                "action",
            )
        )
    later = [a for a in chosen if a.horizon_days > HORIZONS[-1]]
    if later:
        heading = telling.say("Позже", "Later")
        columns.append(Bullets(tuple(a.text for a in later[:IN_COLUMN]), heading, "neutral"))
    soon = telling.own("roadmap.soon", sum(a.horizon_days <= HORIZONS[0] for a in chosen), "actions within the first horizon")
    title = telling.say(
        "В первые {days} {days:день|дня|дней} — {n} {n:шаг|шага|шагов}, остальные — следом",
        "{n} {n:step|steps} in the first {days} days, the rest follows",
        n=soon,
        days=limits[0],
    )
    return framed(telling, "roadmap", title, *columns, layout=Layout.GRID)


def _risks(telling: Telling) -> Page | None:
    keys = applies(telling.evidence)
    if not keys:
        return None
    heads = [
        (telling.word("Риск", "Risk"), "left", 3),
        (telling.word("Основание", "Basis"), "left", 4),
        (telling.word("Что делать", "What to do"), "left", 5),
    ]
    rows = [
        Row(tuple(words.in_language(telling.language) for words in (RISKS[key].name, RISKS[key].basis, RISKS[key].action)))
        for key in keys
    ]
    count = telling.own("risks", len(keys), "rules that concern the networks of this audit", shown=Shown.INTEGER)
    title = telling.say(
        "Для этих площадок действуют {n} {n:правовое ограничение|правовых ограничения|правовых ограничений}",
        "{n} legal {n:rule concerns|rules concern} these networks",
        n=count,
    )
    subtitle = telling.say(
        "Правила меняются: перед запуском рекламы проверьте действующую редакцию у юриста",
        "Rules change: have the current wording checked by a lawyer before advertising",
    )
    return framed(telling, "risks", title, table(telling, heads, rows, title), subtitle=subtitle)
