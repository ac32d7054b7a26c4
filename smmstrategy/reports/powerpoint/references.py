"""Where a page speaks of another page: the number of its slide, put in once the earlier pages are drawn."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from smmstrategy.reports.document import Part, SlideNumber


def resolved(described: Any, numbers: Mapping[str, int]) -> Any:
    """The same page with the numbers of slides in it; `numbers`: the first slide of every page drawn so far, by key.

    Raises KeyError for a page that is not drawn yet: a page may only speak of those before it.
    """
    if isinstance(described, SlideNumber):
        return replace(described, number=numbers[described.page])
    if isinstance(described, Part):
        return described
    if isinstance(described, tuple):
        items = tuple(resolved(item, numbers) for item in described)
        return items if any(new is not old for new, old in zip(items, described, strict=True)) else described
    if is_dataclass(described):
        parts = {field.name: getattr(described, field.name) for field in fields(described)}
        changed = {name: new for name, part in parts.items() if (new := resolved(part, numbers)) is not part}
        return replace(described, **changed) if changed else described
    return described
