"""Sources of traffic that are social networks, under whatever name, host or short link a report gives them."""

from smmstrategy.metrics.networks import SOURCES

NOT_SET = "(not set)"


def network_of(source: str) -> str:
    """The social network that a source's name, host or address stands for; "" for any other source."""
    name = source.strip().split("://")[-1].split("/")[0]
    return next((network for network, names in SOURCES.items() if names.fullmatch(name)), "")
