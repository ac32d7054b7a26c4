"""Accounts of several networks in one file: one brand's where they are called alike, else asked about as in one network."""

import pytest

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports.roles.one_brand import are_alike
from tests.imports.test_actions import brought, taken  # noqa: F401
from tests.imports.test_columns_of_competitors import roles
from tests.imports.test_several_accounts import imported  # noqa: F401

ASKED = (
    "The accounts of the file are not called alike, and it does not say what the new ones are to the brand: {}. Say whether they "
    "are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, say which (--own "
    "NETWORK:HANDLE)."
)


def posts(*accounts, column="Аккаунт"):
    rows = [f"{day:02}.05.2026;{network};{name};t;5\n" for day, (network, name) in enumerate(accounts, 1)]
    return f"Дата;Соцсеть;{column};Текст;Лайки\n" + "".join(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ромашка", "ромашка"),
        ("Кофейня Ромашка", "Ромашка | кофейня"),
        ("Ромашка", "romashka_msk"),
        ("Кофейня Ромашка", "romashka"),
        ("Кофейня «Зерно»", "kofeynyazerno"),
        ("МТС", "mtsrussia"),
        ("Café Zerno", "кафе зерно"),
        ("zerno", "zerno_tg"),
        ("Вкусвилл", "vkusvill.ru"),
    ],
)
def test_names_alike_in_whatever_alphabet(one, other):
    assert (are_alike(one, other), are_alike(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"), [("Ромашка", "Даблби"), ("Кофейня Ромашка", "Кофейня Лютик"), ("Ива", "Перспектива"), ("zerno", "dablby")]
)
def test_names_that_are_not_alike(one, other):
    assert (are_alike(one, other), are_alike(other, one)) == (False, False)


def test_accounts_of_other_names_in_other_networks_are_asked_about(imported):  # noqa: F811
    text = posts(("ВК", "Ромашка"), ("ТГ", "Ромашка"), ("ОК", "Даблби"))
    refused = imported(text)
    assert (refused["files"][0]["error"], roles()) == (ASKED.format("vk:Ромашка, telegram:Ромашка, ok:Даблби"), {})
    done = imported(text, "--role", "competitor", "--own", "vk:Ромашка", "--own", "telegram:ромашка")
    assert (done["status"], roles()) == (0, {"vk:Ромашка": "own", "telegram:Ромашка": "own", "ok:Даблби": "competitor"})
    assert imported(text)["status"] == 0


@pytest.mark.parametrize("column", ["Аккаунт", "Автор", "Сообщество"])
def test_whatever_column_names_them_beside_their_links(imported, column):  # noqa: F811
    header = f"Дата;{column};Ссылка;Текст;Лайки\n01.05.2026;Ромашка;https://vk.com/wall-1_1;a;5\n"
    other = "02.05.2026;{};https://t.me/{}/1;b;6\n"
    refused = imported(header + other.format("Даблби", "dablby"))
    assert (refused["status"], refused["files"][0]["error"]) == (1, ASKED.format("vk:club1, telegram:dablby"))
    assert (imported(header + other.format("Ромашка", "coffee_spb"))["status"], {*roles().values()}) == (0, {"own"})


@pytest.mark.parametrize(
    "accounts",
    [
        [("ВК", "Кофейня Ромашка"), ("ТГ", "Ромашка"), ("ОК", "romashka")],
        [("ВК", "club5"), ("ТГ", "Ромашка")],
        [("ВК", "Даблби"), ("ТГ", "Даблби")],
    ],
)
def test_accounts_called_alike_or_by_a_number_are_one_brand_s_and_nothing_is_asked(imported, accounts):  # noqa: F811
    assert (imported(posts(*accounts))["status"], {*roles().values()}) == (0, {"own"})


def test_accounts_called_like_the_brand_or_one_of_its_own_are_not_asked_about_and_are_proposed_as_own(brought, taken, agency):  # noqa: F811
    agency.brand_a.name = "Даблби"
    agency.brand_a.save()
    taken(posts(("ВК", "Даблби Кофе"), ("ТГ", "dablby")))
    Tracking.objects.filter(account__network="telegram").delete()
    account = Account.objects.create(client=agency.a, network="ok", handle="55", name="Зерно")
    track = Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    taken(posts(("ВК", "Даблби Кофе"), ("ТГ", "zerno_tg")))
    asked = brought(posts(("ВК", "Даблби Кофе"), ("ОК", "Зерно"), ("ТГ", "Хауз"), ("MAX", "zerno"))).question
    assert (asked["asks"], asked["accounts"], asked["likely"]) == ("role", ["telegram:Хауз", "max:zerno"], ["max:zerno"])
    Tracking.objects.exclude(pk=track.pk).delete()
    Tracking.objects.update(role="competitor")
    asked = brought(posts(("ОК", "Зерно"), ("MAX", "zerno"))).question
    assert (asked["accounts"], asked["likely"]) == (["max:zerno"], [])


def test_an_account_a_person_has_named_is_one_of_the_brand_s(imported):  # noqa: F811
    text = "Дата;Ссылка;Лайки\n01.05.2026;https://vk.com/wall-1_1;5\n02.05.2026;https://t.me/{}/1;6\n"
    named = ("--account", "vk:zerno")
    assert imported(text.format("dablby"), *named)["files"][0]["error"] == ASKED.format("vk:zerno, telegram:dablby")
    assert imported(text.format("zernotg"), *named)["status"] == 0
