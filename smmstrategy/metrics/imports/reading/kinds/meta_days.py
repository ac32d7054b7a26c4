"""Meta Business Suite by day: of its tables with the columns «Date» and «Primary» the title says what they count."""

from collections.abc import Sequence

from smmstrategy.metrics.imports.reading.columns.titled import by_title
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows

DAY = {"day": "date|дата"}
COUNTED = {
    "account_reach": "reach|охват",
    "account_views": "views|просмотры",
    "account_visitors": "visits|profile visits|page visits|посещения|визиты|посещения профиля|посещения страницы",
    "followers_gained": "follows|new follows|new followers|подписки|новые подписки|новые подписчики",
    "followers_lost": "unfollows|отписки|отмены подписки",
    "followers_net": "net follows|net followers|чистый прирост подписчиков|прирост подписчиков",
    "link_clicks": "link clicks|клики по ссылке|клики по ссылкам|переходы по ссылке|переходы по ссылкам",
}
NOT_MEASURED = "interactions|content interactions|взаимодействия|взаимодействия с контентом|взаимодействия с публикациями"
OF_META = ("instagram", "facebook")
NAMED = {"": ("{}",)} | {
    network: (f"{network} {{}}", f"{{}} {network}", f"{{}} в {network}", f"{{}} на {network}") for network in OF_META
}


def _titles(names: str, forms: Sequence[str]) -> str:
    return "|".join(by_title(form.format(name)).casefold() for name in names.split("|") for form in forms)


KINDS = tuple(
    Kind(
        "meta_by_day",
        "Meta Business Suite: account by day",
        Rows.VALUES,
        DAY | {metric: _titles(names, forms) for metric, names in COUNTED.items()},
        ("day", "|".join(COUNTED)),
        network=network,
        networks=() if network else OF_META,
    )
    for network, forms in NAMED.items()
)
INTERACTIONS = Kind(
    "meta_interactions",
    "Meta Business Suite: interactions by day",
    Rows.NOTHING,
    {},
    headers=("|".join(_titles(NOT_MEASURED, forms) for forms in NAMED.values()),),
    notice="This row counts interactions of all kinds together; no metric of an account does.",
)
