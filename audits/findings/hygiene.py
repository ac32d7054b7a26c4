"""What can be said of how accounts are kept: abandoned ones and deleted posts."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Severity, Tracked
from audits.measures.numbers import count

DORMANT_DAYS = 90


def is_dormant(account: Tracked) -> bool:
    return account.last_post_on is not None and account.silent_days >= DORMANT_DAYS


def findings(evidence: Evidence) -> Iterator[Finding]:
    for account in evidence.accounts:
        if account.role == "own" and is_dormant(account):
            numbers = {"days": count(f"finding.dormant.account-{account.account_id}", "days", account.silent_days)}
            words = {
                "account": account.name or account.handle,
                "network": account.network,
                "last": account.last_post_on.isoformat(),
            }
            yield Finding("dormant_account", Severity.WARNING, account.subject, numbers, words)
    gone = evidence.own.now.numbers.get("gone")
    if gone:
        yield Finding("gone_posts", Severity.WARNING, "own", {"gone": gone, "posts": evidence.own.now.numbers["posts"]})
