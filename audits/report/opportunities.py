"""The opportunities of a document: those the strategist chose, or, while there are none, those the findings recommend."""

from dataclasses import dataclass

from audits.evidence import Finding
from audits.opportunities import Recommendation, in_order, recommendation, recommended, titles
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.words import joined, listed, uncapitalised
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Figure, Quote, Text

TITLE = 110


@dataclass(frozen=True, slots=True)
class ListedOpportunity:
    """`key` tells it apart in figure ids; `rests_on` are the findings it answers."""

    key: str
    text: Text
    rests_on: tuple[Finding, ...]
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
            f"chosen-{place}",
            (Quote(shortened(o.title, TITLE)),),
            _answered(telling, o.finding, o.title),
            o.metric,
            o.owner,
            o.impact,
            o.effort,
            o.horizon_days,
        )
        for place, o in enumerate(chosen, 1)
    ]
    return in_order(found or _recommended(telling))


def _answered(telling: Telling, code: str, title: str) -> tuple[Finding, ...]:
    """The findings of that code: those that recommend just this, if any do, as one that fell and one that rose have it alike."""
    found = [finding for finding in telling.facts.findings if finding.code == code]
    made = [(finding, recommendation(finding, telling.facts.opportunities_version)) for finding in found]
    meant = [finding for finding, one in made if one and one.title.ru in titles(code, title)]
    return tuple(meant or found)


def figures_of(telling: Telling, opportunity: ListedOpportunity) -> tuple[Figure, Figure, Figure]:
    """Impact, effort and horizon of an opportunity."""
    key, formula, metric = f"opportunity.{opportunity.key}", "expert assessment, from one to five", identity("estimate")
    return (
        telling.own(f"{key}.impact", opportunity.impact, formula, metric=metric),
        telling.own(f"{key}.effort", opportunity.effort, formula, metric=metric),
        telling.own(f"{key}.horizon", opportunity.horizon_days, "days until it can be done"),
    )


def _recommended(telling: Telling) -> list[ListedOpportunity]:
    found = recommended(telling.facts.findings, telling.evidence.own, telling.facts.opportunities_version)
    return [_answering(telling, one) for one in found]


def _answering(telling: Telling, one: Recommendation) -> ListedOpportunity:
    version = telling.facts.opportunities_version
    rests_on = tuple(f for f in telling.facts.findings if (made := recommendation(f, version)) and made.title == one.title)
    return ListedOpportunity(
        f"{one.finding}{one.direction or ''}",
        _where_to(telling, one, {f.subject for f in rests_on}),
        rests_on,
        one.metric,
        "",
        one.impact,
        one.effort,
        one.horizon_days,
    )


def _where_to(telling: Telling, one: Recommendation, subjects: set[str]) -> Text:
    """What to do, after the accounts it is about where these are not all: «ВКонтакте: закрепить то, что подняло отклик»."""
    title = one.title.in_language(telling.language)
    accounts = [s for s in telling.evidence.own_accounts if s.key in subjects]
    if subjects != {s.key for s in accounts} or len(telling.evidence.own_accounts) == 1:
        return (title,)
    return joined(listed([(telling.subject(s),) for s in accounts], telling.language), ": ", uncapitalised(title))
