"""Columns that say by a name whose each row is, a competitor's or a brand's, and rows of others that name nobody."""

import pytest

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import queries
from smmstrategy.metrics.models import Post
from tests.imports.forms_of_files import accounts, said, values, workbook
from tests.imports.test_actions import brought, taken  # noqa: F401

PAGES, COMPETITORS = ["Имя аккаунта", "Название страницы", "Page name"], ["Конкурент", "Competitor"]
BRANDS = ["Бренд", "Компания", "Brand"]
ROWS = [
    f"{day:02}.05.2026;{who};{network};Пост {day};{day}00;{day}\n"
    for day, (who, network) in enumerate(
        [(who, network) for who in ("Кофе Хауз", "Даблби") for network in ("ВКонтакте", "Telegram")] * 4, 1
    )
]
POSTS = "Дата;{};Соцсеть;Текст;Просмотры;Лайки\n" + "".join(ROWS)
OF_EACH = {"vk:Кофе Хауз", "telegram:Кофе Хауз", "vk:Даблби", "telegram:Даблби"}
OF_ONE = "Дата;Конкурент;Соцсеть;Текст;Лайки\n05.05.2026;Кофе Хауз;ВКонтакте;А;5\n06.05.2026;Кофе Хауз;ВКонтакте;Б;6\n"


@pytest.mark.parametrize("name", [*PAGES, *COMPETITORS])
def test_a_column_of_names_says_whose_each_post_is(understood, name):
    found = understood(POSTS.format(name))
    assert ({*accounts(found)}, [len(subject["posts"]) for subject in found["subjects"]], found["warnings"]) == (
        OF_EACH,
        [4] * 4,
        [],
    )


def test_a_column_of_one_name_says_whose_all_posts_are(understood):
    assert accounts(understood(OF_ONE)) == ["vk:Кофе Хауз"]


@pytest.mark.parametrize("name", [*PAGES, *BRANDS])
def test_a_column_of_names_in_words_is_asked_about_in_a_table_by_day(understood, name):
    rows = [f"{day:02}.05.2026;{who};{day}00\n" for day in range(1, 6) for who in ("Кофе Хауз", "Даблби")]
    table = f"Дата;{name};Подписчики\n" + "".join(rows)
    asked = understood(table, "vk.csv")["question"]
    assert asked["guess"] == {"rows": "values", "fields": {"Дата": "day", name: "account", "Подписчики": "followers"}}
    found = understood(table, "vk.csv", columns=asked["guess"])
    assert (accounts(found), len(values(found))) == (["vk:Кофе Хауз", "vk:Даблби"], 10)


def test_a_column_of_figures_called_as_a_brand_names_nobody(understood):
    rows = "".join(f"{day:02}.05.2026;ВКонтакте;Пост {day};{day};{day}\n" for day in range(1, 6))
    assert accounts(understood("Дата;Соцсеть;Текст;Бренд;Лайки\n" + rows)) == ["vk:brand"]


def test_an_address_says_more_than_the_name_of_a_brand(understood):
    rows = "".join(f"{day:02}.05.2026;{brand};https://t.me/shop/{day};5\n" for day, brand in enumerate(["Nike", "Adidas"] * 3, 1))
    assert accounts(understood("Дата;Бренд;Ссылка;Лайки\n" + rows)) == ["telegram:shop"]
    rows = rows.replace("t.me/shop/", "vk.com/wall-77_")
    assert accounts(understood("Дата;Бренд;Ссылка;Лайки\n" + rows)) == ["vk:club77"]


def test_titles_that_come_again_and_again_are_asked_about(understood):
    found = understood(POSTS.format("Название"))
    assert (found["question"]["asks"], accounts(found)) == ("columns", [])
    assert said(found).startswith("The column «Название» may say whose account each row is about, or something else.")
    guessed = found["question"]["guess"]
    told = {**guessed, "fields": {**guessed["fields"], "Название": "account"}}
    assert {*accounts(understood(POSTS.format("Название"), columns=told))} == OF_EACH


