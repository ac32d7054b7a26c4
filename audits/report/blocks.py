"""Blocks that several pages share: months as a chart, deltas in a table, lists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from audits.evidence import ENDINGS, Change, Number, Segment, Subject, Window
from audits.measures import changes
from audits.measures.rates import TOTALS
from audits.report import names
from audits.report.partly_known import partly_known
from audits.report.reasons import UNCOMPARED
from audits.report.telling import Telling, value
from audits.report.words import capitalised, joined, listed
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.beside import as_fine, told_apart
from smmstrategy.reports.document import Card, Chart, ChartKind, Column, Delta, Figure, Part, Series, Table, Text
from smmstrategy.reports.formats import NBSP, write

BESIDE = {
    "before": ("прошлым периодом", "the previous period"),
    "year_earlier": ("теми же месяцами год назад", "the same months a year earlier"),
}
ARROW = f"{NBSP}→{NBSP}"  # what was and what is are one fact, on one line
EACH_DAY = (f"в{NBSP}день", f"per{NBSP}day")


def drawn_months(windows: Iterable[Window], code: str) -> list[Segment]:
    """The months of the windows: all of «now», and those before it from the first on of which the measure is known."""
    months = [(window.name, segment) for window in windows for segment in window.months]
    return [segment for _name, segment in dropwhile(lambda one: one[0] != "now" and not value(one[1], code), months)]


def monthly(telling: Telling, windows: Sequence[Window | None], code: str, keys: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of a measure month by month; a month without it has a figure without a value."""
    by_month = {segment.key: segment.numbers.get(code) for window in windows if window for segment in window.months}
    return tuple(telling.figure(by_month.get(key) or missing(windows, key, code)) for key in keys)


def missing(windows: Sequence[Window | None], key: str, code: str) -> Number:
    """A number that is not known, under the id it would have."""
    window = next(window for window in windows if window)
    prefix = next(iter(window.numbers.values())).id.rsplit(f".{window.name}.", 1)[0] if window.numbers else "own"
    return Number(
        f"{prefix}.{window.name}.month:{key}.{code}",
        None,
        identity("count" if code == "posts" else code.split(".")[0]),
        reason="not_given",
    )


def windows(subject: Subject, *window_names: str) -> list[Window]:
    return [subject.windows[name] for name in window_names if name in subject.windows]


def of_same_accounts(subject: Subject, code: str, shown: Sequence[str] = ("before", "now")) -> list[Window]:
    """These windows where the measure is of the same accounts in them, else «now» alone."""
    return windows(subject, *(shown if subject.alike(code, "before") else ("now",)))


def timeline(
    telling: Telling,
    subject: Subject,
    code: str,
    kind: ChartKind,
    about: Text,
    *,
    title: Text = (),
    shown: Sequence[str] = ("before", "now"),
) -> Chart:
    """The months of the audit and, grey, those before it where they are of the same accounts. `about` is what the picture says.

    Of what does not add up, months that are not of all accounts are gaps; of what does, those not known of all days are named.
    """
    row = of_same_accounts(subject, code, shown)
    keys = [month.key for month in drawn_months(row, code)]
    values = monthly(telling, row, code, keys)
    known = set(keys) - (lacking(subject, code) if code.endswith(ENDINGS) else set())
    now = {month.key for month in subject.now.months}
    series = [Series(telling.word("период аудита", "audit period"), _only(telling, values, keys, known & now), accent=True)]
    if len(row) > 1:
        series.insert(0, Series(telling.word("раньше", "before"), _only(telling, values, keys, known - now)))
    categories = tuple(names.months(keys, telling.language))
    if part := partly_known(telling, drawn_months(row, code), code, categories):
        title = joined(title, "; ", part) if title else capitalised(part)
    return Chart(kind, title, categories, tuple(series), drawn(telling, subject, about))


def _only(telling: Telling, values: tuple[Figure, ...], keys: list[str], chosen: set[str]) -> tuple[Figure, ...]:
    blank = telling.own("blank", None, "")
    return tuple(
        value if key in chosen else replace(value, id=blank.id, value=None) for value, key in zip(values, keys, strict=True)
    )


def has_whole(subject: Subject, code: str) -> bool:
    """Whether a month of the period is known of all accounts that its number stands on."""
    return any(value(month, code) and subject.is_of_all(code, month) for month in subject.now.months)


