"""The headers of tables and the words that begin their rows: what numbers are, which is as much as how large they are."""

from collections.abc import Collection, Iterator

from smmstrategy.reports.lint.found import Found
from smmstrategy.reports.lint.stray import Reason, Stray
from smmstrategy.reports.manifest import Manifest


class Labels:
    """`sheets`: those of the manifest's that the file has."""

    def __init__(self, manifest: Manifest, sheets: Collection[str]) -> None:
        self.labels: dict[str, str] = manifest["labels"]
        self.sheets, self.seen = sheets, set[str]()

    def changed(self, found: Found) -> Stray | None:
        self.seen.add(found.place)
        label = self.labels.get(found.place)
        return None if label in (None, found.value) else _stray(found.place, str(found.value), label)

    def gone(self) -> Iterator[Stray]:
        """Of the cells of a sheet; a slide may do without a table."""
        for place, label in self.labels.items():
            if place not in self.seen and place.rpartition("!")[0] in self.sheets:
                yield _stray(place, "", label)


def _stray(place: str, token: str, label: str) -> Stray:
    return Stray(place, token, Reason("the manifest has «{label}» here", label=label))
