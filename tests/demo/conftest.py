"""What the claims about the demo share: its calendar and its files, made once."""

from datetime import date

import pytest

from smmstrategy.demo.exports import Export, exports
from smmstrategy.demo.scenario import Scenario
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.plan import plan

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return Scenario(date(2026, 10, 31))


@pytest.fixture(scope="session")
def files(scenario) -> list[Export]:
    return list(exports(scenario))


@pytest.fixture(scope="session")
def plans(files) -> dict[str, dict]:
    """What the importer makes of each file, by its name, with the options it is brought in with and no answers."""
    return {file.name: _plan(file) for file in files}


def _plan(file: Export) -> dict:
    options = Options(account=file.options["account"])
    return plan(file.content, Context(file_name=file.name.rpartition("/")[2], today=TODAY, options=options))