def test_a_title_of_a_post_brought_to_several_networks_is_its_title(understood):
    rows = "".join(f"{day:02}.05.2026;Рилс {day};{network};5\n" for day in range(1, 6) for network in ("ВК", "ТГ"))
    found = understood("Дата;Название;Соцсеть;Лайки\n" + rows)
    assert (found["question"], accounts(found)) == ({}, ["vk:brand", "telegram:brand"])


NOBODYS = "Дата;Соцсеть;Текст;Лайки\n05.05.2026;ВКонтакте;А;5\n06.05.2026;Telegram;Б;6\n"
FOR_ALL = (
    " One account that is named holds for the tables «Кофе Хауз», «Даблби» alike. If they are about different accounts, say whose "
    'each is (--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the others).'
)
ASKED = (
    "The rows name no account, and those of others are never taken for the brand's own. Name it (--account NETWORK:HANDLE, "
    "once for each network), or say it in each row, in a column «Account»."
)


@pytest.mark.parametrize("role", ["competitor", "influencer"])
def test_rows_of_others_that_name_nobody_are_never_taken_for_the_brand_s(import_export, tmp_path, role):
    (tmp_path / "posts.csv").write_text(NOBODYS)
    (tmp_path / "book.xlsx").write_bytes(
        workbook(*[[row.split(";") for row in NOBODYS.split()]] * 2, names=["Кофе Хауз", "Даблби"])
    )
    for name, asked in (("posts.csv", ASKED), ("book.xlsx", ASKED + FOR_ALL)):
        refused = import_export(tmp_path / name, "--role", role)
        assert (refused["status"], refused["new"], refused["files"][0]["error"]) == (1, 0, asked)
    (tmp_path / "vk.csv").write_text("Дата;Подписчики\n01.05.2026;5\n")
    assert import_export(tmp_path / "vk.csv", "--role", role)["files"][0]["error"] == ASKED
    (tmp_path / "site.csv").write_text("Дата;Визиты\n01.05.2026;5\n")
    assert import_export(tmp_path / "site.csv", "--role", role)["files"][0]["error"] == ASKED
    done = import_export(tmp_path / "vk.csv", "--role", role, "--account", "vk:hauz")
    assert (done["status"], done["files"][0]["accounts"]) == (0, ["vk:hauz"])


def test_the_same_rows_are_the_brand_s_only_where_its_accounts_are_named(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text(NOBODYS)
    assert import_export(tmp_path / "posts.csv")["files"][0]["error"] == (
        "The file does not say whose accounts it is about. Name one in each network (--account NETWORK:HANDLE)."
    )
    done = import_export(tmp_path / "posts.csv", "--account", "vk:brand", "--account", "telegram:brand")
    assert (done["status"], done["files"][0]["accounts"]) == (0, ["vk:brand", "telegram:brand"])


def test_a_page_asks_whose_the_rows_of_a_competitor_are(brought):  # noqa: F811
    asked = queries.preview(brought(NOBODYS, role="competitor"))["question"]
    assert (asked["asks"], asked["networks"]) == ("account", ["vk", "telegram"])


OF_BRAND = "Дата;Бренд;Соцсеть;Текст;Лайки\n" + "".join(f"{day:02}.05.2026;{{}};ВКонтакте;А{day};5\n" for day in range(1, 5))


@pytest.mark.parametrize("name", ["Brand A", "brand a"])
def test_the_name_of_the_brand_in_a_column_is_its_own_account(taken, agency, name):  # noqa: F811
    agency.brand_a.name = "Brand A"
    agency.brand_a.save()
    taken(OF_BRAND.replace("{}", name))
    assert Account.objects.get().handle == agency.brand_a.slug
    Account.objects.update(handle="zerno", key="zerno")
    taken(OF_BRAND.replace("{}", name).replace("2026", "2025"))
    assert Account.objects.get().handle == "zerno"


def test_the_name_of_an_account_in_a_column_of_posts_is_that_account(taken, agency):  # noqa: F811
    account = Account.objects.create(client=agency.a, network="vk", handle="zerno", name="Кофейня Зерно")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    taken(OF_BRAND.replace("{}", "Кофейня Зерно"))
    assert (Account.objects.get().handle, Post.objects.count()) == ("zerno", 4)
