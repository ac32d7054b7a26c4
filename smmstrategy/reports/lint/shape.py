"""What JSON is made of when it is a manifest, so that anything else is told from one before it is read as one."""

from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta, ValidationError, convert

from smmstrategy.reports.document import Shown
from smmstrategy.reports.formats import MISSING

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
    """What the lint reads of it; those of before lack some."""

    language: str
    figures: dict[str, _Figure]
    shown: list[tuple[str, str, str, str]]
    columns: list[_Column]
    words: NotRequired[list[str]]
    shapes: NotRequired[list[str]]
    parts: NotRequired[list[str]]
    labels: NotRequired[dict[str, str]]
    names: NotRequired[dict[str, str]]


def is_manifest(content: Any) -> bool:
    """Whether it has what every manifest has, and whatever else it says of a file as manifests say it."""
    try:
        manifest = convert(content, _Manifest)
    except ValidationError:
        return False
    return manifest["language"] in MISSING and all(
        figure.keys() >= {"forms"} for figure in manifest["figures"].values() if "value" in figure
    )
