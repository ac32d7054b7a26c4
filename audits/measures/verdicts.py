"""Whether a change may be called one. Judged once, here; every page, sheet and finding reads the verdict of the change."""

from collections.abc import Mapping
from dataclasses import replace

from audits.evidence import Change, Subject, Trial, Verdict
from audits.measures.changes import good_direction
from audits.measures.days import FLOWS, NET
from audits.measures.trials import MOVING

BEYOND_NOISE = 2
QUESTIONS = {"posts": "posts", "posts_per_week": "posts"} | {code: code for code in FLOWS} | {"growth_abs": NET}


def with_verdicts(subjects: tuple[Subject, ...], trials: Mapping[str, Trial]) -> tuple[Subject, ...]:
    """The subjects with the verdicts of their changes."""
    return tuple(_with_verdicts(subject, trials) for subject in subjects)


def _with_verdicts(subject: Subject, trials: Mapping[str, Trial]) -> Subject:
    changes, growth = tuple(replace(c, verdict=_verdict(subject, c, trials)) for c in subject.changes), subject.growth
    return replace(subject, changes=changes, growth=growth and replace(growth, verdict=_verdict(subject, growth, trials)))


def question(subject: Subject, change: Change) -> str:
    """The trial that a change is judged by, "" when its measure has none: sums and means of posts have none, medians have."""
    code, _, ending = change.measure.partition(".")
    if change.measure == "followers_end":
        return f"{subject.key}.followers" if _is_growth(change, subject.growth) else ""
    asked = code if ending == "median" and code in (subject.er, *MOVING) else QUESTIONS.get(change.measure, "")
    return f"{subject.key}.{asked}.{change.against}" if asked else ""


def _is_growth(change: Change, growth: Change | None) -> bool:
    """Whether the followers then are those the period began with, so that its weeks can tell."""
    ends = [(one.accounts, one.now.value, one.then.value) for one in (change, growth) if one]
    return len(ends) == 2 and ends[0] == ends[1]


def _verdict(subject: Subject, change: Change, trials: Mapping[str, Trial]) -> Verdict:
    """Convincing is a change whose trial convinces, points the same way, and which exceeds the noise of the months.

    Of followers the trial over weekly growth is enough: their level remembers every month before. What does not convince is
    steady only where the trial sees nothing by itself either: few weeks that all grow are no proof, and no rest.
    """
    trial, way = trials.get(question(subject, change)), change.way
    if trial is None:
        return Verdict.UNTESTED
    beyond_noise = change.measure == "followers_end" or (change.z is not None and change.z * way >= BEYOND_NOISE)
    if not (way and trial.convinces and (trial.z > 0) == (way > 0) and beyond_noise):
        return Verdict.STEADY if trial.is_silent else Verdict.UNSURE
    return {1: Verdict.BETTER, -1: Verdict.WORSE, 0: Verdict.MOVED}[way * good_direction(change.measure)]
