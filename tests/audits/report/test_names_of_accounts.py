"""What an account is called: where room is short, its network is named in short before anything is cut."""

import pytest

from audits.measures.assembly import TrackedAccount, assemble
from audits.report.names import account_name
from tests.audits.test_same_accounts import ALWAYS, daily, measured

TWO = tuple(TrackedAccount(n, "vk", name, name, "", "own", "") for n, name in ((1, "club111"), (2, "Северный ветер")))


@pytest.mark.parametrize(
    ("n", "limit", "expected"),
    [
        (0, 19, "club111 (ВКонтакте)"),
        (0, 18, "club111 (VK)"),
        (1, 26, "Северный ветер (ВКонтакте)"),
        (1, 19, "Северный ветер (VK)"),
        (1, 18, "Северный… (VK)"),
    ],
)
def test_the_network_is_named_in_short_where_both_have_no_room(n: int, limit: int, expected: str) -> None:
    evidence = assemble(measured([daily(account, ALWAYS, views=100.0) for account in (1, 2)], [], TWO))
    assert account_name(evidence.accounts[n], evidence, "ru", limit) == expected
