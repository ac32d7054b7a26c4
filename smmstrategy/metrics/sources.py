"""Sources of traffic that are social networks, under whatever name, host or short link a report gives them."""

from smmstrategy.metrics.networks import SOURCES

NOT_SET = "(not set)"
DIRECT = "(direct)"
CALLED_DIRECT = frozenset(("(direct)", "direct", "direct traffic", "direct visits", "прямые заходы"))
OF_NOBODY = frozenset(  # nor can anybody be asked for more of these
    (
        *("(none)", "(not set)", "(other)", "(data not available)", "(not provided)", "none", "undefined", "unknown", "unassigned"),
        *("internal traffic", "cached page traffic", "внутренние переходы", "переходы с сохранённых страниц"),
        *("канал не определён", "не определено", "не определён", "неизвестно", "другое", "other", ""),
    )
)


def is_direct(source: str) -> bool:
    """Whether a report calls so the visits that come by no link."""
    return source.strip().casefold() in CALLED_DIRECT


def can_be_strengthened(source: str) -> bool:
    """Whether more visits can be had from it: not from no link at all, the website itself or what is not known."""
    return not is_direct(source) and source.strip().casefold() not in OF_NOBODY


def network_of(source: str) -> str:
    """The social network that a source's name, host or address stands for; "" for any other source."""
    name = source.strip().split("://")[-1].split("/")[0]
    return next((network for network, names in SOURCES.items() if names.fullmatch(name)), "")
