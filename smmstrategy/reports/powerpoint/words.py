"""Blocks of words: bullets and the call-out, and the drawer's own few words in the language of the document."""

from collections.abc import Sequence
from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Bullets, Callout
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, fitted, height, runs

TONES = {"good": theme.GOOD, "bad": theme.BAD, "action": theme.ACCENT, "neutral": theme.SLATE}
CONTINUED = {"ru": " (продолжение)", "en": " (continued)"}
TOO_FEW = {"ru": ("Штриховка: в ячейке меньше ", " публикаций"), "en": ("Hatched: fewer than ", " posts in the cell")}
_BAR = 4 * POINT
_SIZES = (18, 17, 16, 15, 14, 13)
_CALLOUT = 15
_CALLOUT_INSET = (16 * POINT, 9 * POINT)


def list_size(lists: Sequence[tuple[Bullets, Box]], language: str) -> float:
    """The largest size in which every list has room in its box, so that lists beside each other read alike."""
    return next((size for size in _SIZES if all(_has_room(block, box, language, size) for block, box in lists)), _SIZES[-1])


def draw_bullets(block: Bullets, slide: Slide, box: Box) -> Bullets | None:
    """A list under a bar in the colour of its tone; what does not fit is the rest."""
    slide.rectangle(box.top(_BAR), TONES[block.tone], name="Bar")
    heading, space = _headed(block, box, slide.language)
    if heading:
        slide.text(replace(space, y=box.y + _BAR + 8 * POINT, height=_down(heading, box)), [heading], name="Heading", steps=(1,))
    items, rest = _that_fit(block, slide, space)
    slide.text(space, items, name="Bullets", steps=(1,))
    return replace(block, items=rest) if rest else None


def _headed(block: Bullets, box: Box, language: str) -> tuple[Paragraph | None, Box]:
    """The heading and the space that it leaves to the items."""
    space = box.below(_BAR + 8 * POINT)
    if not block.heading:
        return None, space
    heading = Paragraph(runs(block.heading, language, bold=True), 17, TONES[block.tone])
    [heading] = fitted([heading], space.width, 40 * POINT)
    return heading, space.below(_down(heading, box) + 6 * POINT)


def _down(heading: Paragraph, box: Box) -> int:
    return height([heading], box.width)


def _items(block: Bullets, language: str, size: float) -> list[Paragraph]:
    look = {"size": size, "color": theme.INK, "before": size * 0.5, "mark": TONES[block.tone]}
    return [Paragraph(runs(item, language, linked=True), **look) for item in block.items]


def _has_room(block: Bullets, box: Box, language: str, size: float) -> bool:
    _, space = _headed(block, box, language)
    return height(_items(block, language, size), space.width) <= space.height


def _that_fit(block: Bullets, slide: Slide, box: Box) -> tuple[list[Paragraph], tuple]:
    """As many as have room whole; where none has, the first is cut, and said whole where the slide goes on."""
    items = _items(block, slide.language, slide.list_size)
    count = next((n for n in range(len(items), 0, -1) if height(items[:n], box.width) <= box.height), 0)
    shown = count or (0 if slide.page else 1)
    return fitted(items[: count or 1], box.width, box.height, steps=(1,)), block.items[shown:]


def list_height(block: Bullets, language: str, box: Box) -> int:
    """What the whole list needs in the smallest size."""
    _, space = _headed(block, box, language)
    return space.y - box.y + height(_items(block, language, _SIZES[-1]), box.width)


def callout_height(block: Callout, language: str, width: int) -> int:
    across, down = _CALLOUT_INSET
    return min(height([_callout(block, language)], width - 2 * across), 3 * 18 * POINT) + 2 * down


def draw_callout(block: Callout, slide: Slide, box: Box) -> None:
    slide.text(box, [_callout(block, slide.language)], name="Call-out", inset=_CALLOUT_INSET, fill=theme.ACCENT_SOFT, anchor="ctr")
    slide.rectangle(replace(box, width=_BAR), theme.ACCENT, name="Bar")


def _callout(block: Callout, language: str) -> Paragraph:
    return Paragraph(runs(block.text, language, bold=True), _CALLOUT, theme.INK)
