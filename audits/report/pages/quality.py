"""The qualitative half: expert scores by group, the weakest criteria, and the maturity of the organisation."""

from decimal import Decimal

from audits.criteria import HIGHEST, Criterion, Group, criteria, group_score, overall_score
from audits.maturity import Dimension, maturity_model, overall_level
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.words import joined, uncapitalised
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Quote, Row, Series, Shown, Text
from smmstrategy.reports.formats import write

SHOWN = 4
GROUPS_SHOWN = 9  # lines; the last one counts the others, where they are more
COMMENT = 120


def pages(telling: Telling) -> tuple[Page, ...]:
    found = (_groups(telling), _criteria(telling), _radar(telling), _levels(telling))
    return tuple(page for page in found if page)


def scores(telling: Telling) -> dict[str, int | None]:
    return {s.criterion: s.score for s in telling.facts.scores if s.is_applicable}


def scored_groups(telling: Telling) -> list[tuple[Group, Figure]]:
    """Groups with a score, as figures 0–4."""
    model, given = criteria(telling.facts.criteria_version), scores(telling)
    found = [(group, group_score(group, given)) for group in model.groups]
    return [(group, _mean(telling, group.id, score)) for group, score in found if score is not None]


def _mean(telling: Telling, key: str, score: Decimal | None) -> Figure:
    formula = "weighted mean of expert scores, from nought to four"
    return telling.own(f"quality.{key}", score, formula, shown=Shown.SCORE, places=1, metric=identity("score"))


def score_of(telling: Telling, criterion: Criterion, score: int) -> Figure:
    formula = "expert score, from nought to four"
    return telling.own(f"criterion.{criterion.id}", score, formula, shown=Shown.SCORE, places=0, metric=identity("score"))


def overall(telling: Telling) -> Figure:
    score = overall_score(criteria(telling.facts.criteria_version), scores(telling))
    return _mean(telling, "overall", score)


def _groups(telling: Telling) -> Page | None:
    found = scored_groups(telling)
    if len(found) < 3:
        return None
    names = tuple(group.name.in_language(telling.language) for group, _ in found)
    ordered = sorted(zip(names, (figure for _, figure in found), strict=True), key=lambda item: item[1].value)
    subtitle = telling.say("Средневзвешенные экспертные оценки по группам", "Weighted expert scores by group")
    subtitle = joined(subtitle, _unscored(telling))
    title = telling.say(
        "Качество — {score} из {top}; слабее всего: {name} ({least})",
        "Quality scores {score} of {top}; weakest: {name} ({least})",
        score=overall(telling),
        top=telling.own("quality.top", HIGHEST, "the highest score"),
        name=_weakest(telling, ordered),
        least=ordered[0][1],
    )
    series = Series(telling.word("Оценка", "Score"), tuple(figure for _, figure in found), accent=True)
    chart = Chart(ChartKind.RADAR, (), names, (series,), alt(telling, title))
    heads = [(telling.word("Группа", "Group"), "left", 4), (telling.word("Оценка", "Score"), "right", 1)]
    listed = ordered if len(ordered) <= GROUPS_SHOWN else ordered[: GROUPS_SHOWN - 1]
    rows = [Row((name, figure)) for name, figure in listed]
    if better := [figure for _, figure in ordered[len(listed) :]]:
        rows.append(_better_groups(telling, better))
    rows.append(Row((telling.word("Всё вместе", "Overall"), overall(telling)), emphasis=True))
    return framed(telling, "quality", title, chart, table(telling, heads, rows, title), subtitle=subtitle, layout=Layout.SPLIT)


def _weakest(telling: Telling, ordered: list[tuple[str, Figure]]) -> Text:
    """By name where it is one, otherwise how many of the groups read alike."""
    (first, least), *others = ordered
    alike = [figure for _, figure in others if write(figure, telling.language) == write(least, telling.language)]
    if not alike:
        return (uncapitalised(first),)
    return telling.say(
        "{n} из {all} {all:группы|групп|групп}",
        "{n} of {all} {all:group|groups}",
        n=telling.own("quality.weakest", 1 + len(alike), "groups scored as low as the lowest", least, *alike),
        all=telling.own("quality.groups", len(ordered), "groups with a score"),
    )


def _better_groups(telling: Telling, scores: list[Figure]) -> Row:
    """How many groups stand in the chart alone, and from which score on."""
    n = telling.own("quality.better_groups", len(scores), "groups scored at least as high as those listed", *scores)
    name = telling.say("Ещё {n} {n:группа|группы|групп}, на рисунке", "{n} more {n:group|groups}, in the chart", n=n)
    return Row((name, joined("≥ ", scores[0])))


