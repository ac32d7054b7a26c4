"""Cards: a label, a large figure, its changes with arrow, sign and colour, and a note."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Card, Cards, Delta
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, fits, height, line_count, runs

GAP = 14 * POINT
MOST = 8
_INSET = (12 * POINT, 9 * POINT)
_FEWEST = 3
_NARROWEST = 118 * POINT
_COMFORTABLE = 150 * POINT
_STEPS = (1, 0.92, 0.85, 0.75, 0.66)
_FIGURES = (30, 28, 26, 24, 22, 20)
_TONES = {1: theme.GOOD, -1: theme.BAD, 0: theme.SLATE}


def cards_height(block: Cards, language: str, width: int) -> int:
    """What the cards need at full size in a box of that width."""
    rows, across = _grid(len(block.cards[:MOST]), width)
    inner = Box(0, 0, width, 0).columns(across, GAP)[0].width - 2 * _INSET[0]
    tallest = max((height(card, inner) for card in _typeset(block, language, inner)), default=0) + 2 * _INSET[1]
    return rows * tallest + (rows - 1) * GAP


def draw_cards(block: Cards, slide: Slide, box: Box) -> Cards | None:
    """Up to eight cards in one or two rows, all in the same size of type; more are the rest."""
    rows, across = _grid(len(block.cards[:MOST]), box.width)
    down = min(box.height, cards_height(block, slide.language, box.width))
    boxes = [cell for row in box.top(down).rows(rows, GAP) for cell in row.columns(across, GAP)]
    inner = boxes[0].inset(*_INSET)
    cards = _typeset(block, slide.language, inner.width)
    step = next((step for step in _STEPS if all(fits(card, inner.width, inner.height, step) for card in cards)), _STEPS[-1])
    for card, cell in zip(cards, boxes, strict=False):
        slide.text(cell, card, name="Card", fill=theme.PAPER, inset=_INSET, steps=(step,))
    return replace(block, cards=block.cards[MOST:]) if len(block.cards) > MOST else None


def _typeset(block: Cards, language: str, across: int) -> list[list[Paragraph]]:
    cards = block.cards[:MOST]
    size = _figure_size(cards, language, across)
    return [_card(card, language, size) for card in cards]


def _figure_size(cards: Sequence[Card], language: str, across: int) -> float:
    """The largest in which each figure stands on one line."""
    sizes = (size for size in _FIGURES if all(line_count(_figure(card, language, size), across) == 1 for card in cards))
    return next(sizes, _FIGURES[-1])


def delta_runs(delta: Delta, language: str) -> tuple[Run, ...]:
    """The change with its sign, in the colour of good or bad, and what it is against: «+12,3 % год назад»."""
    figure = runs(replace(delta.figure, signed=True), language, color=_TONES[delta.good], bold=True)
    against = (Run(" "), *runs(delta.against, language, color=theme.SLATE)) if delta.against else ()
    return (*figure, *against)


def _grid(count: int, width: int) -> tuple[int, int]:
    """Rows and columns; a lone card is not stretched over the slide, and no card is too narrow for its figure."""
    room = max((width + GAP) // (_NARROWEST + GAP), 1)
    across = max(count, _FEWEST) if count <= _FEWEST + 1 or _fit_one_row(count, width) else (count + 1) // 2
    if across > room:
        across = 1 if count <= _FEWEST else room
    return max(-(-count // across), 1), across


def _fit_one_row(count: int, width: int) -> bool:
    return count * (_COMFORTABLE + GAP) - GAP <= width


def _figure(card: Card, language: str, size: float) -> Paragraph:
    return Paragraph(runs(card.figure, language, bold=True), size, theme.INK, before=2)


def _card(card: Card, language: str, size: float) -> list[Paragraph]:
    return [
        Paragraph(runs(card.label, language), 12, theme.SLATE),
        _figure(card, language, size),
        *(Paragraph(delta_runs(delta, language), 12, theme.INK, before=2) for delta in card.deltas),
        *([Paragraph(runs(card.note, language), 10.5, theme.SLATE, before=3)] if card.note else []),
    ]
