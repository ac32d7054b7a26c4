"""Files of YouTube Studio in Russian: content with its total row, totals by day, sources of traffic, subscribers."""

from collections.abc import Iterator, Sequence

from smmstrategy.demo.audience import Day
from smmstrategy.demo.files import between, clock, comma, delimited, studio_day
from smmstrategy.demo.posts import Post
from smmstrategy.demo.scenario import Scenario

CONTENT = (
    "Контент", "Название видео", "Время публикации видео", "Продолжительность", "Просмотры", "Время просмотра (часы)",
    "Подписчики", "Показы для значков видео", "CTR для значков видео (%)", "Отметки «Нравится»", "Добавленные комментарии",
    "Поделились",
)  # fmt: skip
BY_DAY = ("Дата", "Просмотры", "Время просмотра (часы)", "Показы для значков видео", "Новые подписчики", "Потерянные подписчики")
SOURCES = ("Источник трафика", "Просмотры", "Время просмотра (часы)")
SHARES = {
    "Рекомендуемые видео": 0.34, "Функции просмотра": 0.23, "Поиск на YouTube": 0.19, "Страницы канала": 0.11,
    "Внешние источники": 0.09, "Уведомления": 0.04,
}  # fmt: skip
SHORT, USUAL = range(28, 59), range(190, 640)


def files(scenario: Scenario, posts: list[Post], days: list[Day]) -> Iterator[tuple[str, bytes, dict[str, str]]]:
    yield f"Контент {between(scenario)}.csv", delimited(CONTENT, _content(scenario, posts)), {}
    yield f"Итоговые значения {between(scenario)}.csv", delimited(BY_DAY, [_day(day) for day in days]), {}
    now = scenario.now
    seen = sum(day.views for day in days if now.first <= day.on <= now.last)
    rows = [(name, round(seen * share), comma(seen * share * 0.031, 2)) for name, share in SHARES.items()]
    yield f"Источники трафика {now.first}_{now.last}.csv", delimited(SOURCES, rows, ";"), {}
    subscribers = [(day.on.isoformat(), day.followers) for day in days]
    yield f"YouTube подписчики {between(scenario)}.csv", delimited(("Дата", "Всего подписчиков"), subscribers), {}


def _content(scenario: Scenario, posts: list[Post]) -> list[Sequence[object]]:
    chance = scenario.chance("studio")
    rows = [_video(post, chance.choice(SHORT if chance.random() < 0.45 else USUAL), chance.uniform(0.032, 0.078)) for post in posts]
    total = ("Итоговое значение", "", "", "", sum(p.views for p in posts), "", "", "", "", sum(p.likes for p in posts), "", "")
    return [total, *reversed(rows)]


def _video(post: Post, seconds: int, clicked: float) -> Sequence[object]:
    hours = post.views * seconds * 0.52 / 3600
    shown = round(post.views / clicked * 0.6)
    return (
        f"demo{post.number:07}", post.words.title, studio_day(post.day), clock(seconds), post.views, f"{hours:.4f}",
        round(post.views * 0.004), shown, f"{clicked:.2%}".rstrip("%"), post.likes, post.comments, post.shares,
    )  # fmt: skip


def _day(day: Day) -> Sequence[object]:
    return day.on.isoformat(), day.views, f"{day.views * 0.031:.4f}", round(day.views * 9.4), day.joined, day.left
