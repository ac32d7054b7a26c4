"""Traffic of a site: Google Analytics (old and 4), Yandex Metrika, a counter's views by day."""

from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows, names_no_network_but

NUMBERS = {
    "visits": "sessions|visits|визиты|сеансы|сессии",
    "visitors": "users|total users|active users|visitors|посетители|пользователи|всего пользователей|активные пользователи|"
    "уникальные посетители",
    "new_visitors": "new users|новые пользователи|новые посетители",
    "pageviews": "page views|pageviews|views|просмотры|просмотры страниц|screen page views",
    "bounce_rate": "bounce rate|отказы|показатель отказов|отказы, %",
    "avg_visit_s": "avg. session duration|average session duration|время на сайте|средняя длительность "
    "сеанса|сред. длительность сеанса|average visit duration|длительность визита",
    "goal_reaches": "conversions|key events|goal completions|достижения цели|достижения целей|конверсии|достижения любой цели|"
    "ключевые события|достигнутые переходы к цели",
    "goal_visits": "целевые визиты|goal visits",
    "revenue": "revenue|total revenue|purchase revenue|доход|общий доход|выручка|доход электронной коммерции",
}
DIMENSIONS = {
    "by source_medium": "source / medium|session source / medium|source/medium|источник/канал|источник / канал|"
    "источник или канал|источник или канал сеанса|источник и канал сеанса|источник/канал сеанса|источник / канал сеанса",
    "by source": "source|session source|источник|источник сеанса|traffic source|последний источник|источник трафика|"
    "first user source",
    "by source_detail": "источник трафика (детально)|последний источник (детально)|источник (детально)",
    "by medium": "medium|session medium|канал|канал сеанса|channel|default channel group|session default channel group|"
    "default channel grouping|session primary channel group|session primary channel group (default channel group)|"
    "основная группа каналов сеанса|основная группа каналов сеанса (группа каналов по умолчанию)|группа каналов по умолчанию",
    "by campaign": "campaign|session campaign|кампания|кампания сеанса",
    "by social_network": "social network|социальная сеть|социальные сети|last significant social network",
    "by utm_source": "utm_source|utm source|session manual source",
    "by utm_medium": "utm_medium|utm medium|session manual medium",
    "by utm_campaign": "utm_campaign|utm campaign|session manual campaign name",
    "by utm_content": "utm_content|utm content|session manual ad content",
    "by utm_term": "utm_term|utm term|session manual term",
    "by referrer": "referrer|реферер|referral path",
    "by page": "page|landing page|страница|страница входа|page path",
    "by country": "country|страна",
    "by city": "city|город",
    "by device": "device category|device|тип устройства|устройство",
    "by age": "age|возраст",
    "by gender": "gender|пол",
}
OF_PAGES = ("followers", "subscribers", "подписчики", "участники")  # columns that no site has
DAY = {
    "day": "date|day|day index|month|year month|month of year|month of the year|дата|дата визита|день|период|неделя визита|месяц|"
    "месяц визита|год и месяц|месяц года",
    "nth_day": "nth day",
}
WITHOUT = (
    "engaged sessions|engaged sessions per (?:active )?user|(?:engagement|bounce|(?:session|user) key event) rate|"
    "average engagement time(?: per (?:session|active user))?|"
    "event count(?: per user)?|(?:events|views|key events) per (?:session|user|active user)|"
    "unique page ?views|pages / session|transactions|глубина просмотра|роботность|"
    r"сеансы с взаимодействием|доля (?:вовлечения|взаимодействий)|среднее время взаимодействия(?: за сеанс)?|событий за сеанс|"
    r"количество событий|страниц/сеанс|новые (?:сеансы|посещения),? ?%|транзакции"
)
KINDS = (
    Kind(
        "site_utm",
        "Site traffic by UTM",
        Rows.VALUES,
        NUMBERS | DIMENSIONS | DAY,
        ("by utm_source|by utm_campaign|by utm_medium", "visits|visitors|pageviews"),
        network="website",
        unneeded=WITHOUT,
    ),
    Kind(
        "site_traffic",
        "Site traffic by source or audience",
        Rows.VALUES,
        NUMBERS | DIMENSIONS | DAY,
        ("by", "visits|visitors"),
        without=OF_PAGES,
        network="website",
        unneeded=WITHOUT,
    ),
    Kind(
        "site_by_day",
        "Site traffic by day",
        Rows.VALUES,
        NUMBERS | DAY,
        ("day|nth_day", "visits|avg_visit_s"),
        network="website",
        unneeded=WITHOUT,
    ),
)
# Visitors and views are a site's or a channel's: a network in the file's name decides.
VISITORS_BY_DAY = Kind(
    "site_by_day",
    "Site traffic by day",
    Rows.VALUES,
    NUMBERS | DAY,
    ("day|nth_day", "visitors"),
    network="website",
    unneeded=WITHOUT,
    file_name=names_no_network_but(),
    notice="The file does not say whose figures these are; they were taken for a site's. If they are "
    "a channel's, name it (--account NETWORK:HANDLE).",
    is_guess=True,
)
VIEWS_BY_DAY = Kind(
    "site_views_by_day",
    "Site views by day",
    Rows.VALUES,
    NUMBERS | DAY,
    ("day|nth_day", "pageviews"),
    network="website",
    unneeded=WITHOUT,
    file_name=names_no_network_but(),
    notice="The file does not say whose views these are; they were taken for a site's. If they are "
    "a channel's, name it (--account NETWORK:HANDLE).",
    is_guess=True,
)
