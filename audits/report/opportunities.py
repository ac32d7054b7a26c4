"""The opportunities of a document: those the strategist chose, or, while there are none, those the findings recommend."""

from dataclasses import dataclass

from audits.opportunities import in_order, recommended
from audits.report.telling import Telling
from audits.report.words import shortened
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Figure, Quote, Text

TITLE = 110


@dataclass(frozen=True, slots=True)
class ListedOpportunity:
    """`key` tells it apart in figure ids; `finding` is the code of the finding it answers."""

    key: str
    text: Text
    finding: str
    metric: str
    owner: str
    impact: int
    effort: int
    horizon_days: int


def opportunities(telling: Telling) -> list[ListedOpportunity]:
    """In the order worth doing."""
    chosen = telling.facts.opportunities
    found = [
        ListedOpportunity(
            f"chosen-{place}", (Quote(shortened(o.title, TITLE)),), o.finding, o.metric, o.owner, o.impact, o.effort, o.horizon_days
        )
        for place, o in enumerate(chosen, 1)
    ]
    return in_order(found or _recommended(telling))


def figures_of(telling: Telling, opportunity: ListedOpportunity) -> tuple[Figure, Figure, Figure]:
    """Impact, effort and horizon of an opportunity."""
    key, formula, metric = f"opportunity.{opportunity.key}", "expert assessment, from one to five", identity("estimate")
    return (
        telling.own(f"{key}.impact", opportunity.impact, formula, metric=metric),
        telling.own(f"{key}.effort", opportunity.effort, formula, metric=metric),
        telling.own(f"{key}.horizon", opportunity.horizon_days, "days until it can be done"),
    )


def _recommended(telling: Telling) -> list[ListedOpportunity]:
    return [
        ListedOpportunity(
            f"{s.finding}{s.direction or ''}",
            (s.title.in_language(telling.language),),
            s.finding,
            s.metric,
            "",
            s.impact,
            s.effort,
            s.horizon_days,
        )
        for s in recommended(telling.facts.findings, telling.facts.opportunities_version)
    ]
