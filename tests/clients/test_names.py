"""Names: what shows something, and what looks the same."""

import pytest
from django.core.exceptions import ValidationError

from smmstrategy.clients.names import as_seen, validate_visible


@pytest.mark.parametrize("name", ["\u200b", " \u2060 ", "\u3164", "\u2800", "\ufe0f", "\u00ad\u200e"])
def test_a_name_that_shows_nothing_is_refused(name):
    with pytest.raises(ValidationError):
        validate_visible(name)


@pytest.mark.parametrize("name", ["Ё", "7", "☕", "!", "हि", "Кофе\u200bйня"])
def test_a_name_that_shows_something_is_taken(name):
    assert validate_visible(name) is None


@pytest.mark.parametrize("name", ["параллель", "ПАРАЛЛЕЛЬ ", "Парал\u200bлель", "\u200eПараллель", "параллель\u00a0"])
def test_names_that_look_the_same(name):
    assert as_seen(name) == as_seen("Параллель") == "параллель"


def test_names_that_can_be_told_apart():
    assert as_seen("Параллель 2") != as_seen("Параллель")