def lacking(subject: Subject, code: str) -> frozenset[str]:
    """The keys of the months, among those of which a measure is known, that are not of all accounts."""
    months = drawn_months(of_same_accounts(subject, code), code)
    return frozenset(month.key for month in months if value(month, code) and not subject.is_of_all(code, month))


def of_gaps(telling: Telling) -> Text:
    return telling.say("Пропуски — месяцы, известные не по всем аккаунтам", "Gaps are months not known of all accounts")


def earlier(telling: Telling, subject: Subject, code: str, lead: Text = ()) -> Text:
    """«; прошлое полугодие — 1,2, год назад — 2,0»: what a measure was, for a subtitle, as titles write it, after `lead`; or ()."""
    known = [c for against in ("before", "year_earlier") if (c := subject.change(code, against)) and c.then.value]
    return joined("; ", lead, was(telling, subject, *known, short=True)) if known else ()


def was(telling: Telling, subject: Subject, *changes: Change, short: bool = False) -> Text:
    """«год назад — 2,0» beside a number of «now»; of what is not that number, both values and what they are of."""
    texts = []
    for same in by_number(changes):
        pairs = [pair(telling, subject, change, short=short) for change in same]
        if not subject.is_apart(same[0]):
            pairs = [(then,) for then in as_fine(*(then for (then,) in pairs))]
        each = [
            telling.say("{when} — {pair}", "{when} {pair}", when=telling.window(change.against), pair=one)
            for change, one in zip(same, pairs, strict=True)
        ]
        some = compared_in(telling, subject, same[0])
        texts.append(joined(_after_commas(each), " (", some, ")") if some else _after_commas(each))
    return _after_commas(texts)


def pair(telling: Telling, subject: Subject, change: Change, *, short: bool = False) -> Text:
    """«162», or «162 → 136» where the change is not of the number of «now»."""
    then, now = told_apart(tuple(telling.figure(number, short=short) for number in (change.then, change.now)))
    return joined(then, ARROW, now) if subject.is_apart(change) else (then,)


def compared_in(telling: Telling, subject: Subject, change: Change, *, among: bool = False) -> Text:
    """«в день по 1 из 2 аккаунтов»: what a change is of, as far as it is not that of the number of «now», which says it itself.

    «По 1 из них» where the accounts of «now» have been counted before (`among`).
    """
    each_day = (telling.word(*EACH_DAY),) if change.is_per_day else ()
    if change.accounts == subject.now.numbers[change.measure].accounts:
        return each_day
    some = _of_them(telling, subject, change.now) if among else telling.in_accounts(subject, change.now)
    return joined(each_day, " ", some) if each_day and some else each_day or some


def _of_them(telling: Telling, subject: Subject, number: Number) -> Text:
    known, _of = subject.some_of(number)
    return telling.say("по {known} из них", "in {known} of them", known=telling.figure(known))


def of_a_day(subject: Subject, codes: Iterable[str]) -> list[Number]:
    """What the changes shown beside these measures are of in place of their sums: means of a known day."""
    return [change.now for change in subject.changes if change.measure in codes and change.is_per_day]


def in_some(telling: Telling, subject: Subject, lead: Text, number: Number) -> Text:
    """What is said of a subject, and of how many accounts it is where these are not all of a kind."""
    some = telling.in_accounts(subject, number)
    return joined(lead, ", ", some) if some else lead


def by_number(changes: Iterable[Change]) -> list[list[Change]]:
    """Those of the same number of «now» together."""
    by_id: dict[str, list[Change]] = {}
    for change in changes:
        by_id.setdefault(change.now.id, []).append(change)
    return list(by_id.values())


def _after_commas(texts: Sequence[Text]) -> Text:
    return joined(*[part for text in texts for part in (", ", *text)][1:])


def alt(telling: Telling, text: Text) -> str:
    return write(text, telling.language)


def drawn(telling: Telling, subject: Subject, about: Text) -> str:
    """What a picture says, and whose figures it draws where the brand has several accounts."""
    return _drawn(telling, telling.subject(subject, names.OF_A_LINE), about)


def drawn_apart(telling: Telling, about: Text) -> str:
    """As `drawn`, of a picture that has figures of each account."""
    return _drawn(telling, telling.word("по аккаунтам", "by account"), about)


