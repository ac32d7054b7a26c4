"""Values of an account by day or month, under the usual names, whichever service gave them."""

from smmstrategy.metrics.catalogue import Level
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.columns.accounts import NAMES
from smmstrategy.metrics.imports.reading.kinds.accounts import ADDRESS
from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.traffic import VIEWS_BY_DAY, VISITORS_BY_DAY
from smmstrategy.metrics.imports.reading.kinds.vocabulary import POST, with_own_names
from smmstrategy.metrics.imports.reading.tables.layout import Table

_DAYS = {
    "day": "date|day|month|дата|день|месяц|период",
    "followers": "followers|total followers|subscribers total|подписчики|количество подписчиков|"
    "подписчиков|участники|всего подписчиков|"
    "members|participants|participants count|members count|follower count|подписч|подписчиков всего|фолловеры|участников",
    "followers_gained": "new followers|followers gained|subscribed|новые подписчики|подписались|вступили|новые участники|joined|"
    "gained followers|подписавшиеся|новых подписчиков|новые подп",
    "followers_lost": "unfollows|unsubscribed|followers lost|отписались|вышли|отписки|left|вышедшие участники|"
    "отписавшихся|lost followers|отписок",
    "followers_net": "net followers|net follows|прирост|прирост подписчиков|follows|прирост подп",
    "posts_published": "posts|публикации|посты|количество постов|количество публикаций|tweets|posts published|create post|"
    "постов|публикаций",
    "account_reach": "reach|охват|полный охват|total reach|охват всего|общий охват|охват общий|охваты|охв",
    "account_views": "views|просмотры|video views|просмотры видео|видеопросмотры|просмотров|просм",
    "account_impressions": "impressions|показы|tweet impressions|показов",
    "account_visitors": "visitors|посетители|unique visitors|уникальные посетители|profile visits|page visits|"
    "уникальные посетители страницы",
    "likes": "likes|лайки|мне нравится|реакции|reactions|классы|лайков|реакций|реакц",
    "comments": "comments|комментарии|replies|комментариев|комменты|комментов|коммент|комм|коментарии",
    "shares": "shares|reposts|репосты|рассказать друзьям|поделились|репостов|пересылки|пересл",
    "saves": "saves|bookmarks|сохранения|сохранений|сохр",
    "mentions": "mentions|упоминания|упоминаний",
    "link_clicks": "link clicks|url clicks|клики по ссылкам|переходы по ссылкам",
    "engaged_users": "engaged users|вовлеченные пользователи",
}
DAYS = with_own_names(_DAYS, Level.ACCOUNT)
OF_ACCOUNTS = (
    DAYS
    | networks.HEADERS
    | {"account": f"account username|username|account|аккаунт|сообщество|страница|канал|channel|{NAMES}", "account_url": ADDRESS}
)
OTHERS = (
    "followers|followers_gained|followers_lost|followers_net|posts_published|account_reach|account_impressions|"
    "likes|comments|shares|mentions|engaged_users"
)
OF_ACCOUNTS_ALONE = frozenset(
    [
        "followers",
        "followers_gained",
        "followers_lost",
        "followers_net",
        "posts_published",
        "account_visitors",
        "mentions",
        "engaged_users",
    ]
)
KINDS = (
    Kind("days", "Account by day or month", Rows.VALUES, OF_ACCOUNTS, ("day", OTHERS), may_be_posts=True),
    VISITORS_BY_DAY,
    VIEWS_BY_DAY,
    Kind(
        "days_views",
        "Account views by day",
        Rows.VALUES,
        OF_ACCOUNTS,
        ("day", "account_views|account_visitors"),
        may_be_posts=True,
    ),
)


def of_accounts_alone(table: Table) -> set[str]:
    """What a table has of accounts alone, by names under which no post has anything."""
    fields, of_posts = headers.columns(table.header, OF_ACCOUNTS), headers.spread(POST)
    return {field for field in OF_ACCOUNTS_ALONE & fields.keys() if headers.plain(table.header[fields[field]]) not in of_posts}
