"""Whose posts a finding stands on: those of one account, or of the accounts that have posts of the group it is about."""

from decimal import Decimal

from audits.evidence import ENDINGS, Finding, Number
from audits.measures.numbers import count, quotient
from audits.report.names import OF_A_LINE, SHORT
from audits.report.telling import Telling
from audits.report.words import listed
from smmstrategy.reports.document import Text

CARRIES = Decimal("0.2")  # of the brand's posts, from here on those of some accounts speak for it
ACCOUNTS_NAMED = 3  # of more it is said how many there are: names would take the room of what is said of them


def accounts_of(telling: Telling, finding: Finding) -> tuple[int, ...]:
    """The accounts that the finding stands on where these are not all of the brand's; () where they are, or it is of none."""
    if finding.subject.startswith("account-"):
        return (int(finding.subject.removeprefix("account-")),)
    part = finding.numbers.get("part")
    return part.accounts if part and part.accounts and telling.evidence.own.some_of(part) else ()


def said_of(telling: Telling, finding: Finding, *, is_brief: bool) -> Text:
    """The accounts by name, or how many; on how many of the brand's posts, where these are few."""
    who = _named(telling, finding, SHORT if is_brief else OF_A_LINE)
    if not is_of_few(telling, finding):
        return who
    mine, every = _posts(telling, finding)
    if is_brief:
        share = telling.percent(quotient(f"report.few.{mine.id}", "share", mine, every))
        return telling.say("{who}, {share} публикаций бренда", "{who}, {share} of the brand’s posts", who=who, share=share)
    words = "{who}, {n} из {all} публикаций бренда", "{who}, {n} of the brand’s {all} {all:post|posts}"
    return telling.say(*words, who=who, n=telling.figure(mine), all=telling.figure(every))


def named(telling: Telling, accounts: tuple[int, ...], limit: int) -> Text:
    return listed([(telling.account(account, max(limit // len(accounts), SHORT)),) for account in accounts], telling.language)


def is_of_few(telling: Telling, finding: Finding) -> bool:
    """Whether it is of what posts get, and of accounts that have too few of the brand's to speak for it."""
    if not finding.words.get("measure", "").endswith(ENDINGS) or not accounts_of(telling, finding):
        return False
    mine, every = _posts(telling, finding)
    return (mine.value or 0) < every.value * CARRIES


def breadth(telling: Telling, finding: Finding) -> Decimal:
    """The share of the brand's posts that are of the accounts that a finding of the brand stands on."""
    if finding.subject != "own" or not accounts_of(telling, finding):
        return Decimal(finding.subject == "own")
    mine, every = _posts(telling, finding)
    return mine.value / every.value


def _named(telling: Telling, finding: Finding, limit: int) -> Text:
    accounts = accounts_of(telling, finding)
    if len(accounts) <= ACCOUNTS_NAMED:
        return named(telling, accounts, limit)
    return telling.in_accounts(telling.evidence.own, finding.numbers["part"])


def _posts(telling: Telling, finding: Finding) -> tuple[Number, Number]:
    """Those of the accounts and those of all."""
    accounts, every = accounts_of(telling, finding), telling.evidence.own.now.numbers["posts"]
    each = [telling.evidence.subject(f"account-{account}").now.numbers["posts"] for account in accounts]
    if len(each) == 1:
        return each[0], every
    return count(f"report.of.{'+'.join(map(str, accounts))}", "posts", sum(int(one.value) for one in each)), every
