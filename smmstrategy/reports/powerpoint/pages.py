"""A page becomes one slide, or several when its blocks have more than fits: layout, title, places of the blocks, footer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from smmstrategy.reports.document import Block, Bullets, Callout, Cards, Chart, Gallery, Heatmap, Layout, Matrix, Page, Table
from smmstrategy.reports.powerpoint.boxes import POINT, Box
from smmstrategy.reports.powerpoint.cards import cards_height, draw_cards
from smmstrategy.reports.powerpoint.charts import draw_chart
from smmstrategy.reports.powerpoint.gallery import draw_gallery
from smmstrategy.reports.powerpoint.heatmap import draw_heatmap
from smmstrategy.reports.powerpoint.layouts import Place, Template
from smmstrategy.reports.powerpoint.matrix import draw_matrix
from smmstrategy.reports.powerpoint.slide import Palette, Slide
from smmstrategy.reports.powerpoint.tables import draw_table, table_height
from smmstrategy.reports.powerpoint.typesetting import Paragraph, fits, fitted, height, runs
from smmstrategy.reports.powerpoint.words import CONTINUED, callout_height, draw_bullets, draw_callout, list_height, list_size

DRAWERS = {
    Cards: draw_cards,
    Bullets: draw_bullets,
    Callout: draw_callout,
    Chart: draw_chart,
    Heatmap: draw_heatmap,
    Table: draw_table,
    Gallery: draw_gallery,
    Matrix: draw_matrix,
}
GAP = 16 * POINT
_TITLE_STEPS = (1, 0.96, 0.92, 0.85, 0.78)
_SUBTITLE_STEPS = (1, 0.92, 0.85)
_MOST_SUBTITLE = 3  # times the height of its place
_AREAS = ("Body", "Main", "Side", "Cell")


def slides(page: Page, first_number: int, template: Template, language: str, palette: Palette) -> Iterator[tuple[str, Slide]]:
    """Name of the layout and the slide, for each slide that the page takes."""
    title, blocks, layout = page.title, page.blocks, page.layout
    number, slide = first_number, None
    while True:
        continued = {"table_size": slide.table_size} if slide else {"page": page.key}
        slide = Slide(number, language, palette, **continued)
        name = _layout_name(layout, blocks)
        places = template.layouts[name]
        rise = _draw_frame(replace(page, title=title), slide, places)
        areas = [place.box for key, place in places.items() if key.split()[0] in _AREAS]
        arranged = list(_arranged(blocks, areas, rise, language))
        slide.list_size = list_size([(block, box) for block, box in arranged if isinstance(block, Bullets)], language)
        rests = [DRAWERS[type(block)](block, slide, box) for block, box in arranged]
        yield name, slide
        blocks = tuple(rest for rest in rests if rest is not None)
        if not blocks:
            return
        title, layout, number = (*page.title, CONTINUED[language]), Layout.CONTENT, number + 1


def _layout_name(layout: Layout, blocks: Sequence[Block]) -> str:
    if layout is Layout.GRID:
        return "Grid 3" if len(_parted(blocks)[2]) <= 3 else "Grid 4"
    return layout.value.capitalize()


def _draw_frame(page: Page, slide: Slide, places: dict[str, Place]) -> int:
    """Title, subtitle, section and footer in the layout's placeholders; gives the room that title and subtitle left unused."""
    moves = any(key.split()[0] in _AREAS for key in places)
    rise = _draw_title(page, slide, places["Title"], moves=moves)
    for name, text in (("Section", page.section), ("Footer", page.footer)):
        if text and name in places:
            place = places[name]
            lines = fitted([Paragraph(runs(text, slide.language), place.size)], place.box.width, place.box.height)
            slide.placeholder(name, place.kind, lines)
    if "Slide number" in places:
        slide.number_placeholder(places["Slide number"].kind, places["Slide number"].size)
    if "Subtitle" not in places:
        return rise
    return rise + _draw_subtitle(page, slide, places["Subtitle"], rise, moves=moves)


def _draw_subtitle(page: Page, slide: Slide, place: Place, rise: int, *, moves: bool) -> int:
    """On as many lines as it takes where something `moves` down for it; gives the room left unused, less what it took beyond."""
    if not page.subtitle:
        return place.box.height
    across, down = place.box.width, place.box.height
    subtitle = Paragraph(runs(page.subtitle, slide.language), place.size)
    has_room = fits([subtitle], across, down, _SUBTITLE_STEPS[-1]) or not moves
    lines = fitted([subtitle], across, down if has_room else _MOST_SUBTITLE * down, steps=_SUBTITLE_STEPS)
    box = replace(place.box, y=place.box.y - rise, height=down if has_room else height(lines, across))
    slide.placeholder("Subtitle", place.kind, lines, None if box == place.box else box)
    return down - box.height