def _unscored(telling: Telling) -> Text:
    """How many of the criteria that apply nobody has scored; () when all are."""
    each, given = criteria(telling.facts.criteria_version).each(), {s.criterion: s for s in telling.facts.scores}
    applying = [c.id for c in each if c.id not in given or given[c.id].is_applicable]
    blank = [id for id in applying if id not in given or given[id].score is None]
    if not blank:
        return ()
    return telling.say(
        "; без оценки — {n} из {all} {all:критерия|критериев|критериев}",
        "; {n} of {all} {all:criterion|criteria} not scored",
        n=telling.own("quality.unscored", len(blank), "criteria that apply and have no score"),
        all=telling.own("quality.applying", len(applying), "criteria that apply"),
    )


def _criteria(telling: Telling) -> Page | None:
    model = criteria(telling.facts.criteria_version)
    given = {s.criterion: s for s in telling.facts.scores if s.is_applicable and s.score is not None}
    found = sorted((c for c in model.each() if c.id in given), key=lambda c: (given[c.id].score, -c.weight, c.id))
    weak, strong = (
        [c for c in found if given[c.id].score <= 1][:SHOWN],
        [c for c in reversed(found) if given[c.id].score >= 3][:SHOWN],
    )
    if not weak + strong:
        return None
    weakest = telling.own("quality.weak", sum(given[c.id].score <= 1 for c in found), "criteria scored nought or one")
    every = telling.own("quality.scored", len(found), "criteria with a score")
    title = telling.say(
        "{n:Требует|Требуют|Требуют} внимания {n} из {all} {all:оценённого критерия|оценённых критериев|оценённых критериев}",
        "{n} of {all} scored {all:criterion|criteria} {n:needs|need} attention",
        n=weakest,
        all=every,
    )
    heads = [
        (telling.word("Критерий", "Criterion"), "left", 4),
        (telling.word("Оценка", "Score"), "right", 1),
        (telling.word("Комментарий эксперта", "The expert’s comment"), "left", 6),
    ]
    rows = [_criterion(telling, c, given[c.id]) for c in (*weak, *strong)]
    subtitle = telling.say(
        "Самые слабые и самые сильные; все — в книге, лист «Качественная оценка»; без комментария — слова края шкалы",
        "The weakest and the strongest, all are in the workbook, sheet “Qualitative scores”; without a comment, the scale’s words",
    )
    subtitle = joined(subtitle, _unscored(telling))
    return framed(telling, "criteria", title, table(telling, heads, rows, title), subtitle=subtitle)


def _criterion(telling: Telling, criterion: Criterion, scored) -> Row:
    comment = Quote(shortened(scored.comment, COMMENT)) if scored.comment else _end_of_the_scale(telling, criterion, scored.score)
    return Row((criterion.name.in_language(telling.language), score_of(telling, criterion, scored.score), comment))


def _end_of_the_scale(telling: Telling, criterion: Criterion, score: int) -> str:
    """The words of the scale, said to be that: nobody observed them here."""
    if score <= 1:
        said, which = criterion.at_zero, telling.word("Нижний край шкалы: ", "Lower end of the scale: ")
    else:
        said, which = criterion.at_four, telling.word("Верхний край шкалы: ", "Upper end of the scale: ")
    return which + uncapitalised(said.in_language(telling.language))


def levels(telling: Telling) -> list[tuple[Dimension, Figure, Figure, str]]:
    """Every dimension with a level: level, target (None when not set) and justification."""
    given = {m.dimension: m for m in telling.facts.maturity if m.level is not None}
    model = maturity_model(telling.facts.maturity_version)
    return [
        (
            d,
            _level(telling, d.id, given[d.id].level),
            _level(telling, f"{d.id}.target", given[d.id].target),
            given[d.id].justification,
        )
        for d in model.dimensions
        if d.id in given
    ]


def _level(telling: Telling, key: str, level: int | None) -> Figure:
    formula = "expert assessment, level from one to five"
    return telling.own(f"maturity.{key}", level, formula, shown=Shown.SCORE, places=0, metric=identity("maturity_level"))


