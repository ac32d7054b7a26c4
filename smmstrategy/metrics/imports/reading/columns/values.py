"""The columns of a table as values: numbers by their metric, moments by one decision for the whole column."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timezone
from decimal import Decimal
from functools import cached_property, partial

from smmstrategy.metrics.catalogue import METRICS, Totals, Unit
from smmstrategy.metrics.imports.reading.cells import dates, dressed, names, networks, numbers
from smmstrategy.metrics.imports.reading.cells.dressed import Dressed
from smmstrategy.metrics.imports.reading.columns import (
    beside_figures,
    changes,
    clocks,
    dates_refused,
    day_order,
    filled,
    headers,
    lengths,
    money,
    scaled,
    shares,
    short_years,
    titled,
    whole,
    years,
)
from smmstrategy.metrics.imports.reading.columns.headers import normalise
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.messages import Message, say
from smmstrategy.metrics.imports.reading.tables.grids import cell_at
from smmstrategy.metrics.imports.reading.tables.layout import Table

SIGNED = frozenset({"followers_net", "follows_from_post", "revenue"})
PARTS = frozenset({"goal_reaches"})  # analytics gives each source of a conversion its part of it
Value = tuple[str, bool]


class NotWhole(numbers.NotANumber):
    """A count with a fraction."""


@dataclass
class Columns:
    """A table's rows seen through the fields its columns hold; `wrong` gathers, per row, why it cannot be taken."""

    table: Table
    positions: dict[str, int]
    today: date
    date_order: str = ""
    period: years.Days | None = None  # of the file, as its name or its comments say
    between: years.Between | None = None  # days between which those without a year lie
    currency: str = "RUB"
    name_row: Callable[[int], str] = str  # what a row is called in sentences
    wrong: dict[int, Message] = field(default_factory=dict)
    warnings: list[Message] = field(default_factory=list)
    order_asked: dates.Order | None = None
    year_asked: Message | None = None  # where most of a column's dates are of a year that is not known
    texts: dict[str, list[str]] = field(default_factory=dict)
    read: dict[str, list[dates.Moment | None]] = field(default_factory=dict)  # the moments of a field, as they were understood
    unused: set[str] = field(default_factory=set)  # fields of which nothing is taken
    hidden: dict[str, int] = field(default_factory=dict)  # by field how many values a network shows to nobody

    def __contains__(self, name: str) -> bool:
        return name in self.positions

    def text(self, name: str) -> list[str]:
        """The cells of a field; empty where the row or the whole column is missing."""
        if name not in self.texts:
            position = self.positions.get(name, sys.maxsize)
            self.texts[name] = [cells[position] if position < len(cells) else "" for _number, cells in self.table.rows]
        return self.texts[name]

    def accounts(self) -> list[str]:
        """What the rows call their accounts, numbers without the «.0» that a spreadsheet may give them; empty for nobody."""
        return [re.sub(r"^(-?\d+)\.0$", r"\1", names.cleaned(text)) for text in self.text("account")]

    def networks(self) -> list[str]:
        """The network that the column of networks says each row is of; empty without one."""
        return list(map(networks.called, self.text(FIELD)))

    def whose(self) -> list[str]:
        """What tells the rows of one account from those of others."""
        return [f"{network} {account}".strip() for network, account in zip(self.networks(), self.accounts(), strict=True)]

    def drop(self, name: str) -> None:
        """The column does not hold what its name says."""
        self.positions.pop(name, None)
        self.texts.pop(name, None)

    def header(self, name: str) -> str:
        """What the column is called in the file, or by the reader."""
        return (self.table.names + self.table.header[len(self.table.names) :])[self.positions[name]]

    def metrics(self) -> Iterator[tuple[str, list[Value | None]]]:
        """Every metric the columns hold, with its value in each row and whether the source rounded it."""
        seen = set()
        for name in self.positions:
            code, _, factor = name.partition("*")
            if code not in METRICS:
                continue
            if code in seen or (METRICS[code].unit is Unit.MONEY and not self._is_our_money(name)):
                self.unused.add(name)
            else:
                yield code, self._numbers(name, code, int(factor or 1))
            seen.add(code)

    def _is_our_money(self, name: str) -> bool:
        """Amounts are kept in the client's currency: a column in another is not used, and either way it is said."""
        currencies = money.currencies([self.header(name), *self.text(name)])
        if not currencies:
            self.warn(
                "The column «{column}» names no currency; it was taken for {ours}.", column=self.header(name), ours=self.currency
            )
        elif currencies != {self.currency}:
            self.warn(
                "The column «{column}» is in {theirs}, the client's money is in {ours}: the column was not used.",
                column=self.header(name),
                theirs=", ".join(sorted(currencies)),
                ours=self.currency,
            )
        return currencies <= {self.currency}

    def warn(self, text: str, plural: str = "", **params: object) -> None:
        self._say([say(text, plural, **params)])

    def warn_of_twins(self) -> None:
        """Of two columns of one name that say different things the first counts, and that is said where nobody told them apart."""
        names, taken = list(map(normalise, self.table.header)), set(self.positions.values())
        for position in taken:
            later = enumerate(names[position + 1 :], position + 1)
            others = [other for other, name in later if name == names[position] and other not in taken]
            if any(cell_at(cells, other) != cell_at(cells, position) for other in others for _number, cells in self.table.rows):
                self.warn(
                    "The column «{column}» stands twice with different values; the first counts.",
                    column=self.table.names[position],
                )

    def duration(self) -> list[int | None]:
        if "duration" not in self:
            return [None] * len(self.table.rows)
        seconds = self._numbers("duration", "duration", 1)
        return [int(Decimal(value[0])) if value and Decimal(value[0]) < numbers.LONGEST else None for value in seconds]

    def _numbers(self, name: str, code: str, factor: int) -> list[Value | None]:
        unit = METRICS[code].unit if code in METRICS else Unit.SECONDS
        cells = self._cells(name, code, factor)
        texts, absurd = scaled.by_scale(self._scale(name), [cell.number for cell in cells])
        self.warnings += [scaled.doubt(self.header(name), absurd)] if absurd else []
        texts = changes.without_minus(code, texts)
        sign = numbers.decimal_sign(texts, counts=unit is Unit.COUNT, comma_likely=self.table.decimal_comma)
        parse = _amount if unit is Unit.MONEY else numbers.parse
        self._say(beside_figures.of_errors(self.header(name), texts))
        inexact = {text for text in set(texts) if numbers.is_inexact(text, is_time=unit is Unit.SECONDS)}
        divide, said = shares.are_percent(self.header(name), texts) if unit is Unit.RATIO else (False, [])
        self._say(said)
        if unit is Unit.SECONDS:
            are_parts = factor == 1 and numbers.are_parts_of_a_day(texts)
            parse, factor = numbers.part_of_a_day if are_parts else partial(numbers.seconds, factor=factor), 1
        known: dict[str, Value | ValueError | None] = {}
        for text in set(texts):
            try:
                parsed = None if text in inexact else parse(text, sign)
                known[text] = _value(parsed, text, code, factor, divide and "%" not in text)
            except ValueError as error:
                known[text] = error
        known |= changes.among(code, texts)
        self.hidden[name] = sum(known[text] is None and numbers.is_hidden(text) for text in texts)
        inexact |= {text for text, value in known.items() if unit is Unit.SECONDS and isinstance(value, ValueError)}
        self._say(beside_figures.of_inexact(self.header(name), self._rows, texts, inexact))
        found = [None if text in inexact else self._or_wrong(n, name, known[text], text) for n, text in enumerate(texts)]
        return [value and (value[0], value[1] or cell.is_about) for value, cell in zip(found, cells, strict=True)]

    def _cells(self, name: str, code: str, factor: int) -> list[Dressed]:
        """The numbers of the cells, and said what stood beside them and is not kept. A duration has no precision."""
        metric, texts = METRICS.get(code), self.text(name)
        if factor == 1 and (metric is None or metric.unit is Unit.SECONDS):
            are_sums = metric is not None and metric.totals is Totals.SUM
            texts, said = lengths.as_typed(self.header(name), texts, are_sums=are_sums)
            self._say(said)
        if metric is None:
            return [Dressed(text) for text in texts]
        known = {text: dressed.read(text, is_count=metric.unit is Unit.COUNT) for text in set(texts)}
        cells = [known[text] for text in texts]
        self._say(beside_figures.of_dressed(self.header(name), self._rows, texts, cells))
        return cells

    @cached_property
    def _rows(self) -> list[str]:
        """What its rows are called in sentences."""
        return [self.name_row(number) for number, _cells in self.table.rows]

    def _say(self, messages: Sequence[Message]) -> None:
        self.warnings += [message for message in messages if message not in self.warnings]

    def _scale(self, name: str) -> str:
        """The word for thousands or millions that stands in the header, or above the table."""
        scale = headers.scale(self.table.header[self.positions[name]])
        if not scale and (scale := titled.scale(self.table, name)):
            self.warn("What stands above the table says that its figures are in thousands or millions; they were taken so.")
        return scale

    def _or_wrong(self, index: int, name: str, value: Value | ValueError | None, text: str) -> Value | None:
        if not isinstance(value, ValueError):
            return value
        reason = next((say_so for error, say_so in REASONS.items() if isinstance(value, error)), _not_held)
        self.wrong.setdefault(index, reason(text, self.header(name)))
        return None

    def moments(self, name: str = "published_at") -> list[dates.Moment | None]:
        """Moments, with the time of a separate column if there is one; future and absurd days make their row wrong."""
        days = map(dates.since_1900, self.text(name)) if self.table.since_1904 else self.text(name)
        written, said = clocks.joined(list(days), self.text("clock"), self._rows)
        self._say(said)
        either = short_years.question(self.header(name), written, self.today, self.between)
        written = short_years.written_out(self.header(name), written, self.today, self.between)
        texts = years.completed(written, self.between, self.whose())
        self.warnings += years.doubt(written, texts, self.between)
        self.year_asked = either or years.question(texts, self.whose())
        order = day_order.decide(texts, self.today, self.date_order, self.period)
        if order.asks_for_order and (other := whole.order(self.header(name), texts) or self._order_of_other_columns()):
            order = dates.Order(other)
        self.warnings += [order.warning] if order.warning else []
        self.order_asked = self.order_asked or (order if order.ask else None)
        each = [*set(texts)]
        found = dates.without_midnights([_moment(text, order) for text in each])
        known = dict(zip(each, whole.of_header(self.header(name), found), strict=True))
        figures = [self.text(one) for one in self.positions if one.partition("*")[0] in METRICS]
        counts = [True] * len(texts) if name == "published_at" else filled.are_figures(figures, len(texts))
        self._say(filled.down([known[text] for text in texts], counts, self.today))
        self.read[name] = [self._plausible(index, name, known[text], text) for index, text in enumerate(texts)]
        return self.read[name]

    def _order_of_other_columns(self) -> str | None:
        """What the other columns of dates show, when they agree."""
        columns = [[cell_at(cells, position) for _number, cells in self.table.rows] for position in range(len(self.table.header))]
        orders = set(filter(None, map(day_order.certain_order, columns)))
        return orders.pop() if len(orders) == 1 else None

    def _plausible(self, index: int, name: str, moment: dates.Moment | dates.NotADate | None, text: str) -> dates.Moment | None:
        """The moment, unless there is a reason against it, which its row keeps."""
        refusal = dates_refused.of_post if name == "published_at" else dates_refused.of_figures
        reason = moment and refusal(moment, text, self.today)
        if reason:
            self.wrong.setdefault(index, reason)
        return None if reason else moment

    def zone(self, name: str) -> timezone | None:
        """The zone a column's header names: «Дата (UTC+3)», «Publish time (UTC)»."""
        return dates.zone_in(self.header(name)) if name in self else None


