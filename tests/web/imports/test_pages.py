"""An import on its pages: brought, looked at, asked about, written once, taken back; and who may."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from smmstrategy.clients.models import Membership, Tracking
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Import, Post
from tests.imports.forms_of_files import workbook
from tests.web.conftest import track
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db
POSTS = "Дата публикации;Ссылка;Текст;Просмотры;Лайки\n05.03.2026 12:30;https://t.me/brand/1;A;100;5\n15.03.2026 9:00;https://t.me/brand/2;B;200;7\nзавтра;https://t.me/brand/3;C;1;1\n"
UNKNOWN = "Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n"
ORDERS = [
    "day first: 05/08 is 5 August (03/04/2026 — 3 April 2026, 05/06/2026 — 5 June 2026)",
    "month first: 05/08 is May 8 (03/04/2026 — 4 March 2026, 05/06/2026 — 6 May 2026)",
]
DAYS = "Date,Followers\n03/04/2026,10\n05/06/2026,20\n"


def test_from_upload_to_preview_to_numbers(agency, strategist):
    answer = bring(strategist, POSTS)
    import_ = Import.objects.get()
    assert answer.url == f"/imports/{import_.pk}/"
    page = words(strategist.get(answer.url))
    assert "3 rows in the file 2 new 0 changed 0 unchanged 1 rejected" in page
    assert "«завтра» is not a date. 1 4 " in page
    assert "new account Telegram · brand · own posts known: 1 March 2026 – 15 March 2026" in page
    assert "Of these days the file is taken to know every post: a day without one counts as silent. They run from its first" in page
    assert "on to the edge of the month where that is near, unless days were named. Rows that are not" in page
    assert "taken may be posts of these days, so that some may be missing. If it is of other days" in page
    assert Post.objects.count() == 0
    assert strategist.post(f"/imports/{import_.pk}/apply/").url == f"/imports/{import_.pk}/"
    assert "The numbers are being written" in words(strategist.get(answer.url))
    work()
    assert "The numbers are in." in words(strategist.get(answer.url))
    assert Post.objects.count() == 2
    assert Entry.objects.get(verb="applied").actor == agency.strategist


def test_dates_are_shown_as_they_were_understood_beside_what_the_file_says(strategist):
    page = words(strategist.get(bring(strategist, "Date,Followers,Followers\n03/04/2026,1,9\n03/25/2026,2,9\n").url))
    assert "2 4 March 2026 03/04/2026 1 9 3 25 March 2026 03/25/2026 2 9" in page
    assert "Followers Followers not used Followers" in page


def test_each_network_s_part_of_a_table_stands_under_its_name_there(strategist):
    page = words(strategist.get(bring(strategist, "Date,VK followers,Telegram followers\n2026-03-04,1,9\n").url))
    row = "Row day of the values Date Followers"
    vk = f"VK 1 / 1 {row} VK followers B2 4 March 2026 2026-03-04 1"
    assert f"{vk} Telegram 1 / 1 {row} Telegram followers C2 4 March 2026" in page


def test_rows_that_are_not_taken_stand_under_their_reasons(strategist):
    bad = "вчера;https://t.me/brand/3;C;1;1\n"
    worse = "06.03.2026;https://t.me/brand/4;D;1;много\n"
    page = words(strategist.get(bring(strategist, POSTS + bad * 12 + worse).url))
    assert "Rows that are not taken 14 Why Rows The first of them «завтра, вчера» is not a date. 13 4, 5, 6, 7, 8, 9, 10" in page
    assert "10, 11, 12, 13, … «много» in the column «Лайки» is not a number it can hold. 1 17" in page


def test_a_column_that_is_left_out_stands_under_no_metric(strategist):
    head = "Content,Video title,Video publish time,Views,Watch time (hours),Your estimated revenue (USD)\n"
    address = bring(strategist, f'{head}aaaaaaaaaa1,A,"Mar 4, 2026",5,1.5,7.5\n').url
    assert strategist.get(address).context["form"]["network"].value() == "youtube"
    strategist.post(address, {"network": "youtube", "handle": "brand"})
    work()
    page = words(strategist.get(address))
    assert "not used Your estimated revenue (USD)" in page
    assert ("4 March 2026 Mar 4, 2026" in page, "Watch time 1:30:00" in page) == (True, True)


@pytest.mark.parametrize("who", ["owner", "manager", "strategist"])
def test_whoever_works_for_the_client_brings_files(agency, signed_in, who):
    browser = signed_in(getattr(agency, who))
    address = bring(browser, POSTS).url
    assert "2 new" in words(browser.get(address))
    browser.post(f"{address}apply/")
    work()
    assert "The numbers are in." in words(browser.get(address))


def test_a_telegram_export_is_shown_by_name_and_without_columns(agency, strategist):
    message = {"id": 1, "type": "message", "date_unixtime": "1772700000", "text": "Hello", "reactions": [{"count": 3}]}
    channel = {"name": "Brand", "type": "public_channel", "id": 77, "messages": [message]}
    address = bring(strategist, json.dumps(channel), role="own").url
    page = words(strategist.get(address))
    assert "Telegram Desktop, export of a channel" in page
    assert "1 row in the file 1 new" in page


def test_a_preview_that_no_longer_holds_is_shown_anew_instead_of_applied(strategist):
    bring(strategist, POSTS, POSTS.replace(";100;5", ";150;5"))
    first, second = Import.objects.order_by("pk")
    for import_ in (first, second):
        strategist.post(f"/imports/{import_.pk}/apply/")
        work()
    page = words(strategist.get(f"/imports/{second.pk}/"))
    assert "0 new 1 changed 1 unchanged" in page
    assert "Something has changed since this was shown" in page
    assert [i.status for i in Import.objects.order_by("pk")] == ["applied", "previewed"]
    strategist.post(f"/imports/{second.pk}/apply/")
    work()
    assert Import.objects.get(pk=second.pk).status == "applied"


def test_a_correction_shows_which_values_change_and_from_what(strategist):
    days = "Date,Followers,Reach\n2026-03-04,10,1200\n2026-03-05,20,50\n"
    bring(strategist, POSTS)
    strategist.post(f"/imports/{Import.objects.get().pk}/apply/")
    work()
    page = words(strategist.get(bring(strategist, POSTS.replace(";100;5", ";1150;5")).url))
    assert "What would change Of what Metric Now Would be https://t.me/brand/1 Views 100 1,150 The first values" in page
    for text in (days, days.replace("10,1200", "12,1300")):
        address = bring(strategist, text).url
        strategist.post(address, {"network": "vk", "handle": "acme"})
        work()
        page = words(strategist.get(address))
        strategist.post(f"{address}apply/")
        work()
    assert "acme · 4 March 2026 Followers 10 12 acme · 4 March 2026 Account reach 1,200 1,300 The first values" in page
    assert "What would change" not in words(strategist.get(address))


def test_a_double_click_applies_once(strategist):
    bring(strategist, POSTS)
    address = f"/imports/{Import.objects.get().pk}/apply/"
    strategist.post(address)
    strategist.post(address)
    assert Job.objects.filter(payload__step="apply").count() == 1
    work()
    page = strategist.post(address, follow=True)
    assert "The import has moved on meanwhile." in words(page)
    assert Entry.objects.filter(verb="applied").count() == 1


def test_the_order_of_dates_and_the_account_are_asked(agency, strategist):
    address = bring(strategist, DAYS).url
    assert Import.objects.get().question["asks"] == "account"
    page = strategist.post(address, {"network": "", "handle": "brand"})
    assert "Say in which network the account is." in words(page)
    strategist.post(address, {"network": "", "handle": "https://vk.com/brand"})
    work()
    assert Import.objects.get().options == {"account": "vk:brand"}
    page = strategist.get(address)
    assert "Which comes first?" in words(page)
    choices = re.findall(r'<input type="radio"[^>]* name="date_order"[^>]*>', page.content.decode())
    assert (len(choices), [choice for choice in choices if "checked" in choice]) == (2, [])
    assert [label for _value, label in page.context["form"].fields["date_order"].choices] == ORDERS
    strategist.post(address, {"network": "vk", "handle": "brand", "date_order": "mdy"})
    work()
    assert Import.objects.get().summary["days"] == ["2026-03-04", "2026-05-06"]


def test_of_dates_in_both_orders_it_is_said_how_many_either_leaves_unread(strategist):
    days = "Date,Permalink,Views\n" + "".join(
        f"{day}/2026,https://vk.com/wall-1_{n},5\n" for n, day in enumerate(["13/05", "05/14", "05/15", "03/04"])
    )
    page = strategist.get(bring(strategist, days).url)
    assert "Some dates can be read with the day first alone, others with the month first alone" in words(page)
    assert [label for _value, label in page.context["form"].fields["date_order"].choices] == [
        "month first: 05/08 is May 8 (03/04/2026 — 4 March 2026); 1 date cannot be read so",
        "day first: 05/08 is 5 August (03/04/2026 — 3 April 2026); 2 dates cannot be read so",
    ]


def test_the_brand_s_accounts_are_there_to_choose_from(agency, strategist):
    track(agency.brand_a, "vk", "brand")
    track(agency.brand_a, "ok", "brand.ok")
    address = bring(strategist, DAYS).url
    known = strategist.get(address).context["form"].fields["known"].choices
    assert known[:-1] == [("ok:brand.ok", "Odnoklassniki: brand.ok"), ("vk:brand", "VK: brand")]
    assert "Choose an account or name another one." in words(strategist.post(address, {"known": ""}))
    strategist.post(address, {"known": "vk:brand"})
    work()
    assert Import.objects.get().options == {"account": "vk:brand"}


def test_a_page_that_a_title_mentions_is_there_to_choose(strategist):
    address = bring(strategist, workbook([["VK, канал @acme"], [], ["Дата", "Подписчики"], ["2026-03-04", 10]])).url
    known = strategist.get(address).context["form"].fields["known"].choices
    assert known == [("vk:acme", "VK: acme"), ("", "another one, named in the field “Account”")]


def test_accounts_of_several_networks_are_asked_for_at_once(agency, strategist):
    for network in ("vk", "telegram"):
        for handle in ("brand", "other"):
            track(agency.brand_a, network, handle)
    sheet = [["Date", "Followers"], ["2026-03-04", 10]]
    file = SimpleUploadedFile("book.xlsx", workbook(sheet, sheet, names=("VK", "Telegram")))
    address = strategist.post("/clients/client-a/imports/", {"brand": "brand-a", "role": "own", "files": [file]}).url
    work()
    form = strategist.get(address).context["form"]
    assert [field.name for field in form.asked] == ["of_vk", "another_in_vk", "of_telegram", "another_in_telegram"]
    assert [[name for name, _label in form.fields[field].choices] for field in ("of_vk", "of_telegram")] == [
        ["vk:brand", "vk:other", ""],
        ["telegram:brand", "telegram:other", ""],
    ]
    strategist.post(address, {"of_vk": "vk:other", "of_telegram": "telegram:brand"})
    work()
    accounts = Import.objects.get().summary["accounts"]
    assert [(account["network"], account["handle"]) for account in accounts] == [("vk", "other"), ("telegram", "brand")]


def test_beside_a_question_the_rest_can_be_read_differently(strategist):
    page = strategist.get(bring(strategist, DAYS).url)
    assert 'name="time_zone"' in page.content.decode()


def test_files_of_a_competitor_are_tracked_as_such(agency, strategist):
    bring(strategist, POSTS, role="competitor")
    strategist.post(f"/imports/{Import.objects.get().pk}/apply/")
    work()
    assert Tracking.objects.get(brand=agency.brand_a).role == "competitor"


def test_several_files_are_several_imports(strategist):
    answer = bring(strategist, POSTS, UNKNOWN, DAYS)
    assert answer.url == "/clients/client-a/imports/"
    page = words(strategist.get(answer.url))
    assert ("3 files are being read." in page, Import.objects.count()) == (True, 3)


def test_no_file_is_said_plainly(strategist):
    assert "Choose at least one file." in words(bring(strategist))
    assert Import.objects.count() == 0


def test_an_empty_file_is_refused_by_name_and_does_not_hold_up_the_others(strategist):
    bring(strategist, POSTS, "")
    assert [(i.file_name, i.status) for i in Import.objects.order_by("pk")] == [
        ("export1.csv", "previewed"),
        ("export2.csv", "refused"),
    ]
    assert "The file is empty." in words(strategist.get(f"/imports/{Import.objects.latest('pk').pk}/"))


def test_a_file_that_is_no_table_is_refused_with_a_way_out(strategist):
    address = bring(strategist, "%PDF-1.4 not a table").url
    page = words(strategist.get(address))
    assert "This is a PDF file, not a table." in page
    assert "Import another file" in page


def test_what_a_worker_gave_up_can_be_tried_again(strategist):
    address = bring(strategist, POSTS, worked=False).url
    Job.objects.update(status=Job.Status.FAILED, error="RuntimeError: the disk went away")
    assert "the disk went away" in words(strategist.get(address))
    strategist.post(f"{address}again/")
    work()
    assert Import.objects.get().status == Import.Status.PREVIEWED


@pytest.mark.parametrize(
    ("who", "status"),
    [("owner", 200), ("manager", 200), ("strategist", 200), ("client_user", 404), ("stranger", 404), ("removed", 404)],
)
def test_who_sees_imports(agency, signed_in, strategist, who, status):
    address = bring(strategist, POSTS).url
    browser = signed_in(getattr(agency, who))
    assert [browser.get(a).status_code for a in ("/clients/client-a/imports/", address)] == [status] * 2
    if status == 404:
        assert [browser.post(f"{address}{act}/").status_code for act in ("apply", "undo", "again")] == [404] * 3


def test_a_strategist_elsewhere_who_is_a_client_here_may_not(agency, signed_in, strategist):
    Membership.objects.create(user=agency.stranger, client=agency.a, role=Membership.Role.CLIENT)
    address = bring(strategist, POSTS).url
    browser = signed_in(agency.stranger)
    assert browser.get("/clients/client-a/imports/").status_code == 403
    assert browser.get(address).status_code == 404


def test_pages_ask_the_database_a_fixed_number_of_times(agency, strategist, django_assert_num_queries):
    track(agency.brand_a, "vk", "brand")
    address = bring(strategist, POSTS, UNKNOWN, DAYS).url
    with django_assert_num_queries(15):
        strategist.get(address)
    with django_assert_num_queries(12):
        strategist.get(f"/imports/{Import.objects.first().pk}/")


def test_of_a_file_whose_rows_were_all_rejected_it_is_said_that_nothing_was_taken(strategist):
    address = bring(strategist, POSTS.splitlines()[0] + "\nвчера;https://t.me/brand/3;C;1;1\n").url
    strategist.post(f"{address}apply/")
    work()
    page = words(strategist.get(address))
    assert ("Nothing was taken. Every row was rejected; the reasons stand below." in page, "numbers are in" in page) == (
        True,
        False,
    )
