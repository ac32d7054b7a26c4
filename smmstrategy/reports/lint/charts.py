"""Reads a chart of a deck: its words, the points it remembers, each by series and position, and the workbook inside."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from smmstrategy.reports.drawing import STEP, fifteen_digits
from smmstrategy.reports.lint import found, workbook
from smmstrategy.reports.lint.found import CHART, REFERENCES, Cached, Found
from smmstrategy.reports.lint.stray import Reason, number

_STEPS = {"ser": "series", "dLbl": "label", "cat": "category", "tx": "title", "val": "point", "yVal": "point", "xVal": "x"}


def read(archive: ZipFile, path: str, place: str, page: str) -> Iterator[Found]:
    root = found.part(archive, path)
    leaves = list(_leaves(root, place, ()))
    for where, node in leaves:
        if node.tag in REFERENCES:
            yield from _points(node, where)
        else:
            yield Found(where, found.text(node))
    for book in found.targets(archive, path, "package"):
        cells = workbook.values(archive.read(book))
        places = _of_cells(leaves)
        yield from (Found(places.get(cell, STEP.join((place, "data"))), value) for cell, value in cells.items())
        yield from _contradictions(list(found.caches(root)), cells, page)


def _leaves(node: Element, chart: str, steps: tuple[str, ...]) -> Iterator[tuple[str, Element]]:
    """Words and references, each at its place. `steps`: the way to the node, such as «series 2», «point»."""
    for child in node:
        name = child.tag.removeprefix(CHART)
        here = () if name == "cat" else steps  # categories are the same of every series
        here += tuple(filter(None, (_STEPS.get(name), _number(child))))
        if child.tag in REFERENCES or found.is_text(child):
            yield STEP.join(filter(None, (chart, " ".join(here)))), child
        else:
            yield from _leaves(child, chart, here)


def _points(reference: Element, place: str) -> Iterator[Found]:
    for cache in found.caches(reference):
        for index, point in cache.points:
            if point and cache.are_numbers and number(point) is None:
                yield Found(f"{place} {index + 1}", point, fault=Reason("not a number"))
            elif point:
                yield Found(f"{place} {index + 1}", float(point) if cache.are_numbers else point)


def _of_cells(leaves: Iterable[tuple[str, Element]]) -> dict[tuple[str, str], str]:
    """The place that each cell of the workbook is remembered at."""
    places = {}
    for where, node in leaves:
        if node.tag in REFERENCES and (reference := node.findtext(f"{CHART}f")):
            sheet, names = workbook.span(reference)
            places |= {(sheet, name): f"{where} {n}" for n, name in enumerate(names, 1)}
    return places


def _number(node: Element) -> str:
    """Of a series or of the point that a label belongs to."""
    index = node.find(f"{CHART}idx")
    return "" if index is None else str(int(index.get("val", "0")) + 1)


def _contradictions(caches: list[Cached], cells: dict[tuple[str, str], str | float], page: str) -> Iterator[Found]:
    """Points that are not what «edit data» would show."""
    for cache in caches:
        if not cache.reference:
            continue
        sheet, span = workbook.span(cache.reference)
        names = dict(enumerate(span))
        for index, point in cache.points:
            if not point or (cache.are_numbers and number(point) is None):
                continue
            value = cells.get((sheet, names.get(index, "")))
            is_same = isinstance(value, float) and fifteen_digits(value) == number(point)
            if value != point and not is_same:
                yield Found(page, point, fault=Reason("the chart's data say {value}", value=value))
