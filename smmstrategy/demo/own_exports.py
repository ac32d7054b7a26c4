"""Export files of the brand's own accounts: VK, Telegram, YouTube Studio, Odnoklassniki."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, timedelta

from smmstrategy.demo import cast, studio_exports
from smmstrategy.demo.audience import Day
from smmstrategy.demo.cast import Page
from smmstrategy.demo.files import between, delimited, spaced, workbook
from smmstrategy.demo.posts import Post, as_seen_on
from smmstrategy.demo.scenario import Scenario
from smmstrategy.metrics.periods import Period

File = tuple[str, bytes, dict[str, str | bool]]  # name, content, answers
Files = Callable[[Scenario, list[Post], list[Day]], Iterator[File]]
VK_POSTS = (
    "Дата поста (UTC)", "Ссылка на пост", "Тип", "Текст", "Рекламный пост", "Просмотры", "Охват",
    "Виральный охват", "Рекламный охват", "Количество лайков", "Комментарии", "Репосты",
)  # fmt: skip
COMMUNITY_DAYS = ("Дата", "Подписчики", "Подписались", "Отписались", "Охват", "Просмотры")
CHANNEL_POSTS = ("Ссылка на пост", "Дата", "Тип", "Текст", "Просмотры", "Репосты", "Реакции", "Комментарии", "ERR")
CHANNEL_DAYS = ("Дата", "Подписчики", "Подписались", "Отписались")
OK_POSTS = ("Ссылка", "Дата публикации", "Тип", "Текст", "Просмотры", "Охват", "Классы", "Комментарии", "Поделиться")

AS_MONTH = 12  # a day up to this one can be taken for a month


def vk(scenario: Scenario, posts: list[Post], days: list[Day]) -> Iterator[File]:
    """Posts by half-year; the last one exported half-way, and again at the end with a post deleted and the rest grown.

    Of the missing post a person says that it was deleted.
    """
    earlier, before, now = scenario.windows
    half_way = scenario.giveaway + timedelta(days=2)
    for period in (earlier, before):
        some = [post for post in posts if period.first <= post.day <= period.last]
        yield f"VK посты {period.first}_{period.last}.csv", delimited(VK_POSTS, _vk_rows(some)), {}
    young = [post for post in as_seen_on(posts, half_way) if post.day >= now.first]
    yield f"VK посты {now.first}_{half_way}.csv", delimited(VK_POSTS, _vk_rows(young)), {}
    kept = [post for post in posts if post.day >= now.first and post.number != young[-6].number]
    yield f"VK посты {now.first}_{now.last}.csv", delimited(VK_POSTS, _vk_rows(kept)), {"gone": True}
    rows = [
        (d.on.strftime("%d.%m.%Y"), *map(spaced, (d.followers, d.joined, d.left, d.reach, d.views))) for d in _told(days, scenario)
    ]
    yield f"VK статистика сообщества {between(scenario)}.csv", delimited(COMMUNITY_DAYS, rows, ";", "cp1251"), {}


def _vk_rows(posts: Sequence[Post]) -> Iterator[Sequence[object]]:
    for post in reversed(posts):
        moment = post.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        seen = (post.views, post.reach, post.reach_viral, post.reach_paid)
        yield (
            moment,
            vk_link(cast.VK, post),
            post.format,
            post.words.text,
            "да" if post.reach_paid else "нет",
            *seen,
            *_answers(post),
        )


def vk_link(page: Page, post: Post) -> str:
    return f"https://vk.com/wall-{page.number}_{post.number}"


def _answers(post: Post) -> tuple[int, int, int]:
    return post.likes, post.comments, post.shares


def _told(days: list[Day], scenario: Scenario) -> list[Day]:
    return [day for day in days if day.on not in scenario.lost_days]


def telegram(scenario: Scenario, posts: list[Post], days: list[Day]) -> Iterator[File]:
    for period in (Period(scenario.whole.first, scenario.now.first - timedelta(days=1)), scenario.now):
        some = [post for post in posts if period.first <= post.day <= period.last]
        yield f"TGStat посты {period.first}_{period.last}.csv", delimited(CHANNEL_POSTS, _channel_rows(some), ";", "utf-8-sig"), {}
    rows = [(d.on.isoformat(), d.followers, d.joined, d.left) for d in days]
    yield f"TGStat подписчики {between(scenario)}.csv", delimited(CHANNEL_DAYS, rows, ";", "utf-8-sig"), {}


def _channel_rows(posts: Sequence[Post]) -> Iterator[Sequence[object]]:
    for post in posts:
        moment, link = post.at.strftime("%d.%m.%Y %H:%M"), f"https://t.me/{cast.TELEGRAM.handle}/{post.number}"
        share = f"{(post.likes + post.comments + post.shares) / post.views:.2%}".replace(".", ",")
        yield (link, moment, post.format, post.words.text, spaced(post.views), post.shares, post.likes, post.comments, share)


def ok(scenario: Scenario, posts: list[Post], days: list[Day]) -> Iterator[File]:
    """A workbook, and some old days in a CSV that an American Excel has saved: its dates can be read both ways, ids are gone."""
    quarter = Period.months(scenario.whole.first + timedelta(days=62), 3)
    resaved = [post for post in posts if post.day <= quarter.last and post.day.day <= AS_MONTH]
    rows = [_ok_row(post, post.at.strftime("%d.%m.%Y %H:%M")) for post in posts if post not in resaved]
    yield f"Одноклассники темы {between(scenario)}.xlsx", workbook("Темы", OK_POSTS, rows, scenario.until), {}
    mangled = [("7,00000E+13", *_ok_row(post, post.at.strftime("%m/%d/%Y %H:%M"))) for post in resaved]
    name = f"Одноклассники темы, начало {quarter.first.year} (сохранено в Excel).csv"
    yield name, delimited(("ID поста", *OK_POSTS), mangled, ";", "cp1251"), {"date_order": "mdy"}
    stats = [(d.on.isoformat(), d.followers, d.joined, d.left, d.reach, d.views) for d in _told(days, scenario)]
    yield f"Одноклассники статистика {between(scenario)}.xlsx", workbook("Статистика", COMMUNITY_DAYS, stats, scenario.until), {}


def _ok_row(post: Post, moment: str) -> Sequence[object]:
    link = f"https://ok.ru/group/{cast.OK.number}/topic/{cast.OK.number}{post.number}"
    return (link, moment, post.format, post.words.text, post.views, post.reach, *_answers(post))


BY_PAGE: tuple[tuple[Page, Files], ...] = (
    (cast.VK, vk),
    (cast.TELEGRAM, telegram),
    (cast.YOUTUBE, studio_exports.files),
    (cast.OK, ok),
)
