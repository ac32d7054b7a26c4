"""Cards: a value, its change against the compared period in numbers and words, its course, and how much of it is known."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from smmstrategy.numbers.measures import Measure, measures
from smmstrategy.numbers.steps import steps
from smmstrategy.numbers.windows import Window
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write

WIDTH, HEIGHT = 120, 32


@dataclass(frozen=True, slots=True)
class Change:
    """`tone` is good, bad or neutral; `arrow` the icon; `words` say both for those who do not see them."""

    absolute: str
    relative: str
    tone: str
    arrow: str
    words: str
    before: str


@dataclass(frozen=True, slots=True)
class Card:
    key: str
    name: str
    value: str
    note: str
    coverage: str
    share_known: str
    is_poorly_known: bool
    change: Change | None
    spark: list[str]


def cards(now: Window, then: Window | None, language: str) -> list[Card]:
    return [_card(measure, now, then, language) for measure in measures(now)]


def _card(measure: Measure, now: Window, then: Window | None, language: str) -> Card:
    value = measure.value(now, now.period)
    words, share = measure.coverage(now)
    return Card(
        key=measure.key,
        name=measure.name(language),
        value=_write(measure, value, language, signed=measure.key.startswith("growth")),
        note=measure.note(language),
        coverage=words,
        share_known="" if share is None else write(Figure("", share, Shown.PERCENT, 0), language),
        is_poorly_known=share is None or share < Decimal("0.9"),
        change=_change(measure, value, _before(measure, now, then), language),
        spark=spark([measure.value(now, step) for step in steps(now.period)]),
    )


def _before(measure: Measure, now: Window, then: Window | None) -> Decimal | None:
    return measure.value(then, then.period) if then and measure.is_comparable(now, then) else None


def _change(measure: Measure, value: Decimal | None, before: Decimal | None, language: str) -> Change | None:
    if value is None or before is None:
        return None
    difference = value - before
    shown = Shown.POINTS if measure.shown is Shown.PERCENT else measure.shown
    relative = difference / abs(before) if before else None
    direction = (difference > 0) - (difference < 0)
    tone = {1: "good", -1: "bad", 0: "neutral"}[direction * measure.good]
    share = write(Figure("", relative, Shown.PERCENT, 1, signed=True), language) if relative is not None else ""
    return Change(
        absolute=write(Figure("", difference, shown, measure.places, signed=True), language),
        relative=share,
        tone=tone,
        arrow={1: "arrow-up-right", -1: "arrow-down-right", 0: "minus"}[direction],
        words=_words(direction, tone),
        before=_write(measure, before, language, signed=measure.key.startswith("growth")),
    )


def _words(direction: int, tone: str) -> str:
    course = {1: gettext("up"), -1: gettext("down"), 0: gettext("unchanged")}[direction]
    verdict = {"good": gettext("good"), "bad": gettext("bad"), "neutral": ""}[tone]
    return f"{course}, {verdict}" if verdict else course


def _write(measure: Measure, value: Decimal | None, language: str, signed: bool = False) -> str:
    return write(Figure("", value, measure.shown, measure.places, signed=signed), language)


def spark(values: list[Decimal | None]) -> list[str]:
    """Points of small lines in a box of 120 × 32; a gap ends one line and begins another."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return []
    low, span = min(known), max(known) - min(known)
    lines: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            lines.append([])
            continue
        x = 2 + (WIDTH - 4) * place / (len(values) - 1)
        y = HEIGHT / 2 if not span else HEIGHT - 3 - float((value - low) / span) * (HEIGHT - 6)
        lines[-1].append(f"{x:.1f},{y:.1f}")
    return [" ".join(line) for line in lines if line]