def _draw_title(page: Page, slide: Slide, place: Place, *, moves: bool) -> int:
    """A little smaller when that saves the second line, and before any cut; gives the height left to what `moves` up."""
    across, down = place.box.width, place.box.height
    title = Paragraph(runs(page.title, slide.language, bold=True), place.size)
    one_line = tuple(step for step in _TITLE_STEPS[:3] if fits([title], across, round(title.size * 1.3 * POINT), step))
    lines = fitted([title], across, down, steps=one_line[:1] or _TITLE_STEPS)
    rise = down - height(lines, across) if moves else 0
    slide.placeholder("Title", place.kind, lines, replace(place.box, height=down - rise) if rise else None)
    return rise


def _arranged(blocks: Sequence[Block], areas: list[Box], rise: int, language: str) -> Iterator[tuple[Block, Box]]:
    """Cards that come first in a strip over all areas, call-outs in a strip at the bottom; the other blocks in the areas,
    several to the last one when there are too few.

    `rise`: how far above the areas the space begins because the title left it free.
    """
    if not areas:
        return
    leading, callouts, others = _parted(blocks, leads=len(areas) > 1)
    space = _around(areas)
    body = replace(space, y=space.y - rise, height=space.height + rise)
    for block in leading:
        down = min(cards_height(block, language, space.width), body.height // 2)
        yield block, body.top(down)
        body = body.below(down + GAP)
    for block in reversed(callouts):
        down = callout_height(block, language, space.width)
        yield block, body.below(body.height - down)
        body = body.top(body.height - down - GAP)
    boxes = _boxes(areas, space, body, len(others))
    for block, box in zip(others, boxes[:-1], strict=False):
        yield block, box
    yield from _stacked(others[len(boxes) - 1 :], boxes[-1], language)


def _boxes(areas: list[Box], space: Box, body: Box, count: int) -> list[Box]:
    """A box for every block: the areas; two columns where two blocks stand in a grid of more; otherwise all that there is."""
    if count >= len(areas):
        return [_squeezed(area, space, body) for area in areas]
    return body.columns(2, GAP) if count == 2 else [body]


def _parted(blocks: Sequence[Block], *, leads: bool = True) -> tuple[list[Cards], list[Callout], list[Block]]:
    """Cards that lead the others, call-outs, and the others."""
    callouts = [block for block in blocks if isinstance(block, Callout)]
    others = [block for block in blocks if not isinstance(block, Callout)]
    leading = [block for block in others[:1] if isinstance(block, Cards) and leads and len(others) > 1]
    return leading, callouts, others[len(leading) :]


def _stacked(blocks: Sequence[Block], box: Box, language: str) -> Iterator[tuple[Block, Box]]:
    """One under another: cards and tables as high as they are, the others share what is left."""
    room = _room_of_one(blocks, box, language)
    fixed = {n: down for n, block in enumerate(blocks) if (down := _own_height(block, language, box, room))}
    others = [block for n, block in enumerate(blocks) if n not in fixed]
    shares = iter(_shares(others, box, box.height - sum(fixed.values()) - GAP * (len(blocks) - 1), language))
    for n, block in enumerate(blocks):
        down = fixed[n] if n in fixed else next(shares)
        yield block, box.top(down)
        box = box.below(down + GAP)


def _shares(blocks: Sequence[Block], box: Box, left: int, language: str) -> list[int]:
    """Equal ones, but lists that all have room take it by what they hold."""
    needs = [list_height(block, language, box) for block in blocks if isinstance(block, Bullets)]
    weights = needs if len(needs) == len(blocks) and sum(needs) <= left else [1] * len(blocks)
    return [left * weight // sum(weights) for weight in weights]


def _room_of_one(blocks: Sequence[Block], box: Box, language: str) -> int:
    """Half of the box, or all that lists under cards or a table do not need; 0 for a lone block, which has the whole box."""
    lists = [block for block in blocks if isinstance(block, Bullets)]
    if len(blocks) == 1:
        return 0
    needed = sum(list_height(block, language, box) + GAP for block in lists) if len(lists) == len(blocks) - 1 else box.height
    return max(box.height - needed, box.height // 2)


def _own_height(block: Block, language: str, box: Box, room: int) -> int:
    """What the block needs and no more; 0 for one that fills what it is given."""
    if isinstance(block, Cards):
        return min(cards_height(block, language, box.width), room or box.height)
    if isinstance(block, Table) and room:
        return table_height(block, language, box, room)
    return 0


def _around(areas: Sequence[Box]) -> Box:
    x, y = min(area.x for area in areas), min(area.y for area in areas)
    return Box(x, y, max(area.right for area in areas) - x, max(area.bottom for area in areas) - y)


def _squeezed(area: Box, space: Box, body: Box) -> Box:
    """The area's place when the space it is part of becomes the body."""
    share = body.height / space.height
    return replace(area, y=body.y + round((area.y - space.y) * share), height=round(area.height * share))
