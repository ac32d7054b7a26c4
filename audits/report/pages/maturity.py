"""The maturity of the organisation: its level by dimension, and what the next one means."""

from audits.maturity import Dimension, maturity_model, overall_level
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.pages.quality import COMMENT
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.words import uncapitalised
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Quote, Row, Series, Shown, Text


def pages(telling: Telling) -> tuple[Page, ...]:
    candidates = (_radar(telling), _levels(telling))
    return tuple(page for page in candidates if page)


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
    rated = levels(telling)
    if len(rated) < 3:
        return None
    names = tuple(dimension.name.in_language(telling.language) for dimension, *_ in rated)
    series = [Series(telling.word("Сейчас", "Now"), tuple(now for _, now, _, _ in rated), accent=True)]
    if any(target.value is not None for _, _, target, _ in rated):
        series.append(Series(telling.word("Цель", "Target"), tuple(target for _, _, target, _ in rated)))
    title = _title(telling, rated)
    subtitle = telling.say("Уровень по измерениям: сейчас и цель", "Level by dimension: now and target")
    chart = Chart(ChartKind.RADAR, (), names, tuple(series), alt(telling, title))
    heads = [
        (telling.word("Измерение", "Dimension"), "left", 4),
        (telling.word("Сейчас", "Now"), "right", 1),
        (telling.word("Цель", "Target"), "right", 1),
    ]
    rows = [
        Row((d.name.in_language(telling.language), now, target if target.value is not None else "—")) for d, now, target, _ in rated
    ]
    return framed(telling, "maturity", title, chart, table(telling, heads, rows, title), subtitle=subtitle, layout=Layout.SPLIT)


def _title(telling: Telling, rated: list) -> Text:
    model = maturity_model(telling.facts.maturity_version)
    level = overall_level(model, {d.id: now.value for d, now, *_ in rated})
    least = min((now for _, now, *_ in rated), key=lambda now: now.value)
    lowest = [dimension for dimension, now, *_ in rated if now.value == least.value]
    n = telling.own("maturity.lowest", len(lowest), "dimensions at the lowest level", *(now for _, now, *_ in rated))
    parts = {"who": _lowest(telling, lowest, n, len(rated)), "n": n, "least": least}
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
        *(now for _, now, *_ in rated),
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
    rated = levels(telling)
    if not rated:
        return None
    lowest = sorted(rated, key=lambda row: row[1].value)
    heads = [
        (telling.word("Измерение", "Dimension"), "left", 3),
        (telling.word("Сейчас", "Now"), "left", 5),
        (telling.word("Следующий уровень", "Next level"), "left", 5),
    ]
    rows = [_ladder(telling, dimension, now, why) for dimension, now, _target, why in lowest]
    below = telling.own(
        "maturity.low",
        sum(now.value <= 2 for _, now, *_ in rated),
        "dimensions at level one or two",
        *(now for _, now, *_ in rated),
    )
    every = telling.own("maturity.assessed", len(rated), "dimensions with a level")
    at_most_two = (
        "На первых двух уровнях — {n} из {all} {all:измерения|измерений|измерений}",
        "{n} of {all} {all:dimension|dimensions} {n:is|are} at the first two levels",
    )
    above = (
        "На первых двух уровнях нет ни одного измерения, оценено {all}",
        "No dimension is at the first two levels, {all} {all:is|are} assessed",
    )
    title = telling.say(*(at_most_two if below.value else above), n=below, all=every)
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
