"""Cards: a value, its change against the compared period in numbers and words, its course, and how much of it is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from audits.evidence import ENDINGS, Change, Number, Segment, Subject, Verdict
from audits.measures.changes import uncompared
from audits.measures.glance import Glance
from audits.measures.numbers import median
from audits.measures.sufficiency import counted
from audits.report import measure_names, names
from audits.report.reasons import UNCOMPARED
from smmstrategy.metrics.formulas import identity
from smmstrategy.numbers.measures import FOLLOWERS, Known, called, figure, known, measures, note, places, written
from smmstrategy.reports.beside import differing_by
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.formats import write

WIDTH, HEIGHT = 120, 32
TONES = {Verdict.BETTER: "good", Verdict.WORSE: "bad"}


@dataclass(frozen=True, slots=True)
class Compared:
    """A change in words: `tone` is good or bad only where more than chance is at work; `before` says what it is of."""

    absolute: str
    relative: str
    tone: str
    words: str
    verdict: str
    before: str


@dataclass(frozen=True, slots=True)
class Card:
    key: str
    name: str
    value: str
    note: str
    known: Known
    share_known: str
    change: Compared | None
    uncompared: str  # why there is no change
    apart: str  # the value of each account, where accounts count it differently
    spark: list[str]

    @property
    def is_known(self) -> bool:
        return bool(self.known.words)


def cards(glance: Glance, against: str, steps: Sequence[Segment], language: str) -> list[Card]:
    """`steps` are those of the window «now», `against` the compared window, if any."""
    return [_card(measure, glance, against, steps, language) for measure in measures(glance)]


def _card(measure: str, glance: Glance, against: str, steps: Sequence[Segment], language: str) -> Card:
    change = glance.subject.change(measure, against)
    number, here = glance.subject.now.numbers.get(measure), known(measure, glance)
    lacking = "" if change or here.is_in_parts else uncompared(glance.subject, measure, against)
    return Card(
        key=measure,
        name=measure_names.named(measure, language),
        value=_value(measure, number, change, glance.subject, language),
        note=note(measure, language),
        known=here,
        share_known="" if here.share is None else write(Figure("", here.share, Shown.PERCENT, 0), language),
        change=_compared(measure, change, glance, language) if change else None,
        uncompared=UNCOMPARED[lacking].in_language(language) if lacking else "",
        apart=_apart(measure, glance, language),
        spark=spark([value_of(step, measure, glance.subject) for step in steps]),
    )


def _apart(measure: str, glance: Glance, language: str) -> str:
    """The median of each account where accounts count different interactions, "" elsewhere."""
    posts = {account: glance.posts.of_accounts((account.id,)) for account in glance.accounts}
    known = {account: some for account, some in posts.items() if len(some.known("interactions"))}
    if measure != "interactions.median" or len({counted(glance.coverage, account.id) for account in known}) < 2:
        return ""
    values = {account: median("", "interactions", some, identity("interactions")).value for account, some in known.items()}
    each = "; ".join(f"{called(account, language)} — {written(measure, value, language)}" for account, value in values.items())
    return gettext("counted differently by networks, so rather: %(accounts)s") % {"accounts": each}


def _value(measure: str, number: Number | None, change: Change | None, subject: Subject, language: str) -> str:
    """As fine as what it was, where that is said beside it."""
    if change is None or subject.is_apart(change):
        return written(measure, number and number.value, language)
    _then, now = _pair(measure, change)
    return write(now, language)


def _compared(measure: str, change: Change, glance: Glance, language: str) -> Compared:
    relative = change.relative.value
    verdict = "" if change.verdict is Verdict.UNTESTED else names.VERDICTS[change.verdict].in_language(language)
    course = {1: gettext("up"), -1: gettext("down"), 0: gettext("unchanged")}[change.way]
    absolute = write(_difference(measure, change), language)
    return Compared(
        absolute=gettext("%(value)s per day") % {"value": absolute} if change.is_per_day else absolute,
        relative="" if relative is None else write(Figure("", relative, Shown.PERCENT, 1, signed=True), language),
        tone=TONES.get(change.verdict, "neutral"),
        words=f"{course}, {verdict}" if verdict else course,
        verdict=verdict,
        before=_before(measure, change, glance.subject, language),
    )


def _before(measure: str, change: Change, subject: Subject, language: str) -> str:
    """What it was; of fewer accounts than the value stands on, or of a day, both values."""
    then, now = (write(one, language) for one in _pair(measure, change))
    if not subject.is_apart(change):
        return gettext("was %(value)s") % {"value": then}
    both = gettext("%(then)s → %(now)s per day") if change.is_per_day else "%(then)s → %(now)s"
    return ", ".join([both % {"then": then, "now": now}, *_accounts(change, subject)])


def _pair(measure: str, change: Change) -> tuple[Figure, ...]:
    return differing_by(_difference(measure, change), _figure(measure, change.then), _figure(measure, change.now))


def _difference(measure: str, change: Change) -> Figure:
    kind, value = measure_names.measure(measure), change.absolute.value
    shown = Shown.POINTS if kind.is_rate else Shown.SHORT if kind.shown is Shown.INTEGER else kind.shown
    digits = measure_names.places_of_a_day(value, shown) if change.is_per_day else places(measure, shown)
    return Figure("", value, shown, digits, signed=True)


def _figure(measure: str, number: Number) -> Figure:
    if number.is_per_day:
        return Figure("", number.value, Shown.SHORT, measure_names.places_of_a_day(number.value, Shown.SHORT))
    return figure(measure, number.value)


def _accounts(change: Change, subject: Subject) -> list[str]:
    """Of how many accounts it is, where these are not all of a kind."""
    if (numbers := subject.some_of(change.now)) is None:
        return []
    known, n = (number.n or 0 for number in numbers)
    return [ngettext("%(known)s of %(n)s account", "%(known)s of %(n)s accounts", n) % {"known": known, "n": n}]


def value_of(step: Segment, measure: str, subject: Subject) -> Decimal | None:
    """Of a level or a median only where the step is of the accounts of the period: that of others beside it would be no course."""
    number = step.numbers.get(measure)
    if number is None or (measure.endswith(ENDINGS) and not subject.is_of_all(measure, step)):
        return None
    return number.value if measure != FOLLOWERS or number.accounts == subject.now.numbers[FOLLOWERS].accounts else None


def spark(values: list[Decimal | None]) -> list[str]:
    """Points of small lines in a box of 120 × 32; a gap ends one line and begins another."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return []
    low, spread = min(known), max(known) - min(known)
    lines: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            lines.append([])
            continue
        x = 2 + (WIDTH - 4) * place / (len(values) - 1)
        y = HEIGHT / 2 if not spread else HEIGHT - 3 - float((value - low) / spread) * (HEIGHT - 6)
        lines[-1].append(f"{x:.1f},{y:.1f}")
    return [" ".join(line) for line in lines if line]
