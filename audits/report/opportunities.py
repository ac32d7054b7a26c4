"""The opportunities of a document: those the strategist chose, or, while there are none, those the findings recommend."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from audits.evidence import Finding, Subject
from audits.opportunities import Recommendation, aimed, in_order, recommendation, recommended, titles
from audits.report.advice import advised, is_of_time
from audits.report.names import OF_A_LINE, SHORT
from audits.report.shortening import shortened
from audits.report.telling import Telling
from audits.report.titles import strongest
from audits.report.wording.whose import ACCOUNTS_NAMED, accounts_of
from audits.report.words import joined, listed, uncapitalised
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.document import Figure, Quote, Text

TITLE = 110


@dataclass(frozen=True, slots=True)
class ListedOpportunity:
    """`key` tells it apart in figure ids; `in_full` names each account; `rests_on` are the findings it answers."""

    key: str
    text: Text
    in_full: Text
    rests_on: tuple[Finding, ...]
    metric: str
    owner: str
    impact: int
    effort: int
    horizon_days: int


def opportunities(telling: Telling) -> list[ListedOpportunity]:
    """In the order worth doing."""
    chosen = telling.facts.opportunities
    answering = [
        ListedOpportunity(
            f"chosen-{place}",
            *2 * ((Quote(shortened(o.title, TITLE)),),),
            _answered(telling, o.finding, o.title),
            o.metric,
            o.owner,
            o.impact,
            o.effort,
            o.horizon_days,
        )
        for place, o in enumerate(chosen, 1)
    ]
    return in_order(answering or _recommended(telling))


def _answered(telling: Telling, code: str, title: str) -> tuple[Finding, ...]:
    """The findings of that code: those that recommend just this, if any do, as one that fell and one that rose have it alike."""
    of_code = [finding for finding in telling.facts.findings if finding.code == code]
    made = [(finding, recommendation(finding, telling.facts.opportunities_version)) for finding in of_code]
    meant = [finding for finding, one in made if one and one.title.ru in titles(code, title)]
    return tuple(meant or of_code)


def figures_of(telling: Telling, opportunity: ListedOpportunity) -> tuple[Figure, Figure, Figure]:
    """Impact, effort and horizon of an opportunity."""
    key, formula, metric = f"opportunity.{opportunity.key}", "expert assessment, from one to five", identity("estimate")
    return (
        telling.own(f"{key}.impact", opportunity.impact, formula, metric=metric),
        telling.own(f"{key}.effort", opportunity.effort, formula, metric=metric),
        telling.own(f"{key}.horizon", opportunity.horizon_days, "days until it can be done"),
    )


def _recommended(telling: Telling) -> list[ListedOpportunity]:
    findings, version = telling.facts.findings, telling.facts.opportunities_version
    made = [(finding, aimed(finding, telling.evidence.own, version)) for finding in findings]
    each = recommended(findings, telling.evidence.own, version)
    return [_answering(telling, one, tuple(f for f, other in made if other and _is_same(one, other))) for one in each]


def _is_same(one: Recommendation, other: Recommendation) -> bool:
    return (one.title, one.metric) == (other.title, other.metric)


def _answering(telling: Telling, one: Recommendation, rests_on: tuple[Finding, ...]) -> ListedOpportunity:
    key = f"{one.finding}{one.direction or ''}.{one.metric}"
    accounts = _accounts(telling, [finding for finding in rests_on if not is_of_time(finding)])
    names = listed([(telling.subject(s, max(OF_A_LINE // len(accounts), SHORT)),) for s in accounts], telling.language)
    counted = names if len(accounts) <= ACCOUNTS_NAMED else _counted(telling, key, len(accounts))
    told = strongest(telling, one.finding, of=rests_on.__contains__)
    return ListedOpportunity(
        key,
        _after(counted, advised(telling, one, [told])),
        _after(names, advised(telling, one, [told, *(f for f in rests_on if f != told)])),
        rests_on,
        one.metric,
        "",
        one.impact,
        one.effort,
        one.horizon_days,
    )


def _accounts(telling: Telling, findings: Sequence[Finding]) -> list[Subject]:
    """The accounts that what is to be done is about, none where it is about the brand or its only account."""
    own, each = telling.evidence.own_accounts, [accounts_of(telling, finding) for finding in findings]
    return [s for s in own if {*s.account_ids} & {*chain(*each)}] if all(each) and len(own) > 1 else []


def _counted(telling: Telling, key: str, accounts: int) -> Text:
    n = telling.own(f"opportunity.{key}.accounts", accounts, "accounts that this is about")
    own = len(telling.evidence.own_accounts)
    if accounts == own and telling.websites:
        return telling.say("Все {of}", "All {of}", of=telling.of_kept(n))
    if accounts == own:
        return telling.say("Все {n} {n:аккаунт|аккаунта|аккаунтов}", "All {n} {n:account|accounts}", n=n)
    of = telling.own("opportunity.accounts", own, "own accounts")
    return telling.say("{n} из {of}", "{n} of {of}", n=n, of=telling.of_kept(of))


def _after(accounts: Text, what: Text) -> Text:
    """What to do, after the accounts it is about, if any: «ВКонтакте: закрепить то, что подняло отклик»."""
    return joined(accounts, ": ", uncapitalised(what[0]), *what[1:]) if accounts else what
