"""The actions of a document: those the strategist chose, or, while there are none, those the findings suggest."""

from dataclasses import dataclass

from audits.opportunities import in_order, suggested
from audits.report.telling import Telling
from audits.report.words import shortened
from smmstrategy.reports.document import Figure, Quote, Text

TITLE = 110


@dataclass(frozen=True, slots=True)
class Action:
    """`key` tells it apart in figure ids; `finding` is the code of the finding it answers."""

    key: str
    text: Text
    finding: str
    metric: str
    owner: str
    impact: int
    effort: int
    horizon_days: int


def actions(telling: Telling) -> list[Action]:
    """In the order worth doing."""
    chosen = telling.facts.opportunities
    found = [
        Action(
            f"chosen-{place}", (Quote(shortened(o.title, TITLE)),), o.finding, o.metric, o.owner, o.impact, o.effort, o.horizon_days
        )
        for place, o in enumerate(chosen, 1)
    ]
    return in_order(found or _suggested(telling))


def figures_of(telling: Telling, action: Action) -> tuple[Figure, Figure, Figure]:
    """Impact, effort and horizon of an action."""
    return (
        telling.own(f"action.{action.key}.impact", action.impact, "expert assessment, from one to five"),
        telling.own(f"action.{action.key}.effort", action.effort, "expert assessment, from one to five"),
        telling.own(f"action.{action.key}.horizon", action.horizon_days, "days until it can be done"),
    )


def _suggested(telling: Telling) -> list[Action]:
    return [
        Action(
            f"{s.finding}{s.direction or ''}",
            (s.title.in_language(telling.language),),
            s.finding,
            s.metric,
            "",
            s.impact,
            s.effort,
            s.horizon_days,
        )
        for s in suggested(telling.facts.findings)
    ]
