"""Columns nobody has seen before, on pages: explained once, corrected whenever somebody sees the mistake."""

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.law.meta import META_NOTE
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import ColumnMapping, Import
from tests.imports.forms_of_files import workbook
from tests.web.imports.conftest import bring, change, words, work

pytestmark = pytest.mark.django_db
UNKNOWN = "Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n"
POSTS = {"rows": "post", "network": "", "column_0": "published_at", "column_1": "permalink"}


def test_columns_nobody_knows_are_explained_once(strategist):
    address = bring(strategist, UNKNOWN).url
    page = words(strategist.get(address))
    assert "These columns are new: Когда вышло, Куда ведёт, Сердечки. Say what they mean." in page
    told = {"rows": "post", "network": "", "column_0": "published_at", "column_1": "permalink", "column_2": "likes"}
    strategist.post(address, told)
    work()
    assert "1 row in the file 1 new" in words(strategist.get(address))
    assert ColumnMapping.objects.get().mapping["fields"]["Сердечки"] == "likes"
    bring(strategist, UNKNOWN.replace(",7\n", ",8\n"))
    assert Import.objects.latest("pk").status == Import.Status.PREVIEWED


def test_the_note_of_the_law_stands_below_all_that_can_be_done(agency, signed_in):
    agency.strategist.language = "ru"
    agency.strategist.save()
    browser = signed_in(agency.strategist)
    page = browser.get(bring(browser, UNKNOWN).url).content.decode()
    assert page.count(META_NOTE) == 1
    assert page.index("Убрать</button>") < page.index(META_NOTE)


def test_columns_that_look_like_those_of_another_network_are_asked_about_as_such(strategist):
    address = bring(strategist, "Date,Views,Subscribers\n2026-10-01,5,-2\n").url
    strategist.post(address, {"network": "vk", "handle": "brand"})
    work()
    page = words(strategist.get(address))
    assert "looks like one of the kind «YouTube Studio: by day», and the account you named is in another network." in page


def test_two_columns_cannot_hold_the_same(strategist):
    address = bring(strategist, UNKNOWN).url
    page = strategist.post(address, {"rows": "post", "column_0": "published_at", "column_1": "likes", "column_2": "likes"})
    assert "Two columns cannot both hold: Reactions." in words(page)
    assert Import.objects.get().status == Import.Status.ASKING


def test_a_mapping_is_corrected_from_the_preview_also_when_it_was_remembered(strategist):
    strategist.post(bring(strategist, UNKNOWN).url, POSTS)
    work()
    address = bring(strategist, UNKNOWN).url
    page = words(strategist.get(address))
    assert "No column with figures is taken" in page
    assert ("was taken from an earlier answer" in page, "Change the columns" in page) == (True, True)
    change(strategist, address)
    assert "Say anew what the columns mean" in words(strategist.get(address))
    strategist.post(address, POSTS | {"column_2": "likes"})
    work()
    assert (Import.objects.latest("pk").summary["totals"], ColumnMapping.objects.get().mapping["fields"]["Сердечки"]) == (
        {"likes": "7"},
        "likes",
    )


def test_what_a_person_says_of_columns_is_in_the_ledger_once_for_each_change(agency, strategist, signed_in):
    address = bring(strategist, UNKNOWN).url
    for told in (POSTS, POSTS | {"column_2": "likes"}, POSTS | {"column_2": "likes"}):
        strategist.post(address, told)
        work()
        change(strategist, address)
    first, second = Entry.objects.filter(object_kind="metrics.columnmapping").order_by("pk")
    assert [(entry.verb, entry.actor, entry.client) for entry in (first, second)] == [
        ("created", agency.strategist, agency.a),
        ("changed", agency.strategist, agency.a),
    ]
    fields = {"Когда вышло": "published_at", "Куда ведёт": "permalink"}
    assert (first.before, first.after["mapping"]["fields"]) == (None, fields)
    assert (second.before["mapping"]["fields"], second.after["mapping"]["fields"]) == (fields, fields | {"Сердечки": "likes"})
    page = words(signed_in(agency.manager).get("/clients/client-a/ledger/"))
    assert "columns of a file export1.csv" in page


def test_looking_again_at_an_import_says_nothing_anew_of_its_columns(strategist):
    old = bring(strategist, UNKNOWN).url
    strategist.post(old, POSTS)
    work()
    newer = bring(strategist, UNKNOWN).url
    change(strategist, newer)
    strategist.post(newer, POSTS | {"column_2": "likes"})
    work()
    strategist.post(old, {"time_zone": "Asia/Tokyo"})
    work()
    assert Import.objects.get(pk=old.split("/")[-2]).options["time_zone"] == "Asia/Tokyo"
    assert ColumnMapping.objects.get().mapping["fields"]["Сердечки"] == "likes"
    assert Entry.objects.filter(object_kind="metrics.columnmapping").count() == 2


def test_what_was_said_of_columns_goes_with_the_table_to_another_account(strategist):
    address = bring(strategist, "Дни,Читатели\n2026-01-05,7\n").url
    strategist.post(address, {"rows": "values", "network": "", "column_0": "day", "column_1": "followers"})
    work()
    for network in ("vk", "ok"):
        strategist.post(address, {"network": network, "handle": "acme"})
        work()
    assert set(ColumnMapping.objects.get().mapping["of"]) == {"vk:acme", "ok:acme"}


def test_days_without_a_figure_are_no_answer(strategist):
    page = strategist.post(bring(strategist, UNKNOWN).url, {"rows": "values", "network": "vk", "column_0": "day"})
    assert "Days of an account need a column with figures" in words(page)


