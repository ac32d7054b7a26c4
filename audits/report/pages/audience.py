"""How many people the brand has and reaches: followers over time, how they came and left, views, reach and frequency."""

from audits.evidence import Number, Subject
from audits.report.blocks import alt, by_account, monthly, month_keys, timeline
from audits.report.frame import framed
from audits.report.names import months
from audits.report.telling import Telling, value
from audits.report.titles import headline
from smmstrategy.reports.document import Card, Cards, Chart, ChartKind, Figure, Layout, Page, Series, Text

SEEN = ("views", "reach.median", "frequency", "account_reach", "impressions", "account_views")


def pages(telling: Telling) -> tuple[Page, ...]:
    return tuple(page for page in (_followers(telling), _flow(telling), _visibility(telling)) if page)


def _followers(telling: Telling) -> Page | None:
    own = telling.evidence.own
    end = value(own.now, "followers_end")
    subtitle = telling.say("Подписчики на конец месяца по аккаунтам", "Followers at the end of each month, by account")
    chart = by_account(telling, "followers_end", ChartKind.LINE, subtitle)
    if end is None or chart is None:
        return None
    title = headline(telling, "followers_growth", "followers_steady") or _followers_title(telling, own, end)
    codes = ("followers_end", "growth_abs", "growth_rate", "churn_rate")
    cards = Cards(tuple(card(telling, own, code) for code in codes if value(own.now, code)))
    return framed(telling, "audience", title, chart, cards, subtitle=subtitle, numbers=[end], layout=Layout.SPLIT)


def _followers_title(telling: Telling, own: Subject, end: Number) -> Text:
    rate = value(own.now, "growth_rate")
    followers = telling.figure(end)
    if rate is None:
        return telling.say("Аудитория бренда — {n} {n:подписчик|подписчика|подписчиков}", "The brand has {n} {n:follower|followers}", n=followers)
    change = telling.percent(rate, places=1, signed=True)
    return telling.say(
        "На конец периода {n} {n:подписчик|подписчика|подписчиков}: {change} за период",
        "{n} {n:follower|followers} at the end of the period: {change} over the period",
        n=followers,
        change=change,
    )


def card(telling: Telling, subject: Subject, code: str) -> Card:
    """A measure with its changes as chips."""
    deltas = tuple(
        delta
        for against in ("before", "year_earlier")
        if (delta := telling.delta(subject.change(code, against), (telling.window(against),)))
    )
    number = subject.now.numbers[code]
    signed = code in ("growth_abs", "growth_rate")
    return Card((telling.title_label(code),), telling.figure(number, signed=signed, short=True), deltas)


def _flow(telling: Telling) -> Page | None:
    own = telling.evidence.own
    start, end = value(own.now, "followers_start"), value(own.now, "followers_end")
    if start is None or end is None:
        return None
    steps = _flow_steps(telling, own) or _month_steps(telling, own)
    first = (telling.word("Начало", "Start"), telling.figure(start))
    last = (telling.word("Конец", "End"), telling.figure(end))
    row = [first, *steps, *_rest(telling, start, end, steps), last]
    title = headline(telling, "followers_peak", "churn") or _flow_title(telling, own, start, end)
    subtitle = telling.say("Подписчики в начале, пришли, ушли, в конце", "Followers at the start, joined, left, at the end")
    series = Series(telling.word("Подписчики", "Followers"), tuple(figure for _, figure in row), accent=True)
    chart = Chart(ChartKind.WATERFALL, subtitle, tuple(name for name, _ in row), (series,), alt(telling, title))
    return framed(telling, "flow", title, chart, subtitle=subtitle, numbers=[start, end])


def _flow_steps(telling: Telling, own: Subject) -> list[tuple[str, Figure]]:
    gained, lost = value(own.now, "followers_gained"), value(own.now, "followers_lost")
    if gained is None or lost is None:
        return []
    left = telling.figure(lost)
    minus = telling.own("followers_left", -lost.value, "− followers_lost", left)
    return [(telling.word("Пришли", "Joined"), telling.figure(gained)), (telling.word("Ушли", "Left"), minus)]


def _month_steps(telling: Telling, own: Subject) -> list[tuple[str, Figure]]:
    keys = month_keys(own.now)
    figures = monthly(telling, [own.now], "growth_abs", keys)
    known = zip(months(keys, telling.language), figures, strict=True)
    return [(name, figure) for name, figure in known if figure.value is not None]


def _rest(telling: Telling, start: Number, end: Number, steps: list[tuple[str, Figure]]) -> list[tuple[str, Figure]]:
    """What the sources do not explain, so that the steps lead from the start to the end exactly."""
    rest = end.value - start.value - sum(figure.value for _, figure in steps)
    if not rest:
        return []
    figure = telling.own("followers_unexplained", rest, "end − start − joined + left", *(f for _, f in steps))
    return [(telling.word("Не объяснено", "Unexplained"), figure)]


def _flow_title(telling: Telling, own: Subject, start: Number, end: Number) -> Text:
    gained, lost = value(own.now, "followers_gained"), value(own.now, "followers_lost")
    if gained is None or lost is None or not gained.value:
        return telling.say(
            "За период было {a}, стало {b} {b:подписчик|подписчика|подписчиков}",
            "From {a} to {b} {b:follower|followers} over the period",
            a=telling.figure(start),
            b=telling.figure(end),
        )
    ratio = telling.own(
        "left_of_joined", lost.value / gained.value * 100, "followers_lost ÷ followers_gained × 100", telling.figure(lost), telling.figure(gained)
    )
    return telling.say(
        "На каждые сто пришедших ушли {n}: пришли {a}, ушли {b}",
        "For every hundred who joined, {n} left: {a} joined, {b} left",
        n=ratio,
        a=telling.figure(gained),
        b=telling.figure(lost),
    )


def _visibility(telling: Telling) -> Page | None:
    own = telling.evidence.own
    code = next((code for code in ("views", "impressions", "account_views", "visits") if value(own.now, code)), None)
    if code is None or code == "visits":
        return None
    title = headline(telling, "views_change", "reach_change", "views_steady", "reach_steady") or _visibility_title(telling, own, code)
    subtitle = telling.say(
        "{name} по месяцам; охват — уникальные люди, его не складывают",
        "{name} by month; reach counts unique people and is never added up",
        name=telling.title_label(code),
    )
    chart = timeline(telling, own, code, ChartKind.STACKED, (telling.title_label(code),))
    cards = Cards(tuple(card(telling, own, seen) for seen in SEEN if value(own.now, seen)))
    return framed(telling, "visibility", title, chart, cards, subtitle=subtitle, numbers=[own.now.numbers[code]], layout=Layout.SPLIT)


def _visibility_title(telling: Telling, own: Subject, code: str) -> Text:
    total = telling.figure(own.now.numbers[code], short=True)
    if own.change(code) is None:
        return telling.say("{name} за период — {n}", "{name} over the period: {n}", name=telling.title_label(code), n=total)
    return telling.say(
        "{name} — {n}: без значимых изменений к прошлому периоду",
        "{name}: {n}, no significant change against the previous period",
        name=telling.title_label(code),
        n=total,
    )
