"""YouTube Studio: content, content by day, totals by day, and tables by traffic source or another dimension."""

import re

from smmstrategy.metrics.imports.reading.kinds.kind import PACIFIC, Kind, Rows, names_no_network_but

NUMBERS = {
    "watch_seconds*3600": "watch time (hours)|watch time hours|время просмотра (часы)|время просмотра, ч",
    "watch_seconds*60": "watch time (minutes)|время просмотра (минуты)",
    "avg_view_s": "average view duration|средняя продолжительность просмотра",
    "avg_view_pct": "average percentage viewed (%)|average % viewed|average percentage viewed|средний "
    "процент просмотра (%)|средний процент просмотра",
    "impressions_ctr": "thumbnail click-through rate (%)|impressions click-through rate (%)|ctr для значков "
    "видео (%)|ctr значков видео (%)|"
    "impressions ctr (%)|ctr (%)",
    "likes": 'likes|отметки "нравится"|лайки|отметки нравится',
    "dislikes": 'dislikes|отметки "не нравится"|дизлайки',
    "comments": "comments added|comments|комментарии|добавленные комментарии|добавлено комментариев",
    "shares": "shares|поделились|отправки|сколько раз поделились",
}
POSTS = NUMBERS | {
    "key": "content|video|контент|видео",
    "title": "video title|название видео",
    "published_at": "video publish time|время публикации видео|дата публикации видео",
    "duration": "duration|продолжительность|длительность",
    "views": "views|video views|просмотры",
    "engaged_views": "engaged views|заинтересованные просмотры",
    "impressions": "thumbnail impressions|impressions|показы значков видео|показы для значков видео|показы",
    "follows_from_post": "subscribers|подписчики",
    "revenue": "estimated revenue|your estimated revenue|estimated partner revenue|расчетный доход|ваш расчетный доход",
}
VALUES = NUMBERS | {
    "day": "date|дата|day|день|month|месяц",
    "revenue": "estimated revenue|your estimated revenue|estimated partner revenue|расчетный доход|ваш расчетный доход",
    "account_views": "views|video views|просмотры",
    "account_impressions": "thumbnail impressions|impressions|показы значков видео|показы для значков видео|показы",
    "followers_gained": "subscribers gained|новые подписчики|подписались",
    "followers_lost": "subscribers lost|потерянные подписчики|отписались",
    "followers": "total subscribers|subscribers total|всего подписчиков|подписчиков всего",
    "followers_net": "subscribers|подписчики",
    "by traffic_source": "traffic source|источник трафика|источники трафика",
    "by country": "geography|country|география|страна",
    "by device": "device type|тип устройства",
    "by subscription": "subscription status|статус подписки",
    "by age": "viewer age|возраст зрителя|возраст",
    "by gender": "viewer gender|пол зрителя|пол",
    "by content_type": "content type|тип контента",
}
WITHOUT = (
    r"subscribers (?:gained|lost)|(?:playback-based )?(?:rpm|cpm)(?: \(\w+\))?|unique viewers|уникальные зрители|"
    r"(?:new|returning|casual|regular) viewers|average views per viewer|videos (?:added|published)|shown in feed|"
    r"(?:cards?|end screen elements?) (?:shown|clicks)"
)
WINDOW = "The figures are those of the window chosen in YouTube Studio, not of the whole life of a video."
# Files and sheets of an export, as Studio calls them: by themselves, in a folder or archive, or downloaded once more.
FILES = re.compile(
    r"(?:^|/|: |\.\w+ )(?:totals|итоговые.значения|(?:chart|table).data|данные.(?:диаграммы|таблицы))(?: ?\(\d+\))?(?:\.\w+)?\s*$",
    re.IGNORECASE,
)
OF_A_DAY = (
    "account_views|followers_net|followers_gained|followers_lost|watch_seconds*3600|watch_seconds*60|avg_view_s|avg_view_pct|"
    "account_impressions|impressions_ctr|likes|dislikes|comments|shares|revenue"
)
DAYS = "YouTube counts days in Pacific time; they were taken so. If yours differ, say which (--time-zone ZONE)."

CONTENT = (
    Kind(
        "youtube_content_by_day",
        "YouTube Studio: videos by day",
        Rows.VALUES,
        VALUES | {"by video": "content|контент|video|видео"},
        required=("day", "by video", OF_A_DAY),
        headers=("video title|название видео",),
        network="youtube",
        unneeded=WITHOUT,
        zone=PACIFIC,
        notice=DAYS,
    ),
    Kind(
        "youtube_content",
        "YouTube Studio: content",
        Rows.POST,
        POSTS,
        required=("key", "title", "published_at"),
        network="youtube",
        unneeded=WITHOUT,
        notice=WINDOW,
        of_window=True,
    ),
)
KINDS = (
    Kind(
        "youtube_breakdown",
        "YouTube Studio: by source or audience",
        Rows.VALUES,
        VALUES,
        ("by", "account_views"),
        network="youtube",
        unneeded=WITHOUT,
        zone=PACIFIC,
        notice=DAYS,
    ),
    Kind(
        "youtube_by_day",
        "YouTube Studio: by day",
        Rows.VALUES,
        VALUES,
        ("day", OF_A_DAY),
        told_by=("account_views", "followers_net|followers_gained|watch_seconds*3600|watch_seconds*60|avg_view_s"),
        without=("reach", "охват", "visitors", "посетители", "posts", "публикации", "посты"),
        file_name=names_no_network_but("youtube"),
        network="youtube",
        unneeded=WITHOUT,
        zone=PACIFIC,
        notice=DAYS,
    ),
    Kind(
        "youtube_totals",
        "YouTube Studio: totals by day",
        Rows.VALUES,
        VALUES,
        ("day", OF_A_DAY),
        file_name=names_no_network_but("youtube") + f".*{FILES.pattern}",
        network="youtube",
        unneeded=WITHOUT,
        zone=PACIFIC,
        notice=DAYS,
    ),
)
