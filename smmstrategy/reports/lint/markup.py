"""XML of a file from outside, read by the quick parser of Python once another has gone through it and found no entity declared."""

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat
from zipfile import ZipFile

from defusedxml import EntitiesForbidden


def root(content: bytes) -> Element:
    _without_entities().Parse(content, True)
    return ElementTree.fromstring(content)  # noqa: S314  # nosec B314


def ended(archive: ZipFile, path: str) -> Iterator[Element]:
    """Each element of a part as it ends, so that what has been read need not be kept."""
    with archive.open(path) as stream:
        _without_entities().ParseFile(stream)
    with archive.open(path) as stream:
        yield from (node for _, node in ElementTree.iterparse(stream, events=("end",)))  # noqa: S314  # nosec B314


def _without_entities() -> expat.XMLParserType:
    """Raises where an entity is declared: a few lines of them could come to gigabytes, or to a file of this machine."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    return parser


def _refuse(name: str, _is_parameter: bool, *declared: str | None) -> None:
    raise EntitiesForbidden(name, *declared)
