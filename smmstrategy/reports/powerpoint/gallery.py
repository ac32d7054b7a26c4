"""The gallery: posts as tiles with account, day, words, figure and the reason they are here; five to a row, ten to a slide."""

from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Gallery, PostTile
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, clamped, fitted, height, runs

GAP = 12 * POINT
_ACROSS = 5
_MOST = 10
_INSET = (10 * POINT, 10 * POINT)


def draw_gallery(block: Gallery, slide: Slide, box: Box) -> Gallery | None:
    if block.heading:
        heading = Paragraph(runs(block.heading, slide.language, bold=True), 14, theme.INK)
        slide.text(box.top(20 * POINT), [clamped(heading, box.width, 1)], name="Heading", steps=(1,))
        box = box.below(26 * POINT)
    tiles = block.tiles[:_MOST]
    across = max(min(_ACROSS, len(tiles)), 3)
    rows = -(-len(tiles) // across)
    space = box if rows > 1 else box.top(min(box.height, box.width // across * 5 // 4 + 40 * POINT))
    cells = [cell for row in space.rows(rows, GAP) for cell in row.columns(across, GAP)]
    for tile, cell in zip(tiles, cells, strict=False):
        _draw_tile(tile, slide, cell)
    return replace(block, tiles=block.tiles[_MOST:]) if len(block.tiles) > _MOST else None


def _draw_tile(tile: PostTile, slide: Slide, box: Box) -> None:
    """One shape: who and when, as many lines of the post as there is room for, then the figure and the reason."""
    inner = box.inset(*_INSET)
    head, tail = _head(tile, slide.language), _tail(tile, slide.language)
    head = [clamped(paragraph, inner.width, 1) for paragraph in head]
    tail = fitted(tail, inner.width, inner.height - height(head, inner.width) - 30 * POINT, steps=(1, 0.9))
    room = inner.height - height([*head, *tail], inner.width) - round(tail[0].before * POINT if not head else 0) - 6 * POINT
    words = Paragraph(runs(tile.text, slide.language), 11, theme.INK, before=5)
    lines = max(int(room / POINT / 13.2), 1)
    words = clamped(words, inner.width, lines)
    slide.text(box, [*head, words, *tail], name="Post", fill=theme.PAPER, inset=_INSET, steps=(1, 0.92, 0.85))
    slide.rectangle(box.top(3 * POINT), theme.ACCENT, name="Bar")


def _head(tile: PostTile, language: str) -> list[Paragraph]:
    when = (*runs(tile.published_on, language), *((Run(" · "), *runs(tile.format, language)) if tile.format else ()))
    return [
        Paragraph(runs(tile.account, language, bold=True), 12, theme.INK),
        Paragraph(when, 10.5, theme.SLATE, before=1),
    ]


def _tail(tile: PostTile, language: str) -> list[Paragraph]:
    reason = [Paragraph(runs(tile.reason, language), 10.5, theme.SLATE, before=3)] if tile.reason else []
    return [
        Paragraph(runs(tile.figure, language, bold=True), 20, theme.ACCENT, before=6),
        Paragraph(runs(tile.label, language), 10.5, theme.SLATE),
        *reason,
    ]
