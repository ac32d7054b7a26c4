"""Traffic from a network is that network's, whatever name, host or app a report gives it."""

import pytest

from smmstrategy.clients.models import Network
from smmstrategy.metrics.networks import HOSTS, IN_TITLES, NETWORKS
from smmstrategy.metrics.sources import network_of


def test_every_network_an_account_can_be_in_is_known_and_is_a_source_by_each_of_its_hosts() -> None:
    assert set(NETWORKS) == {*Network.values, "pinterest"} - {"website"}
    assert {host: network_of(host) for host in HOSTS} == HOSTS


def test_files_speak_only_of_networks_an_account_can_be_in() -> None:
    assert set(IN_TITLES) == {*Network.values} - {"website", "max"}


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
        ("away.vk.com", "vk"),
        ("l.instagram.com", "instagram"),
        ("www.dzen.ru", "dzen"),
        ("Одноклассники", "ok"),
        ("netflix.com", ""),
        ("tgstat", ""),
    ],
)
def test_a_source_is_the_network_that_its_name_host_or_app_stands_for(said: str, network: str) -> None:
    assert network_of(said) == network
