"""What social networks bring to the website: visits by month, sources and tags, conversions and revenue."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from audits.evidence import Number, Segment, Subject
from audits.findings.traffic import leading, with_sources
from audits.measures.changes import covered_alike
from audits.measures.numbers import of_same_accounts
from audits.measures.sources import together, unnamed
from audits.measures.traffic import ADDED, VISITED, is_added
from audits.report.blocks import alt, card, in_some, of_a_day, of_one, table, timeline
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, strongest
from audits.report.wording.parts import source_name
from audits.report.words import joined
from smmstrategy.reports.document import Cards, Chart, ChartKind, Layout, Page, Part, Row, Series, Text

MEASURES = ("visits", "goal_visits", "goal_reaches", "cr", "revenue", "pageviews")
COLUMNS = ("visits", "account_views", "pageviews", "goal_visits", "goal_reaches", "cr", "revenue")
OF_VISITS = ("pageviews", "goal_visits", "goal_reaches", "cr", "revenue")
CARDS_SHOWN = 4
SOURCES_SHOWN = 8
BARS_SHOWN = 6


def pages(telling: Telling) -> tuple[Page, ...]:
    own = telling.evidence.own
    candidates = (
        None if telling.website_alone else _visits(telling, own),
        _sources(telling, with_sources(telling.evidence) or own),
    )
    return tuple(page for page in candidates if page)


def _visits(telling: Telling, own: Subject) -> Page | None:
    counted = next((code for code in VISITED if value(own.now, code)), "")
    if not counted:
        return None
    codes, finding = ("traffic_change", "traffic"), strongest(telling, "traffic_change")
    title = headline(telling, "traffic_change") or _steady_title(telling, own) or headline(telling, "traffic")
    title = title or (_added_title if counted == "visits" else _pageviews_title)(telling, own)
    first = finding.words["measure"] if finding else counted
    charted = next((code for code in (first, counted) if any(value(month, code) for month in own.now.months)), None)
    by_month = (timeline(telling, own, charted, ChartKind.STACKED, title),) if charted else ()
    known = (code for code in MEASURES if code == counted or _is_something(own, code))
    measures = sorted(known, key=lambda code: code != first)[:CARDS_SHOWN]
    cards = Cards(tuple(card(telling, own, code) for code in measures))
    numbers = [*(own.now.numbers[code] for code in dict.fromkeys((counted, first))), *of_a_day(own, measures)]
    subtitle = _subtitle(telling, charted or counted, bool(by_month))
    return framed(telling, "traffic", title, cards, *by_month, subtitle=subtitle, numbers=numbers, codes=codes, of=[own.key])


def _is_something(own: Subject, code: str) -> bool:
    """Whether it is known now and was ever more than nought: a column of noughts may say that nobody counts it."""
    given = [number.value for window in own.windows.values() if (number := value(window, code))]
    return bool(value(own.now, code)) and any(given)


def _subtitle(telling: Telling, code: str, by_month: bool) -> Text:
    name = telling.title_label(code)
    if by_month:
        return telling.say("{name} по месяцам", "{name} by month", name=name)
    return telling.say("{name} за весь период", "{name} over the whole period", name=name)


def _steady_title(telling: Telling, own: Subject) -> Text | None:
    if not telling.is_steady("visits"):
        return None
    title = telling.say(
        "Трафик без значимых изменений: {n} {n:визит|визита|визитов}",
        "No significant change in traffic: {n} {n:visit|visits}",
        n=telling.figure(own.now.numbers["visits"]),
    )
    return in_some(telling, own, title, own.now.numbers["visits"])


def _added_title(telling: Telling, own: Subject) -> Text:
    visits = own.now.numbers["visits"]
    title = telling.say(
        "По разбивке на {where} пришло в сумме {n} {n:визит|визита|визитов}",
        "The parts of a breakdown add up to {n} {n:visit|visits} to the {where}",
        where=_one_or_more(telling, visits, ("сайт", "website"), ("сайты", "websites")),
        n=telling.figure(visits),
    )
    return in_some(telling, own, title, visits)


def _pageviews_title(telling: Telling, own: Subject) -> Text:
    views = own.now.numbers["pageviews"]
    title = telling.say(
        "За период на {where} {n} {n:просмотр|просмотра|просмотров} страниц",
        "The {where} had {n} page {n:view|views} in the period",
        where=_one_or_more(telling, views, ("сайте", "website"), ("сайтах", "websites")),
        n=telling.figure(views),
    )
    return in_some(telling, own, title, views)


def _one_or_more(telling: Telling, number: Number, one: tuple[str, str], more: tuple[str, str]) -> str:
    return telling.word(*(more if len(number.accounts) > 1 else one))


def _sources(telling: Telling, own: Subject) -> Page | None:
    segments = _to_the_website(own.now.sources)
    measures = _measures(segments)
    if not measures:
        return None
    codes = ("traffic_source",)
    title = headline(telling, *codes) or _whose(telling, own, segments, measures[0])
    numbers = [segment.numbers[measures[0]] for segment in segments if measures[0] in segment.numbers]
    heads = [(telling.word("Источник", "Source"), "left", 5), *((telling.title_label(code), "right", 2) for code in measures)]
    shown = segments[:SOURCES_SHOWN]
    rows = [_row(telling, name, one.numbers, measures) for name, one in zip(_names(telling, shown), shown, strict=True)]
    rows += _others(telling, own.key, segments[SOURCES_SHOWN:], measures)
    rows += _unnamed(telling, own, segments, measures) + _whole(telling, own, measures)
    tags = _of_one_kind(own.now.tags, measures[0])
    picture = bars(telling, tags if _has_campaigns(tags) else segments, alt(telling, title))
    subtitle = joined(_sources_subtitle(telling, measures[0]), _beyond_all(telling, own, segments, measures[0]))
    return framed(
        telling,
        "sources",
        title,
        table(telling, heads, rows, title),
        *([picture] if picture else []),
        subtitle=subtitle,
        numbers=numbers,
        layout=Layout.SPLIT,
        codes=codes,
    )


def _whose(telling: Telling, subject: Subject, segments: tuple[Segment, ...], code: str) -> Text:
    """With the websites of the sources, where these are not all."""
    title = of_one(telling, _sources_title(telling, segments, code), subject)
    return in_some(telling, subject, title, together(f"{subject.key}.now.sources", segments, code))


def _sources_subtitle(telling: Telling, code: str) -> Text:
    subtitle = telling.say("Источники: {name} и результат", "Sources: {name} and what came of them", name=telling.label(code))
    if not (finding := strongest(telling, "traffic_source")):
        return subtitle
    share = telling.percent(finding.numbers["share"])
    return joined(subtitle, telling.say("; первый из них — {share} всего", "; the first gives {share} of all", share=share))


def _beyond_all(telling: Telling, subject: Subject, segments: tuple[Segment, ...], code: str) -> Text:
    """That sources have more than there was in all, where two reports of one service disagree."""
    whole, named = subject.now.of_sources.get(code), together(f"{subject.key}.now.all_sources", segments, code)
    if whole is None or named is None or named.value <= whole.value:
        return ()
    return telling.say(
        "; в сумме источников {n}: их отчёт расходится с итогом",
        "; the sources add up to {n}: their report disagrees with the total",
        n=telling.figure(named),
    )


def _row(telling: Telling, name: Part | Text, numbers: dict[str, Number], measures: list[str], *, emphasis: bool = False) -> Row:
    beside = beside_visits(numbers)
    cells = (telling.figure(beside[code]) if code in beside else "—" for code in measures)
    return Row((name, *cells), emphasis=emphasis)


def beside_visits(numbers: Mapping[str, Number]) -> dict[str, Number]:
    """What may stand in a row with visits: of what came of them only that of the same websites, of sums of as many days."""
    visits = numbers.get("visits")
    return {code: one for code, one in numbers.items() if visits is None or code not in OF_VISITS or _is_of_them(one, visits)}


def _is_of_them(number: Number, visits: Number) -> bool:
    return of_same_accounts(number, visits) and (number.code not in ADDED or covered_alike(number, visits))


def _others(telling: Telling, whose: str, rest: tuple[Segment, ...], measures: list[str]) -> list[Row]:
    """The sources that have no row of their own, together: those of visits, then those of which only other things are known."""
    groups: dict[str, list[Segment]] = {}
    for one in rest:
        groups.setdefault(next((code for code in COLUMNS if code in one.numbers), "nothing"), []).append(one)
    return [_of_others(telling, f"{whose}.now.other_sources_by_{code}", some, measures) for code, some in groups.items()]


def _of_others(telling: Telling, name: str, some: Sequence[Segment], measures: list[str]) -> Row:
    """Of measures only those that each of these sources has beside its visits."""
    beside = [beside_visits(one.numbers) for one in some]
    told = [code for code in measures if all(code in numbers for numbers in beside)]
    sums = {code: number for code in told if (number := together(name, some, code))}
    count = telling.own(name, len(some), "sources without a row of their own")
    return _row(telling, telling.say("Ещё {n}", "{n} {n:other|others}", n=count), sums, measures)


def _unnamed(telling: Telling, own: Subject, segments: tuple[Segment, ...], measures: list[str]) -> list[Row]:
    """What there was on the days of the sources beyond them."""
    wholes = {code: own.now.of_sources[code] for code in measures if code in own.now.of_sources}
    rest = {
        code: number
        for code, whole in wholes.items()
        if (number := unnamed(f"{own.key}.now.unnamed_source", whole, segments, code))
    }
    return [_row(telling, telling.word("Источник не назван", "No source named"), rest, measures)] if rest else []


def _whole(telling: Telling, own: Subject, measures: list[str]) -> list[Row]:
    """All there was on the days of the sources, with or without one, or the sum of a breakdown where nothing else is known."""
    wholes = {code: own.now.of_sources[code] for code in measures if code in own.now.of_sources}
    if not wholes:
        return []
    if any(is_added(number) for number in wholes.values()):
        name = telling.word("Сумма разбивки", "Sum of the breakdown")
    elif all(number.id == own.now.numbers[code].id for code, number in wholes.items()):
        name = telling.word("Всего", "Total")
        wholes |= {"cr": cr} if (cr := value(own.now, "cr")) and of_same_accounts(cr, wholes.get("visits", cr)) else {}
    else:
        name = telling.word("Всего там, где известны источники", "Total where sources are known")
    return [_row(telling, name, wholes, measures, emphasis=True)]


def _to_the_website(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Those of visits, then those of which only goals or other things on the website are known; without any visits all."""
    if not any("visits" in segment.numbers for segment in segments):
        return segments
    on_it = [segment for segment in segments if segment.numbers.keys() & {*ADDED}]
    return tuple(sorted(on_it, key=lambda segment: "visits" not in segment.numbers))


