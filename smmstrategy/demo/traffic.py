"""Visits to the brand's website by day and by where they came from; the parts add up to the whole."""

import random
from dataclasses import dataclass
from datetime import date

from smmstrategy.demo.scenario import Scenario, around, counted

WEEKDAYS = (1.0, 0.98, 1.0, 1.04, 1.16, 1.1, 0.92)


@dataclass(frozen=True, slots=True)
class TrafficSource:
    """Daily visits in the three windows, target visits out of all visits; tagged sources have a medium and a campaign."""

    name: str
    visits: tuple[float, float, float]
    conversion: float
    bounces: float
    medium: str = ""
    campaign: str = ""


SOURCES = (
    TrafficSource("vk", (24, 30, 44), 0.034, 0.19, "social", "posts"),
    TrafficSource("vk", (2, 5, 19), 0.041, 0.17, "social", "clips"),
    TrafficSource("vk", (12, 11, 14), 0.028, 0.31, "cpc", "promo"),
    TrafficSource("telegram", (18, 21, 25), 0.004, 0.36, "social", "posts"),
    TrafficSource("youtube", (3, 4, 6), 0.016, 0.28, "video", "description"),
    TrafficSource("ok", (8, 7, 5), 0.011, 0.33, "social", "posts"),
    TrafficSource("Поисковые системы", (58, 60, 66), 0.024, 0.24),
    TrafficSource("Прямые заходы", (31, 33, 35), 0.03, 0.2),
    TrafficSource("Ссылки на сайтах", (9, 9, 10), 0.013, 0.38),
)


@dataclass(frozen=True, slots=True)
class Visits:
    on: date
    source: TrafficSource
    visits: int
    visitors: int
    pageviews: int
    bounced: int
    orders: int
    revenue: int  # whole roubles


def visits(scenario: Scenario) -> list[Visits]:
    """One row for a source and a day, by day; sources without a visit that day have none."""
    chance = scenario.chance("traffic")
    found = [_visits(day, source, scenario, chance) for day in scenario.each_day() for source in SOURCES]
    return [row for row in found if row.visits]


def _visits(day: date, source: TrafficSource, scenario: Scenario, chance: random.Random) -> Visits:
    usual = source.visits[scenario.window(day)] * WEEKDAYS[day.weekday()]
    if source.name == "vk" and 0 <= (day - scenario.giveaway).days < 3:
        usual *= 2.2
    made = counted(chance, around(chance, usual, 0.16))
    orders = min(made, counted(chance, made * source.conversion))
    spent = sum(round(around(chance, 690, 0.35)) for _ in range(orders))
    bounced = min(made, counted(chance, made * source.bounces))
    return Visits(day, source, made, max(1, round(made * 0.86)) if made else 0, round(made * 2.7), bounced, orders, spent)
