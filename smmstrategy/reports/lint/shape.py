"""What JSON is made of when it is a manifest, so that anything else is told from one before it is read as one."""

import re
from collections.abc import Callable, Collection
from typing import Any

from smmstrategy.reports.document import Shown
from smmstrategy.reports.formats import MISSING

Test = Callable[[Any], bool]
_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]+)?")


def is_manifest(content: Any) -> bool:
    """Whether it has what every manifest has, and whatever else it says of a file as manifests say it."""
    return _MANIFEST(content)


def _a(*types: type) -> Test:
    return lambda value: type(value) in types


def _one_of(known: Collection[Any]) -> Test:
    return lambda value: isinstance(value, str | int | None) and value in known


def _list(each: Test) -> Test:
    return lambda value: isinstance(value, list) and all(map(each, value))


def _row(*parts: Test) -> Test:
    return lambda value: (
        isinstance(value, list) and len(value) == len(parts) and all(part(one) for part, one in zip(parts, value, strict=True))
    )


def _by_name(each: Test) -> Test:
    return lambda value: isinstance(value, dict) and all(map(each, value.values()))


def _having(needed: dict[str, Test], others: dict[str, Test]) -> Test:
    """All that is needed; the others where they are there."""
    tests = needed | others
    return lambda value: (
        isinstance(value, dict)
        and needed.keys() <= value.keys()
        and all(tests[name](value[name]) for name in tests.keys() & value.keys())
    )


def _is_value(value: Any) -> bool:
    return value is None or (isinstance(value, str) and _NUMBER.fullmatch(value) is not None)


_TEXT, _PLACE = _a(str), _one_of(range(2**20))
_FORM = _row(_one_of(tuple(Shown)), _one_of((None, *range(30))), _a(bool), _TEXT)
_VALUE = _having({"value": _is_value, "forms": _list(_FORM)}, {})
_COLUMN = _having({"sheet": _TEXT, "column": _PLACE, "first_row": _PLACE, "values": _list(_a(str, type(None)))}, {})
_MANIFEST = _having(
    {
        "language": _one_of(MISSING.keys()),
        "figures": _by_name(lambda figure: isinstance(figure, dict) and ("value" not in figure or _VALUE(figure))),
        "shown": _list(_row(_TEXT, _TEXT, _TEXT, _TEXT)),
        "columns": _list(_COLUMN),
    },
    {"words": _list(_TEXT), "shapes": _list(_TEXT), "parts": _list(_TEXT), "labels": _by_name(_TEXT), "names": _by_name(_TEXT)},
)