def _drawn(telling: Telling, whose: Part, about: Text) -> str:
    if len(telling.evidence.own_accounts) < 2:
        return alt(telling, about)
    return alt(telling, joined(about, telling.say("; на рисунке — {who}", "; drawn: {who}", who=whose)))


def of_one(telling: Telling, lead: Text, subject: Subject) -> Text:
    """What is shown, and of which account where it is not of all of them."""
    return lead if subject.kind == "own" else joined(lead, ", ", telling.subject(subject, names.OF_A_LINE))


def card(telling: Telling, subject: Subject, code: str) -> Card:
    """A measure with its changes as chips."""
    compared = [change for against in ("before", "year_earlier") if (change := subject.change(code, against))]
    deltas = tuple(delta for change in compared if (delta := telling.delta(change, (telling.window(change.against),))))
    figure = telling.figure(subject.now.numbers[code], signed=code == "growth_rate", short=True)
    among = telling.in_accounts(subject, subject.now.numbers[code])
    notes = [note for note in (among, _note(telling, subject, code), *_compared(telling, subject, compared, bool(among))) if note]
    return Card((telling.named(code),), figure, deltas, _after_commas(notes))


def _compared(telling: Telling, subject: Subject, changes: Sequence[Change], among: bool) -> Iterator[Text]:
    """«по 1 из 2 аккаунтов: 136 против 162 и 159»: what was compared, where it is not the number itself.

    `among`: it has been said of how many accounts that is, so that these are some «из них».
    """
    for same in by_number(changes):
        some = compared_in(telling, subject, same[0], among=among)
        then = listed([(telling.figure(change.then, short=True),) for change in same], telling.language)
        when = "" if len(same) == len(changes) else telling.window(same[0].against) + " "
        now = telling.figure(same[0].now, short=True)
        if some:
            yield telling.say(
                "{some}: {now} против {then}", "{some}: {now} against {then}", some=joined(when, some), now=now, then=then
            )


def _note(telling: Telling, subject: Subject, code: str) -> Text:
    """That it is the sum of a breakdown, of another day than the last, or of some of the posts only."""
    number, posts = subject.now.numbers[code], value(subject.now, "posts")
    if beside := telling.of_parts(number) or telling.of_another_day(number):
        return (beside,)
    if "n" not in dict(number.inputs) or code not in TOTALS or posts is None or number.n >= posts.value:
        return ()  # `n` counts posts where it is an input: that of a flow counts days
    return telling.say(
        "по {n} из {all} {all:публикации|публикаций|публикаций}",
        "{n} of {all} {all:post|posts}",
        n=telling.posts_known(number),
        all=telling.figure(posts),
    )


def table(telling: Telling, heads: Sequence[tuple[Part, str, int]], rows: Sequence, about: Text) -> Table:
    """`heads` are (title, align, weight)."""
    columns = tuple(Column((title,), align, weight) for title, align, weight in heads)
    return Table(columns, tuple(rows), alt(telling, about))


def uncompared(telling: Telling, lead: Text, *missing: tuple[Subject, str, str]) -> Text:
    """After `lead` why dashes stand in place of changes: of each subject's measure against a window."""
    reasons = dict.fromkeys(changes.uncompared(*one) for one in missing)
    why = ", ".join(UNCOMPARED[reason].in_language(telling.language) for reason in reasons)
    return joined(lead, telling.say("; прочерк — {why}", "; a dash: {why}", why=why)) if why else lead


def not_beside(telling: Telling, subject: Subject, codes: Iterable[str], window: str) -> Text:
    """Why none of the measures is compared with a window of which something is known."""
    reasons = dict.fromkeys(changes.uncompared(subject, code, window) for code in codes)
    why = ", ".join(UNCOMPARED[reason].in_language(telling.language) for reason in reasons)
    beside = telling.word(*BESIDE[telling.called(window)])
    return telling.say("; с {beside} не сравнить: {why}", "; no comparison with {beside}: {why}", beside=beside, why=why)


def chip(telling: Telling, subject: Subject, change: Change | None, *, short: bool = False) -> Delta | None:
    """With both values where they are not of the number beside it: of fewer accounts, or of a day."""
    if change is None:
        return None
    some = compared_in(telling, subject, change)
    return telling.delta(change, joined(pair(telling, subject, change, short=short), " ", some) if some else ())


def dash(value: Part | Text | Delta | None) -> Part | Text | Delta:
    return "—" if value is None or value == () else value
