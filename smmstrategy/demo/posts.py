"""Posts of a page as they might have happened: when, what about, how many saw them and how they answered."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from smmstrategy.demo import cast
from smmstrategy.demo.cast import Page
from smmstrategy.demo.scenario import Scenario, around, counted, drawn
from smmstrategy.demo.texts import Words, Writer

ZONE = ZoneInfo("Europe/Moscow")
WEEKDAYS = (1.25, 1.2, 1.2, 1.2, 1.15, 0.6, 0.4)
HOURS = {9: 16, 10: 11, 11: 7, 12: 18, 13: 9, 14: 6, 15: 11, 16: 6, 17: 7, 18: 15, 19: 13, 20: 9}
EVENING = range(18, 21)
RUBRICS = {"use": 26, "product": 32, "behind": 20, "contest": 4, "ugc": 18}
APPEAL = {"use": 1.1, "product": 0.86, "behind": 1.08, "contest": 1.5, "ugc": 1.12}
FORMATS = {"Фото": 1.0, "Видео": 1.05, "Клип": 1.75, "Карусель": 1.12, "Ссылка": 0.76, "Опрос": 1.2, "Текст": 0.92, "": 1.0}
LENGTHS = {"note": 0.96, "usual": 1.16, "long": 0.95, "story": 0.78}
SHARES = {"vk": (0.84, 0.07, 0.09), "telegram": (0.74, 0.08, 0.18), "youtube": (0.86, 0.11, 0.03), "ok": (0.85, 0.06, 0.09)}
ADS = ((0.2, 0.1, 0.2), (0.6, 0.1, 0.25), (0.8, 0.25, 0.5))  # by window: how many posts are promoted, share of their reach
VIRAL = 11  # times the middle post
GROWING = ("views", "reach", "reach_viral", "reach_paid", "likes", "comments", "shares")
LATE = timedelta(days=12)


@dataclass(frozen=True, slots=True)
class Post:
    number: int
    at: datetime  # in the zone of the client
    format: str
    words: Words
    views: int
    reach: int
    likes: int
    comments: int
    shares: int
    reach_viral: int = 0
    reach_paid: int = 0

    @property
    def day(self) -> date:
        return self.at.date()


def posts(page: Page, scenario: Scenario) -> list[Post]:
    """All posts of a page, the first first."""
    chance = scenario.chance("posts", page.account)
    is_own = page.role == cast.OWN
    writer = Writer(*("северныйветер_демо", page.network, cast.WEBSITE) if is_own else (page.handle.replace("club", "демо"),))
    moments = [moment for day in scenario.each_day() for moment in _moments(page, day, scenario, chance)]
    found = [_post(page, number, moment, scenario, writer, chance) for number, moment in enumerate(moments, 101)]
    return _with_ads(_with_viral_clip(found, scenario), scenario) if page is cast.VK else found


def _moments(page: Page, day: date, scenario: Scenario, chance: random.Random) -> list[datetime]:
    """A silent holiday for the brand, twice as long in Odnoklassniki; every few weeks a hurried week."""
    if page.role == cast.OWN:
        silent = scenario.holidays
        if silent.first <= day <= silent.last + timedelta(days=9 if page is cast.OK else 0):
            return []
    hurry = 1.7 if day.isocalendar().week % 7 == 3 else 0.88
    rate = page.pace.weekly[scenario.window(day)] / 7 * WEEKDAYS[day.weekday()] * hurry
    hours = sorted(drawn(chance, HOURS) for _ in range(min(counted(chance, rate), 3)))
    return [datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), ZONE) for hour in dict.fromkeys(hours)]


def _post(page: Page, number: int, at: datetime, scenario: Scenario, writer: Writer, chance: random.Random) -> Post:
    window, pace = scenario.window(at.date()), page.pace
    format_ = drawn(chance, {name: weights[window == 2] for name, weights in pace.formats.items()})
    rubric = "contest" if at.date() == scenario.giveaway else drawn(chance, RUBRICS)
    words = writer.write(rubric, chance)
    heat = chance.uniform(2.5, 6) if chance.random() < 0.025 else 1.0
    views = round(around(chance, pace.views[window] * heat * (1.12 if format_ == "Клип" else 1), pace.spread))
    appeal = APPEAL[rubric] * FORMATS[format_] * LENGTHS[words.length] * _hour(at)
    answered = max(1, round(around(chance, pace.er[window] * appeal * views, 0.3) * heat**-0.15))
    likes, comments, shares = _split(page.network, rubric, answered, chance)
    reach = round(views * chance.uniform(0.78, 0.9))
    return Post(number, at, format_, words, views, reach, likes, comments, shares)


def _hour(at: datetime) -> float:
    if at.weekday() >= 5:
        return 0.9
    return 1.3 if at.hour in EVENING else 0.96


def _split(network: str, rubric: str, answered: int, chance: random.Random) -> tuple[int, int, int]:
    """Interactions as reactions, comments and shares; contests are answered in comments."""
    _likes, talk, pass_on = SHARES[network]
    comments = min(answered, counted(chance, answered * talk * (3 if rubric == "contest" else 1)))
    shares = min(answered - comments, counted(chance, answered * pass_on))
    return answered - comments - shares, comments, shares


def _with_viral_clip(found: list[Post], scenario: Scenario) -> list[Post]:
    place = next(place for place, post in enumerate(found) if post.day >= scenario.viral)
    views = cast.VK.pace.views[2] * VIRAL
    answers = {"likes": round(views * 0.046), "comments": round(views * 0.004), "shares": round(views * 0.011)}
    clip = replace(found[place], format="Клип", views=views, reach=round(views * 0.88), **answers)
    return [*found[:place], clip, *found[place + 1 :]]


def _with_ads(found: list[Post], scenario: Scenario) -> list[Post]:
    """The reach of each post taken apart: what ads gave it, more in the audited half-year than before, and what friends did."""
    chance = scenario.chance("ads", cast.VK.account)
    return [_taken_apart(post, scenario.window(post.day), chance) for post in found]


def _taken_apart(post: Post, window: int, chance: random.Random) -> Post:
    share, least, most = ADS[window]
    paid = chance.uniform(least, most) if chance.random() < share else 0
    return replace(
        post, reach_paid=round(post.reach * paid), reach_viral=round(post.reach * (1 - paid) * chance.uniform(0.08, 0.2))
    )


def as_seen_on(found: list[Post], day: date) -> list[Post]:
    """What an export taken on that evening held: the newest posts had not yet gathered all they would."""
    return [_younger(post, day) for post in found if post.day <= day]


def _younger(post: Post, day: date) -> Post:
    age = day - post.day
    if age >= LATE:
        return post
    share = 0.7 + 0.3 * age / LATE
    return replace(post, **{name: int(getattr(post, name) * share) for name in GROWING})
