"""Metrics total the way they may; reach never does."""

from decimal import Decimal

import pytest

from smmstrategy.clients.models import Network
from smmstrategy.metrics.catalogue import METRICS, Level, NeverTotals, Totals, metric, total

D = Decimal


def test_a_sum_passes_over_gaps_and_nothing_known_is_none():
    assert total("views", [D(1), None, D(2)]) == D(3)
    assert total("views", [None, None]) is None
    assert total("views", []) is None
    assert total("views", [D(0)]) == D(0)


def test_followers_total_to_the_last_known_value():
    assert total("followers", [D(10), D(12), None]) == D(12)


@pytest.mark.parametrize("code", ["reach", "account_reach", "account_reach_28d", "visitors", "bounce_rate"])
def test_adding_up_unique_people_or_averages_raises(code):
    with pytest.raises(NeverTotals, match=code):
        total(code, [D(1), D(2)])
    assert total(code, [None, D(5)]) == D(5)


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
