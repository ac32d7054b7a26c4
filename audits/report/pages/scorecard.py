"""The scorecard: every measure of all accounts together, and every network beside the others, with both comparisons."""

from dataclasses import dataclass

from audits.evidence import Subject
from audits.report.blocks import dash, table
from audits.report.frame import framed
from audits.report.telling import Telling, value
from smmstrategy.reports.document import Delta, Figure, Page, Row, Shown, Text

TOTALS = ("followers_end", "posts", "views", "reach.median", "interactions")
MORE = ("frequency", "visits", "goal_visits", "goal_reaches", "revenue", "cr")
ROWS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the scorecard with its two changes, either of which may be missing."""

    code: str
    now: Figure
    before: Delta | None
    year_earlier: Delta | None


def pages(telling: Telling) -> tuple[Page, ...]:
    found = lines(telling, telling.evidence.own)
    networks = [s for s in telling.evidence.own_accounts if s.networks[0] != "website" and value(s.now, "posts")]
    if not found:
        return ()
    return (_kpis(telling, found), *((_networks(telling, networks),) if len(networks) > 1 else ()))


def lines(telling: Telling, subject: Subject) -> list[Line]:
    """The measures of a subject that have a value, in the order a reader expects them."""
    er = (f"{subject.er}.median", f"{subject.er}.mean") if subject.er else ()
    codes = [code for code in (*TOTALS, *er, *MORE) if value(subject.now, code)][:ROWS_AT_MOST]
    return [_line(telling, subject, code) for code in codes]


def _line(telling: Telling, subject: Subject, code: str) -> Line:
    changes = (telling.delta(subject.change(code, against)) for against in ("before", "year_earlier"))
    return Line(code, telling.figure(subject.now.numbers[code]), *changes)


def _kpis(telling: Telling, found: list[Line]) -> Page:
    own = telling.evidence.own
    has_year = any(line.year_earlier for line in found)
    heads = [(telling.word("Показатель", "Measure"), "left", 4), (telling.word("Сейчас", "Now"), "right", 2)]
    heads += [(telling.word("К прошлому периоду", "vs previous period"), "right", 2)]
    heads += [(telling.word("К тем же месяцам год назад", "vs a year earlier"), "right", 2)] if has_year else []
    rows = [
        Row((telling.named(line.code), line.now, dash(line.before), *((dash(line.year_earlier),) if has_year else ())))
        for line in found
    ]
    title = _title(telling, found)
    return framed(
        telling,
        "scorecard",
        title,
        table(telling, heads, rows, title),
        subtitle=telling.say("Все аккаунты бренда вместе", "All accounts of the brand together"),
        numbers=[own.now.numbers[line.code] for line in found],
        n=telling.figure(own.now.numbers["posts"]) if "posts" in own.now.numbers else None,
    )


def _title(telling: Telling, found: list[Line]) -> Text:
    judged = [line.before for line in found if line.before and line.before.good]
    if not judged:
        return telling.say(
            "Точка отсчёта: {name} — {now}, сравнивать пока не с чем",
            "A starting point: {name} {now}, nothing to compare it with yet",
            name=telling.label(found[0].code),
            now=found[0].now,
        )
    better = [delta for delta in judged if delta.good > 0]
    behind = [telling.label(line.code) for line in found if line.before and line.before.good < 0]
    inputs = [delta.figure for delta in judged]
    parts = {
        "better": telling.own("kpis_better", len(better), "measures that changed for the better", *inputs),
        "all": telling.own("kpis_judged", len(judged), "measures with a change to judge", *inputs),
        "names": ", ".join(behind[:2]),
    }
    if not behind:
        return telling.say(
            "Все {all} {all:показатель|показателя|показателей} лучше прошлого периода",
            "All {all} {all:measure is|measures are} better than in the previous period",
            **parts,
        )
    return telling.say(
        "Лучше прошлого периода {better} из {all} показателей; отстают: {names}",
        "{better} of {all} measures beat the previous period; behind: {names}",
        **parts,
    )


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
    share = first.now.numbers["interactions"].value / (own.now.numbers["interactions"].value or 1)
    figure = telling.own(
        "first_account_share",
        share,
        "interactions of the first account ÷ interactions of all",
        telling.figure(first.now.numbers["interactions"]),
        telling.figure(own.now.numbers["interactions"]),
        shown=Shown.PERCENT,
        places=0,
    )
    return telling.say(
        "Больше всего взаимодействий даёт {name}: {share}",
        "{name} brings most interactions: {share}",
        name=telling.subject(first, 30),
        share=figure,
    )
