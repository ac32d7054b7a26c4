"""Whose a file is that does not say it the command asks, as the page does: nothing is taken for the brand's own by itself."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.models import Observation
from tests.imports.forms_of_files import workbook

ASKED = "The file does not say whose account it is about. Name it (--account NETWORK:HANDLE)."
MAY_BE = "The file does not say whose account it is about. It may be: {}. Name it (--account NETWORK:HANDLE)."
POSTS = (
    "Ссылка;Дата;Текст;Лайки\nhttps://www.instagram.com/p/CxKofe1/;01.09.2026 10:00;Открыли веранду;45\n"
    "https://www.instagram.com/p/CxKofe2/;02.09.2026 11:00;Новое меню;40\n"
)
DAYS = [["Дата", "Подписчики"], ["30.09.2026", 12801]]


@pytest.fixture
def file_of(tmp_path):
    """file_of(content, name) is a file with that content."""

    def write(content, name="LiveDune.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def known(agency):
    for network, handle, role in (
        ("instagram", "kofe_sever", "own"),
        ("instagram", "zerno_moloko", "competitor"),
        ("vk", "iva", "own"),
        ("vk", "kofe_dom", "competitor"),
    ):
        name = "Кофе Дом" if handle == "kofe_dom" else ""
        account = Account.objects.create(client=agency.a, network=network, handle=handle, name=name)
        Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role=role)
    return agency.brand_a.slug


def observed() -> int:
    with scope("system"):
        return Observation.objects.count()


@pytest.mark.parametrize("rehearsed", [[], ["--dry-run"]])
def test_posts_of_nobody_are_not_the_brand_s_only_account_s(import_export, file_of, known, rehearsed):
    asked = import_export(file_of(POSTS), *rehearsed, brand=known)
    assert (asked["status"], asked["files"][0]["error"], asked["new"]) == (1, MAY_BE.format("instagram:kofe_sever"), 0)


def test_a_file_that_is_another_s_already_is_not_counted_twice(import_export, file_of, known):
    taken = import_export(file_of(POSTS), "--account", "instagram:zerno_moloko", brand=known)
    again = import_export(file_of(POSTS, "again.csv"), brand=known)
    assert (taken["status"], again["status"], again["files"][0]["error"]) == (0, 1, MAY_BE.format("instagram:kofe_sever"))


def test_the_first_file_of_a_brand_without_accounts_needs_one_named_and_nothing_else(import_export, file_of):
    asked, taken = import_export(file_of(POSTS)), import_export(file_of(POSTS), "--account", "instagram:acme")
    assert (asked["status"], asked["files"][0]["error"]) == (1, ASKED)
    assert (taken["status"], taken["files"][0]["accounts"], taken["files"][0]["warnings"]) == (0, ["instagram:acme"], [])


def test_of_several_networks_an_account_is_asked_in_each(import_export, file_of):
    book = file_of(workbook(DAYS, DAYS, names=["ВК", "Telegram"]), "Отчёт.xlsx")
    asked = import_export(book)["files"][0]["error"]
    assert asked == "The file does not say whose accounts it is about. Name one in each network (--account NETWORK:HANDLE)."
    taken = import_export(book, "--account", "vk:iva", "--account", "telegram:iva_shop")
    assert (taken["status"], taken["files"][0]["accounts"]) == (0, ["vk:iva", "telegram:iva_shop"])


def test_a_site_is_the_brand_s_only_one(import_export, file_of):
    taken = import_export(file_of("Дата;Визиты\n30.09.2026;10\n", "site.csv"))
    assert (taken["status"], taken["files"][0]["accounts"]) == (0, ["website:site"])


@pytest.mark.parametrize("name", ["ВК Кофе Дом сентябрь.csv", "посты_кофе_дом_2026.csv"])
@pytest.mark.parametrize("text", ["Дата;Подписчики\n30.09.2026;10\n", "Дата;Текст;Лайки\n30.09.2026;Новое меню;10\n"])
def test_an_account_named_for_several_files_is_not_that_of_one_called_by_another(import_export, file_of, known, name, text):
    files = file_of(text, name), file_of("Дата;Подписчики\n29.09.2026;10\n", "ВК.csv")
    told = import_export(*files, "--account", "vk:iva", brand=known)
    errors = [file["error"] for file in told["files"]]
    assert (told["status"], errors, observed()) == (1, [MAY_BE.format("vk:kofe_dom, vk:iva"), ""], 1)
    alone = import_export(files[0], "--account", "vk:kofe_dom", brand=known)
    assert (alone["status"], alone["files"][0]["accounts"]) == (0, ["vk:kofe_dom"])
