"""What JSON is made of when it is a manifest, so that anything else is told from one before it is read as one."""

from typing import Annotated, Any, TypedDict

from msgspec import Meta, ValidationError, convert

from smmstrategy.reports.document import Shown
from smmstrategy.reports.formats import MISSING
from smmstrategy.reports.manifest import DRAWERS_READ

Value = Annotated[str, Meta(pattern=r"\A-?[0-9]{1,30}(\.[0-9]+)?\Z")]
Places = Annotated[int, Meta(ge=0, lt=30)]
Place = Annotated[int, Meta(ge=0, lt=2**20)]


class _Figure(TypedDict, total=False):
    value: Value | None
    forms: list[tuple[Shown, Places | None, bool, str]]


class _Column(TypedDict):
    sheet: str
    column: Place
    first_row: Place
    values: list[str | None]


class _Manifest(TypedDict):
    """What the lint reads of it."""

    language: str
    figures: dict[str, _Figure]
    shown: list[tuple[str, str, str, str]]
    columns: list[_Column]
    words: list[str]
    shapes: list[str]
    parts: list[str]
    labels: dict[str, str]
    names: dict[str, str]


def is_of_others(content: Any) -> bool:
    """Whether it says that other drawers made it than those whose manifests are read."""
    return isinstance(content, dict) and content.get("drawn_with", DRAWERS_READ[0]) not in DRAWERS_READ


def is_manifest(content: Any) -> bool:
    """Whether it has what a manifest has, and says whatever it says of a file as manifests say it."""
    try:
        told = convert(content, _Manifest)
    except ValidationError:
        return False
    return told["language"] in MISSING and all(
        figure.keys() >= {"forms"} for figure in told["figures"].values() if "value" in figure
    )
