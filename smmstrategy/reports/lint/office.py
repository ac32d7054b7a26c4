"""The parts of a finished file as Office keeps them: what points at what, its paragraphs, what its charts remember."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports.lint import markup
from smmstrategy.reports.lint.found import Cached

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NUMBERS = (f"{CHART}numRef", f"{CHART}numLit")
REFERENCES = (*_NUMBERS, f"{CHART}strRef", f"{CHART}strLit")


def part(archive: ZipFile, path: str) -> Element:
    return markup.root(archive.read(path))


def related(archive: ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """By relation id: what kind of thing a part points at, or with no path the package, and its path inside the archive."""
    folder, _, name = path.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".removeprefix("/")
    if relations not in archive.namelist():
        return {}
    parts = {}
    for relation in part(archive, relations):
        if relation.get("TargetMode") != "External":
            kind = relation.get("Type", "").rpartition("/")[2]
            parts[relation.get("Id", "")] = (kind, _joined(folder, relation.get("Target", "")))
    return parts


def targets(archive: ZipFile, path: str, kind: str) -> list[str]:
    """Paths of the parts of one kind that a part points at."""
    return [target for its_kind, target in related(archive, path).values() if its_kind == kind]


def is_text(node: Element) -> bool:
    """Whether it holds paragraphs itself."""
    return node.find(f"{DRAWING}p") is not None


def text(node: Element) -> str:
    """All its paragraphs, one on each line."""
    return "\n".join(paragraphs(node))


def paragraphs(root: Element) -> Iterator[str]:
    """The text of every DrawingML paragraph, line breaks and fields included."""
    for paragraph in root.iter(f"{DRAWING}p"):
        yield _text(paragraph)


def caches(root: Element) -> Iterator[Cached]:
    """What a chart remembers of the cells it shows, and numbers that it holds without any cells."""
    for reference in root.iter():
        if reference.tag in REFERENCES:
            points = tuple(
                (int(point.get("idx", "0")), point.findtext(f"{CHART}v") or "") for point in reference.iter(f"{CHART}pt")
            )
            yield Cached(reference.findtext(f"{CHART}f") or "", points, reference.tag in _NUMBERS)


def _text(paragraph: Element) -> str:
    pieces = []
    for node in paragraph.iter():
        if node.tag in (f"{DRAWING}t", f"{MATH}t"):
            pieces.append(node.text or "")
        elif node.tag == f"{DRAWING}br":
            pieces.append("\n")
    return "".join(pieces)


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps: list[str] = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
