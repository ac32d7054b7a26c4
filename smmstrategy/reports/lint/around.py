"""Whatever of a package is read at no place: a part that it relates to shows no number there, or cannot be checked and is told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports import plain
from smmstrategy.reports.lint import markup, office, pieces
from smmstrategy.reports.lint.office import DRAWING, REFERENCES, SHEET, SLIDE
from smmstrategy.reports.lint.stray import Reason, Stray
from smmstrategy.reports.manifest import Manifest

# Shared strings show nothing but what is read at its places.
SHOW_NOTHING = {
    "theme", "sharedStrings", "printerSettings", "calcChain", "sheetMetadata", "presProps", "viewProps", "tableStyles",
    "chartStyle", "chartColorStyle", "font", "tags", "customXml", "customXmlProps", "thumbnail", "hyperlink", "commentAuthors",
    "authors", "person", "diagramLayout", "diagramQuickStyle", "diagramColors", "changesInfo", "revisionInfo",
}  # fmt: skip
_WHOLE = (
    "notesMaster", "handoutMaster", "styles", "drawing", "vmlDrawing", "comments", "threadedComment", "chartUserShapes",
    "diagramData", "diagramDrawing", "core-properties", "extended-properties", "custom-properties",
)  # fmt: skip
# By kind of part the elements and attributes in it that are read at their places, or are prompts that nobody sees.
READ = {
    "officeDocument": frozenset({f"{SHEET}definedName"}),
    "worksheet": frozenset({f"{SHEET}sheetData", f"{SHEET}oddFooter"}),
    "slide": frozenset({f"{DRAWING}p", "descr"}),
    "chart": frozenset({f"{DRAWING}p", *REFERENCES}),
    **dict.fromkeys(("slideLayout", "slideMaster", "notesSlide"), frozenset({f"{SLIDE}sp"})),
    **dict.fromkeys(_WHOLE, frozenset()),
}
# Elements whose words are places, statistics and moments that Office keeps for itself, and fields, which it fills in itself.
_KEPT = {
    "f", "formula", "formula1", "formula2", "formatCode", "sqref", "row", "col", "rowOff", "colOff", "x", "y", "fld", "created",
    "modified", "lastPrinted", "revision", "version", "HeadingPairs", "TitlesOfParts", "Application", "AppVersion",
    "DocSecurity", "TotalTime", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "Slides",
    "Notes", "HiddenSlides", "MMClips",
}  # fmt: skip
_OF_EXCEL = "{urn:schemas-microsoft-com:office:excel}"  # in drawings of comments: where they lie
_SAID = ("descr", "title", "tooltip", "prompt", "promptTitle", "error", "errorTitle")  # attributes that a person sees
_NAMED = ("section", "custShow")  # elements whose name one sees
_CELLS = re.compile(rb"<((?:\w+:)?sheetData)\b.*?</\1>", re.DOTALL)
_LIST = re.compile(r'"([^"]*)"')  # the choices of a cell, written out
_OF_FOOTERS = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|[0-9]+|.)')
_OF_FORMATS = re.compile(r'"([^"]*)"|[\\*](.)|_.|\[[^\]]*\]|/ *[0-9]+|([1-9]+)')


def strays(archive: ZipFile, names: Mapping[str, str], manifest: Manifest, place: str = "") -> Iterator[Stray]:
    """`names`: what sheets or slides are called, by their paths; what lies beside one is told of it."""
    lines = {line for _, _, _, text in manifest["shown"] for line in text.split("\n") if plain.has_digit(line)}
    seen, left = {""}, [("", place)]
    for source, of in left:
        for kind, path in office.related(archive, source).values():
            if path in seen or kind in SHOW_NOTHING:
                continue
            seen.add(path)
            at = names.get(path, of)
            if kind == "package":
                yield from strays(ZipFile(BytesIO(archive.read(path))), {}, manifest, at)
            elif kind in READ:
                left.append((path, at))
                for text in _words(archive.read(path), READ[kind]):
                    numbers = pieces.anywhere(text, lines if kind.endswith("properties") else ())
                    yield from (Stray(at or path, one, Reason("no place of the manifest: {part}", part=path)) for one in numbers)
            else:
                yield Stray(at or path, "", Reason("nothing can be checked of what this part shows: {part}", part=path))


def _words(content: bytes, read: frozenset[str]) -> Iterator[str]:
    """Texts with a digit in them."""
    root = markup.root(_CELLS.sub(b"", content))
    said = [name for name in _SAID if name not in read]
    for node in _shown(root, read):
        yield from filter(plain.has_digit, _seen(node, said))
    for node in root.iter():
        if code := (node.text or "") if node.tag.endswith("formatCode") else node.get("formatCode"):
            yield " ".join("".join(each) for each in _OF_FORMATS.findall(code))
        elif node.tag.endswith("formula1"):
            yield " ".join(_LIST.findall(node.text or ""))


def _shown(root: Element, read: frozenset[str]) -> Iterator[Element]:
    left = [root]
    while left:
        node = left.pop()
        if not (node.tag in read or _name(node) in _KEPT or node.tag.startswith(_OF_EXCEL)):
            yield node
            left.extend(reversed(node))


def _seen(node: Element, said: Sequence[str]) -> Iterator[str]:
    if node.attrib:
        yield from (node.get(one, "") for one in said)
        yield node.get("name", "") if _name(node) in _NAMED else ""
    if node.text:
        yield _OF_FOOTERS.sub("", node.text) if node.tag.endswith(("Header", "Footer")) else node.text
    yield from (child.tail for child in node if child.tail)


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]
