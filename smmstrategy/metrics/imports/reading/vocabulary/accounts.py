"""What tables call accounts and their networks, and by day the figures of an account, in Russian and English."""

NETWORK = (
    "соцсеть|соцсети|соц. сеть|соц.сеть|соц сеть|социальная сеть|социальные сети|название соцсети|социальная площадка|"
    "social network|social media|social media platform|social platform"
)
# Or a venue, a site.
MAY_BE_NETWORK = "площадка|платформа|сеть|network|platform|сервис|service|ресурс|соцмедиа|network name|platform name"
ORIGIN = "источник|source|канал|channel"  # or where readers come from, the app a post was written in, an account
COMPETITORS = "competitor|competitors|конкурент|конкуренты"
BLOGGERS = (
    "blogger|bloggers|influencer|influencers|блогер|блогеры|блоггер|блоггеры|инфлюенсер|инфлюенсеры|"
    "инфлюэнсер|инфлюэнсеры|лидер мнений|лидеры мнений|лом|ломы|амбассадор|амбассадоры|ambassador|ambassadors|"
    "имя блогера|ник блогера|аккаунт блогера|аккаунт инфлюенсера|аккаунт инфлюэнсера|аккаунт амбассадора|"
    "ссылка на блогера|блогер/ссылка|ссылка на инфлюенсера|ссылка на инфлюэнсера|ссылка на амбассадора"
)
BRANDS = "brand|бренд|company|компания"
PAGES = (
    "account name|page name|channel name|community name|имя аккаунта|имя страницы|название аккаунта|"
    "название страницы|название сообщества|название канала|название группы|название паблика"
)
AUTHORS = "author username"
WRITERS = "author|автор"
NAMES = f"{PAGES}|{COMPETITORS}|{BLOGGERS}|{BRANDS}"
# Of pages, where each stands beside the address of one.
MAY_NAME_PAGES = (
    f"{NAMES}|account|аккаунт|community|сообщество|page|страница|group|группа|паблик|channel|канал|project|проект|"
    "название|наименование|имя|name|title"
)
MAY_BE_NAMES = "название|наименование|имя|name|title"  # of pages, or of posts
BY_DAY = {
    "day": "date|day|month|дата|день|месяц|период",
    "followers": "followers|total followers|subscribers total|подписчики|количество подписчиков|"
    "подписчиков|участники|всего подписчиков|"
    "members|participants|participants count|members count|follower count|подписч|подписчиков всего|фолловеры|участников",
    "followers_gained": "new followers|followers gained|subscribed|новые подписчики|подписались|вступили|новые участники|joined|"
    "gained followers|подписавшиеся|новых подписчиков|новые подп|"
    "вступило|подписалось",
    "followers_lost": "unfollows|unsubscribed|followers lost|отписались|вышли|отписки|left|вышедшие участники|"
    "отписавшихся|lost followers|отписок|вышло|отписалось",
    "followers_net": "net followers|net follows|прирост|прирост подписчиков|follows|прирост подп",
    "posts_published": "posts|публикации|посты|количество постов|количество публикаций|tweets|posts published|create post|"
    "постов|публикаций",
    "account_reach": "reach|охват|полный охват|охват полный|total reach|охват всего|общий охват|охват общий|охваты|охв|"
    "охваченные аккаунты|accounts reached",
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
# Over the names of figures, where these stand in rows, and over the figures themselves.
NAMES_OF_METRICS = frozenset(
    ["показатель", "показатели", "метрика", "метрики", "критерий", "kpi", "metric", "metrics", "indicator", "indicators"]
)
VALUES_OF_METRICS = frozenset(
    ["значение", "значения", "факт", "результат", "количество", "кол-во", "value", "values", "fact", "actual", "result"]
)
