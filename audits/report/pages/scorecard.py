"""The scorecard: every measure of all accounts together, and every network beside the others, with both comparisons."""

from dataclasses import dataclass

from audits.evidence import Subject
from audits.report.blocks import dash, table
from audits.report.frame import framed
from audits.report.telling import Telling, value
from smmstrategy.reports.document import Callout, Delta, Figure, Page, Part, Row, Shown, Text

TOTALS = ("followers_end", "posts", "views", "account_views", "reach.median", "interactions")
MORE = ("frequency", "visits", "goal_visits", "goal_reaches", "revenue", "cr")
ROWS_AT_MOST = 10
CHANGES = (
    "er_change",
    "interactions_change",
    "reach_change",
    "views_change",
    "volume_change",
    "traffic_change",
    "followers_growth",
)
THEN = {
    "before": ("прошлого периода", "the previous period"),
    "year_earlier": ("тех же месяцев год назад", "the same months a year earlier"),
}
TITLES = {  # by whether something is better, something is worse
    (True, True): (
        "{better} из {all} показателей лучше {then}: {up} {up_by}; хуже — {down} {down_by}",
        "{better} of {all} measures beat {then}: {up} {up_by}; worse: {down} {down_by}",
    ),
    (True, False): (
        "Лучше {then} — {better} из {all} показателей, сильнее всего {up}: {up_by}",
        "{better} of {all} measures beat {then}, most of all {up}: {up_by}",
    ),
    (False, True): (
        "Лучше {then} — {better} из {all} показателей, сильнее всего просели {down}: {down_by}",
        "{better} of {all} measures beat {then}; the steepest fall: {down} {down_by}",
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the scorecard with its two changes, either of which may be missing."""

    code: str
    now: Figure
    before: Delta | None
    year_earlier: Delta | None


def pages(telling: Telling) -> tuple[Page, ...]:
    found = lines(telling, telling.evidence.own)
    networks = [s for s in telling.evidence.own_accounts if s.networks[0] != "website" and posted(s)]
    if not found:
        return ()
    return (_kpis(telling, found), *((_networks(telling, networks),) if len(networks) > 1 else ()))


def posted(subject: Subject) -> bool:
    number = value(subject.now, "posts")
    return number is not None and number.value > 0


def lines(telling: Telling, subject: Subject) -> list[Line]:
    """The measures of a subject that have a value, in the order a reader expects them."""
    er = (f"{subject.er}.median", f"{subject.er}.mean") if subject.er else ()
    codes = [code for code in (*TOTALS, *er, *MORE) if value(subject.now, code) and (code != "posts" or posted(subject))][
        :ROWS_AT_MOST
    ]
    return [_line(telling, subject, code) for code in codes]


def _line(telling: Telling, subject: Subject, code: str) -> Line:
    changes = (telling.delta(subject.change(code, against)) for against in ("before", "year_earlier"))
    return Line(code, telling.figure(subject.now.numbers[code]), *changes)


def _kpis(telling: Telling, found: list[Line]) -> Page:
    own = telling.evidence.own
    windows = [w for w in ("before", "year_earlier") if any(getattr(line, w) for line in found)]
    against = {
        "before": ("К прошлому периоду", "vs previous period"),
        "year_earlier": ("К тем же месяцам год назад", "vs a year earlier"),
    }
    heads = [(telling.word("Показатель", "Measure"), "left", 4), (telling.word("Сейчас", "Now"), "right", 2)]
    heads += [(telling.word(*against[w]), "right", 2) for w in windows]
    rows = [Row((telling.named(line.code), line.now, *(dash(getattr(line, w)) for w in windows))) for line in found]
    title = _title(telling, found)
    return framed(
        telling,
        "scorecard",
        title,
        table(telling, heads, rows, title),
        *_noise(telling, found),
        subtitle=telling.say("Все аккаунты бренда вместе", "All accounts of the brand together"),
        numbers=[own.now.numbers[line.code] for line in found],
        n=telling.figure(own.now.numbers["posts"]) if "posts" in own.now.numbers else None,
    )


def _noise(telling: Telling, found: list[Line]) -> tuple[Callout, ...]:
    """Which of the changes are more than chance, or that none is."""
    if not any(line.before or line.year_earlier for line in found):
        return ()
    sure = [f.words.get("measure", "followers") for f in telling.facts.findings_of(*CHANGES) if f.subject == "own"]
    if not telling.tested_changes:
        text = telling.say(
            "На шум изменения не проверены: данных для проверки мало",
            "These changes were not tested for noise: there is too little data for a test",
        )
    elif not sure:
        text = telling.say(
            "Проверка на шум не подтвердила ни одного изменения: медианная публикация — в пределах обычных колебаний",
            "The noise test confirms none of these changes: the median post stays within its usual variation",
        )
    else:
        names = ", ".join(dict.fromkeys(telling.label(code) for code in sure))
        text = telling.say("Больше обычных колебаний изменились: {names}", "Beyond the usual variation: {names}", names=names)
    return (Callout(text),)


def _title(telling: Telling, found: list[Line]) -> Text:
    """How many measures are better, with the most telling of both kinds; means are left to the medians beside them."""
    for window in ("before", "year_earlier"):
        judged = [(line.code, delta) for line in found if _counts(line) and (delta := getattr(line, window)) and delta.good]
        if judged:
            return _compared(telling, window, judged)
    return telling.say(
        "Точка отсчёта: {name} — {now}, сравнивать пока не с чем",
        "A starting point: {name} {now}, nothing to compare it with yet",
        name=telling.label(found[0].code),
        now=found[0].now,
    )


def _counts(line: Line) -> bool:
    return not line.code.endswith(".mean")


def _compared(telling: Telling, window: str, judged: list[tuple[str, Delta]]) -> Text:
    better, worse = ([pair for pair in judged if pair[1].good == way] for way in (1, -1))
    inputs = [delta.figure for _, delta in judged]
    parts: dict[str, Part | Text] = {
        "better": telling.own("kpis_better", len(better), "measures that changed for the better", *inputs),
        "all": telling.own("kpis_judged", len(judged), "measures with a change to judge", *inputs),
        "then": telling.word(*THEN[window]),
        **_most(telling, "up", better),
        **_most(telling, "down", worse),
    }
    return telling.say(*TITLES[bool(better), bool(worse)], **parts)


def _most(telling: Telling, role: str, judged: list[tuple[str, Delta]]) -> dict[str, Part]:
    """The largest change that is written in per cent before one in points."""
    if not judged:
        return {}
    code, delta = max(judged, key=lambda pair: (pair[1].figure.shown == Shown.PERCENT, abs(pair[1].figure.value)))
    name = telling.label("followers" if code == "followers_end" else code)
    return {role: name, f"{role}_by": delta.figure}


def _networks(telling: Telling, subjects: list[Subject]) -> Page:
    heads = [(telling.word("Аккаунт", "Account"), "left", 5)]
    for name in (telling.word("Подписчики", "Followers"), telling.title_label("views"), telling.title_label("interactions")):
        heads += [(name, "right", 4), ("Δ", "right", 3)]
    heads += [("ER", "right", 3), ("Δ", "right", 4)]
    ordered = sorted(subjects, key=lambda s: -(s.now.numbers["interactions"].value if value(s.now, "interactions") else 0))
    rows = [Row((telling.subject(s, 26), *_cells(telling, s))) for s in ordered]
    rows.append(Row((telling.word("Всего", "Total"), *_cells(telling, telling.evidence.own)), emphasis=True))
    title = _network_title(telling, ordered)
    numbers = [s.now.numbers["interactions"] for s in ordered if value(s.now, "interactions")]
    subtitle = telling.say(
        "Значение за период и изменение к прошлому периоду; ER — медиана публикации, у каждой площадки по своей формуле",
        "Value of the period and change against the previous one; ER is the median of posts, each network by its own formula",
    )
    return framed(telling, "networks", title, table(telling, heads, rows, title), subtitle=subtitle, numbers=numbers)


def _cells(telling: Telling, subject: Subject) -> list:
    cells: list = []
    for code in ("followers_end", "views", "interactions", f"{subject.er}.median"):
        number = value(subject.now, code)
        cells += [dash(telling.figure(number, short=True) if number else None), dash(telling.delta(subject.change(code)))]
    return cells


def _network_title(telling: Telling, ordered: list[Subject]) -> Text:
    first, own = ordered[0], telling.evidence.own
    if not (value(first.now, "interactions") and value(own.now, "interactions")):
        posts = telling.figure(own.now.numbers["posts"])
        return telling.say("Публикаций во всех аккаунтах: {n}", "Posts in all accounts: {n}", n=posts)
    return telling.say(
        "Больше всего взаимодействий даёт {name}: {n} из {all}",
        "{name} brings most interactions: {n} of {all}",
        name=telling.subject(first, 30),
        n=telling.figure(first.now.numbers["interactions"], short=True),
        all=telling.figure(own.now.numbers["interactions"], short=True),
    )
