"""A small document with everything a workbook can hold; tests draw it and read it back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from smmstrategy.reports.document import (
    ChartKind,
    Day,
    Document,
    Field,
    Figure,
    Grid,
    Layout,
    LiveFormula,
    Origin,
    Page,
    Quote,
    Sheet,
    SheetChart,
    Shown,
)
from smmstrategy.reports.document.walk import figures

SEALED_AT = datetime(2026, 7, 3, 9, 30, tzinfo=UTC)
WORDS = frozenset({"@rassvet24", *(f"{hour}:00" for hour in range(24))})
ACCOUNTS = ("ВК «Рассвет»", "Telegram @rassvet24")
POST_FIELDS = (
    Field("Аккаунт", width=22, name="posts_account"),
    Field("Опубликован", width=17, name="posts_at"),
    Field("День", width=12),
    Field("Ссылка", width=30, link=True),
    Field("Текст", width=60),
    Field("Лайки", Shown.INTEGER, name="posts_likes"),
    Field("ER", Shown.PERCENT, name="posts_er"),
    Field("Длина", Shown.DURATION),
)


def post_row(number: int, text: str = "") -> tuple:
    at = datetime(2026, 1, 1, 10, 15, tzinfo=UTC) + timedelta(hours=7 * number)
    return (
        ACCOUNTS[number % 2],
        at,
        Day(at.date()),
        Quote(f"пост {number}", f"https://vk.com/wall-1_{number}"),
        Quote(text or f"Скидка {number % 7}0 % на всё, ждём вас в {number} раз"),
        number * 13 % 501,
        None if number % 5 == 0 else Decimal(number * 37 % 1000) / 10000,
        90 + number % 60,
    )


def posts_sheet(count: int, text: str = "") -> Sheet:
    return Sheet("Посты", (Grid(POST_FIELDS, tuple(post_row(n, text) for n in range(count))),))


def _totals(middle: Decimal) -> Grid:
    return Grid(
        (Field("Показатель", width=26), Field("Значение", width=14)),
        (
            (
                "Медиана лайков",
                LiveFormula(
                    f'=MEDIAN(IF({{posts_account}}="{ACCOUNTS[0]}",{{posts_likes}}))',
                    Figure("likes.median", middle, Shown.DECIMAL),
                    array=True,
                ),
            ),
            ("Охват", Figure("reach", None)),
            ("Прирост", Figure("growth", Decimal("0.0425"), Shown.PERCENT, signed=True)),
            ("Нет базы", LiveFormula('=IFERROR(1/0,"")', Figure("none", None))),
            ("Бюджет", Figure("budget", Decimal("1234567.50"), Shown.MONEY, currency="RUB")),
        ),
        title="Итоги",
    )


def summary_sheet(posts: Sheet) -> Sheet:
    rows = posts.grids[0].rows
    likes = [sum(row[5] for row in rows if row[0] == account) for account in ACCOUNTS]
    median = sorted(row[5] for row in rows if row[0] == ACCOUNTS[0])
    fields = (
        Field("Аккаунт", width=26, name="summary_account"),
        Field("Лайки", width=14, name="summary_likes"),
        Field("Доля", width=12),
    )
    lines = tuple(
        (
            account,
            LiveFormula("=SUMIFS({posts_likes},{posts_account},{@summary_account})", Figure(f"likes.{index}", value)),
            LiveFormula(
                "={@summary_likes}/SUM({posts_likes})",
                Figure(f"share.{index}", Decimal(value) / sum(likes), Shown.PERCENT),
            ),
        )
        for index, (account, value) in enumerate(zip(ACCOUNTS, likes, strict=True))
    )
    middle = Decimal(median[(len(median) - 1) // 2] + median[len(median) // 2]) / 2
    charts = (
        SheetChart(ChartKind.COLUMNS, "Лайки по аккаунтам", 0, 0, (1,)),
        SheetChart(ChartKind.BARS, "Доли", 0, 0, (2,)),
    )
    return Sheet("Сводка", (Grid(fields, lines), _totals(middle)), charts, intro=(("С начала периода, ", Day(date(2026, 1, 1))),))


def passport(posts: int) -> Sheet:
    rows = (
        ("Клиент", Quote("Кофейня «Рассвет 24»")),
        ("Период", (Day(date(2026, 1, 1)), " — ", Day(date(2026, 6, 30)))),
        ("Постов", Figure("posts", posts)),
    )
    return Sheet("Паспорт", (Grid((Field("Что", width=24), Field("Значение", width=60)), rows),))


def heatmap() -> Sheet:
    fields = (Field("День недели", width=16), *(Field(f"{hour}:00", Shown.DECIMAL, width=7) for hour in range(24)))
    rows = tuple(
        (day, *(Figure(f"time.{day}.{hour}", (hour * 7 + len(day)) % 23, Shown.DECIMAL) for hour in range(24)))
        for day in ("пн", "вт", "ср")
    )
    return Sheet("Время", (Grid(fields, rows, color_scale=tuple(range(1, 25))),))


def document(*sheets: Sheet, pages: tuple[Page, ...] = (), language: str = "ru") -> Document:
    title = (Quote("Рассвет 24"), ": аудит соцсетей, январь — ", Day(date(2026, 6, 1), with_day=False))
    bare = Document("audit", title, language, SEALED_AT, "3f2a" * 16, pages, sheets, words=WORDS)
    return replace(bare, origins={figure.id: Origin(f"{figure.id}@1", "as measured") for figure in figures(bare)})


def full(count: int = 40, language: str = "ru") -> Document:
    posts = posts_sheet(count)
    page = Page("cover", ("Опубликовано ", Figure("posts", count), " постов"), layout=Layout.COVER)
    return document(passport(count), summary_sheet(posts), posts, heatmap(), pages=(page,), language=language)
