"""Claims: changes by their verdicts, and groups of posts by a test that convinces and a median that points the same way."""

from collections.abc import Iterator
from decimal import Decimal

from audits.evidence import ENDINGS, Change, Evidence, Finding, Number, Segment, Severity, Subject, Trial
from audits.measures import verdicts
from audits.measures.numbers import count, quotient

HALF = Decimal("0.5")  # from here on a part is named for the whole
AS_GREAT = Decimal(2) / 3  # of the greatest part, from here on another is as great
WEIGHT = {"own": Decimal(1), "account": Decimal("0.5"), "competitor": Decimal("0.7")}


def changes(evidence: Evidence, subject: Subject, measure: str) -> Iterator[tuple[Change, Trial]]:
    """The changes of a measure that may be claimed, the one against the months before first, with the trials they passed."""
    for change in subject.changes:
        if change.measure == measure and change.is_convincing:
            yield change, evidence.trials[verdicts.question(subject, change)]


def moved(code: str, evidence: Evidence, subject: Subject, measure: str) -> Iterator[Finding]:
    """A finding for each change of the measure that may be claimed; good or bad by the metric's own direction."""
    for change, trial in changes(evidence, subject, measure):
        yield _told(code, severity(change.good), subject, change, trial)


def unsure(code: str, evidence: Evidence, subject: Subject, measure: str) -> Iterator[Finding]:
    """A finding that the measure changed and that this is not sure, where no change of it may be claimed."""
    of_measure = [change for change in subject.changes if change.measure == measure]
    if any(change.is_convincing for change in of_measure) or (measure.endswith(ENDINGS) and evidence.has_few_posts(subject)):
        return
    for change in [change for change in of_measure if change.is_told][:1]:
        yield _told(code, Severity.NEUTRAL, subject, change, evidence.trials[verdicts.question(subject, change)])


def _told(code: str, how: Severity, subject: Subject, change: Change, trial: Trial) -> Finding:
    n = tally(code, subject, f"{change.measure}.{change.against}", change.now)
    numbers = {"now": change.now, "then": change.then, "delta": change.absolute, "n": n} | some_of(subject, change.now)
    if change.relative.value is not None:
        numbers["relative"] = change.relative
    words = {"measure": change.measure, "against": change.against} | ({"each": "day"} if change.is_per_day else {})
    return Finding(code, how, subject.key, numbers, words, change.way, strength(trial, subject))


def some_of(subject: Subject, number: Number) -> dict[str, Number]:
    """`known` of `of` accounts, nothing where the number stands on all of a kind."""
    pair = subject.some_of(number)
    return dict(zip(("known", "of"), pair, strict=True)) if pair else {}


def steady(code: str, evidence: Evidence, subject: Subject, measure: str) -> Iterator[Finding]:
    """Says that nothing moved, where it was looked for and nothing was found."""
    now = subject.now.numbers.get(measure)
    if now and evidence.is_steady(subject, measure):
        numbers = {"now": now, "n": tally(code, subject, "all", now)} | some_of(subject, now)
        yield Finding(code, Severity.NEUTRAL, subject.key, numbers, {"measure": measure})


def segment(code: str, evidence: Evidence, subject: Subject, kind: str, one: Segment, wanted: int) -> Finding | None:
    """A segment (a format, an hour …) whose posts do better (`wanted` +1) or worse (−1) than those of the same accounts."""
    measure = f"{subject.judged_by}.median"
    trial = evidence.trials.get(f"{subject.key}.{kind}:{one.key}")
    whole, mine = one.numbers.get(f"among.{measure}"), one.numbers.get(measure)
    if not (trial and trial.convinces and whole and mine and sign_of(trial.z) == wanted and _differs(mine, whole) == wanted):
        return None
    place = f"finding.{code}.{subject.key}.{kind}:{one.key}"
    numbers = {
        "part": mine,
        "whole": whole,
        "times": quotient(place, "times", mine, whole),
        "n": count(place, "n", trial.n),
    }
    words = {"kind": kind, "key": one.key, "measure": measure}
    return Finding(code, severity(wanted), subject.key, numbers, words, wanted, strength(trial, subject))


def severity(good: int) -> Severity:
    return {1: Severity.GOOD, -1: Severity.BAD}.get(good, Severity.NEUTRAL)


def strength(trial: Trial, subject: Subject) -> Decimal:
    """0..1: how far from chance, less for a part of the whole."""
    return round(min(Decimal(1), abs(trial.z) / 10) * WEIGHT[subject.kind], 3)


def tally(code: str, subject: Subject, against: str, of: Number) -> Number:
    """How many posts a number stands on, as a number of its own."""
    return count(f"finding.{code}.{subject.key}.{against}", "n", of.n or 0)


def sign(number: Number) -> int:
    return sign_of(number.value or Decimal(0))


def sign_of(value: Decimal) -> int:
    return (value > 0) - (value < 0)


def _differs(mine: Number, whole: Number) -> int:
    return sign_of(mine.value - whole.value) if mine.value is not None and whole.value is not None else 0
