"""Risks of law: the rules that concern the brand's own accounts on the day the audit was sealed."""

from audits.report.blocks import table
from audits.report.frame import framed
from audits.report.telling import Telling, value
from smmstrategy.law.rules import Rule, law
from smmstrategy.reports.document import Day, Page, Row, Shown


def rules(telling: Telling) -> list[Rule]:
    """Of the version the audit froze; none when the brand has no social account."""
    day, accounts = telling.facts.law_on, _accounts(telling)
    return [rule for rule in law(telling.facts.law_version).rules if any(rule.concerns(*account, day) for account in accounts)]


def page(telling: Telling) -> Page | None:
    applying = rules(telling)
    if not applying:
        return None
    heads = [
        (telling.word("Риск", "Risk"), "left", 3),
        (telling.word("Основание", "Basis"), "left", 4),
        (telling.word("Что делать", "What to do"), "left", 5),
    ]
    rows = [Row(tuple(words.in_language(telling.language) for words in (rule.name, rule.basis, rule.action))) for rule in applying]
    count = telling.own("risks", len(rows), "rules that concern the networks of this audit", shown=Shown.INTEGER)
    title = telling.say(
        "Для этих площадок действуют {n} {n:правовое ограничение|правовых ограничения|правовых ограничений}",
        "{n} {n:rule|rules} of Russian law {n:concerns|concern} these networks",
        n=count,
    )
    subtitle = telling.say(
        "Правила — на {day}; они меняются: перед запуском рекламы проверьте действующую редакцию у юриста",
        "Rules as of {day}; they change: have the current wording checked by a lawyer before advertising",
        day=Day(law(telling.facts.law_version).as_of),
    )
    return framed(telling, "risks", title, table(telling, heads, rows, title), subtitle=subtitle)


def _accounts(telling: Telling) -> list[tuple[str, int | None]]:
    """Network and followers of each own social account."""
    evidence = telling.evidence
    followers = {s.account_ids[0]: value(s.now, "followers_end") for s in evidence.own_accounts}
    social = [account for account in evidence.accounts if account.role == "own" and account.is_social]
    known = ((account.network, followers.get(account.account_id)) for account in social)
    return [(network, int(number.value) if number and number.value is not None else None) for network, number in known]
