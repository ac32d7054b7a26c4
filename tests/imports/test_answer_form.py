"""What is sent of the form of answers: a field that was not sent is no answer."""

import pytest

from smmstrategy.metrics.imports.forms import AnswerForm
from smmstrategy.metrics.imports.reading.options import Options

GIVEN = Options(account="vk:acme", time_zone="Asia/Omsk", kind="posts", period="2026-01-01:2026-01-31", role="own")


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ({"date_order": "mdy"}, {"date_order": "mdy"}),
        ({"time_zone": ""}, {"time_zone": ""}),
        ({"last_day": "2026-02-28"}, {"period": "2026-01-01:2026-02-28"}),
        ({"handle": "other"}, {"account": "vk:other"}),
    ],
)
def test_only_what_was_sent_and_differs_is_an_answer(agency, sent, answers):
    form = AnswerForm(sent, client=agency.a, given=GIVEN, question={})
    assert (form.is_valid(), form.options()) == (True, answers)
