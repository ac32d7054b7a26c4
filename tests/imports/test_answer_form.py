"""The form that answers what a file leaves open: there is one for each question, and a field that was not sent is no answer."""

import re

import pytest

from smmstrategy.metrics.imports.forms import answering
from smmstrategy.metrics.imports.forms.questions import FORMS
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import
from tests.house.code import PROJECT

GIVEN = Options(account="vk:acme", time_zone="Asia/Omsk", kind="posts", period="2026-01-01:2026-01-31", role="own")


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ({"date_order": "mdy"}, {"date_order": "mdy"}),
        ({"time_zone": ""}, {"time_zone": ""}),
        ({"last_day": "2026-02-28"}, {"period": "2026-01-01:2026-02-28"}),
        ({"handle": "other"}, {"account": "vk:other"}),
        ({"role": ""}, {"role": ""}),
    ],
)
def test_only_what_was_sent_and_differs_is_an_answer(agency, sent, answers):
    form = answering(Import(client=agency.a, options=GIVEN.as_json()), sent)
    assert (form.is_valid(), form.options()) == (True, answers)


def test_every_question_that_a_file_may_leave_open_has_its_form():
    texts = [path.read_text() for path in (PROJECT / "smmstrategy/metrics/imports").rglob("*.py")]
    asked = {name for text in texts for name in re.findall(r'\.ask\(\s*"(\w+)"', text)}
    assert asked | {""} == FORMS.keys()
