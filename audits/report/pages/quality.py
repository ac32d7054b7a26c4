"""What experts score: groups of criteria, and the weakest and the strongest criteria."""

from collections.abc import Iterable
from decimal import Decimal

from audits.criteria import HIGHEST, Criterion, Group, criteria, group_score, overall_score
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.words import joined, uncapitalised
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Quote, Row, Series, Shown, Text
from smmstrategy.reports.formats import write

SHOWN = 4
WEAK = 1  # of four, or less: needs attention
GROUPS_SHOWN = 9  # lines; the last one counts the others, where they are more
COMMENT = 120


def pages(telling: Telling) -> tuple[Page, ...]:
    candidates = (_groups(telling), _criteria(telling))
    return tuple(page for page in candidates if page)


def scores(telling: Telling) -> dict[str, int | None]:
    return {s.criterion: s.score for s in telling.facts.scores if s.is_applicable}


def scored_groups(telling: Telling) -> list[tuple[Group, Figure]]:
    """Groups of which more than half of the criteria that apply are scored, with their scores 0–4."""
    model, given = criteria(telling.facts.criteria_version), scores(telling)
    judged = [group for group in model.groups if _is_judged(telling, group)]
    return [(group, _mean(telling, group.id, group_score(group, given))) for group in judged]


def of_criteria(telling: Telling, group: Group) -> Text:
    """By how many of its criteria a group is judged, () where by all that apply."""
    applying = _applying(telling, group.criteria)
    scored = _scored(telling, applying)
    if len(scored) == len(applying):
        return ()
    return telling.say(
        "по {n} из {all} {all:критерия|критериев|критериев}",
        "by {n} of {all} {all:criterion|criteria}",
        n=telling.own(f"quality.{group.id}.scored", len(scored), "criteria of the group with a score"),
        all=telling.own(f"quality.{group.id}.applying", len(applying), "criteria of the group that apply"),
    )


def _is_judged(telling: Telling, group: Group) -> bool:
    applying = _applying(telling, group.criteria)
    return 2 * len(_scored(telling, applying)) > len(applying)


def _applying(telling: Telling, among: Iterable[Criterion]) -> list[Criterion]:
    never = {s.criterion for s in telling.facts.scores if not s.is_applicable}
    return [criterion for criterion in among if criterion.id not in never]


def _scored(telling: Telling, among: Iterable[Criterion]) -> list[Criterion]:
    given = scores(telling)
    return [criterion for criterion in among if given.get(criterion.id) is not None]


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
    scored = scored_groups(telling)
    if len(scored) < 3:
        return None
    names = tuple(group.name.in_language(telling.language) for group, _ in scored)
    ordered = sorted(zip(names, (figure for _, figure in scored), strict=True), key=lambda item: item[1].value)
    subtitle = telling.say("Средневзвешенные экспертные оценки по группам", "Weighted expert scores by group")
    subtitle = joined(subtitle, _unscored(telling), _unjudged(telling))
    title = telling.say(
        "Качество — {score} из {top}; слабее всего: {name} ({least})",
        "Quality scores {score} of {top}; weakest: {name} ({least})",
        score=overall(telling),
        top=telling.own("quality.top", HIGHEST, "the highest score"),
        name=_weakest(telling, ordered),
        least=ordered[0][1],
    )
    series = Series(telling.word("Оценка", "Score"), tuple(figure for _, figure in scored), accent=True)
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
    applying = _applying(telling, criteria(telling.facts.criteria_version).each())
    blank = len(applying) - len(_scored(telling, applying))
    if not blank:
        return ()
    return telling.say(
        "; без оценки — {n} из {all} {all:критерия|критериев|критериев}",
        "; {n} of {all} {all:criterion|criteria} not scored",
        n=telling.own("quality.unscored", blank, "criteria that apply and have no score"),
        all=telling.own("quality.applying", len(applying), "criteria that apply"),
    )


def _unjudged(telling: Telling) -> Text:
    """How many groups have a score of too few criteria to be shown; () where none."""
    groups = criteria(telling.facts.criteria_version).groups
    few = [group for group in groups if _scored(telling, group.criteria) and not _is_judged(telling, group)]
    if not few:
        return ()
    return telling.say(
        "; {n} {n:группа|группы|групп}, где оценено не больше половины, здесь не {n:показана|показаны|показаны}",
        "; {n} {n:group|groups} with at most half of them scored {n:is|are} not shown",
        n=telling.own("quality.unjudged", len(few), "groups with a score of at most half of the criteria that apply"),
    )


def weak_criteria(telling: Telling) -> list[Criterion]:
    """Those that need attention, the weakest first."""
    given = scores(telling)
    return [criterion for criterion in _by_score(telling) if given[criterion.id] <= WEAK]


def _by_score(telling: Telling) -> list[Criterion]:
    given = scores(telling)
    scored = _scored(telling, criteria(telling.facts.criteria_version).each())
    return sorted(scored, key=lambda c: (given[c.id], -c.weight, c.id))


def _criteria(telling: Telling) -> Page | None:
    by_score, needing = _by_score(telling), weak_criteria(telling)
    given = {s.criterion: s for s in telling.facts.scores}
    weak, strong = needing[:SHOWN], [c for c in reversed(by_score) if given[c.id].score >= 3][:SHOWN]
    if not weak + strong:
        return None
    weakest = telling.own("quality.weak", len(needing), "criteria scored nought or one")
    every = telling.own("quality.scored", len(by_score), "criteria with a score")
    some = (
        "{n:Требует|Требуют|Требуют} внимания {n} из {all} {all:оценённого критерия|оценённых критериев|оценённых критериев}",
        "{n} of {all} scored {all:criterion|criteria} {n:needs|need} attention",
    )
    none = (
        "Внимания не требует ни один из критериев, оценено {all}",
        "No criterion needs attention, {all} {all:is|are} scored",
    )
    title = telling.say(*(some if weakest.value else none), n=weakest, all=every)
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
    if score <= WEAK:
        words, which = criterion.at_zero, telling.word("Нижний край шкалы: ", "Lower end of the scale: ")
    else:
        words, which = criterion.at_four, telling.word("Верхний край шкалы: ", "Upper end of the scale: ")
    return which + uncapitalised(words.in_language(telling.language))
