"""What must be said of the data before anything else is believed."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from audits.evidence import Evidence, Finding, Missing, Number, Severity, Tracked
from audits.findings.hygiene import is_dormant
from audits.measures.numbers import count
from audits.measures.rhythm import lacking_months
from smmstrategy.metrics.periods import Period

ENOUGH_COVERAGE = Decimal("0.9")  # of the wanted measures: with fewer known the data is no longer called enough


def findings(evidence: Evidence) -> Iterator[Finding]:
    totals, own = evidence.totals, [account for account in evidence.accounts if account.role == "own"]
    ids = {account.account_id for account in own}
    has_totals = not any(row.reason == Missing.IN_PARTS for row in evidence.coverage if row.account_id in ids)
    is_enough = own and has_totals and all(account.sufficiency == "enough" for account in own)
    lacks_days = any(row.gaps for row in evidence.coverage if row.account_id in ids)
    if "coverage" in totals:
        yield from _of_all(totals, _lacking(totals, own) if lacks_days else {}, has_enough=bool(is_enough))
    for account in own:
        yield from _of_account(account, evidence.period)


def _lacking(totals: dict[str, Number], own: Iterable[Tracked]) -> dict[str, Number]:
    """How many of the wanted measures are incomplete, and how many accounts have no data where any has none."""
    without = count("finding.data", "accounts_without", sum(account.sufficiency == "none" for account in own))
    return {"incomplete": totals["incomplete"]} | ({"without": without, "accounts": totals["accounts"]} if without.value else {})


def _of_all(totals: dict[str, Number], lacking: dict[str, Number], *, has_enough: bool) -> Iterator[Finding]:
    coverage = totals["coverage"]
    numbers = {"accounts": totals["accounts"], "enough": totals["accounts_enough"], "coverage": coverage}
    numbers |= {"posts": totals["posts_own"]} if totals["posts_own"].value else {}
    if has_enough and coverage.value >= ENOUGH_COVERAGE:
        yield Finding("data_enough", Severity.NEUTRAL, "own", numbers)
    elif lacking:
        yield Finding("data_gaps", Severity.WARNING, "own", {"coverage": coverage} | lacking)
    elif has_enough and coverage.value:
        yield Finding("data_in_part", Severity.WARNING, "own", numbers)


def _of_account(account: Tracked, period: Period) -> Iterator[Finding]:
    place = f"finding.data.account-{account.account_id}"
    posts, undated = count(place, "posts", account.posts), count(place, "undated", account.undated_posts)
    months, expected = count(place, "months", account.months_with_data), count(place, "expected", account.months_expected)
    by_reason = {
        "no_data": ("only_wider" if account.wider else "no_data", {"months": expected}),
        "few_posts": ("few_posts", {"posts": posts}),
        "no_posts_imported": ("no_posts_imported", {}),
        "totals_alone": ("totals_alone", {}),
        "few_months": ("few_months", {"months": months, "expected": expected}),
        "months_in_doubt": ("months_in_doubt", {"months": count(place, "months_in_doubt", _in_doubt(account))}),
        "undated": ("undated_posts", {"posts": undated}),
    }
    words = {"account": account.name or account.handle, "network": account.network}
    for reason in account.reasons:
        if reason in by_reason and not _is_implied(reason, account):
            code, numbers = by_reason[reason]
            yield Finding(code, Severity.WARNING, account.subject, numbers, words | _days(code, account, period))


def _is_implied(reason: str, account: Tracked) -> bool:
    """Whether another reason says it.

    Few posts in few months or of a dormant account, no data where no post has a date, few months where the others are in doubt.
    """
    if reason == "few_months":
        return account.months_with_data + _in_doubt(account) >= account.months_expected
    no_post_is_dated = account.undated_posts > 0 and account.last_post_on is None and account.wider is None
    is_short = "few_months" in account.reasons or is_dormant(account)
    return (reason == "few_posts" and is_short) or (reason == "no_data" and no_post_is_dated)


def _in_doubt(account: Tracked) -> int:
    """Of how many months of the period nobody knows whether the account published."""
    return lacking_months(account.silences, account.in_doubt)


def _days(code: str, account: Tracked, period: Period) -> dict[str, str]:
    """Which days a total is of, and of which it is not."""
    if code != "only_wider" or account.wider is None:
        return {}
    total = account.wider
    return {"since": f"{total.first}", "until": f"{total.last}", "first": f"{period.first}", "last": f"{period.last}"}
