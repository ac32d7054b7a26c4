"""The gallery: posts as tiles with account, day, words and figure; five to a row, ten to a slide."""

from dataclasses import replace

from smmstrategy.reports import theme
from smmstrategy.reports.document import Gallery, PostTile
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.slide import Slide
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, clamped, fitted, height, leading, runs

GAP = 12 * POINT
_ACROSS = 5
_FEWEST = 3
_MOST = 10
_MOST_LINES = 14
_BAR = 3 * POINT
_INSET = (10 * POINT, 10 * POINT)


def draw_gallery(block: Gallery, slide: Slide, box: Box) -> Gallery | None:
    if block.heading:
        heading = Paragraph(runs(block.heading, slide.language, bold=True), 14, theme.INK)
        slide.text(box.top(20 * POINT), [clamped(heading, box.width, 1)], name="Heading", steps=(1,))
        box = box.below(26 * POINT)
    tiles = block.tiles[:_MOST]
    across = max(min(_ACROSS, len(tiles)), _FEWEST)
    rows = -(-len(tiles) // across)
    cells = [cell for row in box.rows(rows, GAP) for cell in row.columns(across, GAP)][: len(tiles)]
    drawn = [_tile(tile, slide.language, cell.inset(*_INSET)) for tile, cell in zip(tiles, cells, strict=True)]
    down = max(height(paragraphs, cells[0].width - 2 * _INSET[0]) for paragraphs in drawn) + 2 * _INSET[1]
    for paragraphs, cell in zip(drawn, cells, strict=True):
        slide.text(cell.top(down), paragraphs, name="Post", fill=theme.PAPER, inset=_INSET, steps=(1,))
        slide.rectangle(cell.top(_BAR), theme.ACCENT, name="Bar")
    return replace(block, tiles=block.tiles[_MOST:]) if len(block.tiles) > _MOST else None


def _tile(tile: PostTile, language: str, box: Box) -> list[Paragraph]:
    """Who and when, as many lines of the post as there is room for, then the figure."""
    head = [clamped(paragraph, box.width, 2) for paragraph in _head(tile, language)]
    tail = [clamped(paragraph, box.width, 2) for paragraph in _tail(tile, language)]
    words = Paragraph(runs(tile.text, language), 11, theme.INK, before=5)
    room = box.height - height([*head, replace(words, runs=()), *tail], box.width)
    lines = 1 + int(room / POINT / leading(words.size))
    if lines < 1:
        return fitted([*head, *tail], box.width, box.height, steps=(1, 0.9, 0.8))
    return [*head, clamped(words, box.width, min(lines, _MOST_LINES)), *tail]


def _head(tile: PostTile, language: str) -> list[Paragraph]:
    when = (*runs(tile.published_on, language), *((Run(" · "), *runs(tile.format, language)) if tile.format else ()))
    account = replace(tile.account, url=tile.text.url or tile.account.url)
    return [
        Paragraph(runs(account, language, bold=True, linked=True), 12, theme.INK),
        Paragraph(when, 10.5, theme.SLATE, before=1),
    ]


def _tail(tile: PostTile, language: str) -> list[Paragraph]:
    return [
        Paragraph(runs(tile.figure, language, bold=True), 20, theme.ACCENT, before=6),
        *([Paragraph(runs(tile.label, language), 10.5, theme.SLATE)] if tile.label else []),
    ]
