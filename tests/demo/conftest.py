"""What the claims about the demo share: its calendar and its files, made once."""

from datetime import date

import pytest

from smmstrategy.demo.calendar import Calendar
from smmstrategy.demo.exports import Export, exports
from smmstrategy.metrics.imports.draft import Context
from smmstrategy.metrics.imports.plan import plan

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar(date(2026, 10, 31))


@pytest.fixture(scope="session")
def files(calendar) -> list[Export]:
    return list(exports(calendar))


@pytest.fixture(scope="session")
def plans(files) -> dict[str, dict]:
    """What the importer makes of each file, by its name, with the options it is brought in with and no answers."""
    return {file.name: _plan(file) for file in files}


def _plan(file: Export) -> dict:
    options = {"account": file.options["account"]}
    return plan(file.content, Context(file_name=file.name.rpartition("/")[2], today=TODAY, options=options))
