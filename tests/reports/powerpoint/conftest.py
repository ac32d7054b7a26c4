"""The sample document drawn once in every language and temper."""

import pytest

from smmstrategy.reports.drawing import Drawing
from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample


@pytest.fixture(scope="session", params=["ru", "en", "ru nasty", "en nasty"])
def deck(request) -> Drawing:
    language, *temper = request.param.split()
    return draw(sample.document(language, nasty=bool(temper)))
