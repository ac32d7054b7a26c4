"""What can be said of engagement: whether it moved, what moved it, and whether a few posts carry it."""

from collections.abc import Iterator
from decimal import Decimal

from audits.evidence import Decomposition, Effect, Evidence, Finding, Number, Severity, Subject
from audits.findings.claims import AS_GREAT, HALF, changes, moved, sign, steady, unsure
from audits.measures.numbers import count, difference, quotient
from audits.measures.sufficiency import counted_apart
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.formulas import identity

INTERACTIONS = "interactions.median"
CARRIED_BY_FEW = Decimal("1.5")


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        if subject.er:
            yield from moved("er_change", evidence, subject, f"{subject.er}.median")
            yield from unsure("er_unsure", evidence, subject, f"{subject.er}.median")
            yield from steady("er_steady", evidence, subject, f"{subject.er}.median")
        if subject.kind == "account" or not counted_apart(evidence, INTERACTIONS):
            yield from moved("interactions_change", evidence, subject, INTERACTIONS)
        yield from _why(evidence, subject)
    for subject in evidence.own_accounts if len(evidence.own_accounts) > 1 else (evidence.own,):
        yield from _outliers(subject)


def _why(evidence: Evidence, subject: Subject) -> Iterator[Finding]:
    """Only for a change that may be claimed, where the rate of all posts together went the same way, and not by one post.

    Told is of formats or of accounts: of those that the change is due to, else of those whose greatest effect gives more of it.
    """
    if not subject.er:
        return
    for change, trial in changes(evidence, subject, f"{subject.er}.median"):
        reasons = []
        for made_of in subject.decompositions:
            place = f"finding.er_why.{subject.key}.{made_of.against}.{made_of.by}"
            delta = difference(place, "delta", made_of.end, made_of.start, metric=made_of.end.metric)
            is_alike = made_of.against == change.against and delta.value and (delta.value > 0) == (trial.z > 0)
            if is_alike and not made_of.is_of_one_post:
                reasons.append(_reason(subject, made_of, delta))
        if reasons:
            yield max(reasons, key=lambda one: (one.cause == "due_to", one.numbers["effect"].value / one.numbers["delta"].value))


def _reason(subject: Subject, made_of: Decomposition, delta: Number) -> Finding:
    """«Due to» when the effects it names give at least half of the change together, and the other parts did not move alike.

    One it only counts is not named.
    """
    place = f"finding.er_why.{subject.key}.{made_of.against}.{made_of.by}"
    (key, part, _value), *others = leading = greatest(made_of)
    named = leading if len(leading) == 2 else leading[:1]
    effect, *other_effects = effects = [_effect(f"{place}.{n}.effect", made_of, *one) for n, one in enumerate(named)]
    words = {"measure": made_of.measure, "against": made_of.against, "by": made_of.by, "key": key, "part": part}
    words |= {"other": "", "other_part": ""}
    numbers = {"start": made_of.start, "end": made_of.end, "delta": delta, "effect": effect}
    if len(others) == 1:
        words |= {"other": others[0][0], "other_part": others[0][1]}
        numbers["other_effect"] = other_effects[0]
    elif others:
        numbers["more"] = count(place, "more", len(others))
    share = numbers["share"] = quotient(place, "share", _together(place, effects), delta)
    cause = "due_to" if share.value is not None and share.value >= HALF and _stands_out(made_of, named) else "amid"
    return Finding("er_why", Severity.NEUTRAL, subject.key, numbers, words, sign(delta), HALF, cause)


def _stands_out(made_of: Decomposition, named: list[tuple[str, str, Decimal]]) -> bool:
    """Whether the rates named moved more than twice as much as the others together; one alone has none that moved alike.

    A weight that moved is its own reason.
    """
    keys = {key for key, part, _value in named if part == "rate"}
    moved, kept = _rates([effect for effect in made_of.effects if effect.key in keys])
    moved_beside, kept_beside = _rates([effect for effect in made_of.effects if effect.key not in keys])
    has_none_beside = len(keys) == 1 and not moved_beside
    return not keys or has_none_beside or moved_beside / moved * kept < HALF * kept_beside


def _rates(effects: list[Effect]) -> tuple[Decimal, Decimal]:
    """What rates moved a whole by, and what they would have given it unmoved."""
    return sum((e.rate.value for e in effects), Decimal(0)), sum((e.kept.value for e in effects), Decimal(0))


def _together(place: str, effects: list[Number]) -> Number:
    first, *others = effects
    inputs = tuple((one.id, str(one.value)) for one in effects)
    total = sum((one.value or Decimal(0) for one in effects), Decimal(0))
    return Number(f"{place}.effects", total, first.metric, "Σ effects", inputs, n=first.n) if others else first


def greatest(made_of: Decomposition) -> list[tuple[str, str, Decimal]]:
    """The effect that gives most of the whole, and those about as great."""
    whole = (made_of.end.value - made_of.start.value) or Decimal(1)
    first, *others = sorted(_effects(made_of, whole), key=lambda effect: effect[2] / whole, reverse=True)
    return [first, *(effect for effect in others if effect[2] / whole >= first[2] / whole * AS_GREAT)]


def _effect(place: str, made_of: Decomposition, key: str, part: str, value: Decimal) -> Number:
    what = f"{part} effect of {made_of.by} {key or 'unknown'}"
    return Number(place, value, identity(f"{part}_effect"), what, n=made_of.end.n)


def _effects(made_of: Decomposition, whole: Decimal) -> list[tuple[str, str, Decimal]]:
    """(key, mix | rate, effect): every part alone; none of weights, or of rates, that together went against the whole."""
    along = [part for part, number in (("mix", made_of.mix), ("rate", made_of.rate)) if number.value / whole > 0]
    return [(effect.key, part, getattr(effect, part).value) for effect in made_of.effects for part in along or ("mix", "rate")]


def _outliers(subject: Subject) -> Iterator[Finding]:
    """Within one account: over several, a mean above the median may only say that one of them gets more."""
    code, place = "interactions", f"finding.outliers.{subject.key}"
    mean, median = subject.now.numbers.get(f"{code}.mean"), subject.now.numbers.get(f"{code}.median")
    if not (mean and median and mean.value and median.value and (median.n or 0) >= ENOUGH_POSTS):
        return
    times = quotient(place, "times", mean, median)
    if times.value is not None and times.value >= CARRIED_BY_FEW:
        numbers = {"mean": mean, "median": median, "times": times, "n": count(place, "n", median.n or 0)}
        strength = 1 - 1 / times.value
        yield Finding("outliers", Severity.NEUTRAL, subject.key, numbers, {"measure": code}, strength=strength)
