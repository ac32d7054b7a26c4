"""A page's days: how many follow it, how many came and left, how many it reached."""

from dataclasses import dataclass
from datetime import date

from smmstrategy.demo import cast
from smmstrategy.demo.cast import Page
from smmstrategy.demo.scenario import Scenario, around, counted

WEEKDAYS = (1.06, 1.08, 1.05, 1.02, 0.98, 0.92, 0.89)
TURNOVER = 0.0007  # share of the followers who leave on an ordinary day
JUMP = (0.021, 0.024, 0.012, 0.006)  # share of the followers who come on the days of the giveaway


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    followers: int
    joined: int
    left: int
    reach: int
    views: int


def days(page: Page, scenario: Scenario) -> list[Day]:
    """Every day of the demo; followers are those of its evening."""
    chance, followers, found = scenario.chance("audience", page.account), page.pace.followers, []
    for day in scenario.each_day():
        window = scenario.window(day)
        lively = WEEKDAYS[day.weekday()]
        left = counted(chance, followers * TURNOVER * _regret(page, day, scenario))
        came = followers * (TURNOVER + page.pace.growth[window] / 365) * lively
        joined = counted(chance, max(0.0, around(chance, came, 0.25))) + round(followers * _jump(page, day, scenario))
        followers += joined - left
        reach = round(around(chance, page.pace.views[window] * 0.8 * lively, 0.22))
        found.append(Day(day, followers, joined, left, reach, round(reach * chance.uniform(1.25, 1.6))))
    return found


def _jump(page: Page, day: date, scenario: Scenario) -> float:
    since = (day - scenario.giveaway).days
    return JUMP[since] if page is cast.VK and 0 <= since < len(JUMP) else 0.0


def _regret(page: Page, day: date, scenario: Scenario) -> float:
    """Those who came for the prize leave during the three weeks after it was drawn."""
    return 2.6 if page is cast.VK and 7 <= (day - scenario.giveaway).days < 28 else 1.0
