"""The demo's export files in the order in which they are brought in: own accounts, the website, competitors."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from smmstrategy.demo import audience, cast, competitor_exports, own_exports, site_exports
from smmstrategy.demo.cast import Page
from smmstrategy.demo.posts import posts
from smmstrategy.demo.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Export:
    """A file, what is said when it is brought in, and what is answered once it was looked at."""

    name: str
    content: bytes
    options: dict[str, str]
    answers: dict[str, str | bool] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def exports(scenario: Scenario) -> Iterator[Export]:
    """Every file, made one at a time."""
    for page, files in _of_own(scenario):
        for name, content, answers in files:
            yield Export(f"{page.network}/{name}", content, {"account": page.account, "role": page.role}, answers)
    for page in cast.COMPETITORS:
        found = posts(page, scenario), audience.days(page, scenario)
        for name, content in competitor_exports.files(page, scenario, *found):
            yield Export(f"competitors/{name}", content, {"account": page.account, "role": page.role})


def _of_own(scenario: Scenario) -> Iterator[tuple[Page, Iterator[own_exports.File]]]:
    for page, files in own_exports.BY_PAGE:
        yield page, files(scenario, posts(page, scenario), audience.days(page, scenario))
    yield cast.SITE, site_exports.files(scenario)


def write(scenario: Scenario, folder: Path) -> list[Path]:
    """Lay all files out in a folder and say where they are."""
    paths = []
    for export in exports(scenario):
        path = folder / export.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(export.content)
        paths.append(path)
    return paths
