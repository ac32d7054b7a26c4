"""One slide while it is being drawn: its shapes, charts and links so far, and what it has shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from smmstrategy.reports import theme
from smmstrategy.reports.drawing import STEP, Occurrence
from smmstrategy.reports.plain import has_digit
from smmstrategy.reports.powerpoint import drawingml
from smmstrategy.reports.powerpoint.boxes import Box
from smmstrategy.reports.powerpoint.drawingml import TableCell
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run, fitted
from smmstrategy.reports.text import safe_text


@dataclass(slots=True)
class Palette:
    """Colours by key, the same all over the document."""

    fixed: dict[str, str]
    free: Sequence[str]
    given: dict[str, str] = field(default_factory=dict)

    def color(self, key: str) -> str:
        if key not in self.given:
            taken = self.given.values()
            self.given[key] = self.fixed.get(key) or next((c for c in self._shades() if c not in taken), self.free[0])
        return self.given[key]

    def _shades(self) -> Iterator[str]:
        """The free colours, then darker ones of each, then lighter ones."""
        yield from self.free
        for ground in (theme.INK, theme.WHITE):
            yield from (theme.mixed(color, ground, 0.55) for color in self.free)


@dataclass(slots=True)
class Slide:
    number: int
    language: str
    palette: Palette
    page: str = ""  # key of the page whose first slide this is
    list_size: float = 14  # points, of all its lists
    table_size: float = 18  # points at most; what goes on on the next slide goes on in the same size
    shapes: list[str] = field(default_factory=list)
    charts: list[tuple[str, bytes]] = field(default_factory=list)  # chart XML, embedded workbook
    links: dict[str, str] = field(default_factory=dict)  # address → relationship id
    shown: list[Occurrence] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # of its shapes, as places name them
    labels: list[tuple[str, str]] = field(default_factory=list)  # places and texts

    def text(
        self,
        box: Box,
        paragraphs: Sequence[Paragraph],
        *,
        name: str = "Text",
        inset: tuple[int, int] = (0, 0),
        steps: Sequence[float] = (1, 0.92, 0.85),
        **look: str,
    ) -> None:
        """A shape with text, at a size at which it fits; `look`: geometry, fill, border, anchor, description."""
        inner, name = box.inset(*inset), self._named(name)
        body = self.paragraphs(fitted(paragraphs, inner.width, inner.height, steps=steps), self.at(name))
        self._describe(name, look.get("description", ""))
        self._add(name, drawingml.shape(self.next_id(), name, box, body, inset=inset, **look))

    def rectangle(self, box: Box, fill: str, *, name: str = "Shape", geometry: str = "rect", border: str = "") -> None:
        name = self._named(name)
        self._add(name, drawingml.shape(self.next_id(), name, box, "", geometry=geometry, fill=fill, border=border))

    def placeholder(self, name: str, kind: str, paragraphs: Sequence[Paragraph], box: Box | None = None) -> None:
        """Text in a placeholder of the layout, where the layout has it or in a box of its own."""
        body = self.paragraphs(paragraphs, self.at(name))
        self._add(name, drawingml.placeholder(self.next_id(), name, kind, body, box))

    def number_placeholder(self, kind: str, size: float) -> None:
        """The number of the slide, as a field that follows when slides are moved."""
        name = "Slide number"
        self.shown.append(Occurrence(self.at(name), "number", self.page, str(self.number)))
        self._add(name, drawingml.placeholder(self.next_id(), name, kind, drawingml.number_field(self.number, size)))

    def table(self, box: Box, widths: Sequence[int], rows: Sequence[tuple[int, Sequence[TableCell]]], description: str) -> None:
        """Rows with their heights in EMU; the first is the header."""
        name, written = self._named("Table"), []
        for r, (down, row) in enumerate(rows, 1):
            places = [self.at(name, f"row {r} column {c}") for c in range(1, len(row) + 1)]
            labels = row if r == 1 else _labels(row)
            self.labels += [(place, cell.text) for place, cell in zip(places, labels, strict=False) if cell.text]
            written.append((down, [(cell, self.paragraphs(cell.paragraphs, at)) for cell, at in zip(row, places, strict=True)]))
        content = drawingml.table(widths, written)
        self._describe(name, description)
        self._add(name, drawingml.frame(self.next_id(), name, box, drawingml.TABLE, content, description))

    def chart(self, box: Box, xml: str, workbook: bytes, shown: Iterable[Occurrence], description: str) -> None:
        """`shown`: what the chart remembers, each at its place in the chart."""
        name = self._named("Chart")
        self.charts.append((xml, workbook))
        self.shown += [replace(one, place=self.at(name, one.place)) for one in shown]
        content = f'<c:chart xmlns:c="{drawingml.CHART}" r:id="rIdChart{len(self.charts)}"/>'
        self._describe(name, description)
        self._add(name, drawingml.frame(self.next_id(), name, box, drawingml.CHART, content, description))

    def paragraphs(self, paragraphs: Sequence[Paragraph], place: str) -> str:
        """The XML of paragraphs; what they show is remembered, at that place."""
        for paragraph in paragraphs:
            for run in paragraph.runs:
                self._remember(run, place)
        return "".join(drawingml.paragraph(paragraph, self.language, self.links) for paragraph in paragraphs)

    def next_id(self) -> int:
        return len(self.shapes) + 2

    @property
    def place(self) -> str:
        return f"slide {self.number}"

    def at(self, *steps: str) -> str:
        """The place of a shape, or of something in it."""
        return STEP.join((self.place, *steps))

    def _describe(self, name: str, description: str) -> None:
        """An alternative text is remembered with its shape."""
        if has_digit(description):
            self.shown.append(Occurrence(self.at(name, "description"), "description", "", safe_text(description)))

    def _add(self, name: str, xml: str) -> None:
        self.shapes.append(xml)
        self.names.append(self.at(name))

    def _named(self, name: str) -> str:
        return f"{name} {self.next_id()}"

    def _remember(self, run: Run, place: str) -> None:
        if run.link:
            self.links.setdefault(run.link, f"rIdLink{len(self.links) + 1}")
        if run.kind != "word" or has_digit(run.text):
            self.shown.append(Occurrence(place, run.kind, run.id, run.text))


def _labels(row: Sequence[TableCell]) -> Sequence[TableCell]:
    """Those before the first cell that can be none, such as a number; none is one in a row of words alone."""
    return row[: next((n for n, cell in enumerate(row) if not cell.is_label), 0)]