BESIDE = workbook(
    [["Пункт", "Оценка"], ["Лайки", 12]],
    [["Дата", "Ссылка", "Лайки"], ["01.09.2026", "https://vk.com/wall-1_1", 12]],
    names=["Сводка", "Публикации"],
)
NOTHING = {"rows": "post", "network": ""}


def test_a_table_of_which_every_column_is_left_out_is_left_out_beside_another(strategist):
    address = bring(strategist, BESIDE).url
    page = words(strategist.get(address))
    assert "Table «Сводка». These columns are new: Пункт, Оценка. Say what they mean." in page
    assert "A table of which no column is used is left out whole." in page
    strategist.post(address, NOTHING)
    work()
    page = words(strategist.get(address))
    assert "2 rows in the file 1 new 0 changed 0 unchanged 1 rejected" in page
    assert "The table was left out: nothing was said of what its columns hold." in page


def test_a_table_left_out_is_taken_in_after_all(strategist):
    address = bring(strategist, BESIDE).url
    strategist.post(address, NOTHING)
    work()
    change(strategist, address, table=1)
    assert "Table «Сводка». Say anew what the columns mean" in words(strategist.get(address))
    strategist.post(address, {"rows": "values", "network": "vk", "column_0": "", "column_1": "likes"})
    work()
    assert "One question first The file does not tell for certain whose account it is about." in words(strategist.get(address))


def test_of_a_table_alone_something_is_said(strategist):
    address = bring(strategist, UNKNOWN).url
    page = words(strategist.post(address, NOTHING))
    assert ("Say of at least one column what it holds." in page, "is left out whole" in page) == (True, False)


OF_NETWORKS = "Сеть,Кто,Аудитория\nTelegram,odin,300\nВКонтакте,dva,100\n"


def test_a_column_of_networks_is_guessed_named_and_remembered(strategist):
    address = bring(strategist, OF_NETWORKS, role="competitor").url
    form = strategist.get(address).context["form"]
    assert (form["column_0"].value(), dict(form.fields["column_0"].choices[1][1])["network"]) == (
        "network",
        "network of the account",
    )
    told = {"rows": "account", "network": "", "column_0": "network", "column_1": "account", "column_2": "followers"}
    strategist.post(address, told)
    work()
    bring(strategist, OF_NETWORKS.replace("Telegram", "OK"), role="competitor")
    accounts = [[f"{one['network']}:{one['handle']}" for one in i.summary["accounts"]] for i in Import.objects.order_by("pk")]
    assert accounts == [["telegram:odin", "vk:dva"], ["ok:odin", "vk:dva"]]


def test_dimensions_are_called_in_the_reader_s_language_where_they_are_guessed_and_where_their_values_stand(agency, strategist):
    agency.strategist.language = "ru"
    agency.strategist.save()
    address = bring(strategist, "Date,Page,Hearts\n2026-01-05,/a&b,7\n2026-01-05,/c,8\n").url
    asked = strategist.get(address)
    assert [column.value() for column in asked.context["form"].columns] == ["day", "by page", ""]
    assert '<option value="by page" selected>страница</option>' in asked.content.decode()
    told = {"rows": "values", "network": "website", "column_0": "day", "column_1": "by page", "column_2": "pageviews"}
    strategist.post(address, told)
    work()
    strategist.post(address, {"network": "website", "handle": "acme.example"})
    work()
    assert "страница Page" in words(strategist.get(address))
    strategist.post(f"{address}apply/")
    work()
    account = Account.objects.get()
    page = words(strategist.get(f"/values/accounts/{account.pk}/?metric=pageviews&starts_on=2026-01-05&slice=page=%252Fa%2526b"))
    assert "· страница: /a&amp;b" in page


def test_the_parts_of_a_table_are_explained_one_after_another_and_never_asked_for_their_network(strategist):
    text = "Неделя,Подписчики VK,Подписчики TG\n2026-10-05,10,20\n2026-10-12,11,21\n"
    address = bring(strategist, text).url
    for word, network in (("VK", "vk"), ("TG", "telegram")):
        page = strategist.get(address)
        assert f"Table «{word}». These columns are new: Неделя, Подписчики {word}." in words(page)
        assert 'name="network"' not in page.content.decode()
        for answer in ({"rows": "values", "column_0": "day", "column_1": "followers"}, {"network": network, "handle": "brand"}):
            strategist.post(address, answer)
            work()
    assert [mapping["fields"] for mapping in ColumnMapping.objects.order_by("pk").values_list("mapping", flat=True)] == [
        {"Неделя": "day", "Подписчики VK": "followers"},
        {"Неделя": "day", "Подписчики TG": "followers"},
    ]


@pytest.mark.parametrize(("title", "is_remembered"), [("", True), ("Plan for October\n", False)])
def test_an_answer_is_called_remembered_where_it_holds_for_later_files(strategist, title, is_remembered):
    table = f"{title}Date,Followers,Age\n2026-10-01,500,18-24\n2026-10-02,510,18-24\n"
    page = words(strategist.get(bring(strategist, table).url))
    assert ("Otherwise, dismiss the file." in page, "The answer is remembered" in page) == (True, is_remembered)


def test_a_column_without_a_name_is_not_asked_about_and_the_page_says_what_helps(strategist):
    address = bring(strategist, "Когда вышло,,Сердечки\n2026-01-05,3,7\n").url
    page = strategist.get(address)
    assert "A column without a name is not used. To use it, name it in the file and import the file again." in words(page)
    assert [name for name in page.context["form"].fields if name.startswith("column_")] == ["column_0", "column_2"]
    strategist.post(address, POSTS | {"network": "vk", "column_1": "views", "column_2": "likes"})
    (told,) = Import.objects.get().options["columns_by_signature"].values()
    assert told["fields"] == {"Когда вышло": "published_at", "Сердечки": "likes"}
