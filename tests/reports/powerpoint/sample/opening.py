"""Pages of words and cards."""

from datetime import date

from smmstrategy.reports.document import (
    Bullets,
    Card,
    Cards,
    Chart,
    ChartKind,
    Day,
    Layout,
    Page,
    Shown,
)
from tests.reports.powerpoint.sample.saying import Saying


def cover(s: Saying) -> Page:
    return Page(
        "cover",
        (s.say("Кофейня «Полдень»: аудит соцсетей, январь — июнь 2026", "Noon Coffee: social media audit, January to June 2026"),),
        layout=Layout.COVER,
        subtitle=(
            s.say(
                "ВКонтакте, Telegram, YouTube и Одноклассники в сравнении с тремя конкурентами",
                "VK, Telegram, YouTube and OK beside three competitors",
            ),
        ),
        section=(s.brand,),
        footer=(s.say("Подготовлено ", "Prepared on "), Day(date(2026, 7, 3))),
    )


def _strengths(s: Saying) -> Bullets:
    return s.bullets(
        "good",
        s.say("Что работает", "What works"),
        (
            s.say("Короткие видео дают ", "Short videos bring "),
            s.f("0.61", Shown.PERCENT, places=0),
            s.say(" охвата из ", " of reach from "),
            s.f("0.22", Shown.PERCENT, places=0),
            s.say(" публикаций", " of posts"),
        ),
        (
            s.say("Telegram растёт на ", "Telegram grows by "),
            s.f("1240", Shown.INTEGER),
            s.say(" подписчиков в месяц", " subscribers a month"),
        ),
        (
            s.say("Ответ на вопрос за ", "A question is answered in "),
            s.f("1.8", Shown.DECIMAL),
            s.say(" ч, медиана", " h, median"),
        ),
    )


def _problems(s: Saying) -> Bullets:
    return s.bullets(
        "bad",
        s.say("Что мешает", "What holds back"),
        (
            s.say("ER по просмотрам снизился на ", "ER by views fell by "),
            s.f("0.004", Shown.POINTS),
            s.say(" и ниже медианы конкурентов", " and is under the competitors' median"),
        ),
        (
            s.say("Публикуем неровно: от ", "Posting is uneven: from "),
            s.f("2", Shown.INTEGER),
            s.say(" до ", " to "),
            s.f("14", Shown.INTEGER),
            s.say(" постов в неделю", " posts a week"),
        ),
    )


def _steps(s: Saying) -> Bullets:
    return s.bullets(
        "action",
        s.say("Что сделать", "What to do"),
        (s.say("Держать ритм: 5 постов в неделю в каждой сети", "Keep a rhythm of 5 posts a week in every network"),),
        (
            s.say(
                "Вернуть карусели и тестировать их по вторникам и четвергам",
                "Bring carousels back and test them on Tuesdays and Thursdays",
            ),
        ),
        (s.say("Разметить все ссылки UTM", "Tag every link with UTM"),),
    )


def summary(s: Saying) -> Page:
    return s.page(
        "summary",
        (
            s.say("Охват вырос на ", "Reach grew by "),
            s.f("0.18", Shown.PERCENT, places=0),
            s.say(
                ", но вовлечённость упала: аудиторию дала реклама, а не контент",
                ", yet engagement fell: the audience came from ads, not from content",
            ),
        ),
        _strengths(s),
        _problems(s),
        _steps(s),
        s.callout,
        layout=Layout.GRID,
        subtitle=s.say("Три сильные стороны, две проблемы, три шага", "Strengths, problems, steps"),
    )


def cards(s: Saying) -> Page:
    return s.page(
        "cards",
        (s.say("4 из 6 показателей выше прошлого полугодия", "4 of 6 metrics are above the half-year before"),),
        Cards(
            (
                Card(
                    (s.say("Просмотры", "Views"),),
                    s.f("1234567"),
                    (s.up, s.flat),
                    (s.say("покрытие ", "coverage "), s.f("0.96", Shown.PERCENT, places=0)),
                ),
                Card(
                    (s.say("ER по просмотрам", "ER by views"),),
                    s.f("0.0312", Shown.PERCENT, places=2),
                    (s.down,),
                    (s.say("медиана ", "median "), s.f("0.021", Shown.PERCENT)),
                ),
                Card((s.say("Подписчики", "Followers"),), s.f("48210", Shown.INTEGER), (s.flat,)),
                Card(
                    (s.say("Охват рекламы", "Paid reach"),), s.f(None), (), (s.say("сеть не отдаёт", "not given by the network"),)
                ),
            )
        ),
        Chart(
            ChartKind.COLUMNS,
            (s.say("Просмотры по месяцам", "Views by month"),),
            s.months,
            (s.series(s.say("Просмотры", "Views"), "182000 195000 171000 223000 248000 215567"),),
            "views",
        ),
        s.callout,
    )


def long(s: Saying) -> Page:
    return s.page(
        "long",
        (s.say("Методика: как посчитано каждое число этого отчёта", "Method: how each number here was worked out"),),
        s.bullets(
            "neutral",
            s.say("Формулы", "Formulas"),
            *(
                (
                    s.say(
                        f"Правило {n}: считаем по публикациям, чьи просмотры известны; пропуск не ноль и снижает покрытие.",
                        f"Rule {n}: the metric counts posts with known views; a gap is not zero, it lowers coverage.",
                    ),
                )
                for n in range(1, 15)
            ),
        ),
    )
