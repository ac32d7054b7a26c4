"""What an account is called: where room is short, its network is named in short before anything is cut."""

from dataclasses import replace
from functools import cache

import pytest

from audits.evidence import Finding, Severity
from audits.measures.assembly import TrackedAccount, assemble
from audits.measures.numbers import count
from audits.report import document
from audits.report.facts import Facts
from audits.report.names import account_name
from audits.report.telling import Telling
from audits.report.titles import titled
from smmstrategy.reports.document import Quote
from smmstrategy.reports.document.walk import parts
from tests.audits.report import builder
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
    shown = [account_name(account, evidence, "ru") for account in evidence.accounts]
    assert shown == ["Alph… Moscow (Instagram*)", "Alpha… Kazan (Instagram*)"]


CHANNELS = (
    ("club_podmoskovie", "Активное Долголетие в Подмосковье"),
    ("activnoe_dolgoletie", "«Активное долголетие»"),
    ("ad_msk", '"Активное долголетие"'),
    ("moloday", "Moloday | Активное долголетие"),
    ("healthy", "«Здоровье и долголетие»"),
)


OF_TOWNS = (
    ("1325045928", "Dolgolive. Женское активное долголетие"),
    ("1468185044", "Активное Долголетие в Подмосковье"),
    ("1500038483", "«Активное долголетие» г. Иркутска"),
    ("1710558317", '"Активное долголетие" г.о. Королёв'),
)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (24, ["Dolgolive…", "Акти… в Подм…", "«Ак…» Иркутс…", '"Актив…" г.о…']),
        (
            40,
            [
                "Dolgolive. Женское активное…",
                "Активное Долголетие в…",
                "«Активное долголет…» Иркутска",
                '"Активное долголетие" г.о…',
            ],
        ),
        (60, [name for _, name in OF_TOWNS]),
    ],
)
def test_names_that_read_alike_but_for_marks_are_told_apart_in_the_room_of_each_place(limit: int, expected: list[str]) -> None:
    own = tuple(TrackedAccount(n, "telegram", handle, name, "", "own", "") for n, (handle, name) in enumerate(OF_TOWNS, 1))
    evidence = assemble(measured([daily(account.id, ALWAYS, views=100.0) for account in own], [], own))
    shown = [account_name(account, evidence, "ru", limit) for account in evidence.accounts]
    assert shown == [f"{name} (Telegram)" for name in expected]


def test_an_account_whose_name_cannot_be_told_in_its_room_is_called_by_its_handle() -> None:
    streets = [f"Кофейня {a} и {b} и {c}" for a in ("Север", "Юг") for b in ("Север", "Юг") for c in ("Север", "Юг")]
    own = tuple(TrackedAccount(n, "instagram", f"coffee{n}", name, "", "own", "") for n, name in enumerate(streets, 1))
    evidence = assemble(measured([daily(account.id, ALWAYS, views=100.0) for account in own], [], own))
    shown = [account_name(account, evidence, "ru", 24) for account in evidence.accounts]
    assert shown == [f"coffee{n} (Instagram*)" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (
            24,
            [
                "Активное… (Telegram)",
                "activnoe_dol… (Telegram)",
                "ad_msk (Telegram)",
                "Moloday… (Telegram)",
                "Здоровье и… (Telegram)",
            ],
        ),
        (
            44,
            [
                "Активное Долголетие в Подмосковье (Telegram)",
                *("activnoe_dolgoletie (Telegram)", "ad_msk (Telegram)"),
                *("Moloday | Активное долголетие (Telegram)", "«Здоровье и долголетие» (Telegram)"),
            ],
        ),
    ],
)
def test_names_that_differ_in_punctuation_alone_give_way_to_handles(limit: int, expected: list[str]) -> None:
    own = tuple(TrackedAccount(n, "telegram", handle, name, "", "own", "") for n, (handle, name) in enumerate(CHANNELS, 1))
    evidence = assemble(measured([daily(account.id, ALWAYS, views=100.0) for account in own], [], own))
    assert [account_name(account, evidence, "ru", limit) for account in evidence.accounts] == expected


