"""Pages that the title of a table mentions: proposed where nobody has named an account, said where somebody has."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.queries import sentence
from tests.imports.forms_of_files import accounts, said, workbook

DAYS = [["Дата", "Подписчики"], ["2026-05-01", 5], ["2026-05-02", 6]]
OF_POSTS = [["Дата", "Ссылка", "Лайки"], ["2026-05-01", "https://www.instagram.com/p/A/", 5]]
PASSED_OVER = (
    "The title above the rows names another account than the one you named ({}): whose the rows are was not taken from it."
)


def asked(found):
    with translation.override("en"):
        return sentence(found["question"]["message"])


@pytest.mark.parametrize(
    ("title", "pages"),
    [
        ("Статистика канала @acme", "telegram:acme"),
        ("Канал «Акме» (https://t.me/acme), май", "telegram:acme"),
        ("Канал Акме (@acme, https://t.me/acme)", "telegram:acme"),
        ("Каналы @acme и @other", "telegram:acme"),
        ("Канал @acme, отчёт @smm_agency", "telegram:acme, telegram:smm_agency"),
        ("Владелец канала @anna", "telegram:anna"),
        ("Owner of the page @anna", "telegram:anna"),
        ("Отчёт подготовил @smm_agency", "telegram:smm_agency"),
    ],
)
def test_beside_an_account_named_a_title_that_mentions_another_is_said_and_nothing_else(understood, title, pages):
    found = understood(workbook([[title], [], *DAYS]), "report.xlsx", account="telegram:other")
    assert (accounts(found), said(found)) == (["telegram:other"], PASSED_OVER.format(pages))


@pytest.mark.parametrize("title", ["Статистика @other", "Вопросы: hello@acme.ru", "Подготовлено для acme"])
def test_a_title_that_mentions_no_other_account_tells_nothing(understood, title):
    found = understood(workbook([[title], [], *DAYS]), account="telegram:other")
    assert (accounts(found), found["warnings"]) == (["telegram:other"], [])


@pytest.mark.parametrize("title", ["Публикации @smm_agency", "Report by instagram.com/smm_agency"])
def test_posts_whose_links_say_no_page_are_those_of_the_account_named(understood, title):
    found = understood(workbook([[title], [], *OF_POSTS]), "report.xlsx", account="instagram:acme")
    assert (accounts(found), said(found)) == (["instagram:acme"], PASSED_OVER.format("instagram:smm_agency"))


@pytest.mark.parametrize("told", [{}, {"account": "telegram:acme"}])
def test_a_title_is_passed_over_in_silence_where_the_link_of_each_post_says_whose_it_is(understood, told):
    posts = [["Дата", "Ссылка", "Лайки"], ["2026-05-01", "https://t.me/acme/1", 5]]
    found = understood(workbook([["Отчёт подготовил @smm_agency"], [], *posts]), "report.xlsx", **told)
    assert (accounts(found), said(found), found["question"]) == (["telegram:acme"], "", {})


def test_a_title_is_passed_over_in_silence_where_all_rows_name_their_accounts(understood):
    table = [["Отчёт @smm_agency"], [], ["Дата", "Аккаунт", "Подписчики"], ["2026-05-01", "acme", 5]]
    assert said(understood(workbook(table), account="telegram:acme")) == ""


def test_a_title_may_mention_the_account_that_a_person_has_named_in_another_network(understood):
    table = [["Отчёт: t.me/gamma"], [], *DAYS]
    found = understood(workbook(table), account="vk:acme", accounts_by_network={"telegram": "gamma"})
    assert (accounts(found), said(found)) == (["vk:acme"], "")


def test_beside_the_account_named_for_its_network_a_title_that_mentions_another_is_said(understood):
    table = [["Telegram, отчёт подготовил @smm_agency"], [], *DAYS]
    found = understood(workbook(table), "report.xlsx", account="vk:acme", accounts_by_network={"telegram": "gamma"})
    of_vk = "The file holds nothing of the network of the account you named (vk:acme): nothing was taken for it."
    assert (accounts(found), said(found)) == (["telegram:gamma"], f"{PASSED_OVER.format('telegram:smm_agency')} {of_vk}")


def test_a_site_is_not_called_by_a_handle(understood):
    found = understood(workbook([["Отчёт для @acme"], [], ["Дата", "Визиты"], ["2026-05-01", 5]]), account="website:acme.ru")
    assert (accounts(found), found["warnings"]) == (["website:acme.ru"], [])


@pytest.mark.parametrize("is_asked", [True, False])
@pytest.mark.parametrize(
    ("title", "known", "choices"),
    [
        ("Статистика канала @acme", [], ["telegram:acme"]),
        ("Канал Акме (@acme, https://t.me/acme)", [], ["telegram:acme"]),
        ("Отчёт подготовил @smm_agency", ["acme"], ["telegram:smm_agency", "telegram:acme"]),
        ("Менеджер страницы @anna", ["acme", "beta"], ["telegram:anna", "telegram:acme", "telegram:beta"]),
        ("Статистика @beta", ["acme", "beta"], ["telegram:beta", "telegram:acme"]),
    ],
)
def test_where_nobody_has_named_an_account_the_pages_in_a_title_are_proposed(understood, title, known, choices, is_asked):
    context = {"own": {"telegram": known}, "may_ask": is_asked}
    found = understood(workbook([[title], [], *DAYS]), "telegram.xlsx", context=context)
    likely = f"It may be: {', '.join(choices)}. Name it (--account NETWORK:HANDLE)."
    assert (accounts(found), found["question"]["choices"]) == ([], choices)
    assert asked(found) == f"The file does not say whose account it is about. {likely}"


def test_the_name_of_a_sheet_is_no_more_than_a_title(understood):
    found = understood(workbook(DAYS, names=["@acme"]), "telegram.xlsx")
    assert (accounts(found), found["question"]["choices"]) == ([], ["telegram:acme"])


def test_the_only_account_of_the_brand_is_taken_where_a_title_mentions_no_other(understood):
    found = understood(workbook([["Канал @Acme"], [], *DAYS]), "telegram.xlsx", context={"own": {"telegram": ["acme"]}})
    assert (accounts(found), "taken for telegram:acme" in said(found)) == (["telegram:acme"], True)


def test_the_number_in_the_links_of_posts_counts_and_no_mention(understood):
    posts = [["Дата", "Ссылка", "Лайки"], ["2026-05-01", "https://vk.com/wall-123_1", 5]]
    found = understood(workbook([["Отчёт подготовил @smm_agency"], [], *posts]), "report.xlsx")
    assert (accounts(found), found["question"]) == (["vk:club123"], {})


def test_posts_whose_rows_say_nobody_are_asked_about_with_the_page_in_the_title(understood):
    found = understood(workbook([["Публикации @acme"], [], *OF_POSTS]))
    assert (accounts(found), found["question"]["choices"]) == ([], ["instagram:acme"])


def test_an_address_in_a_title_is_proposed_with_its_network(understood):
    found = understood(workbook([["Канал: t.me/acme"], [], *DAYS]), "report.xlsx")
    assert (accounts(found), found["question"]["choices"]) == ([], ["telegram:acme"])


@pytest.mark.parametrize(
    ("known", "choices"), [([], ["telegram:acme", "telegram:brand"]), (["a"], ["telegram:acme", "telegram:a"])]
)
def test_beside_an_account_named_in_another_network_a_title_is_proposed_for_its_own(understood, known, choices):
    table = workbook([["Telegram: @acme"], [], *DAYS])
    found = understood(table, account="vk:brand", context={"own": {"telegram": known}})
    assert (accounts(found), found["question"]["choices"], found["question"]["apart"]) == ([], choices, True)