def _not_held(text: str, column: str) -> Message:
    return say("«{value}» in the column «{column}» is not a number it can hold.", value=text, column=column)


def _not_whole(text: str, column: str) -> Message:
    return say("«{value}» in the column «{column}» is no whole number, as a count must be.", value=text, column=column)


def _value(parsed: tuple[Decimal, bool] | None, text: str, code: str, factor: int, is_percent: bool) -> Value | None:
    """The value as stored; a hidden counter (-1) is none, any other negative count is an error."""
    if parsed is None:
        return None
    value, rounded = parsed
    if "%" in text and (code not in METRICS or METRICS[code].unit is not Unit.RATIO):
        raise numbers.NotANumber(text)
    if value < 0 and code not in SIGNED:
        if numbers.is_hidden(text):
            return None
        raise numbers.NotANumber(code)
    value = value * factor / (100 if is_percent else 1)
    if code in METRICS and METRICS[code].unit is Unit.COUNT and code not in PARTS:
        value = _whole(value, rounded)
    return numbers.plain(value), rounded


def _whole(value: Decimal, rounded: bool) -> Decimal:
    if value == value.to_integral_value() or rounded:
        return value.to_integral_value()
    raise NotWhole(value)


def _moment(text: str, order: dates.Order) -> dates.Moment | dates.NotADate | None:
    try:
        return dates.parse(text, order)
    except dates.NotADate as error:
        return error


def _amount(text: str, sign: str) -> tuple[Decimal, bool] | None:
    return numbers.parse(money.amount(text), sign)


REASONS = {NotWhole: _not_whole, changes.Change: changes.not_taken}
