"""What tables call the fields of posts, that a post is a story, and that it was not published, in Russian and English."""

import re

_LENGTHS = ("duration", "продолжительность", "длительность", "длительность видео", "хронометраж")
_SECONDS = tuple(
    form.format(unit)
    for unit in ("sec", "sec.", "seconds", "in seconds", "s", "сек", "сек.", "секунд", "секунды", "в секундах", "с", "с.")
    for form in (" ({})", ", {}")
)
FIELDS = {
    "key": "post id|tweet id|id поста|id публикации|id записи|идентификатор поста|идентификатор публикации|идентификатор твита|"
    "id|video id|media id|message id",
    "permalink": "permalink|постоянная ссылка|post link|post url|video link|link|url|ссылка на пост|ссылка на публикацию|"
    "ссылка|адрес|post permalink|ссылка на запись|линк|ссылка на публ|url поста",
    "published_at": "publish time|published at|published|post time|post date|date published|created|created "
    "at|created time|дата публикации|"
    "дата и время публикации|время публикации|дата поста|дата поста (utc)|дата и время|дата "
    "создания|дата|date|datetime|timestamp|posted|publish date|published date|publication date|publication time|"
    "date of publication|published on|posted at|posted on|posted date|date posted|post created|creation date|date created|"
    "created on|created date|дата выхода|дата и время выхода|время выхода|дата выхода поста|дата выхода публикации|"
    "дата публикации поста|дата публикации записи|дата и время публикации поста|дата размещения|дата и время размещения|"
    "время размещения|дата размещения поста|дата записи|дата и время поста|время поста|дата выпуска|"
    "опубликован|опубликована|опубликовано|дата публ|дата выкладки|дата постинга",
    "clock": "time|время",
    "format": "post type|type|media type|content type|тип поста|тип публикации|тип контента|тип|формат",
    "title": "title|video title|заголовок|название|название видео|post title|название поста|"
    "название публикации|название записи|заголовок поста|заголовок публикации|тема поста|тема публикации|post topic|post name",
    "text": "text|caption|description|message|post text|post message|текст|текст поста|текст "
    "публикации|описание|подпись|сообщение|content|содержание поста|"
    "содержание публикации|контент поста|текст записи|post content|post copy|post caption",
    "hashtags": "hashtags|хештеги|хэштеги",
    "duration": "|".join([*(f"{name}{unit}" for unit in _SECONDS for name in _LENGTHS), *_LENGTHS]),
    "is_paid": "is ad|is paid|promoted|реклама|рекламный пост",
    "account": "account username|username|author username|account|страница|сообщество|аккаунт|канал|"
    "channel|source|author|автор|источник|ник|никнейм|nickname",
    "views": "views|total views|video views|просмотры|количество просмотров|просмотров|view count|views count|просм",
    "impressions": "impressions|показы|количество показов|показов|impressions total|всего показов",
    "reach": "reach|охват|охват поста|охват публикации|reach total|total reach|охват (всего)|охват всего|полный охват|"
    "охват полный|суммарный охват|общий охват|охват общий|охваты|охв|охваченные аккаунты|accounts reached",
    "reach_followers": "охват подписчиков|followers reach|reach followers",
    "reach_viral": "виральный охват|охват виральный|viral reach",
    "reach_paid": "рекламный охват|охват рекламный|paid reach|охват рекламы",
    "likes": 'likes|total likes|лайки|количество лайков|отметки "нравится"|нравится|реакции|reactions|'
    "like count|лайков|классы|reactions count|like|лайк|реакций|реакц",
    "dislikes": "дизлайки",
    "comments": "comments|total comments|комментарии|количество комментариев|комментариев|comment count|"
    "replies|ответы|comments count|comment|комменты|комментов|коммент|комм|коментарии",
    "shares": "shares|total shares|reposts|репосты|количество репостов|репостов|поделились|share count|"
    "forwards|пересылки|shares/reposts|репосты/пересылки|"
    "reposts count|поделиться|share|forwards count|retweets|retweet count|ретвиты|репост|пересл",
    "saves": "saves|saved|сохранения|количество сохранений|сохранений|add to favorites|favorites|в избранное|bookmarks|закладки|"
    "сохр|сохраненки|сохраны",
    "link_clicks": "link clicks|переходы по ссылке|переходы по ссылкам|клики по ссылке|клики по ссылкам|url clicks|"
    "клики по url|клики по url-адресу",
    "clicks": "clicks|total clicks|клики|переходы|кликов|переходов|общее количество кликов|всего кликов",
    "profile_clicks": "profile visits|profile clicks|переходы в профиль|переходы в сообщество|клики по профилю|"
    "клики по профилю пользователя",
    "follows_from_post": "follows|new follows|подписки|подписались|вступления|вступили в сообщество",
    "negatives": "negative feedback|негатив|скрытия|скрыли|hides",
    "video_views": "просмотры видео|video plays|воспроизведения|видеопросмотры",
    "watch_seconds": "total play time|watch time (seconds)",
    "avg_view_s": "average watch time|average seconds viewed|среднее время просмотра|average time watched",
}
# Links to posts, or something else: what they say, how many there were.
MAYBE_LINKS = "ссылки|links|пост|публикация|запись|клип|видео|ролик|рилс|материал|контент|post|publication|clip|video|reel"
# What posts say, or something else: how many posts there were, what kind of post it was, what a day was about.
MAYBE_TEXTS = {
    "text": "пост|публикация|запись|содержание|контент|материал|post|publication|copy|body",
    "title": "тема|анонс|topic|subject|headline",
}
NUMBERS = (
    "№ поста|№ публикации|№ записи|номер поста|номер публикации|номер записи|пост №|публикация №|запись №|"
    "post number|post no|post no.|post #|post №|№|№ п/п|№ пп|п/п|номер|номер п/п|#|no|no."
)
STORIES = re.compile(r"(?<![^\W_])(?:story|stories|сторис|сториз|истории)(?![^\W_])")
# Of a row of a content plan.
STATUS = "статус|статус поста|статус публикации|состояние|готовность|status|post status|state|publication status"
NOT_PUBLISHED = re.compile(
    r"(?:еще )?не (?:опубликован|готов|вышел|вышла|вышло)[ао]?|в (?:работе|плане|процессе|очереди)|"
    r"(?:на )?(?:согласовани[еи]|проверк[еа])|(?:за)?планир(?:ован|уется)(?:[ао]|ы)?|"
    r"(?:отменен|отклонен|перенесен|отложен|снят)(?:[ао]|ы)?|отмена|"
    r"черновик|идея|"
    r"drafts?|scheduled|planned|cancell?ed|in progress|pending|in review|rejected|to ?do|idea|unpublished|not published"
)
