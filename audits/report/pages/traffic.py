"""What social networks bring to the website: visits by month, sources and tags, conversions and revenue."""

from audits.evidence import Segment, Subject
from audits.report.blocks import alt, card, table, timeline
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest
from audits.report.wording.parts import source_name
from audits.report.words import joined
from smmstrategy.reports.document import Cards, Chart, ChartKind, Layout, Page, Row, Series, Text

COUNTED = ("visits", "pageviews")  # by what traffic is told, the first that is known
MEASURES = ("visits", "goal_visits", "goal_reaches", "cr", "revenue", "pageviews")
COLUMNS = ("visits", "account_views", "goal_visits", "goal_reaches", "cr", "revenue")
SOURCES_SHOWN = 8
BARS_SHOWN = 6


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    found = (_visits(telling, own), _sources(telling, own))
    return tuple(page for page in found if page)


def _visits(telling: Telling, own: Subject) -> Page | None:
    counted = next((code for code in COUNTED if value(own.now, code)), "")
    if not counted:
        return None
    codes = (
        "traffic_change",
        "traffic",
    )
    title = headline(telling, *codes) or (_visits_title if counted == "visits" else _pageviews_title)(telling, own)
    by_month = (
        (timeline(telling, own, counted, ChartKind.STACKED, title),) if any(value(m, counted) for m in own.now.months) else ()
    )
    cards = Cards(tuple(card(telling, own, code) for code in MEASURES if value(own.now, code))[:4])
    numbers = [own.now.numbers[counted]]
    return framed(
        telling, "traffic", title, cards, *by_month, subtitle=_subtitle(telling, counted, by_month), numbers=numbers, codes=codes
    )


def _subtitle(telling: Telling, counted: str, by_month: tuple[Chart, ...]) -> Text:
    if counted == "visits":
        return telling.say("Визиты на сайт по месяцам", "Visits to the website by month")
    if by_month:
        return telling.say("Просмотры страниц сайта по месяцам", "Page views of the website by month")
    return telling.say("Просмотры страниц сайта за весь период", "Page views of the website over the whole period")


def _visits_title(telling: Telling, own: Subject) -> Text:
    visits = telling.figure(own.now.numbers["visits"])
    if not telling.tested_change("visits"):
        return telling.say(
            "За период на сайт пришло {n} {n:визит|визита|визитов}", "The website had {n} {n:visit|visits} in the period", n=visits
        )
    return telling.say(
        "Трафик без значимых изменений: {n} {n:визит|визита|визитов}",
        "No significant change in traffic: {n} {n:visit|visits}",
        n=visits,
    )


def _pageviews_title(telling: Telling, own: Subject) -> Text:
    return telling.say(
        "За период на сайте {n} {n:просмотр|просмотра|просмотров} страниц",
        "The website had {n} page {n:view|views} in the period",
        n=telling.figure(own.now.numbers["pageviews"]),
    )


def _sources(telling: Telling, own: Subject) -> Page | None:
    segments = _to_the_website(own)[:SOURCES_SHOWN]
    measures = [code for code in COLUMNS if any(code in segment.numbers for segment in segments)]
    if not segments or not measures:
        return None
    heads = [(telling.word("Источник", "Source"), "left", 5), *((telling.title_label(code), "right", 2) for code in measures)]
    rows = [
        Row((source_name(one.key), *(telling.figure(one.numbers[code]) if code in one.numbers else "—" for code in measures)))
        for one in segments
    ]
    codes = ("traffic_source",)
    title = headline(telling, *codes) or _sources_title(telling, segments, measures[0])
    subtitle = telling.say(
        "Источники и метки: {name} и результат", "Sources and tags: {name} and what came of them", name=telling.label(measures[0])
    )
    rows += _whole(telling, own, measures)
    if found := strongest(telling, *codes):
        share = telling.percent(found.numbers["share"])
        subtitle = joined(subtitle, telling.say("; первый из них — {share} всего", "; the first gives {share} of all", share=share))
    numbers = [segment.numbers[measures[0]] for segment in segments if measures[0] in segment.numbers]
    blocks = (table(telling, heads, rows, title), _bars(telling, segments, measures[0], title))
    return framed(telling, "sources", title, *blocks, subtitle=subtitle, numbers=numbers, layout=Layout.SPLIT, codes=codes)


def _whole(telling: Telling, own: Subject, measures: list[str]) -> list[Row]:
    """All visits, with or without a known source."""
    known = {code: n for code in measures if (n := value(own.now, code))}
    cells = (telling.figure(known[code]) if code in known else "—" for code in measures)
    return [Row((telling.word("Всего", "Total"), *cells), emphasis=True)] if known else []


def _to_the_website(own: Subject) -> tuple[Segment, ...]:
    """Sources of visits; where nothing is known of visits, sources of views."""
    return tuple(segment for segment in own.now.sources if "visits" in segment.numbers) or own.now.sources


def _bars(telling: Telling, segments: tuple[Segment, ...], code: str, title: Text) -> Chart:
    shown = [one for one in segments if code in one.numbers][:BARS_SHOWN]
    series = Series(telling.title_label(code), tuple(telling.figure(one.numbers[code]) for one in shown), accent=True)
    return Chart(
        ChartKind.BARS, (telling.title_label(code),), tuple(source_name(one.key) for one in shown), (series,), alt(telling, title)
    )


def _sources_title(telling: Telling, segments: tuple[Segment, ...], code: str) -> Text:
    first = next(segment for segment in segments if code in segment.numbers)
    return telling.say(
        "Больше всего даёт источник «{name}»: {n}",
        "The biggest source is “{name}” with {n}",
        name=source_name(first.key, 40),
        n=telling.figure(first.numbers[code]),
    )
