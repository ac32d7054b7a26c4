"""Traffic from a network is that network's, whatever name, host or app a report gives it."""

import pytest

from smmstrategy.clients.models import Network
from smmstrategy.metrics.imports.pages import HOSTS
from smmstrategy.metrics.sources import SOCIAL, network_of


def test_every_network_an_account_can_be_in_is_a_source_by_its_name_and_by_each_of_its_hosts() -> None:
    assert set(Network.values) - {"website"} <= set(SOCIAL)
    assert {host: network_of(host) for host in HOSTS} == HOSTS


@pytest.mark.parametrize(
    ("said", "network"),
    [
        ("Rutube", "rutube"),
        ("https://rutube.ru/channel/23", "rutube"),
        ("max", "max"),
        ("web.max.ru", "max"),
        ("ru.oneme.app", "max"),
        ("hbomax.com", ""),
        ("rutube.example.com", ""),
    ],
)
def test_rutube_and_max_are_social_networks_too(said: str, network: str) -> None:
    assert network_of(said) == network
