"""A document becomes a .pptx: the template's parts, and beside them our slides, charts, workbooks and notes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import count
from zlib import crc32

from lxml import etree

from smmstrategy.reports import theme
from smmstrategy.reports.document import Document, Page
from smmstrategy.reports.drawing import Drawing, Occurrence
from smmstrategy.reports.formats import write
from smmstrategy.reports.package import CORE, core, packed
from smmstrategy.reports.powerpoint import drawingml
from smmstrategy.reports.powerpoint.layouts import Template, template
from smmstrategy.reports.powerpoint.pages import slides
from smmstrategy.reports.powerpoint.references import resolved
from smmstrategy.reports.powerpoint.slide import Palette, Slide
from smmstrategy.reports.powerpoint.template import HOUSE
from smmstrategy.reports.powerpoint.template_parts import HEAD, NAMESPACES
from smmstrategy.reports.powerpoint.typesetting import Paragraph, runs

_TYPES = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_FIRST_ID, _IDS = 256, 2**31 - 256  # those that the format allows


def draw(document: Document) -> Drawing:
    """The deck and everything it shows."""
    base = template(HOUSE.read_bytes())
    package = _Package(base)
    palette = Palette(dict(theme.NETWORKS), theme.FREE)
    shown: list[Occurrence] = []
    shapes: list[str] = []
    labels: list[tuple[str, str]] = []
    numbers: dict[str, int] = {}
    for described in document.pages:
        numbers[described.key] = package.slides + 1
        page = resolved(described, numbers)
        for n, (layout, slide) in enumerate(slides(page, package.slides + 1, base, document.language, palette), 1):
            notes = _notes(page, slide)
            package.add(slide, base.parts[layout], notes, f"{described.key} {n}")
            shown += slide.shown
            shapes += slide.names
            labels += slide.labels
    content = package.bytes(core(write(document.title, document.language), document.sealed_at))
    return Drawing(content, tuple(shown), shapes=tuple(shapes), parts=tuple(map(str, package.ids)), labels=tuple(labels))


def _notes(page: Page, slide: Slide) -> str:
    return slide.paragraphs([Paragraph(runs(note, slide.language), 12) for note in page.notes], f"{slide.place} notes")


class _Package:
    """The parts of the file as they come together."""

    def __init__(self, base: Template) -> None:
        with zipfile.ZipFile(io.BytesIO(base.content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.types: dict[str, str] = {}
        self.ids: list[int] = []  # of the slides
        self.charts = 0

    @property
    def slides(self) -> int:
        return len(self.ids)

    def add(self, slide: Slide, layout: str, notes: str, key: str) -> None:
        """`key`: what tells the slide from all others, whatever stands before it."""
        self.ids.append(_slide_id(key, self.ids))
        name = f"ppt/slides/slide{self.slides}.xml"
        relations = [("rId1", "slideLayout", f"/{layout}", "")]
        relations += [(key, "hyperlink", url, "External") for url, key in slide.links.items()]
        for n, (xml, workbook) in enumerate(slide.charts, start=1):
            relations.append((f"rIdChart{n}", "chart", f"/{self._add_chart(xml, workbook)}", ""))
        if notes:
            relations.append(("rIdNotes", "notesSlide", f"/{self._add_notes(name, notes)}", ""))
        self._put(name, _slide(slide), "presentationml.slide", relations)

    def bytes(self, properties: bytes) -> bytes:
        self._list_slides()
        self.parts[CORE] = properties
        self.parts["[Content_Types].xml"] = _with_types(self.parts["[Content_Types].xml"], self.types)
        return packed(self.parts)

    def _add_chart(self, xml: str, workbook: bytes) -> str:
        self.charts += 1
        name, book = f"ppt/charts/chart{self.charts}.xml", f"ppt/embeddings/chart{self.charts}.xlsx"
        self.parts[book] = workbook
        self._put(name, xml, "drawingml.chart", [("rId1", "package", f"/{book}", "")])
        return name

    def _add_notes(self, slide: str, paragraphs: str) -> str:
        name = f"ppt/notesSlides/notesSlide{self.slides}.xml"
        relations = [("rId1", "notesMaster", "/ppt/notesMasters/notesMaster1.xml", ""), ("rId2", "slide", f"/{slide}", "")]
        self._put(name, _notes_slide(paragraphs), "presentationml.notesSlide", relations)
        return name

    def _put(self, name: str, xml: str, kind: str, relations: Iterable[tuple[str, str, str, str]]) -> None:
        folder, _slash, leaf = name.rpartition("/")
        self.parts[name] = xml.encode()
        self.parts[f"{folder}/_rels/{leaf}.rels"] = _relations(relations).encode()
        self.types[f"/{name}"] = f"{_TYPES}.{kind}+xml"

    def _list_slides(self) -> None:
        """Names the slides in the presentation part."""
        root = etree.fromstring(self.parts["ppt/presentation.xml"])
        main = root.nsmap["p"]
        listing = etree.Element(f"{{{main}}}sldIdLst", nsmap=root.nsmap)
        relations = etree.fromstring(self.parts["ppt/_rels/presentation.xml.rels"])
        for n, id in enumerate(self.ids, 1):
            etree.SubElement(listing, f"{{{main}}}sldId", {"id": str(id), f"{{{_OFFICE}}}id": f"rIdSlide{n}"})
            target = {"Id": f"rIdSlide{n}", "Type": f"{_OFFICE}/slide", "Target": f"/ppt/slides/slide{n}.xml"}
            etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship", target)
        root.find(f"{{{main}}}sldSz").addprevious(listing)
        self.parts["ppt/presentation.xml"] = _document(root)
        self.parts["ppt/_rels/presentation.xml.rels"] = _document(relations)


def _slide_id(key: str, taken: Sequence[int]) -> int:
    """One that no program gives by counting, so that lint knows a slide that a person has moved from one that another program
    has numbered anew."""
    at = crc32(key.encode("utf-8", "surrogatepass"))
    return next(id for n in count() if (id := _FIRST_ID + (at + n) % _IDS) not in taken)


def _slide(slide: Slide) -> str:
    return (
        f"{HEAD}<p:sld {NAMESPACES}><p:cSld><p:spTree>{_GROUP}"
        f"{''.join(slide.shapes)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def _notes_slide(paragraphs: str) -> str:
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    notes = drawingml.placeholder(3, "Notes", 'type="body" idx="3"', paragraphs)
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{_GROUP}"
        f"{picture}{notes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _relations(relations: Iterable[tuple[str, str, str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target={drawingml.attribute(target)}'
        f"{f' TargetMode={chr(34)}{mode}{chr(34)}' if mode else ''}/>"
        for key, kind, target, mode in relations
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def _with_types(content: bytes, types: dict[str, str]) -> bytes:
    root = etree.fromstring(content)
    for name, kind in types.items():
        etree.SubElement(root, f"{{{root.nsmap[None]}}}Override", {"PartName": name, "ContentType": kind})
    return _document(root)


def _document(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
