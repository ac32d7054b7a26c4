"""What a person answers on the page of a file: whose it is, in one spelling or why it is none, its kind, its days."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.models import Import
from tests.imports.forms_of_files import workbook
from tests.web.conftest import track
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import DAYS

NAME = "Write the name that stands in the page's address."


@pytest.mark.parametrize(
    ("network", "typed", "said"),
    [
        ("website", "not a site", "Write the site's address, such as site.com."),
        ("vk", "two words", NAME),
        ("vk", "https://vk.com/feed", NAME),
        ("", "@", NAME),
    ],
)
def test_what_no_account_is_called_is_no_answer(strategist, network, typed, said):
    address = bring(strategist, DAYS).url
    page = strategist.post(address, {"network": network, "handle": typed})
    assert page.context["form"].errors["handle"] == [said]
    assert Import.objects.get().options == {}


@pytest.mark.parametrize(("network", "typed", "kept"), [("vk", "public606", "vk:club606"), ("", "ok.ru/profile/7", "ok:profile7")])
def test_an_answer_is_kept_in_the_one_spelling_of_its_page(strategist, network, typed, kept):
    strategist.post(bring(strategist, DAYS).url, {"network": network, "handle": typed})
    assert Import.objects.get().options == {"account": kept}


def test_an_account_of_the_client_that_no_choice_names_may_be_called_in_words(agency, strategist):
    Account.objects.create(client=agency.a, network="vk", handle="Кофейня на углу")
    strategist.post(bring(strategist, DAYS).url, {"network": "vk", "handle": "кофейня на углу"})
    assert Import.objects.get().options == {"account": "vk:кофейня на углу"}


def test_an_account_that_was_chosen_by_its_name_needs_no_handle_afterwards(agency, strategist):
    track(agency.brand_a, "vk", "Кофейня на углу")
    address = bring(strategist, DAYS).url
    strategist.post(address, {"known": "vk:Кофейня на углу"})
    work()
    strategist.post(address, {"network": "vk", "handle": "Кофейня на углу", "date_order": "mdy"})
    assert Import.objects.get().options == {"account": "vk:Кофейня на углу", "date_order": "mdy"}


@pytest.mark.parametrize(("handles", "chosen"), [(["brand"], "vk:brand"), (["brand", "shop"], None)])
def test_the_only_account_of_the_network_a_file_is_called_by_is_chosen_beforehand(agency, strategist, handles, chosen):
    for handle in handles:
        track(agency.brand_a, "vk", handle)
    file = SimpleUploadedFile("ВК по месяцам.csv", "Месяц;Подписчики;Охват\nСентябрь 2026;500;900\n".encode())
    address = strategist.post("/clients/client-a/imports/", {"brand": "brand-a", "role": "", "files": [file]}).url
    work()
    assert strategist.get(address).context["form"]["known"].value() == chosen
    strategist.post(address, {"known": "vk:brand"})
    assert Import.objects.get().options == {"account": "vk:brand"}


def test_in_each_of_several_networks_the_only_account_is_chosen_beforehand(agency, strategist):
    track(agency.brand_a, "vk", "brand")
    track(agency.brand_a, "ok", "brand")
    track(agency.brand_a, "ok", "shop")
    page = strategist.get(bring(strategist, "Месяц;Подписчики ВК;Подписчики ОК\nСентябрь 2026;500;900\n").url)
    assert [page.context["form"][f"of_{network}"].value() for network in ("vk", "ok")] == ["vk:brand", None]


def test_an_address_in_another_network_than_the_one_chosen_is_no_answer(strategist):
    address = bring(strategist, DAYS).url
    page = strategist.post(address, {"network": "telegram", "handle": "https://vk.com/club55"})
    assert "This address is in another network than the one chosen: VK." in words(page)
    assert Import.objects.get().options == {}


def test_a_row_that_leads_elsewhere_is_refused_in_words_of_a_page_and_a_table_of_several_networks_is_named(strategist):
    links = [*(f"https://t.me/brand/{n}" for n in (1, 2, 3)), "https://vk.com/wall-1_4"]
    rows = "".join(f"{link};0{n}.03.2026;{n}00;5\n" for n, link in enumerate(links, 1))
    address = bring(strategist, f"Ссылка;Дата;Охват;ERR\n{rows}").url
    page = words(strategist.get(address))
    assert "than the table is of: «https://vk.com/wall-1_4». If the table is of several networks" in page
    assert "name its kind: «Table of posts». " in page
    strategist.post(address, {"kind": "posts"})
    work()
    assert "4 rows in the file 4 new" in words(strategist.get(address))


def test_days_that_run_through_a_new_year_are_asked_about_on_the_page(strategist):
    rows = "".join(f"{day};https://t.me/brand/{n};5\n" for n, day in enumerate(("30.12", "31.12", "01.01"), 1))
    address = bring(strategist, f"Дата;Ссылка;Просмотры\n{rows}").url
    page = words(strategist.get(address))
    assert "The dates name no year and run through a New Year («31.12», «01.01»). Say which days the file is about." in page
    strategist.post(address, {"first_day": "2025-12-01", "last_day": "2026-01-31"})
    work()
    assert "3 rows in the file 3 new" in words(strategist.get(address))


def test_links_to_several_networks_and_a_year_that_a_title_tells_are_said_and_answered_on_the_page(strategist):
    links = [*(f"https://t.me/brand/{n}" for n in (1, 2)), "https://vk.com/wall-1_3"]
    rows = "".join(f"{link};0{n}.03;{n}00;5\n" for n, link in enumerate(links, 1))
    address = bring(strategist, f"Публикации 2025\nСсылка;Дата;Охват;ERR\n{rows}").url
    page = words(strategist.get(address))
    assert "lead to several networks (Telegram: 2, VK: 1): it was read as «Table of posts»." in page
    assert "taken for those of 2025, as the title of the table or its sheet says. If they are of other days, say of which." in page
    strategist.post(address, {"kind": "tgstat_posts", "first_day": "2026-03-01", "last_day": "2026-03-31"})
    work()
    page = words(strategist.get(address))
    assert ("several networks (" in page, "taken for those of 2025" in page) == (False, False)
    assert "3 rows in the file 2 new 0 changed 0 unchanged 1 rejected" in page


LIST = "Ник,Подписчики\nodin,300\ndva,100\ntri,250\n"


def test_of_a_list_the_network_alone_is_asked(strategist):
    address = bring(strategist, LIST).url
    page = strategist.get(address)
    assert "The file does not say which network its accounts are in. Name it." in words(page)
    assert [field.name for field in page.context["form"].asked] == ["network", "role"]
    assert page.context["form"].fields["role"].choices[0] == ("", "as kept, or asked next")
    assert strategist.post(address, {"network": ""}).context["form"].errors["network"] == ["This field is required."]
    strategist.post(address, {"network": "telegram", "role": "influencer"})
    work()
    accounts = Import.objects.get().summary["accounts"]
    assert [(account["network"], account["handle"]) for account in accounts] == [
        ("telegram", "odin"), ("telegram", "dva"), ("telegram", "tri"),
    ]  # fmt: skip


OF_TWO = "Дата;Подписчики ВК;Подписчики ТГ\n2026-05-01;10;20\n"


def test_the_accounts_of_a_first_file_of_several_networks_are_named_on_one_page(strategist):
    address = bring(strategist, OF_TWO).url
    page = words(strategist.get(address))
    assert "The file is about accounts of several networks and does not say which they are. Name each of them." in page
    refused = strategist.post(address, {"of_vk": "https://t.me/bbb", "of_telegram": "bbb"})
    assert list(refused.context["form"].errors) == ["of_vk"]
    strategist.post(address, {"of_vk": "vk.com/public7", "of_telegram": "@bbb"})
    work()
    assert accounts() == (["vk:club7", "telegram:bbb"], Import.Status.PREVIEWED)


def test_an_account_named_later_in_one_network_leaves_that_of_another(strategist):
    address = bring(strategist, OF_TWO).url
    for told in ({"of_vk": "aaa", "of_telegram": "wrong"}, {"network": "telegram", "handle": "bbb"}):
        strategist.post(address, told)
        work()
    assert accounts() == (["vk:aaa", "telegram:bbb"], Import.Status.PREVIEWED)


def test_each_network_of_a_file_is_asked_about_where_the_account_of_one_is_known(agency, strategist):
    track(agency.brand_a, "vk", "aaa")
    address = bring(strategist, OF_TWO).url
    assert [field.name for field in strategist.get(address).context["form"].asked] == ["of_vk", "another_in_vk", "of_telegram"]
    for told in ({"of_vk": "vk:aaa", "of_telegram": "wrong"}, {"network": "telegram", "handle": "bbb"}):
        strategist.post(address, told)
        work()
    assert accounts() == (["vk:aaa", "telegram:bbb"], Import.Status.PREVIEWED)


def test_beside_the_accounts_known_in_a_network_another_one_can_be_named(agency, strategist):
    track(agency.brand_a, "vk", "aaa")
    address = bring(strategist, OF_TWO).url
    refused = strategist.post(address, {"of_vk": "", "another_in_vk": "", "of_telegram": "bbb"})
    assert refused.context["form"].errors == {"of_vk": ["Choose an account or name another one."]}
    refused = strategist.post(address, {"of_vk": "", "another_in_vk": "https://t.me/ccc", "of_telegram": "bbb"})
    assert list(refused.context["form"].errors) == ["another_in_vk"]
    strategist.post(address, {"of_vk": "", "another_in_vk": "vk.com/public7", "of_telegram": "bbb"})
    work()
    assert accounts() == (["vk:club7", "telegram:bbb"], Import.Status.PREVIEWED)


def test_an_account_of_a_network_that_a_file_says_nothing_of_is_answered(strategist):
    address = bring(strategist, OF_TWO).url
    for told in ({"of_vk": "aaa", "of_telegram": "bbb"}, {"network": "youtube", "handle": "ccc"}):
        strategist.post(address, told)
        work()
    assert accounts() == (["vk:aaa", "telegram:bbb"], Import.Status.PREVIEWED)
    said = "The file holds nothing of the network of the account you named (YouTube: ccc): nothing was taken for it."
    assert said in words(strategist.get(address))


def test_an_account_in_another_network_corrects_that_of_a_file_of_one(strategist):
    address = bring(strategist, "Дата;Подписчики\n2026-05-01;10\n").url
    for told in ({"network": "vk", "handle": "aaa"}, {"network": "telegram", "handle": "bbb"}):
        strategist.post(address, told)
        work()
    assert accounts() == (["telegram:bbb"], Import.Status.PREVIEWED)


def accounts():
    found = Import.objects.latest("pk")
    return [f"{account['network']}:{account['handle']}" for account in found.summary["accounts"]], found.status


LINKED = "Дата;Ссылка;Лайки\n05.05.2026;https://t.me/zz9/1;5\n06.05.2026;https://t.me/zz9/2;6\n"


def test_the_role_that_an_account_is_kept_in_is_said_on_the_page_and_told_otherwise_asked_about(strategist):
    own = bring(strategist, LINKED).url
    assert "Telegram · zz9 · own" in words(strategist.get(own))
    strategist.post(f"{own}apply/")
    work()
    address = bring(strategist, LINKED.replace("2026", "2025"), role="competitor").url
    page = strategist.get(address)
    assert [field.name for field in page.context["form"].asked] == ["role"]
    assert "Telegram: zz9 is kept as the brand&#x27;s own: its rows are counted as the brand&#x27;s." in words(page)
    link = f'<a class="long" href="/accounts/{Tracking.objects.get().pk}/">Telegram: zz9</a>'
    assert link in page.content.decode()
    strategist.post(address, {"role": "own"})
    work()
    assert "Telegram · zz9 · own" in words(strategist.get(address))
    Tracking.objects.update(role="competitor")
    page = strategist.get(bring(strategist, LINKED.replace("2026", "2024")).url)
    assert "That is changed on the account&#x27;s page. Telegram: zz9" in words(page)
    assert link in page.content.decode()


def test_whose_the_accounts_of_a_list_are_is_asked_and_must_be_said(strategist):
    address = bring(strategist, "Username,Followers,Link\nzz9,5,https://t.me/zz9\n").url
    page = strategist.get(address)
    assert [field.name for field in page.context["form"].asked] == ["role"]
    assert "does not say what the new ones are to the brand: Telegram: zz9. Say whether they are its own" in words(page)
    assert strategist.post(address, {"role": ""}).context["form"].errors.keys() == {"role"}
    strategist.post(address, {"role": "own"})
    work()
    assert "Telegram · zz9 · own" in words(strategist.get(address))


def test_own_that_was_chosen_with_the_file_is_told(strategist):
    address = bring(strategist, "Username,Followers,Link\nzz9,5,https://t.me/zz9\n", role="own").url
    assert "Telegram · zz9 · own" in words(strategist.get(address))


def test_an_account_chosen_beside_another_one_typed_is_asked_about_again(agency, strategist):
    track(agency.brand_a, "vk", "zerno", role="own")
    error = ["Choose an account or name another one, not both."]
    address = bring(strategist, "ВК\nDate,Followers\n2026-03-15,10\n").url
    page = strategist.post(address, {"known": "vk:zerno", "network": "vk", "handle": "other"})
    assert page.context["form"].errors == {"handle": error}
    assert strategist.post(address, {"known": "vk:zerno"}).status_code == 302
    address = bring(strategist, "Date,Соцсеть,Followers\n2026-03-15,ВК,10\n2026-03-15,Телеграм,20\n").url
    page = strategist.post(address, {"of_vk": "vk:zerno", "another_in_vk": "other", "of_telegram": "tg"})
    assert page.context["form"].errors == {"another_in_vk": error}


def test_a_russian_page_asks_for_an_account_of_instagram_under_one_star_alone(agency, strategist):
    agency.strategist.language = "ru"
    agency.strategist.save()
    page = words(strategist.get(bring(strategist, "Date,Соцсеть,Followers\n2026-03-15,ВК,10\n2026-03-15,Instagram,20\n").url))
    assert ("Instagram*: аккаунт *" in page, "Instagram* *" in page) == (True, False)


def test_of_sheets_named_after_several_it_is_said_that_the_answer_is_for_all(strategist):
    sheet = [["Дата", "Соцсеть", "Подписчики"], ["01.05.2026", "VK", 10]]
    page = words(strategist.get(bring(strategist, workbook(sheet, sheet, names=["Альфа", "Бета"]), role="competitor").url))
    assert (
        "One account that is named holds for the tables «Альфа», «Бета» alike. If they are about different accounts, say whose "
        "each is, or import each of them by itself."
    ) in page
