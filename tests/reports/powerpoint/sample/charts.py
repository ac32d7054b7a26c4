"""Pages with every kind of chart."""

from smmstrategy.reports.document import Chart, ChartKind, Layout, Page, Series, Shown
from tests.reports.powerpoint.sample.saying import Saying


def columns(s: Saying) -> Page:
    return s.page(
        "columns",
        (s.say("Публикуем неровно: от 2 до 14 постов в неделю", "Posting is uneven: from 2 to 14 posts a week"),),
        Chart(
            ChartKind.COLUMNS,
            (s.say("Публикации по месяцам", "Posts by month"),),
            s.months,
            (
                s.series("VK", "24 31 18 40 44 39", Shown.INTEGER, color_key="vk"),
                s.series("Telegram", "41 38 44 - 52 49", Shown.INTEGER, color_key="telegram"),
                s.series("YouTube", "4 5 3 6 8 7", Shown.INTEGER, color_key="youtube"),
            ),
            "posts",
        ),
        s.bullets(
            "neutral",
            s.say("Что видно", "What it shows"),
            (s.say("В апреле Telegram не отдал данные", "Telegram gave no data in April"),),
            (s.say("Пик пришёлся на май", "The peak came in May"),),
        ),
        layout=Layout.SPLIT,
        subtitle=s.say("Число публикаций по сетям и месяцам", "Number of posts by network and month"),
    )


def stacked(s: Saying) -> Page:
    return s.page(
        "stacked",
        (s.say("Доля органики снизилась с 61 до 44 %", "The organic share fell from 61 to 44%"),),
        Chart(
            ChartKind.STACKED,
            (s.say("Охват по источникам", "Reach by source"),),
            s.months,
            (
                s.series(s.say("Органика", "Organic"), "61000 58000 52000 50000 47000 44000"),
                s.series(s.say("Реклама", "Paid"), "30000 34000 40000 44000 50000 55000"),
                s.series(s.say("Виральный", "Viral"), "2000 3000 8000 6000 3000 1000"),
            ),
            "reach",
        ),
        Chart(
            ChartKind.BARS,
            (s.say("ER по просмотрам, %", "ER by views, %"),),
            (
                "Coffee & Co",
                s.say("Кофейня «Полдень»", "Noon Coffee"),
                s.say("Дом кофе на Невском проспекте", "House of Coffee on Nevsky Avenue"),
                "Zerno",
            ),
            (s.series("ER", "0.043 0.031 0.029 0.012", Shown.PERCENT),),
            "er",
        ),
        layout=Layout.SPLIT,
    )


def line(s: Saying) -> Page:
    return s.page(
        "line",
        (s.say("ER 2,9 % выше медианы конкурентов", "ER of 2.9% is above the competitors' median"),),
        Chart(
            ChartKind.LINE,
            (s.say("ER по просмотрам", "ER by views"),),
            s.months,
            (
                s.series(s.brand, "0.031 0.033 - 0.029 0.028 0.029", Shown.PERCENT, accent=True),
                s.series("Coffee & Co", "0.021 0.022 0.024 0.026 0.027 0.0285", Shown.PERCENT),
                s.series(s.say("Дом кофе", "House of Coffee"), "0.012 0.013 0.011 0.014 0.015 0.016", Shown.PERCENT),
                s.series("Zerno", "0.018 0.019 0.021 0.020 0.016 -", Shown.PERCENT),
            ),
            "er lines",
        ),
        s.callout,
    )


def _why(s: Saying) -> Chart:
    return Chart(
        ChartKind.WATERFALL,
        (s.say("Почему изменился ER", "Why ER changed"),),
        s.say(("Было", "Видео", "Карусели", "Фото", "Стало"), ("Before", "Video", "Carousels", "Photos", "After")),
        (
            Series(
                "ER",
                tuple(
                    s.f(v, Shown.PERCENT if n in (0, 4) else Shown.POINTS, places=2)
                    for n, v in enumerate(["0.021", "0.009", "-0.004", "0.003", "0.029"])
                ),
            ),
        ),
        "why",
    )


def _maturity(s: Saying) -> Chart:
    return Chart(
        ChartKind.RADAR,
        (s.say("Зрелость", "Maturity"),),
        s.say(
            ("Стратегия", "Контент", "Аналитика", "Команда", "Процессы"),
            ("Strategy", "Content", "Analytics", "Team", "Process"),
        ),
        (
            s.series(s.say("Сейчас", "Now"), "2 3 1 2 2", Shown.SCORE),
            s.series(s.say("Цель", "Target"), "4 4 3 3 4", Shown.SCORE),
        ),
        "maturity",
    )


def _map(s: Saying) -> Chart:
    return Chart(
        ChartKind.SCATTER,
        (s.say("Частота и ER", "Frequency and ER"),),
        (),
        tuple(
            Series(name, (s.f(y, Shown.PERCENT),), (s.f(x, Shown.DECIMAL),), accent=accent)
            for name, x, y, accent in (
                (s.brand, "4.2", "0.031", True),
                ("Coffee & Co", "7.5", "0.021", False),
                ("Zerno", "4.6", "0.0305", False),
                (s.say("Дом кофе", "House of Coffee"), "11", "0.012", False),
            )
        ),
        "map",
        x_title=s.say("постов в неделю", "posts a week"),
        y_title="ER",
    )


def four(s: Saying) -> Page:
    return s.page(
        "four",
        (s.say("Четыре сети ведут себя по-разному", "Four networks behave in four ways"),),
        Chart(
            ChartKind.LINE,
            (s.say("Подписчики", "Followers"),),
            s.months,
            (s.series(s.brand, "41200 42800 43500 45100 46900 48210", Shown.INTEGER),),
            "followers",
        ),
        _why(s),
        _maturity(s),
        _map(s),
        layout=Layout.GRID,
    )


def waterfall(s: Saying) -> Page:
    return s.page(
        "waterfall",
        (s.say("+8 210 подписчиков: половину дал розыгрыш в мае", "+8,210 followers: half came from the May contest"),),
        Chart(
            ChartKind.WATERFALL,
            (s.say("Подписчики: от начала к концу", "Followers from start to end"),),
            s.say(
                ("На 1 января", "Пришли органически", "Розыгрыш", "Реклама", "Отписались", "На 30 июня"),
                ("On 1 January", "Organic", "Contest", "Ads", "Left", "On 30 June"),
            ),
            (Series("n", tuple(s.f(v, Shown.INTEGER) for v in ["40000", "4100", "5200", "2310", "-3400", "48210"])),),
            "audience",
        ),
    )
