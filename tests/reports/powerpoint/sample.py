"""A document with every block and every chart kind, in Russian or English, calm or full of nasty texts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from smmstrategy.reports.document import (
    Bullets,
    Callout,
    Card,
    Cards,
    Chart,
    ChartKind,
    Column,
    Day,
    Delta,
    Document,
    Figure,
    Gallery,
    Heatmap,
    Layout,
    Matrix,
    Origin,
    Page,
    PostTile,
    Quote,
    Row,
    Series,
    Shown,
    Table,
)
from smmstrategy.reports.manifest import figures

NASTY = (
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "nul \x00 escape \x1b vertical \x0b end",
    "lone \ud83d surrogate and \ufffe",
    "семья 👩‍👩‍👧‍👦 флаг 🇷🇺 и 漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    "\u202eсправа налево\u202c и עברית",
    "Длинноеслово" * 40,
    "<b>&amp; ]]> _x0041_ \t tab\nline",
)


class Numbers:
    """Figures with ids in the order they were asked for."""

    def __init__(self) -> None:
        self.next = count(1)

    def __call__(self, value: str | None, shown: Shown = Shown.SHORT, **more: object) -> Figure:
        return Figure(f"f{next(self.next)}", None if value is None else Decimal(value), shown, **more)


def document(language: str = "ru", *, nasty: bool = False) -> Document:
    pages = tuple(_nasty(page) if nasty else page for page in _pages(language))
    title = "Аудит соцсетей" if language == "ru" else "Social media audit"
    document = Document("audit", title, language, datetime(2026, 7, 3, 9, 30, tzinfo=UTC), "0" * 64, pages, ())
    return replace(document, origins={figure.id: Origin("count@1", "posts") for figure in figures(document)})


def _pages(language: str) -> list[Page]:
    f = Numbers()
    say = (lambda ru, en: ru) if language == "ru" else (lambda ru, en: en)
    footer = (
        say("Источник: выгрузки VK, Telegram, YouTube · ", "Source: exports of VK, Telegram, YouTube · "),
        Day(date(2026, 1, 1), with_year=False),
        " — ",
        Day(date(2026, 6, 30)),
        " · n = ",
        f("412", Shown.INTEGER),
        say(" · собрано ", " · collected "),
        Day(date(2026, 7, 2)),
        say(" · методика v1 · покрытие ", " · method v1 · coverage "),
        f("0.964", Shown.PERCENT),
    )
    months = say(
        ("янв 26", "фев 26", "мар 26", "апр 26", "май 26", "июн 26"), ("Jan 26", "Feb 26", "Mar 26", "Apr 26", "May 26", "Jun 26")
    )
    section = (say("Вовлечённость", "Engagement"),)

    def page(key: str, title: tuple, *blocks: object, layout: Layout = Layout.CONTENT, subtitle: str = "") -> Page:
        notes = (("er_view@1 = interactions ÷ views: ", f("0.0312", Shown.PERCENT)),)
        return Page(key, title, tuple(blocks), layout, (subtitle,) if subtitle else (), footer, notes, section)

    def series(name: str, values: str, shown: Shown = Shown.SHORT, **more: object) -> Series:
        figures = tuple(f(None if value == "-" else value, shown) for value in values.split())
        return Series(name, figures, **more)

    def bullets(tone: str, heading: str, *items: tuple) -> Bullets:
        return Bullets(items, (heading,), tone)

    callout = Callout(
        (
            say("Вывод: вернуть карусели до ", "So what: bring carousels back to "),
            f("0.3", Shown.PERCENT, places=0),
            say(" публикаций — это закроет большую часть разрыва.", " of posts; it closes most of the gap."),
        )
    )
    up = Delta(f("0.182", Shown.PERCENT), 1, (say("к прошлому полугодию", "on the half-year before"),))
    down = Delta(f("-0.004", Shown.POINTS), -1, (say("к прошлому полугодию", "on the half-year before"),))
    flat = Delta(f("0.01", Shown.PERCENT), 0)
    brand = say("Кофейня «Полдень»", "Noon Coffee")

    return [
        Page(
            "cover",
            (
                say(
                    "Кофейня «Полдень»: аудит соцсетей, январь — июнь 2026", "Noon Coffee: social media audit, January to June 2026"
                ),
            ),
            layout=Layout.COVER,
            subtitle=(
                say(
                    "ВКонтакте, Telegram, YouTube и Одноклассники в сравнении с тремя конкурентами",
                    "VK, Telegram, YouTube and OK beside three competitors",
                ),
            ),
            section=(brand,),
            footer=(say("Подготовлено ", "Prepared on "), Day(date(2026, 7, 3))),
        ),
        page(
            "summary",
            (
                say("Охват вырос на ", "Reach grew by "),
                f("0.18", Shown.PERCENT, places=0),
                say(
                    ", но вовлечённость упала: аудиторию дала реклама, а не контент",
                    ", yet engagement fell: the audience came from ads, not from content",
                ),
            ),
            bullets(
                "good",
                say("Что работает", "What works"),
                (
                    say("Короткие видео дают ", "Short videos bring "),
                    f("0.61", Shown.PERCENT, places=0),
                    say(" охвата из ", " of reach from "),
                    f("0.22", Shown.PERCENT, places=0),
                    say(" публикаций", " of posts"),
                ),
                (
                    say("Telegram растёт на ", "Telegram grows by "),
                    f("1240", Shown.INTEGER),
                    say(" подписчиков в месяц", " subscribers a month"),
                ),
                (
                    say("Ответ на вопрос за ", "A question is answered in "),
                    f("1.8", Shown.DECIMAL),
                    say(" ч, медиана", " h, median"),
                ),
            ),
            bullets(
                "bad",
                say("Что мешает", "What holds back"),
                (
                    say("ER по просмотрам снизился на ", "ER by views fell by "),
                    f("0.004", Shown.POINTS),
                    say(" и ниже медианы конкурентов", " and is under the competitors' median"),
                ),
                (
                    say("Публикуем неровно: от ", "Posting is uneven: from "),
                    f("2", Shown.INTEGER),
                    say(" до ", " to "),
                    f("14", Shown.INTEGER),
                    say(" постов в неделю", " posts a week"),
                ),
            ),
            bullets(
                "action",
                say("Что сделать", "What to do"),
                (say("Держать ритм: 5 постов в неделю в каждой сети", "Keep a rhythm of 5 posts a week in every network"),),
                (
                    say(
                        "Вернуть карусели и тестировать их по вторникам и четвергам",
                        "Bring carousels back and test them on Tuesdays and Thursdays",
                    ),
                ),
                (say("Разметить все ссылки UTM", "Tag every link with UTM"),),
            ),
            callout,
            layout=Layout.GRID,
            subtitle=say("Три сильные стороны, две проблемы, три шага", "Strengths, problems, steps"),
        ),
        page(
            "cards",
            (say("4 из 6 показателей выше прошлого полугодия", "4 of 6 metrics are above the half-year before"),),
            Cards(
                (
                    Card(
                        (say("Просмотры", "Views"),),
                        f("1234567"),
                        (up, flat),
                        (say("покрытие ", "coverage "), f("0.96", Shown.PERCENT, places=0)),
                    ),
                    Card(
                        (say("ER по просмотрам", "ER by views"),),
                        f("0.0312", Shown.PERCENT, places=2),
                        (down,),
                        (say("медиана ", "median "), f("0.021", Shown.PERCENT)),
                    ),
                    Card((say("Подписчики", "Followers"),), f("48210", Shown.INTEGER), (flat,)),
                    Card((say("Охват рекламы", "Paid reach"),), f(None), (), (say("сеть не отдаёт", "not given by the network"),)),
                )
            ),
            Chart(
                ChartKind.COLUMNS,
                (say("Просмотры по месяцам", "Views by month"),),
                months,
                (series(say("Просмотры", "Views"), "182000 195000 171000 223000 248000 215567"),),
                "views",
            ),
            callout,
        ),
        page(
            "columns",
            (say("Публикуем неровно: от 2 до 14 постов в неделю", "Posting is uneven: from 2 to 14 posts a week"),),
            Chart(
                ChartKind.COLUMNS,
                (say("Публикации по месяцам", "Posts by month"),),
                months,
                (
                    series("VK", "24 31 18 40 44 39", Shown.INTEGER, color_key="vk"),
                    series("Telegram", "41 38 44 - 52 49", Shown.INTEGER, color_key="telegram"),
                    series("YouTube", "4 5 3 6 8 7", Shown.INTEGER, color_key="youtube"),
                ),
                "posts",
            ),
            bullets(
                "neutral",
                say("Что видно", "What it shows"),
                (say("В апреле Telegram не отдал данные", "Telegram gave no data in April"),),
                (say("Пик пришёлся на май", "The peak came in May"),),
            ),
            layout=Layout.SPLIT,
            subtitle=say("Число публикаций по сетям и месяцам", "Number of posts by network and month"),
        ),
        page(
            "stacked",
            (say("Доля органики снизилась с 61 до 44 %", "The organic share fell from 61 to 44%"),),
            Chart(
                ChartKind.STACKED,
                (say("Охват по источникам", "Reach by source"),),
                months,
                (
                    series(say("Органика", "Organic"), "61000 58000 52000 50000 47000 44000"),
                    series(say("Реклама", "Paid"), "30000 34000 40000 44000 50000 55000"),
                    series(say("Виральный", "Viral"), "2000 3000 8000 6000 3000 1000"),
                ),
                "reach",
            ),
            Chart(
                ChartKind.BARS,
                (say("ER по просмотрам, %", "ER by views, %"),),
                (
                    "Coffee & Co",
                    say("Кофейня «Полдень»", "Noon Coffee"),
                    say("Дом кофе на Невском проспекте", "House of Coffee on Nevsky Avenue"),
                    "Zerno",
                ),
                (series("ER", "0.043 0.031 0.029 0.012", Shown.PERCENT, highlights=(1,)),),
                "er",
            ),
            layout=Layout.SPLIT,
        ),
        page(
            "line",
            (say("ER 2,9 % выше медианы конкурентов", "ER of 2.9% is above the competitors' median"),),
            Chart(
                ChartKind.LINE,
                (say("ER по просмотрам", "ER by views"),),
                months,
                (
                    series(brand, "0.031 0.033 - 0.029 0.028 0.029", Shown.PERCENT, accent=True),
                    series("Coffee & Co", "0.021 0.022 0.024 0.026 0.027 0.0285", Shown.PERCENT),
                    series(say("Дом кофе", "House of Coffee"), "0.012 0.013 0.011 0.014 0.015 0.016", Shown.PERCENT),
                    series("Zerno", "0.018 0.019 0.021 0.020 0.016 -", Shown.PERCENT),
                ),
                "er lines",
            ),
            callout,
        ),
        page(
            "four",
            (say("Четыре сети ведут себя по-разному", "Four networks behave in four ways"),),
            Chart(
                ChartKind.LINE,
                (say("Подписчики", "Followers"),),
                months,
                (series(brand, "41200 42800 43500 45100 46900 48210", Shown.INTEGER),),
                "followers",
            ),
            Chart(
                ChartKind.WATERFALL,
                (say("Почему изменился ER", "Why ER changed"),),
                say(("Было", "Видео", "Карусели", "Фото", "Стало"), ("Before", "Video", "Carousels", "Photos", "After")),
                (
                    Series(
                        "ER",
                        tuple(
                            f(v, Shown.PERCENT if n in (0, 4) else Shown.POINTS, places=2)
                            for n, v in enumerate(["0.021", "0.009", "-0.004", "0.003", "0.029"])
                        ),
                    ),
                ),
                "why",
            ),
            Chart(
                ChartKind.RADAR,
                (say("Зрелость", "Maturity"),),
                say(
                    ("Стратегия", "Контент", "Аналитика", "Команда", "Процессы"),
                    ("Strategy", "Content", "Analytics", "Team", "Process"),
                ),
                (series(say("Сейчас", "Now"), "2 3 1 2 2", Shown.SCORE), series(say("Цель", "Target"), "4 4 3 3 4", Shown.SCORE)),
                "maturity",
            ),
            Chart(
                ChartKind.SCATTER,
                (say("Частота и ER", "Frequency and ER"),),
                (),
                tuple(
                    Series(name, (f(y, Shown.PERCENT),), (f(x, Shown.DECIMAL),), accent=accent)
                    for name, x, y, accent in (
                        (brand, "4.2", "0.031", True),
                        ("Coffee & Co", "7.5", "0.021", False),
                        ("Zerno", "4.6", "0.0305", False),
                        (say("Дом кофе", "House of Coffee"), "11", "0.012", False),
                    )
                ),
                "map",
                x_title=say("постов в неделю", "posts a week"),
                y_title="ER",
            ),
            layout=Layout.GRID,
        ),
        page(
            "waterfall",
            (say("+8 210 подписчиков: половину дал розыгрыш в мае", "+8,210 followers: half came from the May contest"),),
            Chart(
                ChartKind.WATERFALL,
                (say("Подписчики: от начала к концу", "Followers from start to end"),),
                say(
                    ("На 1 января", "Пришли органически", "Розыгрыш", "Реклама", "Отписались", "На 30 июня"),
                    ("On 1 January", "Organic", "Contest", "Ads", "Left", "On 30 June"),
                ),
                (Series("n", tuple(f(v, Shown.INTEGER) for v in ["40000", "4100", "5200", "2310", "-3400", "48210"])),),
                "audience",
            ),
        ),
        page(
            "heatmap",
            (say("Вт–Чт 18–21 даёт в 1,7 раза больше реакций", "Tue–Thu 18–21 brings 1.7 times the reactions"),),
            Heatmap(
                say(("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"), ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")),
                tuple(f"{hour}–{hour + 3}" for hour in range(0, 24, 3)),
                tuple(
                    tuple(
                        f(None if (d, h) == (6, 0) else str(Decimal((d * 7 + h * 11) % 40) / 1000), Shown.PERCENT) for h in range(8)
                    )
                    for d in range(7)
                ),
                tuple(tuple((d + h) % 7 for h in range(8)) for d in range(7)),
                "heat",
            ),
            subtitle=say("ER по просмотрам, день недели × час публикации", "ER by views, weekday × hour of posting"),
        ),
        page(
            "table",
            (say("Шесть шагов закроют разрыв с планом", "Six steps close the gap to the plan"),),
            Table(
                (
                    Column((say("Сеть", "Network"),), weight=2),
                    Column((say("Просмотры", "Views"),), "right"),
                    Column((say("ER по просмотрам", "ER by views"),), "right"),
                    Column((say("К прошлому полугодию", "On the half-year before"),), "right", 2),
                    Column((say("Что делать", "What to do"),), weight=4),
                ),
                tuple(
                    Row(
                        (
                            name,
                            f(views),
                            f(er, Shown.PERCENT),
                            Delta(f(change, Shown.PERCENT), good),
                            say(
                                "Держать темп публикаций и отвечать быстрее двух часов в рабочее время",
                                "Keep the pace and answer within two working hours",
                            ),
                        ),
                        emphasis=name == "VK",
                    )
                    for n in range(3)
                    for name, views, er, change, good in (
                        ("VK", "1234567", "0.0312", "0.12", 1),
                        ("Telegram", "234567", "0.021", "-0.04", -1),
                        ("YouTube", "34567", None, "0", 0),
                        ("OK", "4567", "0.012", "0.3", 1),
                    )
                ),
                "table",
            ),
        ),
        page(
            "gallery",
            (say("Лучшие посты объединяет вопрос в первой строке", "The best posts ask a question in the first line"),),
            Gallery(tuple(_tile(f, say, n) for n in range(5)), (say("Топ-5 по ER", "Top 5 by ER"),)),
            callout,
        ),
        page(
            "gallery10",
            (say("Топ и антитоп рядом", "Top and bottom together"),),
            Gallery(tuple(_tile(f, say, n) for n in range(12))),
        ),
        page(
            "matrix",
            (say("Три шага дают много и стоят мало", "Three steps give much for little"),),
            Matrix(
                tuple(
                    (label, effort, impact)
                    for label, effort, impact in zip(
                        say(
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
                say("усилия", "effort"),
                say("эффект", "impact"),
                "matrix",
            ),
        ),
        page(
            "section",
            (say("Конкуренты", "Competitors"),),
            layout=Layout.SECTION,
            subtitle=say("Кто рядом и чем они сильнее", "Who is near and what they do better"),
        ),
        page(
            "long",
            (say("Методика: как посчитано каждое число этого отчёта", "Method: how each number here was worked out"),),
            bullets(
                "neutral",
                say("Формулы", "Formulas"),
                *(
                    (
                        say(
                            f"Правило {n}: считаем по публикациям, чьи просмотры известны; пропуск не ноль и снижает покрытие.",
                            f"Rule {n}: the metric counts posts with known views; a gap is not zero, it lowers coverage.",
                        ),
                    )
                    for n in range(1, 15)
                ),
            ),
        ),
    ]


def _tile(f: Numbers, say: object, n: int) -> PostTile:
    return PostTile(
        Quote("@noon_coffee", "https://vk.com/noon"),
        Day(date(2026, 3, 5 + n)),
        Quote(
            say(
                "Какой кофе вы пьёте по утрам? Рассказываем, как выбрать зерно и не переплатить: 5 правил от нашего бариста. ",
                "Which coffee do you drink in the morning? How to choose beans without overpaying: 5 rules. ",
            )
            * 3,
            "https://vk.com/wall-1_2",
        ),
        f(str(Decimal(80 - n * 5) / 1000), Shown.PERCENT),
        (say("ER по просмотрам", "ER by views"),),
        (say("вопрос, карусель", "question, carousel"),),
        say("карусель", "carousel"),
    )


def _nasty(page: Page) -> Page:
    """The same page with nasty texts for every quote, name and label a person or a network could have written."""
    texts = tuple(Quote(text, f"https://example.org/{n}") for n, text in enumerate(NASTY))
    return replace(
        page,
        title=(*page.title, " ", texts[0]),
        subtitle=texts,
        footer=texts,
        notes=(texts,),
        blocks=tuple(_nasty_block(block, texts) for block in page.blocks),
    )


def _nasty_block(block: object, texts: tuple[Quote, ...]) -> object:
    if isinstance(block, Bullets):
        return replace(block, items=tuple((text,) for text in texts), heading=texts[:2])
    if isinstance(block, Callout):
        return Callout(texts[:6])
    if isinstance(block, Cards):
        return Cards(tuple(replace(card, label=(texts[n],), note=(texts[-2],)) for n, card in enumerate(block.cards)))
    if isinstance(block, Chart):
        names = tuple(replace(series, name=texts[n]) for n, series in enumerate(block.series))
        return replace(
            block,
            title=texts[:3],
            categories=tuple(texts[n % len(texts)] for n in range(len(block.categories))),
            series=names,
            alt=NASTY[2],
        )
    if isinstance(block, Heatmap):
        return replace(block, rows=texts[: len(block.rows)], columns=texts[: len(block.columns)], alt=NASTY[3])
    if isinstance(block, Table):
        return replace(
            block,
            rows=tuple(replace(row, cells=(texts[n % len(texts)], *row.cells[1:-1], texts)) for n, row in enumerate(block.rows)),
        )
    if isinstance(block, Gallery):
        return replace(
            block,
            tiles=tuple(
                replace(tile, account=texts[n % len(texts)], text=texts[-n % len(texts)], reason=texts)
                for n, tile in enumerate(block.tiles)
            ),
        )
    if isinstance(block, Matrix):
        return replace(block, items=tuple((NASTY[n], effort, impact) for n, (_label, effort, impact) in enumerate(block.items)))
    return block
