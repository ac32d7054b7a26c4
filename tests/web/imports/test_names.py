"""Which account a name in a file means, said on its page: where that is asked, and of any name."""

import pytest

from smmstrategy.metrics.models import Import
from tests.web.conftest import track
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_answers import NAME
from tests.web.imports.test_pages import DAYS

ROWS = [("Даблби", "https://vk.com/wall-22_1"), ("Даблби", "https://vk.com/wall-33_2"), ("Даблби", "")]
NAMED = "Дата;Аккаунт;Соцсеть;Ссылка;Текст;Лайки\n" + "".join(
    f"0{day}.05.2026;{name};ВК;{link};Пост {day};{day}\n" for day, (name, link) in enumerate(ROWS, 1)
)


def test_which_account_a_name_means_is_an_answer_beside_the_account_of_rows_that_name_none(agency, strategist):
    track(agency.brand_a, "vk", "zerno", role="own")
    rows = [("Даблби", "https://vk.com/wall-22_1"), ("Даблби", "https://vk.com/wall-33_2"), ("Даблби", ""), ("", "")]
    lines = [f"0{day}.05.2026;{name};ВК;{link};Пост {day};{day}\n" for day, (name, link) in enumerate(rows, 1)]
    address = bring(strategist, "Дата;Конкурент;Соцсеть;Ссылка;Текст;Лайки\n" + "".join(lines)).url
    strategist.post(address, {"known": "vk:zerno"})
    work()
    assert [field.name for field in strategist.get(address).context["form"].asked] == ["meant", "another_meant"]
    assert strategist.post(address, {"meant": ""}).context["form"].errors == {"meant": ["Choose an account or name another one."]}
    strategist.post(address, {"meant": "vk:club33", "network": "vk", "handle": "zerno"})
    work()
    shown = Import.objects.get().summary["accounts"]
    assert {one["handle"]: one["posts"] for one in shown} == {"club22": 1, "club33": 2, "zerno": 1}


def test_the_account_that_a_name_means_may_be_another_than_those_found(strategist):
    address = bring(strategist, NAMED, role="own").url
    strategist.post(address, {"meant": "", "another_meant": "https://vk.com/dablby"})
    work()
    assert Import.objects.get().options["accounts_by_name"] == {"vk:даблби": "dablby"}
    assert {one["handle"] for one in Import.objects.get().summary["accounts"]} == {"club22", "club33", "dablby"}


def test_a_page_says_of_any_name_of_the_file_which_account_it_means_and_takes_that_back(strategist):
    address = bring(strategist, "Дата;Соцсеть;Аккаунт;Текст;Лайки\n01.05.2026;ВК;Ромашка;a;5\n").url
    accounts = lambda: [one["handle"] for one in Import.objects.get().summary["accounts"]]  # noqa: E731
    strategist.post(address, {"names": "Ромашка = https://vk.com/romashka\nЛютик = VK: buttercup"})
    work()
    assert (Import.objects.get().options["accounts_by_name"], accounts()) == (
        {"vk:ромашка": "romashka", "vk:лютик": "buttercup"},
        ["romashka"],
    )
    page = strategist.get(address)
    assert page.context["form"]["names"].value() == "лютик = VK: buttercup\nромашка = VK: romashka"
    assert "What you said of the name «лютик» counts for no row of VK: buttercup" in words(page)
    strategist.post(address, {"names": "лютик = VK: buttercup\r\nромашка = VK: romashka", "date_order": "mdy"})
    assert Import.objects.get().options["accounts_by_name"] == {"vk:ромашка": "romashka", "vk:лютик": "buttercup"}
    work()
    strategist.post(address, {"names": ""})
    work()
    assert (Import.objects.get().options.get("accounts_by_name"), accounts()) == (None, ["Ромашка"])


@pytest.mark.parametrize("handle", ["romashka", "ромашка и ко"])
def test_a_name_with_an_equals_sign_or_of_an_account_kept_in_words_locks_no_other_answer(strategist, handle):
    address = bring(strategist, DAYS).url
    told = {"vk:ромашка = цветы": handle}
    Import.objects.update(options={"accounts_by_name": told})
    shown = strategist.get(address).context["form"]["names"].value()
    assert shown == f"ромашка = цветы = VK: {handle}"
    strategist.post(address, {"network": "vk", "handle": "brand", "names": f"{shown}\r\nЛютик = цветы = VK: buttercup"})
    assert Import.objects.get().options == {"account": "vk:brand", "accounts_by_name": told | {"vk:лютик = цветы": "buttercup"}}


def test_two_lines_of_one_name_are_no_answer(strategist):
    names = "Ромашка = VK: romashka\nЛютик = VK: buttercup\nромашка = VK: daisy"
    page = strategist.post(bring(strategist, DAYS).url, {"network": "vk", "handle": "brand", "names": names})
    assert page.context["form"].errors["names"] == ["Two lines say which account “ромашка” means: leave one."]
    assert Import.objects.get().options == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ромашка", "“Ромашка” is no name and account: write them like “Romashka = https://vk.com/romashka”."),
        (
            "Ромашка = romashka",
            "“Ромашка = romashka” is no name and account: write them like “Romashka = https://vk.com/romashka”.",
        ),
        ("Ромашка = VK: two words", f"“Ромашка = VK: two words”: {NAME}"),
    ],
)
def test_what_says_of_a_name_no_account_is_no_answer(strategist, line, said):
    page = strategist.post(bring(strategist, DAYS).url, {"network": "vk", "handle": "brand", "names": line})
    assert page.context["form"].errors["names"] == [said]
    assert Import.objects.get().options == {}
