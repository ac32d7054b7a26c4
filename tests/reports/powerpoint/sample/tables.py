"""Pages with tables, a heatmap, galleries and a matrix."""

from datetime import date
from decimal import Decimal

from smmstrategy.reports.document import (
    Column,
    Day,
    Delta,
    Gallery,
    Heatmap,
    Matrix,
    Page,
    PostTile,
    Quote,
    Row,
    Shown,
    Table,
)
from tests.reports.powerpoint.sample.saying import Saying


def heatmap(s: Saying) -> Page:
    return s.page(
        "heatmap",
        (s.say("Вт–Чт 18–21 даёт в 1,7 раза больше реакций", "Tue–Thu 18–21 brings 1.7 times the reactions"),),
        Heatmap(
            s.say(("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"), ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")),
            tuple(f"{hour}–{hour + 3}" for hour in range(0, 24, 3)),
            tuple(
                tuple(
                    s.f(None if (d, h) == (6, 0) else str(Decimal((d * 7 + h * 11) % 40) / 1000), Shown.PERCENT) for h in range(8)
                )
                for d in range(7)
            ),
            tuple(tuple((d + h) % 7 for h in range(8)) for d in range(7)),
            "heat",
        ),
        subtitle=s.say("ER по просмотрам, день недели × час публикации", "ER by views, weekday × hour of posting"),
    )


def table(s: Saying) -> Page:
    return s.page(
        "table",
        (s.say("Шесть шагов закроют разрыв с планом", "Six steps close the gap to the plan"),),
        Table(
            (
                Column((s.say("Сеть", "Network"),), weight=2),
                Column((s.say("Просмотры", "Views"),), "right"),
                Column((s.say("ER по просмотрам", "ER by views"),), "right"),
                Column((s.say("К прошлому полугодию", "On the half-year before"),), "right", 2),
                Column((s.say("Что делать", "What to do"),), weight=4),
            ),
            tuple(
                Row(
                    (
                        name,
                        s.f(views),
                        s.f(er, Shown.PERCENT),
                        Delta(s.f(change, Shown.PERCENT), good),
                        s.say(
                            "Держать темп публикаций и отвечать быстрее двух часов в рабочее время",
                            "Keep the pace and answer within two working hours",
                        ),
                    ),
                    emphasis=name == "VK",
                )
                for n in range(4)
                for name, views, er, change, good in (
                    ("VK", "1234567", "0.0312", "0.12", 1),
                    ("Telegram", "234567", "0.021", "-0.04", -1),
                    ("YouTube", "34567", None, "0", 0),
                    ("OK", "4567", "0.012", "0.3", 1),
                )
            ),
            "table",
        ),
    )


def gallery(s: Saying) -> Page:
    return s.page(
        "gallery",
        (s.say("Лучшие посты объединяет вопрос в первой строке", "The best posts ask a question in the first line"),),
        Gallery(tuple(_tile(s, n) for n in range(5)), (s.say("Топ-5 по ER", "Top 5 by ER"),)),
        s.callout,
    )


def gallery10(s: Saying) -> Page:
    return s.page(
        "gallery10",
        (s.say("Топ и антитоп рядом", "Top and bottom together"),),
        Gallery(tuple(_tile(s, n) for n in range(12))),
    )


def matrix(s: Saying) -> Page:
    return s.page(
        "matrix",
        (s.say("Три шага дают много и стоят мало", "Three steps give much for little"),),
        Matrix(
            tuple(
                (label, effort, impact)
                for label, effort, impact in zip(
                    s.say(
                        (
                            "Разметить ссылки UTM",
                            "Вернуть карусели",
                            "Отвечать за два часа",
                            "Снять серию интервью с бариста и поставщиками",
                            "Переделать шапки страниц",
                        ),
                        (
                            "Tag links with UTM",
                            "Bring carousels back",
                            "Answer within two hours",
                            "Film interviews with baristas and suppliers",
                            "Redo page headers",
                        ),
                    ),
                    (1, 2, 1, 5, 2),
                    (4, 5, 4, 3, 2),
                    strict=True,
                )
            ),
            s.say("усилия", "effort"),
            s.say("эффект", "impact"),
            "matrix",
            little=2,
            much=4,
        ),
    )


def _tile(s: Saying, n: int) -> PostTile:
    return PostTile(
        Quote("@noon_coffee", "https://vk.com/noon"),
        Day(date(2026, 3, 5 + n)),
        Quote(
            s.say(
                "Какой кофе вы пьёте по утрам? Рассказываем, как выбрать зерно и не переплатить: 5 правил от нашего бариста. ",
                "Which coffee do you drink in the morning? How to choose beans without overpaying: 5 rules. ",
            )
            * 3,
            "https://vk.com/wall-1_2",
        ),
        s.f(str(Decimal(80 - n * 5) / 1000), Shown.PERCENT),
        (s.say("ER по просмотрам", "ER by views"),),
        s.say("карусель", "carousel"),
    )