def _radar(telling: Telling) -> Page | None:
    found = levels(telling)
    if len(found) < 3:
        return None
    names = tuple(dimension.name.in_language(telling.language) for dimension, *_ in found)
    series = [Series(telling.word("Сейчас", "Now"), tuple(now for _, now, _, _ in found), accent=True)]
    if any(target.value is not None for _, _, target, _ in found):
        series.append(Series(telling.word("Цель", "Target"), tuple(target for _, _, target, _ in found)))
    title = _maturity_title(telling, found)
    subtitle = telling.say("Уровень по измерениям: сейчас и цель", "Level by dimension: now and target")
    chart = Chart(ChartKind.RADAR, (), names, tuple(series), alt(telling, title))
    heads = [
        (telling.word("Измерение", "Dimension"), "left", 4),
        (telling.word("Сейчас", "Now"), "right", 1),
        (telling.word("Цель", "Target"), "right", 1),
    ]
    rows = [
        Row((d.name.in_language(telling.language), now, target if target.value is not None else "—")) for d, now, target, _ in found
    ]
    return framed(telling, "maturity", title, chart, table(telling, heads, rows, title), subtitle=subtitle, layout=Layout.SPLIT)


def _maturity_title(telling: Telling, found: list) -> Text:
    model = maturity_model(telling.facts.maturity_version)
    level = overall_level(model, {d.id: now.value for d, now, *_ in found})
    least = min((now for _, now, *_ in found), key=lambda now: now.value)
    lowest = [dimension for dimension, now, *_ in found if now.value == least.value]
    n = telling.own("maturity.lowest", len(lowest), "dimensions at the lowest level", *(now for _, now, *_ in found))
    parts = {"who": _lowest(telling, lowest, n, len(found)), "n": n, "least": least}
    if level is None:
        return telling.say(
            "Оценены не все измерения; слабее всего — {who}: {least}",
            "Not every dimension is assessed; weakest: {who} at {least}",
            **parts,
        )
    figure = telling.own(
        "maturity.overall",
        level,
        "mean of the dimensions rounded down, not above the lowest + two",
        *(now for _, now, *_ in found),
        shown=Shown.SCORE,
        places=0,
        metric=identity("maturity_level"),
    )
    return telling.say(
        "Зрелость — уровень {level} «{word}»; {n:сдерживает|сдерживают|сдерживают} {who} ({least})",
        "Maturity is level {level}, “{word}”; held back by {who} ({least})",
        level=figure,
        word=model.level_name(level).in_language(telling.language),
        **parts,
    )


def _lowest(telling: Telling, lowest: list[Dimension], n: Figure, assessed: int) -> Text:
    """By name where it is one, otherwise how many of those assessed."""
    if len(lowest) == 1:
        return (uncapitalised(lowest[0].name.in_language(telling.language)),)
    every = telling.own("maturity.assessed", assessed, "dimensions with a level")
    return telling.say("{n} из {all} {all:измерения|измерений|измерений}", "{n} of {all} dimensions", n=n, all=every)


def _levels(telling: Telling) -> Page | None:
    found = levels(telling)
    if not found:
        return None
    lowest = sorted(found, key=lambda row: row[1].value)
    heads = [
        (telling.word("Измерение", "Dimension"), "left", 3),
        (telling.word("Сейчас", "Now"), "left", 5),
        (telling.word("Следующий уровень", "Next level"), "left", 5),
    ]
    rows = [_ladder(telling, dimension, now, why) for dimension, now, _target, why in lowest]
    below = telling.own(
        "maturity.low",
        sum(now.value <= 2 for _, now, *_ in found),
        "dimensions at level one or two",
        *(now for _, now, *_ in found),
    )
    every = telling.own("maturity.assessed", len(found), "dimensions with a level")
    title = telling.say(
        "На первых двух уровнях — {n} из {all} {all:измерения|измерений|измерений}",
        "{n} of {all} {all:dimension|dimensions} {n:is|are} at the first two levels",
        n=below,
        all=every,
    )
    subtitle = telling.say(
        "Где организация сейчас и что значит следующий шаг", "Where the organisation is and what the next step means"
    )
    return framed(telling, "levels", title, table(telling, heads, rows, title), subtitle=subtitle)


def _ladder(telling: Telling, dimension: Dimension, now: Figure, justification: str) -> Row:
    following = "—" if now.value == len(dimension.levels) else dimension.levels[now.value].in_language(telling.language)
    here = (
        Quote(shortened(justification, COMMENT)) if justification else dimension.levels[now.value - 1].in_language(telling.language)
    )
    return Row((dimension.name.in_language(telling.language), (now, " — ", here), following))