BOB = "Кофейный дом «Боб и Ко» на площади"
CHAIN = {1: "Сеть кофеен «Зерно и молоко» на Большой набережной", 8: "Сеть кофеен «Зерно и молоко» в центре Казани"}


@cache
def chain() -> Facts:
    """Two accounts with names too long for most places, which begin alike."""
    known = builder.full(more=(TrackedAccount(8, "vk", "zerno_kzn", CHAIN[8], "https://vk.com/zerno_kzn", "own", ""),))
    accounts = tuple(replace(one, name=CHAIN.get(one.account_id, one.name)) for one in known.evidence.accounts)
    return replace(known, evidence=replace(known.evidence, accounts=accounts))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", ["pages", "sheets"])
def test_a_workbook_has_names_whole_and_a_deck_no_two_cut_alike(kind: str, language: str) -> None:
    whole = document(chain().to_facts(), language, sealed_at=builder.COLLECTED, sha256="0" * 64)
    said = {part.text.rpartition(" (")[0] or part.text for part in parts(getattr(whole, kind)) if isinstance(part, Quote)}
    cut = {
        "pages": {
            *("Сеть… на Большой…", "Сеть кофеен… на Большой…"),
            *("Сеть коф… в центре…", "Сеть кофее… в центре Казани", "Сеть кофеен «Зерно и молоко» в…"),
        },
        "sheets": set(),
    }[kind]
    assert {one for one in said if one.startswith("Сеть")} == {*CHAIN.values(), *cut}


@pytest.mark.parametrize(("limit", "shown"), [(60, BOB), (30, "Кофейный дом «Боб и Ко» на…"), (24, "Кофейный дом «Боб и…»")])
def test_so_is_that_of_a_brand(limit: int, shown: str) -> None:
    known = builder.full()
    telling = Telling(replace(known, evidence=replace(known.evidence, brand=BOB)), "ru")
    assert telling.brand(limit).text == shown


LONG = tuple(TrackedAccount(n, "vk", f"page{n}", f"Кофейня «Северный ветер» на набережной, {n}", "", "own", "") for n in (1, 2))


@pytest.mark.parametrize(
    ("language", "why", "wider"),
    [
        (
            "ru",
            "Общий ER по просмотрам снизился с 300,00 % до 100,00 %",
            "Кофейня «Северный ветер» на набережной, 1 (ВКонтакте): есть лишь итог за 1 сентября 2025 — 30 сентября 2026",
        ),
        (
            "en",
            "Overall ER by views fell from 300.00% to 100.00%",
            "Кофейня «Северный ветер» на набережной, 1 (VK): only a total of 1 September 2025 — 30 September 2026",
        ),
    ],
)
def test_a_title_in_which_names_leave_no_room_for_reasons_does_without_them(language: str, why: str, wider: str) -> None:
    told = Telling(facts(assemble(measured([daily(account, ALWAYS, views=100.0) for account in (1, 2)], [], LONG))), language)
    values = {"start": 3, "end": 1, "delta": -2, "effect": -1, "other_effect": -1, "share": 1}
    numbers = {role: count("own", f"er_view.total.{role}", value) for role, value in values.items()}
    words = {"measure": "er_view.total", "against": "before", "by": "account"}
    reasons = {"key": "1", "part": "rate", "other": "2", "other_part": "rate"}
    moved = Finding("er_why", Severity.NEUTRAL, "own", numbers, words | reasons, -1, cause="due_to")
    days = {"since": "2025-09-01", "until": "2026-09-30", "first": "2025-09-01", "last": "2026-02-28"}
    given = Finding("only_wider", Severity.WARNING, "account-1", {}, {"account": "1", "network": "vk"} | days)
    assert [text(titled(told, found), language) for found in (moved, given)] == [why, wider]
