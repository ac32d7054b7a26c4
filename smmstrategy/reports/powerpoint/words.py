"""Blocks of words: bullets and the call-out, and the drawer's own few words in the language of the document."""

from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Bullets, Callout
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, fitted, height, runs

TONES = {"good": theme.GOOD, "bad": theme.BAD, "action": theme.ACCENT, "neutral": theme.SLATE}
CONTINUED = {"ru": " (продолжение)", "en": " (continued)"}
TOO_FEW = {"ru": ("Штриховка: в ячейке меньше ", " постов"), "en": ("Hatched: fewer than ", " posts in the cell")}
_BAR = 4 * POINT
_SIZES = (18, 17, 16, 15, 14)
_CALLOUT = 15
_CALLOUT_INSET = (16 * POINT, 9 * POINT)


def draw_bullets(block: Bullets, slide: Slide, box: Box) -> Bullets | None:
    """A list under a bar in the colour of its tone; what does not fit at the smallest size is the rest."""
    slide.rectangle(box.top(_BAR), TONES[block.tone], name="Bar")
    space = box.below(_BAR + 8 * POINT)
    if block.heading:
        heading = Paragraph(runs(block.heading, slide.language, bold=True), 17, TONES[block.tone])
        [heading] = fitted([heading], space.width, 40 * POINT)
        down = height([heading], space.width)
        slide.text(space.top(down), [heading], name="Heading", steps=(1,))
        space = space.below(down + 6 * POINT)
    items, rest = _bullets_that_fit(block, slide.language, space)
    slide.text(space, items, name="Bullets", steps=(1,))
    return replace(block, items=rest) if rest else None


def _bullets_that_fit(block: Bullets, language: str, box: Box) -> tuple[list[Paragraph], tuple]:
    for size in _SIZES:
        items = [
            Paragraph(runs(item, language, linked=True), size, theme.INK, before=size * 0.5, mark=TONES[block.tone])
            for item in block.items
        ]
        if height(items, box.width) <= box.height:
            return items, ()
    count = next(n for n in range(len(items), 0, -1) if n == 1 or height(items[:n], box.width) <= box.height)
    return fitted(items[:count], box.width, box.height, steps=(1,)), block.items[count:]


def callout_height(block: Callout, language: str, width: int) -> int:
    across, down = _CALLOUT_INSET
    return min(height([_callout(block, language)], width - 2 * across), 3 * 18 * POINT) + 2 * down


def draw_callout(block: Callout, slide: Slide, box: Box) -> None:
    slide.text(box, [_callout(block, slide.language)], name="Call-out", inset=_CALLOUT_INSET, fill=theme.ACCENT_SOFT, anchor="ctr")
    slide.rectangle(replace(box, width=_BAR), theme.ACCENT, name="Bar")


def _callout(block: Callout, language: str) -> Paragraph:
    return Paragraph(runs(block.text, language, bold=True), _CALLOUT, theme.INK)
