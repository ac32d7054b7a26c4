"""Lists of accounts with how many follow them."""

from smmstrategy.metrics.imports.reading.columns import networks
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.vocabulary import accounts as vocabulary

ADDRESS = (
    "links|link|url|profile link|page link|page url|ссылка|ссылка на профиль|ссылка на канал|ссылка на страницу|"
    "ссылка на сообщество|ссылка на группу|ссылка на аккаунт|ссылка на паблик|"
    "адрес страницы|адрес сообщества|адрес канала|адрес группы"
)
LIST = networks.HEADERS | {
    "account": "influencer insta name|username|handle|account|аккаунт|ник|логин|youtuber|channel|канал|"
    f"{vocabulary.COMPETITORS}|{vocabulary.BLOGGERS}|{vocabulary.BRANDS}",
    "account_name": "instagram name|name|channel name|title|название|имя|название канала",
    "account_url": ADDRESS,
    "followers": "followers|suscribers|subscribers|подписчики|количество подписчиков|подписчиков|участники|total followers",
    "posts_total": "posts|media count|количество постов|публикаций",
}
WITHOUT = "authentic engagement|engagement avg|comments|likes|visits|rank"
KNOWN = (
    Kind(
        "instagram_accounts",
        "List of Instagram accounts",
        Rows.ACCOUNT,
        LIST,
        ("account", "followers"),
        ("influencer insta name",),
        network="instagram",
        of_influencers=True,
        unneeded=WITHOUT,
    ),
    Kind(
        "youtube_accounts",
        "List of YouTube channels",
        Rows.ACCOUNT,
        LIST,
        ("account|account_url", "followers"),
        ("suscribers",),
        network="youtube",
        of_influencers=True,
        unneeded=WITHOUT,
    ),
)
DATED = ("date", "day", "week", "month", "дата", "день", "неделя", "месяц", "период")
GENERIC = (Kind("accounts", "List of accounts", Rows.ACCOUNT, LIST, ("account|account_url", "followers"), without=DATED),)
