"""What can be had of competitors: public counters of posts and followers, from two analytics services."""

from collections.abc import Iterator, Sequence

from smmstrategy.demo.audience import Day
from smmstrategy.demo.cast import Page
from smmstrategy.demo.files import delimited, workbook
from smmstrategy.demo.own_exports import vk_link
from smmstrategy.demo.posts import Post
from smmstrategy.demo.scenario import Scenario

POPSTERS = ("Url", "Author", "Date", "Time", "Type", "Text", "Likes", "Shares/Reposts", "Comments", "Views", "ERday")
LIVEDUNE = ("id", "url", "created", "type", "text", "views", "likes", "shares", "comments", "account_id")
HIDDEN = 0.04


def files(page: Page, scenario: Scenario, posts: list[Post], days: list[Day]) -> Iterator[tuple[str, bytes]]:
    if page.network == "vk":
        yield f"Popsters {page.handle}.csv", delimited(POPSTERS, _popsters(page, scenario, posts))
    else:
        yield f"LiveDune {page.handle}.xlsx", workbook("Посты", LIVEDUNE, _livedune(page, posts), scenario.until)
    rows = [(day.on.isoformat(), day.followers) for day in days]
    yield f"Подписчики {page.handle}.csv", delimited(("Дата", "Подписчики"), rows, ";")


def _popsters(page: Page, scenario: Scenario, posts: list[Post]) -> Iterator[Sequence[object]]:
    """Some posts hide how many liked them."""
    chance = scenario.chance("hidden", page.account)
    for post in posts:
        likes = -1 if chance.random() < HIDDEN else post.likes
        rate = (post.likes + post.comments + post.shares) / page.pace.followers
        yield (
            vk_link(page, post), page.url, post.at.strftime("%Y-%m-%d"), post.at.strftime("%H:%M"), post.format, post.words.text,
            likes, post.shares, post.comments, post.views, f"{rate:.3%}",
        )  # fmt: skip


def _livedune(page: Page, posts: list[Post]) -> Iterator[Sequence[object]]:
    for post in posts:
        created = post.at.strftime("%Y-%m-%d %H:%M:%S")
        url = f"https://t.me/{page.handle}/{post.number}"
        numbers = (post.views, post.likes, post.shares, post.comments)
        yield (post.number, url, created, post.format, post.words.text, *numbers, page.handle)
