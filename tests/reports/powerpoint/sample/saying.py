"""How the sample speaks: figures with ids of their own, words in one of two languages, and parts that pages share."""

from datetime import date
from decimal import Decimal
from itertools import count

from smmstrategy.reports.document import Bullets, Callout, Day, Delta, Figure, Layout, Page, Series, Shown


class Saying:
    """One document's language and numbers."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.next = count(1)
        self.footer = (
            self.say("Источник: выгрузки VK, Telegram, YouTube · ", "Source: exports of VK, Telegram, YouTube · "),
            Day(date(2026, 1, 1), with_year=False),
            " — ",
            Day(date(2026, 6, 30)),
            " · n = ",
            self.f("412", Shown.INTEGER),
            self.say(" · собрано ", " · collected "),
            Day(date(2026, 7, 2)),
            self.say(" · методика v1 · покрытие ", " · method v1 · coverage "),
            self.f("0.964", Shown.PERCENT),
        )
        self.months = self.say(
            ("янв 26", "фев 26", "мар 26", "апр 26", "май 26", "июн 26"),
            ("Jan 26", "Feb 26", "Mar 26", "Apr 26", "May 26", "Jun 26"),
        )
        self.section = (self.say("Вовлечённость", "Engagement"),)
        self.callout = Callout(
            (
                self.say("Вывод: вернуть карусели до ", "So what: bring carousels back to "),
                self.f("0.3", Shown.PERCENT, places=0),
                self.say(" публикаций — это закроет большую часть разрыва.", " of posts; it closes most of the gap."),
            )
        )
        self.up = Delta(self.f("0.182", Shown.PERCENT), 1, (self.say("к прошлому полугодию", "on the half-year before"),))
        self.down = Delta(self.f("-0.004", Shown.POINTS), -1, (self.say("к прошлому полугодию", "on the half-year before"),))
        self.flat = Delta(self.f("0.01", Shown.PERCENT), 0)
        self.brand = self.say("Кофейня «Полдень»", "Noon Coffee")

    def f(self, value: str | None, shown: Shown = Shown.SHORT, **more: object) -> Figure:
        return Figure(f"f{next(self.next)}", None if value is None else Decimal(value), shown, **more)

    def say(self, ru: object, en: object) -> object:
        return ru if self.language == "ru" else en

    def page(self, key: str, title: tuple, *blocks: object, layout: Layout = Layout.CONTENT, subtitle: str = "") -> Page:
        notes = (("er_view@1 = interactions ÷ views: ", self.f("0.0312", Shown.PERCENT)),)
        return Page(key, title, tuple(blocks), layout, (subtitle,) if subtitle else (), self.footer, notes, self.section)

    def series(self, name: str, values: str, shown: Shown = Shown.SHORT, **more: object) -> Series:
        figures = tuple(self.f(None if value == "-" else value, shown) for value in values.split())
        return Series(name, figures, **more)

    def bullets(self, tone: str, heading: str, *items: tuple) -> Bullets:
        return Bullets(items, (heading,), tone)