def _measures(segments: tuple[Segment, ...]) -> list[str]:
    """Those that a row of any of them has."""
    return [code for code in COLUMNS if any(code in beside_visits(segment.numbers) for segment in segments)]


def _of_one_kind(tags: tuple[Segment, ...], code: str) -> tuple[Segment, ...]:
    """Those by which most is told apart, and of these the finest: a source with its medium has its campaigns among its visits."""
    kinds: dict[tuple[str, ...], list[Segment]] = {}
    for one in tags:
        if code in one.numbers:
            kinds.setdefault(tuple(name for name, _value in parse_qsl(one.key)), []).append(one)
    told = lambda kind: (sum(one.numbers[code].value for one in kinds[kind]), len(kind))  # noqa: E731
    return tuple(kinds[max(kinds, key=told)]) if kinds else ()


def _has_campaigns(tags: tuple[Segment, ...]) -> bool:
    """Whether tags tell more than the sources."""
    return any(len(parse_qsl(one.key)) > 1 for one in tags)


def bars(telling: Telling, segments: tuple[Segment, ...], about: str) -> Chart | None:
    """The biggest sources or tags by the first measure known of them; None when none is."""
    by_tag, to_website = _has_campaigns(segments), _to_the_website(segments)
    code = next(iter(_measures(to_website)), "")
    if not code:
        return None
    shown = [one for one in to_website if code in one.numbers][:BARS_SHOWN]
    series = Series(telling.title_label(code), tuple(telling.figure(one.numbers[code]) for one in shown), accent=True)
    words = ("{name} по меткам", "{name} by tag") if by_tag else ("{name} по источникам", "{name} by source")
    heading = telling.say(*words, name=telling.title_label(code))
    return Chart(ChartKind.BARS, heading, _names(telling, shown), (series,), about)


