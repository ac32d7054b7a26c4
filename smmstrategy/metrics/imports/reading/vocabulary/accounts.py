"""What tables by day call the figures of an account, in Russian and English."""

BY_DAY = {
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
