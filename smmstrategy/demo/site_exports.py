"""Files of a web counter: the whole website by day, visits by UTM tags, visits without tags by month."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from smmstrategy.demo.files import NBSP, between, comma, delimited, spaced, workbook
from smmstrategy.demo.scenario import Scenario
from smmstrategy.demo.traffic import Visits, visits

BY_DAY = ("Дата визита", "Визиты", "Посетители", "Просмотры", "Отказы", "Целевые визиты", "Доход")
BY_TAG = ("Дата визита", "UTM Source", "UTM Medium", "UTM Campaign", "Визиты", "Целевые визиты", "Доход")
BY_SOURCE = ("Дата визита", "Источник трафика", "Визиты", "Целевые визиты", "Доход")


def files(scenario: Scenario) -> Iterator[tuple[str, bytes, dict[str, str]]]:
    found = visits(scenario)
    days = _grouped(found, lambda row: (row.on,))
    whole = [(day.strftime("%d.%m.%Y"), *_day(rows)) for (day,), rows in days.items()]
    yield f"Счётчик по дням {between(scenario)}.csv", delimited(BY_DAY, whole, ";", "utf-8-sig"), {}
    tagged = [
        (row.on.isoformat(), row.source.name, row.source.medium, row.source.campaign, row.visits, row.orders, row.revenue)
        for row in found
        if row.source.medium
    ]
    yield f"Счётчик UTM {between(scenario)}.csv", delimited(BY_TAG, tagged), {}
    months = _grouped([row for row in found if not row.source.medium], lambda row: (f"{row.on:%Y-%m}", row.source.name))
    untagged = [(*key, *_sums(rows)) for key, rows in months.items()]
    yield f"Счётчик без меток {between(scenario)}.xlsx", workbook("Источники", BY_SOURCE, untagged, scenario.until), {}


def _grouped(rows: Iterable[Visits], key) -> dict[tuple, list[Visits]]:
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _sums(rows: list[Visits]) -> tuple[int, int, int]:
    return sum(row.visits for row in rows), sum(row.orders for row in rows), sum(row.revenue for row in rows)


def _day(rows: list[Visits]) -> tuple[str, ...]:
    made, orders, revenue = _sums(rows)
    bounces = comma(sum(row.bounced for row in rows) / made * 100, 1)
    seen = sum(row.visitors for row in rows), sum(row.pageviews for row in rows)
    return spaced(made), *map(spaced, seen), f"{bounces}{NBSP}%", str(orders), f"{comma(revenue, 2)}{NBSP}₽"
