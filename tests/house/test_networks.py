"""A network that an account can be in stands in every place that holds facts of networks, or is left out there on purpose."""

from itertools import chain

import pytest

from audits.report import names
from smmstrategy.clients.models import Network
from smmstrategy.metrics import catalogue, networks
from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.reports import theme

SITE = {"website"}
PLACES = {
    "names in documents": (names.NETWORKS, set()),
    "colours": (theme.NETWORKS, SITE | {"max", "linkedin"}),  # these are drawn in a free one
    "what it is known by": (networks.NETWORKS.keys() - {"pinterest"}, SITE),  # that one is a source of traffic alone
    "addresses of pages": (pages.PATTERNS, SITE),
    "addresses of posts": ({network for network, *_pattern in links.PATTERNS}, SITE | {"max", "linkedin"}),  # theirs are not read
    "networks with posts": (catalogue.ANY_NETWORK, SITE),
    "metrics": (set(chain.from_iterable(metric.networks for metric in catalogue.METRICS.values())), set()),
}


@pytest.mark.parametrize("place", PLACES)
def test_each_place_holds_every_network_or_leaves_it_out_on_purpose(place: str) -> None:
    there, left_out = PLACES[place]
    assert set(there) == {*Network.values} - left_out
