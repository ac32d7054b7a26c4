"""Sheets of judgement: findings, criteria with scores, maturity with levels, opportunities by worth."""

from audits.criteria import Criterion, criteria
from audits.evidence import Severity
from audits.opportunities import QuickWin, worth
from audits.report.facts import Scored
from audits.report.opportunities import figures_of, opportunities
from audits.report.pages.maturity import levels
from audits.report.pages.quality import overall, score_of, scores
from audits.report.telling import Telling
from audits.report.titles import all_of_severity
from audits.report.wording.findings import said
from audits.report.words import joined
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Cell, ChartKind, Field, Figure, Grid, LiveFormula, Quote, Sheet, SheetChart, Shown

SEVERITIES = {
    Severity.GOOD: ("сильная сторона", "strength"),
    Severity.BAD: ("слабая сторона", "weakness"),
    Severity.WARNING: ("предупреждение", "warning"),
    Severity.NEUTRAL: ("наблюдение", "observation"),
}


def sheets(telling: Telling) -> tuple[Sheet, ...]:
    return (_findings(telling), _quality(telling), _maturity(telling), _opportunities(telling))


def _findings(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Что это", "What it is"), width=20),
        Field(telling.word("О ком", "About whom"), width=28),
        Field(telling.word("Вывод", "Finding"), width=110),
    )
    rows = tuple(
        (telling.word(*words), telling.subject(telling.evidence.subject(finding.subject)), said(telling, finding, "title"))
        for severity, words in SEVERITIES.items()
        for finding in all_of_severity(telling, severity)
        if finding.subject in {subject.key for subject in telling.evidence.subjects}
    )
    intro = telling.say(
        "Всё, что следует из чисел, самое весомое сверху; о том, что может быть обычным колебанием, так и сказано",
        "All that follows from the numbers, the weightiest first; what may be usual variation says so",
    )
    return Sheet(telling.word("Выводы", "Findings"), (Grid(fields, rows),), intro=(intro,))


def _quality(telling: Telling) -> Sheet:
    model, given = criteria(telling.facts.criteria_version), {s.criterion: s for s in telling.facts.scores}
    rows: list[tuple[Cell, ...]] = []
    for group in model.groups:
        for criterion in group.criteria:
            scored = given.get(criterion.id)
            rows.append(
                (
                    group.name.in_language(telling.language),
                    criterion.name.in_language(telling.language),
                    *_score(telling, criterion, scored),
                )
            )
    fields = (
        Field(telling.word("Группа", "Group"), width=30),
        Field(telling.word("Критерий", "Criterion"), width=46),
        Field(telling.word("Вес", "Weight"), width=8, name="quality_weight"),
        Field(telling.word("Оценка", "Score"), width=9, name="quality_score"),
        Field(telling.word("Комментарий", "Comment"), width=50),
        Field(telling.word("Доказательство", "Evidence"), width=40, link=True),
    )
    total = Grid((Field(telling.word("Итог", "Overall"), width=30), Field("", width=46)), (_overall(telling),))
    intro = telling.say(
        "Оценки от нуля до четырёх; неприменимые критерии не считаются",
        "Scores from nought to four; criteria that do not apply do not count",
    )
    has_any = any(v is not None for v in scores(telling).values())
    return Sheet(
        telling.word("Качественная оценка", "Qualitative scores"),
        (total, Grid(fields, tuple(rows))) if has_any else (),
        intro=(intro,),
    )


def _overall(telling: Telling) -> tuple[Cell, ...]:
    if not any(v is not None for v in scores(telling).values()):
        return (None, None)
    text = '=IFERROR(SUMPRODUCT({quality_weight},{quality_score})/SUMIFS({quality_weight},{quality_score},">=0"),"")'
    return (telling.word("Средневзвешенная оценка", "Weighted mean score"), LiveFormula(text, overall(telling)))


def _score(telling: Telling, criterion: Criterion, scored: Scored | None) -> tuple[Cell, ...]:
    weight = telling.own(f"criterion.{criterion.id}.weight", criterion.weight, "weight of the criterion")
    if scored is None:
        return weight, None, None, None
    score = scores(telling).get(criterion.id)
    evidence = Quote(scored.evidence, scored.evidence if scored.evidence.startswith("http") else "") if scored.evidence else None
    return weight, None if score is None else score_of(telling, criterion, score), _comment(telling, scored), evidence


def _comment(telling: Telling, scored: Scored) -> Cell:
    comment = Quote(scored.comment) if scored.comment else None
    if scored.is_applicable:
        return comment
    lead = telling.word("не применимо", "not applicable")
    return joined(lead, ": ", comment) if comment else lead


def _maturity(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Измерение", "Dimension"), width=32),
        Field(telling.word("Сейчас", "Now"), width=10),
        Field(telling.word("Цель", "Target"), width=10),
        Field(telling.word("Что это значит", "What it means"), width=56),
        Field(telling.word("Обоснование", "Justification"), width=56),
    )
    rows = tuple(
        (
            dimension.name.in_language(telling.language),
            now,
            target if target.value is not None else None,
            dimension.levels[now.value - 1].in_language(telling.language),
            Quote(why) if why else None,
        )
        for dimension, now, target, why in levels(telling)
    )
    chart = SheetChart(ChartKind.RADAR, telling.word("Зрелость", "Maturity"), 0, 0, (1, 2))
    intro = telling.say("Уровни от одного до пяти", "Levels from one to five")
    return Sheet(telling.word("Зрелость", "Maturity"), (Grid(fields, rows),), (chart,) if rows else (), (intro,))


def _opportunities(telling: Telling) -> Sheet:
    fields = (
        Field(telling.word("Что сделать", "What to do"), width=64),
        Field(telling.word("Эффект", "Impact"), width=10, name="opportunity_impact"),
        Field(telling.word("Усилия", "Effort"), width=10, name="opportunity_effort"),
        Field(telling.word("Дней", "Days"), width=10, name="opportunity_days"),
        Field(telling.word("Эффект на усилие", "Impact per effort"), width=14),
        Field(telling.word("Быстрая победа", "Quick win"), width=14),
        Field(telling.word("Показатель", "Measure"), width=26),
        Field(telling.word("Кто", "Who"), width=24),
    )
    intro = telling.say(
        "По убыванию эффекта на единицу усилий; быстрая победа — высокий эффект, малые усилия, скоро",
        "By impact per effort; a quick win has high impact, low effort and comes soon",
    )
    return Sheet(
        telling.word("Возможности", "Opportunities"),
        (Grid(fields, tuple(_opportunity(telling, o) for o in opportunities(telling))),),
        intro=(intro,),
    )


def _opportunity(telling: Telling, opportunity) -> tuple[Cell, ...]:
    impact, effort, days = figures_of(telling, opportunity)
    per_effort: Figure = telling.own(
        f"opportunity.{opportunity.key}.worth",
        worth(opportunity),
        "impact ÷ effort",
        impact,
        effort,
        shown=Shown.DECIMAL,
        places=1,
        metric=identity("times"),
    )
    return (
        opportunity.in_full,
        impact,
        effort,
        days,
        LiveFormula('=IFERROR({@opportunity_impact}/{@opportunity_effort},"")', per_effort),
        telling.word("да", "yes") if QuickWin().includes(opportunity) else telling.word("нет", "no"),
        telling.title_label(opportunity.metric) if opportunity.metric else None,
        Quote(opportunity.owner) if opportunity.owner else None,
    )
