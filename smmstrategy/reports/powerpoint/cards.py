"""Cards: a label, a large figure, its changes with arrow, sign and colour, and a note."""

from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Card, Cards, Delta
from smmstrategy.reports.formats import NBSP
from smmstrategy.reports.powerpoint.boxes import INCH, POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, clamped, fits, runs

GAP = 14 * POINT
MOST = 8
_INSET = (12 * POINT, 9 * POINT)
_HEIGHT = int(1.9 * INCH)
_FEWEST = 3  # a lone card is not stretched over the slide
_MOST_LINES = 2
_STEPS = (1, 0.92, 0.85, 0.75, 0.66)
_TONES = {1: theme.GOOD, -1: theme.BAD, 0: theme.SLATE}


def cards_height(block: Cards) -> int:
    rows = len(_rows(len(block.cards[:MOST])))
    return rows * _HEIGHT + (rows - 1) * GAP


def draw_cards(block: Cards, slide: Slide, box: Box) -> Cards | None:
    """Up to eight cards in one or two rows; more are the rest."""
    cards = [_card(card, slide.language) for card in block.cards[:MOST]]
    counts = _rows(len(cards))
    down = min(box.height, cards_height(block))
    boxes = [cell for row in box.top(down).rows(len(counts), GAP) for cell in row.columns(max(counts[0], _FEWEST), GAP)][
        : len(cards)
    ]
    inner = boxes[0].inset(*_INSET)
    cards = [[clamped(paragraph, inner.width, _MOST_LINES) for paragraph in card] for card in cards]
    step = next((step for step in _STEPS if all(fits(card, inner.width, inner.height, step) for card in cards)), _STEPS[-1])
    for card, cell in zip(cards, boxes, strict=False):
        slide.text(cell, card, name="Card", fill=theme.PAPER, inset=_INSET, steps=(step,))
    return replace(block, cards=block.cards[MOST:]) if len(block.cards) > MOST else None


def delta_runs(delta: Delta, language: str) -> tuple[Run, ...]:
    """Arrow, sign and text, in the colour of good or bad: «↑ +12,3 %»."""
    value = delta.figure.value
    arrow = "" if not value else f"↑{NBSP}" if value > 0 else f"↓{NBSP}"
    color = _TONES[delta.good]
    figure = runs(replace(delta.figure, signed=True), language, color=color, bold=True)
    against = (Run(" "), *runs(delta.against, language, color=theme.SLATE)) if delta.against else ()
    return (Run(arrow, color=color, bold=True), *figure, *against)


def _rows(count: int) -> list[int]:
    if count <= 4:
        return [count]
    across = (count + 1) // 2
    return [across, count - across]


def _card(card: Card, language: str) -> list[Paragraph]:
    return [
        Paragraph(runs(card.label, language), 12, theme.SLATE),
        Paragraph(runs(card.figure, language, bold=True), 30, theme.INK, before=2),
        *(Paragraph(delta_runs(delta, language), 12, theme.INK, before=2) for delta in card.deltas),
        *([Paragraph(runs(card.note, language), 10.5, theme.SLATE, before=3)] if card.note else []),
    ]
