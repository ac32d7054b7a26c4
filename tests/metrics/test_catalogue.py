"""Metrics total the way they may; reach never does."""

import re
from decimal import Decimal

import pytest

from smmstrategy.clients.models import Network
from smmstrategy.metrics.catalogue import METRICS, Level, NeverTotals, Totals, metric, must_add_up

D = Decimal


@pytest.mark.parametrize("code", ["reach", "account_reach", "account_reach_28d", "visitors", "bounce_rate", "followers"])
def test_adding_up_unique_people_averages_or_levels_raises(code):
    with pytest.raises(NeverTotals, match=code):
        must_add_up(code)


def test_an_unknown_code_is_named():
    with pytest.raises(LookupError, match="veiws"):
        metric("veiws")


def test_every_metric_is_named_in_both_languages_and_given_by_networks_we_have():
    for each in METRICS.values():
        assert each.name("ru") != each.name("en")
        assert each.networks
        assert each.networks <= set(Network.values)
        assert each.levels <= set(Level)


def test_everything_that_counts_unique_people_never_totals():
    unique = {code for code in METRICS if "reach" in code.split("_") or "visitors" in code or code == "engaged_users"}
    assert {code for code in unique if METRICS[code].totals is not Totals.NEVER} - {"goal_reaches"} == set()


def test_a_russian_note_marks_the_networks_of_meta_as_documents_do():
    told = [name for each in METRICS.values() for name in re.findall(r"(?:Instagram|Facebook).?", each.note("ru"))]
    assert set(told) == {"Instagram*"}
