"""What an account is called: where room is short, its network is named in short before anything is cut."""

import pytest

from audits.evidence import Finding, Severity
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.numbers import count
from audits.report.names import account_name
from audits.report.telling import Telling
from audits.report.titles import titled
from tests.audits.report.test_one_story import facts, text
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


ALIKE = tuple(
    TrackedAccount(n, "instagram", name, name, "", "own", "") for n, name in enumerate(("Alpha Bank Moscow", "Alpha Bank Kazan"), 1)
)


def test_names_that_begin_alike_are_told_apart_beside_the_longest_name_of_a_network() -> None:
    evidence = assemble(measured([daily(account, ALWAYS, views=100.0) for account in (1, 2)], [], ALIKE))
    shown = [account_name(account, evidence, "ru", 18) for account in evidence.accounts]
    assert shown == ["Alph… Moscow (Instagram*)", "Alpha… Kazan (Instagram*)"]


LONG = tuple(TrackedAccount(n, "vk", f"page{n}", f"Кофейня «Северный ветер» на набережной, {n}", "", "own", "") for n in (1, 2))


@pytest.mark.parametrize(
    ("language", "why", "wider"),
    [
        (
            "ru",
            "Общий ER по просмотрам снизился с 200,00 % до 100,00 %",
            "Кофейня «Северный…» 1 (VK): есть лишь итог за 1 сентября 2025 — 30 сентября 2026",
        ),
        (
            "en",
            "Overall ER by views fell from 200.00% to 100.00%",
            "Кофейня «Северный…» 1 (VK): only a total of 1 September 2025 — 30 September 2026",
        ),
    ],
)
def test_a_title_in_which_names_leave_no_room_for_reasons_does_without_them(language: str, why: str, wider: str) -> None:
    told = Telling(facts(assemble(measured([daily(account, ALWAYS, views=100.0) for account in (1, 2)], [], LONG))), language)
    values = {"start": 2, "end": 1, "delta": -1, "effect": -1, "other_effect": -1}
    numbers = {role: count("own", f"er_view.total.{role}", value) for role, value in values.items()}
    words = {"measure": "er_view.total", "against": "before", "by": "account"}
    reasons = {"key": "1", "part": "rate", "other": "2", "other_part": "rate"}
    moved = Finding("er_why", Severity.NEUTRAL, "own", numbers, words | reasons, -1, cause="due_to")
    days = {"since": "2025-09-01", "until": "2026-09-30", "first": "2025-09-01", "last": "2026-02-28"}
    given = Finding("only_wider", Severity.WARNING, "account-1", {}, {"account": "1", "network": "vk"} | days)
    assert [text(titled(told, found), language) for found in (moved, given)] == [why, wider]
