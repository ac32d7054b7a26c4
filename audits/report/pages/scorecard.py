"""The scorecard: every measure of all accounts together, with both comparisons."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from audits.evidence import Change, Subject, Verdict
from audits.measures import changes
from audits.measures.calendar import why_one
from audits.measures.followers import without_level
from audits.measures.verdicts import question
from audits.report.blocks import ARROW, chip, compared_in, dash, not_beside, of_a_day, table, uncompared
from audits.report.frame import framed, posts_of_all, views_apart
from audits.report.measure_names import measure
from audits.report.pages import website
from audits.report.reasons import UNCOMPARED
from audits.report.telling import Telling, value
from audits.report.titles import fitting
from audits.report.wording.tested import (
    CONFIRMED,
    FIRST_TITLE,
    MOVED_TITLE,
    TITLES,
    UNCOMPARED_TITLE,
    UNCONFIRMED,
    UNSURE_TITLE,
    UNTESTED,
    UNTESTED_PAIR_TITLE,
    UNTESTED_TITLE,
    Wordings,
)
from audits.report.words import capitalised, joined
from smmstrategy.reports.document import Callout, Delta, Figure, Page, Part, Row, Text

TOTALS = ("posts", "posts_published", "views", "account_views", "reach.median", "interactions", "account_interactions")
MORE = ("frequency", "visits", "goal_visits", "goal_reaches", "revenue", "cr", "pageviews")
ROWS_AT_MOST = 10
BOTH = ("обоим периодам", "both periods")
TO = {
    "before": ("прошлому периоду", "the previous period"),
    "year_earlier": ("тем же месяцам год назад", "the same months a year earlier"),
}
WINDOWS = ("before", "year_earlier")
MARK = "**"  # one asterisk is the law's


@dataclass(frozen=True, slots=True)
class Line:
    """One measure of the scorecard with its two changes, either of which may be missing, and their verdicts by window."""

    code: str
    now: Figure
    before: Delta | None
    year_earlier: Delta | None
    verdicts: dict[str, Verdict]


def pages(telling: Telling) -> tuple[Page, ...]:
    kpis = lines(telling, telling.evidence.own)
    if not kpis or (telling.website_alone and len(kpis) <= website.IN_CARDS):
        return ()
    return (_kpis(telling, kpis),)


def posted(subject: Subject) -> bool:
    number = value(subject.now, "posts")
    return number is not None and number.value > 0


def lines(telling: Telling, subject: Subject) -> list[Line]:
    """The measures of a subject that have a value, in the order a reader expects them, and what its title counts beside them."""
    codes, mean = _known(subject)[:ROWS_AT_MOST], f"{subject.er}.mean"
    while len(codes) + len(beside := _counted_beside(subject, codes)) > ROWS_AT_MOST:
        codes.remove(mean if mean in codes else codes[-1])
    return [_line(telling, subject, code) for code in (*codes, *beside)]


def all_lines(telling: Telling, subject: Subject) -> list[Line]:
    """Also those for which the slide has no room, and whatever else was tested against any window."""
    known = _known(subject)
    return [_line(telling, subject, code) for code in (*known, *_without_a_line(subject, known))]


def _known(subject: Subject) -> list[str]:
    er = (f"{subject.er}.median", f"{subject.er}.mean") if subject.er else ()
    codes = "followers_end", *without_level(subject.now), *TOTALS, *er, *MORE
    return [code for code in codes if value(subject.now, code) and (code != "posts" or posted(subject))]


def _without_a_line(subject: Subject, codes: list[str]) -> Iterable[str]:
    asked = {question(subject, change) for change in subject.changes if change.measure in codes}
    tested = (change for window in WINDOWS for change in _tested(subject, window))
    return dict.fromkeys(change.measure for change in tested if question(subject, change) not in asked)


def _counted_beside(subject: Subject, codes: list[str]) -> list[str]:
    """What these lack: the largest change of each verdict a title names, one not confirmed; where none moved, one tested."""
    window = _window(subject)
    largest, tested = _largest(subject, window), _tested(subject, window)
    if not largest and not any(subject.change(code, window) for code in codes):
        return [change.measure for change in tested[:1]]
    shown = {change.verdict for change in tested if change.is_told and change.measure in codes}
    kinds = ({Verdict.BETTER, Verdict.WORSE}, {Verdict.MOVED}, {Verdict.UNSURE})
    named = next((both for kind in kinds if (both := largest.keys() & kind)), set())
    verdicts = named | {Verdict.UNSURE} - shown
    return [change.measure for verdict, change in largest.items() if verdict in verdicts and change.measure not in codes]


def _largest(subject: Subject, window: str) -> dict[Verdict, Change]:
    """By verdict; one written in per cent before one in points."""
    return {change.verdict: change for change in sorted(_tested(subject, window), key=_size) if change.is_told}


def _size(change: Change) -> tuple[bool, bool, Decimal]:
    is_rate = measure(change.measure).is_rate
    by = (change.absolute if is_rate else change.relative).value
    return by is not None, not is_rate, abs(by or Decimal(0))


def _window(subject: Subject) -> str:
    """That against which something changed, else that against which anything was tested."""
    convincing = {change.against for change in subject.changes if change.is_convincing}
    tested = {change.against for change in subject.changes if change.verdict is not Verdict.UNTESTED}
    return next((window for among in (convincing, tested) for window in WINDOWS if window in among), "")


def _tested(subject: Subject, window: str) -> list[Change]:
    """What was tested against a window, once each: the number of posts and their pace are one question."""
    tested = (c for c in subject.changes if c.against == window and c.verdict is not Verdict.UNTESTED)
    return list({question(subject, change): change for change in reversed(list(tested))}.values())[::-1]


def _line(telling: Telling, subject: Subject, code: str) -> Line:
    changes = {window: subject.change(code, window) for window in WINDOWS}
    verdicts = {window: change.verdict for window, change in changes.items() if change}
    deltas = (chip(telling, subject, change) for change in changes.values())
    return Line(code, telling.figure(subject.now.numbers[code]), *deltas, verdicts)


def _kpis(telling: Telling, kpis: list[Line]) -> Page:
    own = telling.evidence.own
    windows = [w for w in WINDOWS if any(getattr(line, w) for line in kpis)]
    before, year_earlier = ("К прошлому периоду", "vs previous period"), ("К тем же месяцам год назад", "vs a year earlier")
    against = {"before": before, "year_earlier": year_earlier}
    heads = [(telling.word("Показатель", "Measure"), "left", 4), (telling.word("Сейчас", "Now"), "right", 2)]
    heads += [(telling.word(*against[telling.called(w)]), "right", 2) for w in windows]
    rows = [Row((_name(telling, line.code), line.now, *(dash(getattr(line, w)) for w in windows))) for line in kpis]
    title, codes = _title(telling, kpis), [line.code for line in kpis]
    return framed(
        telling,
        "scorecard",
        title,
        table(telling, heads, rows, title),
        *_noise(telling, kpis),
        subtitle=joined(
            uncompared(
                telling,
                _of_all(telling, kpis),
                *((own, line.code, window) for line in kpis for window in windows if getattr(line, window) is None),
            ),
            *(not_beside(telling, own, codes, window) for window in _without_a_column(own, windows)),
        ),
        numbers=[*(own.now.numbers[line.code] for line in kpis), *of_a_day(own, codes)],
        n=posts_of_all(telling),
        changes=[(own.key, line.code, window) for line in kpis for window in windows if getattr(line, window)],
        footnote=views_apart(telling, *codes, mark=MARK),
    )


def _without_a_column(subject: Subject, shown: list[str]) -> list[str]:
    """Windows of which something is known, where the title does not say why none is shown."""
    return [w for w in WINDOWS if w in subject.windows and w not in shown and (shown or _window(subject))]


def _of_all(telling: Telling, kpis: list[Line]) -> Text:
    if _without_a_line(telling.evidence.own, [line.code for line in kpis]):
        elsewhere = (
            "; остальные проверенные — в книге, лист «Сводка»",
            "; what else was tested is in the workbook, sheet “Summary”",
        )
        return joined(_whose(telling), telling.say(*elsewhere))
    return _whose(telling)


def _whose(telling: Telling) -> Text:
    if why_one(telling.evidence.period) == "overlap":
        return telling.say(
            "Все аккаунты бренда вместе; те же месяцы год назад заходят на прошлый период, сравнение с ним одним",
            "All accounts of the brand together; the same months a year earlier overlap the previous period: only that is compared",
        )
    return telling.say("Все аккаунты бренда вместе", "All accounts of the brand together")


def _name(telling: Telling, code: str) -> Text:
    return joined(telling.qualified(code), MARK * telling.mixes_networks(code))


def _noise(telling: Telling, kpis: list[Line]) -> tuple[Callout, ...]:
    """Which of the changes are more than chance, or that none is."""
    if not any(line.before or line.year_earlier for line in kpis):
        return ()
    verdicts = {verdict for line in kpis for verdict in line.verdicts.values()}
    if verdicts <= {Verdict.UNTESTED}:
        text = telling.say(*UNTESTED)
    elif names := _sure(telling, [line.code for line in kpis]):
        text = telling.say(*CONFIRMED, names=names)
    else:
        text = telling.say(*UNCONFIRMED)
    return (Callout(text),)


def _sure(telling: Telling, codes: list[str]) -> str:
    """What changed beyond chance, also without a line here, each once; against which months where these are not the same."""
    own = telling.evidence.own
    by_window: dict[tuple[str, ...], list[str]] = {}
    for code in (*codes, *_without_a_line(own, codes)):
        sure = tuple(window for window in WINDOWS if (change := own.change(code, window)) and change.is_convincing)
        by_window.setdefault(sure, []).append(telling.in_a_sentence(code))
    named = {sure: ", ".join(names) for sure, names in by_window.items() if sure}
    if len(named) < 2:
        return "".join(named.values())
    months = {sure: telling.word(*(BOTH if sure[1:] else TO[telling.called(sure[0])])) for sure in named}
    return "; ".join(f"{names} {telling.word('к', 'against')} {months[sure]}" for sure, names in named.items())


def _title(telling: Telling, kpis: list[Line]) -> Text:
    wordings, _parts = _said(telling, kpis)
    return fitting(telling, *(partial(_worded, place) for place in range(len(wordings))))


def _worded(place: int, telling: Telling) -> Text:
    wordings, parts = _said(telling, lines(telling, telling.evidence.own))
    return capitalised(telling.say(*wordings[place], **parts))


def _said(telling: Telling, kpis: list[Line]) -> tuple[Wordings, dict[str, Part | Text]]:
    """How many of the tested measures are better or worse, with the most telling of both kinds; else what is known of all."""
    own = telling.evidence.own
    first, *others = sorted(kpis, key=lambda line: own.some_of(own.now.numbers[line.code]) is not None)
    if window := _window(own):
        return _compared(telling, window, first)
    first = next((line for line in (first, *others) if line.before or line.year_earlier), first)
    parts: dict[str, Part | Text] = {"name": telling.in_a_sentence(first.code), "now": _with_accounts(telling, first)}
    if delta := first.before or first.year_earlier:
        parts |= {"to": telling.word(*TO[telling.called("before" if first.before else "year_earlier")]), "by": delta.figure}
        if not delta.against:
            return UNTESTED_TITLE, parts
        return UNTESTED_PAIR_TITLE, parts | {"now": first.now, "by": joined(delta.figure, " (", delta.against, ")")}
    if earlier := [window for window in WINDOWS if window in own.windows]:
        why = UNCOMPARED[changes.uncompared(own, first.code, earlier[0])].in_language(telling.language)
        return UNCOMPARED_TITLE, parts | {"why": why, "lines": telling.own("kpis_shown", len(kpis), "measures of the table")}
    return FIRST_TITLE, parts


def _with_accounts(telling: Telling, line: Line) -> Text:
    """The value of now, and of how many accounts it is where it is not of all."""
    own = telling.evidence.own
    some = telling.in_accounts(own, own.now.numbers[line.code])
    return joined(line.now, " (", some, ")") if some else (line.now,)


def _compared(telling: Telling, window: str, first: Line) -> tuple[Wordings, dict[str, Part | Text]]:
    """All that was tested is counted, the largest is named."""
    tested = _tested(telling.evidence.own, window)
    deltas = [telling.figure(change.absolute) for change in tested]
    count = Counter(change.verdict for change in tested if change.is_told)
    parts: dict[str, Part | Text] = {
        "better": telling.own("kpis_better", count[Verdict.BETTER], "measures that changed for the better", *deltas),
        "worse": telling.own("kpis_worse", count[Verdict.WORSE], "measures that changed for the worse", *deltas),
        "moved": telling.own("kpis_moved", count[Verdict.MOVED], "measures that changed beyond the usual variation", *deltas),
        "unsure": telling.own("kpis_unsure", count[Verdict.UNSURE], "measures with a change that is not confirmed", *deltas),
        "all": telling.own("kpis_tested", len(tested), "measures with a tested change", *deltas),
        "to": telling.word(*TO[telling.called(window)]),
        "name": telling.in_a_sentence(first.code),
        "now": _with_accounts(telling, first),
        **_most(telling, "up", window, Verdict.BETTER),
        **_most(telling, "down", window, Verdict.WORSE),
        **_most(telling, "what", window, Verdict.MOVED),
        **_most(telling, "maybe", window, Verdict.UNSURE),
    }
    wordings = TITLES[bool(count[Verdict.BETTER]), bool(count[Verdict.WORSE])]
    if not count[Verdict.BETTER] + count[Verdict.WORSE]:
        wordings = MOVED_TITLE if count[Verdict.MOVED] else UNSURE_TITLE if count[Verdict.UNSURE] else wordings
    return wordings, parts


def _most(telling: Telling, role: str, window: str, verdict: Verdict) -> dict[str, Part | Text]:
    """The largest change of this verdict; of what came up from nothing both values."""
    own = telling.evidence.own
    largest = _largest(own, window).get(verdict)
    if largest is None:
        return {}
    name = telling.in_a_sentence("followers" if largest.measure == "followers_end" else largest.measure)
    if delta := telling.delta(largest):
        return {role: name, f"{role}_by": delta.figure}
    both, some = joined(telling.figure(largest.then), ARROW, telling.figure(largest.now)), compared_in(telling, own, largest)
    return {role: name, f"{role}_by": joined(both, " ", some) if some else both}