def _names(telling: Telling, shown: Sequence[Segment]) -> tuple[Part, ...]:
    return tuple(source_name(one.key, telling.language, among=[other.key for other in shown]) for one in shown)


def _sources_title(telling: Telling, segments: tuple[Segment, ...], code: str) -> Text:
    """The biggest source by the measure, or how many are about as big as each other."""
    biggest = leading([segment for segment in segments if code in segment.numbers], code)
    most, least = (telling.figure(one.numbers[code]) for one in (biggest[0], biggest[-1]))
    many = telling.own("leading_sources", len(biggest), "sources that give more than two thirds of what the biggest does")
    name = telling.title_label(code)
    if len(biggest) > 1 and most.value == least.value:
        return telling.say(
            "{name}: больше всего, по {n}, дают {k} {k:источник|источника|источников} сразу",
            "{name}: {k} sources give the most, {n} each",
            name=name,
            n=most,
            k=many,
        )
    if len(biggest) > 1:
        return telling.say(
            "{name}: явного лидера нет, {k} {k:источник даёт|источника дают|источников дают} от {least} до {most}",
            "{name}: no clear leader, {k} sources give between {least} and {most}",
            name=name,
            k=many,
            least=least,
            most=most,
        )
    return telling.say(
        "{name}: больше всего даёт источник «{source}» — {n}",
        "{name}: the biggest source is “{source}” with {n}",
        name=name,
        source=source_name(biggest[0].key, telling.language, 40),
        n=most,
    )
