"""The metric catalogue: code, names, unit, how a metric totals, which networks give it, and which way is good."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    COUNT = "count"
    RATIO = "ratio"  # stored 0.0123, shown 1.23 %
    PER_WEEK = "per_week"
    SECONDS = "seconds"
    DAYS = "days"
    MONEY = "money"
    TIMES = "times"
    SCORE = "score"  # given by an expert on a scale


class Totals(StrEnum):
    """How values of several days or posts become one."""

    SUM = "sum"
    LAST = "last"
    NEVER = "never"  # unique people, counted twice when added up; averages and shares, which cannot be added


class Level(StrEnum):
    POST = "post"
    ACCOUNT = "account"


class NeverTotals(ValueError):
    """Somebody tried to add up a metric that counts unique people or is an average."""


@dataclass(frozen=True, slots=True)
class Metric:
    code: str
    ru: str
    en: str
    unit: Unit
    totals: Totals
    levels: frozenset[Level]
    networks: frozenset[str]
    good: int = 1  # +1 more is better, -1 less is better, 0 neither
    note_ru: str = ""
    note_en: str = ""

    def name(self, language: str) -> str:
        return self.ru if language == "ru" else self.en

    def note(self, language: str) -> str:
        return self.note_ru if language == "ru" else self.note_en


VK, TG, YT, OK, IG, FB = "vk", "telegram", "youtube", "ok", "instagram", "facebook"
TT, X, LI, SITE = "tiktok", "x", "linkedin", "website"
ANY_NETWORK = frozenset({VK, TG, YT, OK, IG, FB, TT, X, LI, "dzen", "rutube", "max"})
POST, ACCOUNT, BOTH = frozenset({Level.POST}), frozenset({Level.ACCOUNT}), frozenset(Level)

VIEWS_RU = (
    "Просмотры разных площадок не сравнимы: VK считает показы в ленте, Telegram — открытия, включая пересланные, "
    "Instagram* — и повторы, YouTube Shorts — запуски."
)
VIEWS_EN = (
    "Views of different networks do not compare: VK counts displays in the feed, Telegram opens including forwards, "
    "Instagram replays too, YouTube Shorts counts starts."
)
UNIQUE_RU, UNIQUE_EN = "Уникальные люди: не складывается.", "Unique people: never added up."
AVERAGE_RU, AVERAGE_EN = "Среднее или доля: не складывается.", "An average or a share: never added up."
AT_AN_END_RU = (
    "На конец периода или месяца — значение его последнего дня, а если оно неизвестно — ближайшего известного дня, "
    "и соседнего месяца тоже, не дальше чем за полмесяца."
)
AT_AN_END_EN = (
    "At the end of a period or a month the value of its last day, or, where that is not known, of the nearest known day, "
    "of a neighbouring month too, half a month away at most."
)


def is_social(network: str) -> bool:
    """Whether accounts there publish and have followers: a website has visits alone."""
    return network != SITE


def _counts(levels: frozenset[Level], rows: Iterable[tuple], totals: Totals = Totals.SUM) -> list[Metric]:
    return [Metric(code, ru, en, Unit.COUNT, totals, levels, frozenset(on), *rest) for code, ru, en, on, *rest in rows]


def _unique(levels: frozenset[Level], rows: Iterable[tuple]) -> list[Metric]:
    return _counts(levels, [(*row, 1, UNIQUE_RU, UNIQUE_EN) for row in rows], Totals.NEVER)


def _average(levels: frozenset[Level], unit: Unit, rows: Iterable[tuple]) -> list[Metric]:
    return [
        Metric(code, ru, en, unit, Totals.NEVER, levels, frozenset(on), good, AVERAGE_RU, AVERAGE_EN)
        for code, ru, en, on, good in rows
    ]


_METRICS = [
    *_counts(
        POST,
        [
            ("views", "Просмотры", "Views", ANY_NETWORK, 1, VIEWS_RU, VIEWS_EN),
            ("impressions", "Показы", "Impressions", {YT, IG, FB, X, LI, VK, OK}),
            ("video_views", "Просмотры видео", "Video views", {VK, FB, IG, OK, LI, X}, 1, VIEWS_RU, VIEWS_EN),
            ("engaged_views", "Заинтересованные просмотры", "Engaged views", {YT}),
            ("profile_clicks", "Переходы в профиль", "Profile clicks", {VK, IG, X}),
            ("follows_from_post", "Подписки с публикации", "Follows from the post", {VK, YT, IG, FB}),
        ],
    ),
    *_unique(
        POST,
        [
            ("reach", "Охват", "Reach", {VK, OK, IG, FB, LI}),
            ("reach_followers", "Охват подписчиков", "Reach among followers", {VK, OK, FB}),
            ("reach_viral", "Виральный охват", "Viral reach", {VK, OK, FB}),
            ("reach_paid", "Рекламный охват", "Paid reach", {VK, FB}),
        ],
    ),
    *_unique(BOTH, [("engaged_users", "Вовлечённые пользователи", "Engaged users", {FB, IG})]),
    *_counts(
        BOTH,
        [
            ("likes", "Реакции", "Reactions", ANY_NETWORK),
            ("dislikes", "Отметки «Не нравится»", "Dislikes", {YT}, -1),
            ("comments", "Комментарии", "Comments", ANY_NETWORK),
            ("shares", "Репосты", "Shares", ANY_NETWORK),
            ("saves", "Сохранения", "Saves", {IG, TT, X}),
            ("clicks", "Клики", "Clicks", {FB, X, LI, VK}),
            ("link_clicks", "Клики по ссылке", "Link clicks", {VK, OK, IG, FB, X, LI}),
            ("negatives", "Негативные действия", "Negative feedback", {VK, OK, FB}, -1),
        ],
    ),
    Metric("watch_seconds", "Время просмотра", "Watch time", Unit.SECONDS, Totals.SUM, BOTH, frozenset({YT, IG, FB, TT})),
    *_average(
        BOTH,
        Unit.SECONDS,
        [("avg_view_s", "Среднее время просмотра", "Average view duration", {YT, IG, FB, TT}, 1)],
    ),
    *_average(
        BOTH,
        Unit.RATIO,
        [
            ("avg_view_pct", "Средняя доля просмотра", "Average share viewed", {YT}, 1),
            ("impressions_ctr", "CTR показов", "Impressions click-through rate", {YT}, 1),
        ],
    ),
    *_counts(
        ACCOUNT,
        [
            ("followers", "Подписчики", "Followers", ANY_NETWORK, 1, AT_AN_END_RU, AT_AN_END_EN),
            ("posts_total", "Публикаций всего", "Posts in total", ANY_NETWORK, 0),
        ],
        Totals.LAST,
    ),
    *_counts(
        ACCOUNT,
        [
            ("followers_gained", "Новые подписчики", "Followers gained", {VK, TG, YT, OK, IG, FB, LI}),
            ("followers_lost", "Отписавшиеся", "Followers lost", {VK, TG, YT, OK, IG, FB}, -1),
            ("followers_net", "Прирост подписчиков", "Net new followers", ANY_NETWORK),
            ("posts_published", "Опубликовано", "Posts published", ANY_NETWORK, 0),
            ("mentions", "Упоминания", "Mentions", ANY_NETWORK),
            ("account_views", "Просмотры аккаунта", "Account views", {VK, YT, OK, IG, FB, LI, TT}, 1, VIEWS_RU, VIEWS_EN),
            ("account_impressions", "Показы аккаунта", "Account impressions", {FB, IG, YT, X, LI}),
        ],
    ),
    *_unique(
        ACCOUNT,
        [
            ("account_reach", "Охват аккаунта", "Account reach", {VK, OK, IG, FB}),
            ("account_reach_7d", "Охват аккаунта за 7 дней", "Account reach, 7 days", {FB, IG}),
            ("account_reach_28d", "Охват аккаунта за 28 дней", "Account reach, 28 days", {FB, IG}),
            ("reach_28d", "Охват публикаций за 28 дней", "Reach of posts, 28 days", {FB, IG}),
            ("account_visitors", "Посетители страницы", "Page visitors", {VK, OK, IG, FB}),
            ("visitors", "Посетители сайта", "Site visitors", {SITE}),
            ("new_visitors", "Новые посетители сайта", "New site visitors", {SITE}),
        ],
    ),
    *_counts(
        ACCOUNT,
        [
            ("visits", "Визиты", "Visits", {SITE}),
            ("pageviews", "Просмотры страниц", "Page views", {SITE}),
            ("goal_reaches", "Достижения цели", "Goal completions", {SITE}),
            ("goal_visits", "Целевые визиты", "Visits with a goal", {SITE}),
        ],
    ),
    *_average(ACCOUNT, Unit.RATIO, [("bounce_rate", "Доля отказов", "Bounce rate", {SITE}, -1)]),
    *_average(ACCOUNT, Unit.SECONDS, [("avg_visit_s", "Средняя длительность визита", "Average visit duration", {SITE}, 1)]),
    Metric("revenue", "Выручка", "Revenue", Unit.MONEY, Totals.SUM, BOTH, frozenset({SITE, YT, FB})),
]
METRICS: dict[str, Metric] = {m.code: m for m in _METRICS}


def metric(code: str) -> Metric:
    """The metric with this code; a LookupError names the code when the catalogue has none."""
    try:
        return METRICS[code]
    except KeyError:
        raise LookupError(f"the metric catalogue has no «{code}»; it has {', '.join(sorted(METRICS))}") from None


def codes(level: Level) -> list[str]:
    """The codes of the metrics a post or an account can have, in the catalogue's order."""
    return [m.code for m in _METRICS if level in m.levels]


def must_add_up(code: str) -> None:
    """Raises NeverTotals for a metric whose days or posts cannot be added up; formulas are no metrics and pass."""
    if code in METRICS and METRICS[code].totals is not Totals.SUM:
        raise NeverTotals(f"«{code}» cannot be added up over days or posts")
