"""Blocks that several pages share: months as a chart, deltas in a table, lists."""

from collections.abc import Sequence
from dataclasses import replace

from audits.evidence import Number, Subject, Window
from audits.measures import changes
from audits.measures.rates import TOTALS
from audits.report import names
from audits.report.telling import Telling, value
from audits.report.words import joined
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Card, Chart, ChartKind, Column, Delta, Figure, Part, Series, Table, Text
from smmstrategy.reports.formats import write


def month_keys(*windows: Window | None) -> list[str]:
    return [segment.key for window in windows if window for segment in window.months]


def monthly(telling: Telling, windows: Sequence[Window | None], code: str, keys: Sequence[str]) -> tuple[Figure, ...]:
    """The figures of a measure month by month; a month without it has a figure without a value."""
    found = {segment.key: segment.numbers.get(code) for window in windows if window for segment in window.months}
    return tuple(telling.figure(found.get(key) or missing(windows, key, code)) for key in keys)


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


def timeline(telling: Telling, subject: Subject, code: str, kind: ChartKind, about: Text, *, title: Text = ()) -> Chart:
    """The months of the audit beside those before it in one row; the months before are grey. `about` is what the picture says."""
    row = windows(subject, "before", "now") if comparable(subject, code) else windows(subject, "now")
    keys = month_keys(*row)
    values = monthly(telling, row, code, keys)
    now = set(month_keys(subject.now))
    series = [Series(telling.word("период аудита", "audit period"), _only(telling, values, keys, now), accent=True)]
    if len(row) > 1:
        series.insert(0, Series(telling.word("раньше", "before"), _only(telling, values, keys, set(keys) - now)))
    categories = tuple(names.months(keys, telling.language))
    return Chart(kind, title, categories, tuple(series), alt(telling, about))


def comparable(subject: Subject, code: str) -> bool:
    """Whether the months before are those of the same accounts that the change is worked out for."""
    change, before = subject.change(code), subject.windows.get("before")
    number = before.numbers.get(code) if before else None
    return change is None or number is None or number.value == change.then.value


def _only(telling: Telling, values: tuple[Figure, ...], keys: list[str], chosen: set[str]) -> tuple[Figure, ...]:
    blank = telling.own("blank", None, "")
    return tuple(
        value if key in chosen else replace(value, id=blank.id, value=None) for value, key in zip(values, keys, strict=True)
    )


def by_account(telling: Telling, code: str, kind: ChartKind, about: Text, *, title: Text = ()) -> Chart | None:
    """One series per own account over the months before and of the audit; None when no account has the measure."""
    subjects = [s for s in telling.evidence.own_accounts if any(value(segment, code) for segment in s.now.months)]
    if not subjects:
        return None
    keys = sorted({key for s in subjects for key in month_keys(*windows(s, "before", "now"))})
    series = tuple(
        Series(telling.subject(s, 24), monthly(telling, windows(s, "before", "now"), code, keys), color_key=s.networks[0])
        for s in subjects
    )
    return Chart(kind, title, tuple(names.months(keys, telling.language)), series, alt(telling, about))


def earlier(telling: Telling, subject: Subject, code: str, lead: Text = ()) -> Text:
    """«; прошлое полугодие — 1,2, год назад — 2,0»: what a measure was, for a subtitle, after `lead`; () when nothing is known."""
    known = [c for against in ("before", "year_earlier") if (c := subject.change(code, against)) and c.then.value]
    pieces = [
        telling.say("{when} — {then}", "{when} {then}", when=telling.window(c.against), then=telling.figure(c.then)) for c in known
    ]
    if not pieces:
        return ()
    counted = min(len(c.accounts) for c in known)
    same = telling.own("accounts_compared", counted, "own accounts with data in both periods")
    whole = (
        ()
        if counted == len(subject.account_ids)
        else telling.say(" (аккаунтов с данными — {n})", " ({n} with data in both)", n=same)
    )
    return joined("; ", lead, *(part for n, piece in enumerate(pieces) for part in ((", ",) if n else ()) + piece), whole)


def alt(telling: Telling, text: Text) -> str:
    return write(text, telling.language)


def card(telling: Telling, subject: Subject, code: str) -> Card:
    """A measure with its changes as chips."""
    deltas = tuple(
        delta
        for against in ("before", "year_earlier")
        if (delta := telling.delta(subject.change(code, against), (telling.window(against),)))
    )
    number = subject.now.numbers[code]
    signed = code in ("growth_abs", "growth_rate")
    return Card((telling.named(code),), telling.figure(number, signed=signed, short=True), deltas, _note(telling, subject, code))


def _note(telling: Telling, subject: Subject, code: str) -> Text:
    """That it is the sum of a breakdown, or of some of the posts only."""
    number, posts = subject.now.numbers[code], value(subject.now, "posts")
    if of_parts := telling.of_parts(number):
        return (of_parts,)
    if code not in TOTALS or posts is None or number.n is None or number.n >= posts.value:
        return ()
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
    why = ", ".join(names.UNCOMPARED[reason].in_language(telling.language) for reason in reasons)
    return joined(lead, telling.say("; прочерк — {why}", "; a dash: {why}", why=why)) if why else lead


def dash(value: Part | Text | Delta | None) -> Part | Text | Delta:
    return "—" if value is None or value == () else value
