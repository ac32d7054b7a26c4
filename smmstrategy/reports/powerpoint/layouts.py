"""What a template offers: its layouts by name, and in each the placeholders by name with place and size of type."""

import io
from dataclasses import dataclass
from functools import cache

from pptx import Presentation
from pptx.oxml.ns import qn

from smmstrategy.reports.powerpoint.boxes import Box


@dataclass(frozen=True, slots=True)
class Place:
    kind: str  # the attributes of p:ph
    box: Box
    size: float  # points


@dataclass(frozen=True, slots=True)
class Template:
    content: bytes
    width: int
    height: int
    layouts: dict[str, dict[str, Place]]
    parts: dict[str, str]  # layout name → name of its part


@cache
def template(content: bytes) -> Template:
    deck = Presentation(io.BytesIO(content))
    layouts = {layout.name: {shape.name: _place(shape) for shape in layout.placeholders} for layout in deck.slide_layouts}
    parts = {layout.name: str(layout.part.partname)[1:] for layout in deck.slide_layouts}
    return Template(content, deck.slide_width, deck.slide_height, layouts, parts)


def _place(shape) -> Place:
    kind = " ".join(f'{name}="{value}"' for name, value in shape._element.ph.attrib.items())
    sizes = [run.get("sz") for run in shape._element.iter(qn("a:defRPr")) if run.get("sz")]
    return Place(kind, Box(shape.left, shape.top, shape.width, shape.height), int(sizes[0]) / 100 if sizes else 14)
