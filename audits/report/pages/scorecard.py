"""The scorecard: every measure of all accounts together, and every network beside the others, with both comparisons."""

from dataclasses import dataclass

from audits.evidence import CONVINCING, Change, Subject, Verdict
from audits.measures.calendar import why_one
from audits.report.blocks import compared_in, dash, pair, table, uncompared
from audits.report.frame import framed, posts_of_all, views_apart
from audits.report.pages import website
from audits.report.telling import Telling, value
from audits.report.words import joined, uncapitalised
from smmstrategy.reports.document import Callout, Delta, Figure, Page, Part, Row, Shown, Text

TOTALS = ("followers_end", "posts", "views", "account_views", "reach.median", "interactions")
MORE = ("frequency", "visits", "goal_visits", "goal_reaches", "revenue", "cr", "pageviews")
ROWS_AT_MOST = 10
TO = {
    "before": ("прошлому периоду", "the previous period"),
    "year_earlier": ("тем же месяцам год назад", "the same months a year earlier"),
}
WINDOWS = ("before", "year_earlier")
TESTED_RU = "{all:проверенного показателя|проверенных показателей|проверенных показателей}"
TESTED_EN = "tested {all:measure|measures}"
MARK = "**"  # one asterisk is the law's
MOVED_TITLE = (
    f"К {{to}} {{moved:изменился|изменились|изменились}} {{moved}} из {{all}} {TESTED_RU}: {{name}} — {{by}}",
    f"{{moved}} of {{all}} {TESTED_EN} changed against {{to}}: {{name}} {{by}}",
)
TITLES = {  # by whether something is better, something is worse
    (True, True): (
        f"К {{to}} лучше {{better}} из {{all}} {TESTED_RU}: {{up}} {{up_by}}; хуже — {{down}} {{down_by}}",
        f"{{better}} of {{all}} {TESTED_EN} {{better:beats|beat}} {{to}}: {{up}} {{up_by}}; worse: {{down}} {{down_by}}",
    ),
    (True, False): (
        f"К {{to}} лучше {{better}} из {{all}} {TESTED_RU}, сильнее всего {{up}}: {{up_by}}",
        f"{{better}} of {{all}} {TESTED_EN} {{better:beats|beat}} {{to}}, most of all {{up}}: {{up_by}}",
    ),
    (False, True): (
        f"К {{to}} хуже {{worse}} из {{all}} {TESTED_RU}, сильнее всего {{down}}: {{down_by}}",
        f"{{worse}} of {{all}} {TESTED_EN} {{worse:is|are}} behind {{to}}, most of all {{down}}: {{down_by}}",
    ),
    (False, False): (
        "К {to} значимых изменений нет, проверено показателей: {all}; {name} — {now}",
        f"No significant change against {{to}} in any of {{all}} {TESTED_EN}; {{name}}: {{now}}",
    ),
}
UNSURE_TITLE = (
    "К {to} изменения не подтверждены, проверено показателей: {all}; {name} — {now}",
    f"No change against {{to}} is confirmed in any of {{all}} {TESTED_EN}; {{name}}: {{now}}",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the scorecard with its two changes, either of which may be missing, and their verdicts by window."""

    code: str
    now: Figure
    before: Delta | None
    year_earlier: Delta | None
    verdicts: dict[str, Verdict]


def pages(telling: Telling) -> tuple[Page, ...]:
    found = lines(telling, telling.evidence.own)
    networks = [s for s in telling.evidence.own_accounts if s.networks[0] != "website" and posted(s)]
    if not found or (telling.website_alone and len(found) <= website.IN_CARDS):
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
    changes = {window: subject.change(code, window) for window in WINDOWS}
    verdicts = {window: change.verdict for window, change in changes.items() if change}
    deltas = (_delta(telling, subject, change) for change in changes.values())
    return Line(code, telling.figure(subject.now.numbers[code]), *deltas, verdicts)


def _delta(telling: Telling, subject: Subject, change: Change | None, *, short: bool = False) -> Delta | None:
    """With both values where they are not of the number beside it: of fewer accounts, or of a day."""
    if change is None:
        return None
    some = compared_in(telling, subject, change)
    return telling.delta(change, joined(pair(telling, subject, change, short=short), " ", some) if some else ())


def _kpis(telling: Telling, found: list[Line]) -> Page:
    own = telling.evidence.own
    windows = [w for w in WINDOWS if any(getattr(line, w) for line in found)]
    against = {
        "before": ("К прошлому периоду", "vs previous period"),
        "year_earlier": ("К тем же месяцам год назад", "vs a year earlier"),
    }
    heads = [(telling.word("Показатель", "Measure"), "left", 4), (telling.word("Сейчас", "Now"), "right", 2)]
    heads += [(telling.word(*against[telling.called(w)]), "right", 2) for w in windows]
    rows = [Row((_name(telling, line.code), line.now, *(dash(getattr(line, w)) for w in windows))) for line in found]
    title = _title(telling, found)
    return framed(
        telling,
        "scorecard",
        title,
        table(telling, heads, rows, title),
        *_noise(telling, found),
        subtitle=uncompared(
            telling,
            _of_all(telling),
            *((own, line.code, window) for line in found for window in windows if getattr(line, window) is None),
        ),
        numbers=[own.now.numbers[line.code] for line in found],
        n=posts_of_all(telling),
        footnote=views_apart(telling, *(line.code for line in found), mark=MARK),
    )


def _of_all(telling: Telling) -> Text:
    if why_one(telling.evidence.period) == "overlap":
        return telling.say(
            "Все аккаунты бренда вместе; те же месяцы год назад заходят на прошлый период, сравнение с ним одним",
            "All accounts of the brand together; the same months a year earlier overlap the previous period: only that is compared",
        )
    return telling.say("Все аккаунты бренда вместе", "All accounts of the brand together")


def _name(telling: Telling, code: str) -> Text:
    return joined(telling.qualified(code), MARK * telling.mixes_networks(code))


def _noise(telling: Telling, found: list[Line]) -> tuple[Callout, ...]:
    """Which of the changes are more than chance, or that none is."""
    if not any(line.before or line.year_earlier for line in found):
        return ()
    verdicts = {verdict for line in found for verdict in line.verdicts.values()}
    sure = [line.code for line in found if CONVINCING & set(line.verdicts.values())]
    if verdicts <= {Verdict.UNTESTED}:
        text = telling.say(
            "На шум изменения не проверены: проверяются публикации, "
            "а по дням — подписчики, визиты и другие суммы, известные в обоих периодах",
            "These changes were not tested for noise: "
            "tested are posts and, day by day, followers, visits and other sums known in both periods",
        )
    elif not sure:
        text = telling.say(
            "Проверка на шум не подтвердила ни одного изменения; суммы по публикациям не проверяются: они следуют за их числом",
            "The noise test confirms none of these changes; sums over posts are not tested: they follow their number",
        )
    else:
        names = ", ".join(uncapitalised(telling.named(code)) for code in sure)
        text = telling.say(
            "Больше обычных колебаний изменились: {names}; остальное не подтверждено, суммы не проверяются",
            "Beyond the usual variation: {names}; the rest is not confirmed, and sums are not tested",
            names=names,
        )
    return (Callout(text),)


def _title(telling: Telling, found: list[Line]) -> Text:
    """How many of the tested measures are better or worse, with the most telling of both kinds; else what is known of all."""
    own = telling.evidence.own
    first = min(found, key=lambda line: own.some_of(own.now.numbers[line.code]) is not None)
    tested = {window: _tested(found, window) for window in WINDOWS}
    for window in sorted(WINDOWS, key=lambda window: not any(line.verdicts[window] in CONVINCING for line in tested[window])):
        if tested[window]:
            return _compared(telling, window, first, tested[window])
    if delta := first.before or first.year_earlier:
        return telling.say(
            "{name} — {now}: {by} к {to}; изменения не проверены",
            "{name}: {now}, {by} on {to}; changes are not tested",
            name=telling.title_label(first.code),
            now=first.now if delta.against else _with_accounts(telling, first),
            by=joined(delta.figure, " (", delta.against, ")") if delta.against else delta.figure,
            to=telling.word(*TO[telling.called("before" if first.before else "year_earlier")]),
        )
    return telling.say(
        "Точка отсчёта: {name} — {now}, сравнивать пока не с чем",
        "A starting point: {name} {now}, nothing to compare it with yet",
        name=telling.label(first.code),
        now=_with_accounts(telling, first),
    )


def _with_accounts(telling: Telling, line: Line) -> Text:
    """The value of now, and of how many accounts it is where it is not of all."""
    own = telling.evidence.own
    some = telling.in_accounts(own, own.now.numbers[line.code])
    return joined(line.now, " (", some, ")") if some else (line.now,)


def _tested(found: list[Line], window: str) -> list[Line]:
    return [line for line in found if line.verdicts.get(window, Verdict.UNTESTED) != Verdict.UNTESTED]


def _compared(telling: Telling, window: str, first: Line, tested: list[Line]) -> Text:
    inputs = [delta.figure for line in tested if (delta := getattr(line, window))]
    better, worse = ([line for line in tested if line.verdicts[window] == v] for v in (Verdict.BETTER, Verdict.WORSE))
    if not better + worse and (moved := [line for line in tested if line.verdicts[window] in CONVINCING]):
        return _moved(telling, window, moved, tested)
    parts: dict[str, Part | Text] = {
        "better": telling.own("kpis_better", len(better), "measures that changed for the better", *inputs),
        "worse": telling.own("kpis_worse", len(worse), "measures that changed for the worse", *inputs),
        "all": telling.own("kpis_tested", len(tested), "measures with a tested change", *inputs),
        "to": telling.word(*TO[telling.called(window)]),
        "name": telling.label(first.code),
        "now": _with_accounts(telling, first),
        **_most(telling, "up", window, better),
        **_most(telling, "down", window, worse),
    }
    is_unsure = any(line.verdicts[window] is Verdict.UNSURE for line in tested)
    title = UNSURE_TITLE if is_unsure and not better + worse else TITLES[bool(better), bool(worse)]
    return telling.say(*title, **parts)


def _moved(telling: Telling, window: str, moved: list[Line], tested: list[Line]) -> Text:
    """What changed and is neither better nor worse."""
    most = _most(telling, "name", window, moved)
    return telling.say(
        *MOVED_TITLE,
        moved=telling.own("kpis_moved", len(moved), "measures that changed beyond the usual variation"),
        all=telling.own("kpis_tested", len(tested), "measures with a tested change"),
        to=telling.word(*TO[telling.called(window)]),
        name=most["name"],
        by=most["name_by"],
    )


def _most(telling: Telling, role: str, window: str, lines: list[Line]) -> dict[str, Part]:
    """The largest change that is written in per cent before one in points."""
    deltas = {line.code: delta.figure for line in lines if (delta := getattr(line, window))}
    if not deltas:
        return {}
    code = max(deltas, key=lambda code: (deltas[code].shown == Shown.PERCENT, abs(deltas[code].value)))
    name = telling.label("followers" if code == "followers_end" else code)
    return {role: name, f"{role}_by": deltas[code]}


def _networks(telling: Telling, subjects: list[Subject]) -> Page:
    own, heads = telling.evidence.own, [(telling.word("Аккаунт", "Account"), "left", 5)]
    for name in (telling.word("Подписчики", "Followers"), telling.title_label("views"), telling.title_label("interactions")):
        heads += [(name, "right", 4), ("Δ", "right", 3)]
    heads += [("ER", "right", 3), ("Δ", "right", 4)]
    ordered = sorted(subjects, key=lambda s: -(s.now.numbers["interactions"].value if value(s.now, "interactions") else 0))
    rows = [Row((telling.subject(s, 26), *_cells(telling, s))) for s in ordered]
    rows.append(Row((telling.word("Всего", "Total"), *_cells(telling, own)), emphasis=True))
    title = _network_title(telling, ordered)
    numbers = [s.now.numbers["interactions"] for s in ordered if value(s.now, "interactions")]
    subtitle = telling.say(
        "Значение и изменение к {to}; ER — медиана; просмотры и ER площадки считают по-своему",
        "Value and change against {to}; ER is the median; views and ER differ by network",
        to=telling.word(*TO[telling.called("before")]),
    )
    missing = [(s, c, "before") for s in (*ordered, own) for c in _codes(s) if value(s.now, c) and not s.change(c)]
    subtitle = uncompared(telling, subtitle, *missing) if len(missing) < len(rows) * len(_codes(own)) else subtitle
    side_by_side = table(telling, heads, rows, title)
    return framed(telling, "networks", title, side_by_side, subtitle=subtitle, numbers=numbers, n=posts_of_all(telling))


def _codes(subject: Subject) -> tuple[str, ...]:
    return ("followers_end", "views", "interactions", f"{subject.er}.median")


def _cells(telling: Telling, subject: Subject) -> list:
    cells: list = []
    for code in _codes(subject):
        number = value(subject.now, code)
        cells += [
            dash(telling.figure(number, short=True) if number else None),
            dash(_delta(telling, subject, subject.change(code), short=True)),
        ]
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
