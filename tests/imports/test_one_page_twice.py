"""One page under two names: an account whose new posts another one of its network has already."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from django.utils import translation

from smmstrategy.agency.forms import TrackingForm
from smmstrategy.clients.models import Account
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.imports import labels, queries
from smmstrategy.metrics.models import Post
from smmstrategy.metrics.records import PostRecord
from tests.imports.forms_of_files import accounts
from tests.imports.test_actions import apply, brought, taken  # noqa: F401

MAY = 1777582800  # 1 May 2026, midnight in Moscow
OFTEN = 3 * 86400  # seconds from one post to the next
SAID = (
    "telegram:1234567 has the posts of telegram:acmechan already: if they are one page, these count twice. Name telegram:1234567 "
    "(--account NETWORK:HANDLE), or take one of the two off the list."
)


def desktop(numbers: Iterable[int]) -> str:
    """Telegram Desktop's export of messages at noon and thirty seconds, on 1 May, 4 May and so on."""
    at = {n: str(MAY + 12 * 3600 + 30 + OFTEN * (n - 1)) for n in numbers}
    messages = [{"id": n, "type": "message", "date_unixtime": when, "text": f"post {n}"} for n, when in at.items()]
    return json.dumps({"name": "Acme", "type": "public_channel", "id": 1234567, "messages": messages})


def table(numbers: range, address: str = "https://t.me/acmechan/{}", clock: str = "12:00") -> str:
    """A table of the first of these posts, on the same days at that minute."""
    rows = [f"2026-05-{3 * n - 2:02} {clock},{address.format(n)},post {n},100,5\n" for n in numbers]
    return "Date,Link,Text,Views,Reactions\n" + "".join(rows)


def warnings(import_) -> list[str]:
    with translation.override("en"):
        return [warning for warning in queries.preview(import_)["warnings"] if "one page" in warning]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vk:public606", "vk:club606"),
        ("vk:606", "vk:https://vk.com/public606"),
        ("website:www.site.ru", "website:http://Site.ru/blog"),
        ("ok:5512345", "ok:group/5512345"),
        ("facebook:100064", "facebook:profile.php?id=100064"),
    ],
)
def test_days_of_one_page_in_two_spellings_are_one_account_s(import_export, tmp_path, one, other):
    file = tmp_path / "days.csv"
    file.write_text("Дата;Подписчики;Визиты\n2026-05-01;100;7\n2026-05-02;101;8\n")
    told = [import_export(file, "--account", name, "--role", "competitor") for name in (one, other)]
    assert [(summary["new"], summary["unchanged"]) for summary in told] == [(2, 0), (0, 2)]
    assert Account.objects.count() == 1


@pytest.mark.parametrize(("told", "kept"), [("606", "club606"), ("-606", "club606"), ("id606", "id606")])
def test_the_page_of_a_bare_number_is_the_community_to_form_command_and_file(import_export, tmp_path, told, kept):
    days, wall = tmp_path / "days.csv", tmp_path / "wall.csv"
    days.write_text("Дата;Подписчики;Визиты\n2026-05-01;100;7\n")
    wall.write_text("Ссылка;Дата;Лайки\nhttps://vk.com/wall-606_1;2026-05-01;7\nhttps://vk.com/wall606_2;2026-05-02;8\n")
    import_export(days, "--account", f"vk:{told}")
    import_export(wall, "--role", "own")
    form = TrackingForm({"network": "vk", "handle": told, "role": "own"})
    assert (form.is_valid(), form.cleaned_data["handle"]) == (True, kept)
    assert list(Account.objects.values_list("handle", flat=True)) == ["club606", "id606"]
    assert Account.objects.get(handle=kept).posts.count() == 1


def test_a_row_of_a_list_names_an_account_of_its_own_network_alone(understood):
    listed = "Username,Followers,Link\nhttps://vk.com/public7,5,\nhttps://youtube.com/@x,6,\nКофе,7,https://t.me/x\n"
    found = understood(listed, account="vk:any")
    assert (accounts(found), [row for row, _reason in found["rejected"]]) == (["vk:club7", "vk:Кофе"], ["3"])


OF_77 = "Аккаунт;Ссылка;Дата;Классы\n{};https://ok.ru/group/77/topic/1;2026-05-01;7\n{};https://ok.ru/profile/77/statuses/1;2026-05-01;8\n"


@pytest.mark.parametrize("called", [("", ""), ("77", "77"), ("https://ok.ru/group/77", "ok.ru/profile/77")])
def test_a_group_and_a_person_of_odnoklassniki_under_one_number_are_two(understood, called):
    assert accounts(understood(OF_77.format(*called))) == ["ok:77", "ok:profile77"]


def test_a_list_takes_a_bare_number_for_a_person_s_where_the_address_says_so(understood):
    listed = "Username,Followers,Link\n606,5,https://vk.com/id606\n607,6,https://vk.com/club607\n"
    assert accounts(understood(listed, account="vk:any")) == ["vk:id606", "vk:club607"]
    listed = "Username,Followers,Link\n606,5,https://ok.ru/profile/606\n607,6,https://ok.ru/group/607\n"
    assert accounts(understood(listed, account="ok:any")) == ["ok:profile606", "ok:607"]


def test_a_new_account_with_the_posts_of_another_is_said_to_be_perhaps_the_same(brought, taken, agency):  # noqa: F811
    taken(desktop(range(1, 7)), "result.json")
    shown = brought(table(range(1, 7)), "tgstat.csv", role="own")
    assert warnings(shown) == [SAID]
    assert warnings(apply(shown, agency)) == [SAID]
    assert warnings(brought(table(range(1, 7)), "again.csv")) == []  # the account is there by now
    told = [labels.on_a_page(warning) for warning in queries.preview(shown)["warnings"]]
    assert (
        "У Telegram: 1234567 уже есть публикации Telegram: acmechan: если это одна страница, они считаются дважды. "
        "Укажите Telegram: 1234567 или уберите один из двух аккаунтов из списка."
    ) in told


@pytest.mark.parametrize(
    ("stored", "text", "is_said"),
    [
        (range(1, 6), table(range(1, 6)), True),
        (range(1, 5), table(range(1, 5)), False),  # four posts
        ([1, 2, 3, 4, 10], table(range(1, 11)), True),  # five of ten
        ([1, 2, 3, 4, 11], table(range(1, 12)), False),  # five of eleven
        (range(1, 6), table(range(1, 12)), True),  # all five of the days of which both have posts
        (range(1, 7), table(range(1, 7), clock="12:01"), False),
        (range(2, 8), table(range(1, 7)), True),  # five of six
        (range(1, 7), table(range(1, 7), "https://vk.com/wall-5_{}"), False),
        (range(1, 7), table(range(1, 7), "https://t.me/acmechan"), False),  # no number tells its posts
    ],
)
def test_it_is_so_where_half_of_its_posts_and_five_have_their_numbers_and_minutes(brought, taken, stored, text, is_said):  # noqa: F811
    taken(desktop(stored), "result.json")
    assert bool(warnings(brought(text, "posts.csv"))) is is_said


META = "Post ID,Account username,Publish time,Permalink,Views\n"
STUDIO = "Content,Video title,Video publish time,Views\n"


def instagram(name: str, numbers: range) -> str:
    rows = [f"1826060{n:010},{name},05/{n:02}/2026 12:00,https://www.instagram.com/p/C{n}/,100\n" for n in numbers]
    return META + "".join(rows)


def test_keys_that_no_two_posts_of_a_network_share_are_enough_in_the_days_both_have(brought, taken):  # noqa: F811
    taken(instagram("oldname", range(1, 21)), "old.csv")
    said = "instagram:oldname has the posts of instagram:newname already"
    assert [text[: len(said)] for text in warnings(brought(instagram("newname", range(14, 32)), "new.csv"))] == [said]
    assert warnings(brought(instagram("newname", range(17, 32)), "new.csv")) == []  # four


def test_videos_of_a_day_without_a_time_are_told_by_their_keys(brought, taken):  # noqa: F811
    videos = STUDIO + "".join(f'abcdefghi{n:02},A video,"May {n}, 2026",10\n' for n in range(10, 15))
    taken(videos, "Content.csv", account="youtube:one")
    assert len(warnings(brought(videos, "Content.csv", account="youtube:two"))) == 1


def test_accounts_that_are_both_there_are_asked_of_the_posts_new_to_one(brought, taken):  # noqa: F811
    taken(instagram("oldname", range(1, 11)), "old.csv")
    taken(instagram("newname", range(21, 31)), "new.csv", role="own")
    assert warnings(brought(instagram("newname", range(11, 31)), "new.csv")) == []
    assert len(warnings(brought(instagram("newname", range(6, 31)), "new.csv"))) == 1


WALL = "Дата;Ссылка;Лайки\n2026-05-01;https://vk.com/wall-1007_1;5\n2026-05-02;https://vk.com/wall-1007_2;6\n"
INSIGHTS = "Post ID,Permalink,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions\n" + "".join(
    f"555_{n},https://www.facebook.com/{{page}}/posts/{n},05/{n:02}/2026 10:00,5,7\n" for n in range(20, 22)
)
DAYS = "Дата;Подписчики;Визиты\n2026-05-01;100;7\n2026-05-02;101;8\n"
NUMBERS = [("vk", WALL, "club1007"), ("facebook", INSIGHTS.format(page="acme"), "555")]


@pytest.mark.parametrize(("network", "posts", "number"), NUMBERS)
def test_days_under_the_number_of_a_wall_go_to_the_account_whose_posts_stand_on_it(brought, taken, network, posts, number):  # noqa: F811
    taken(posts, account=f"{network}:acme")
    shown = brought(DAYS, "days.csv", account=f"{network}:{number}")
    said = f"The posts of {number} stand on the same wall as those of acme: it is one page, and its rows went to acme."
    assert (warnings(shown), shown.summary["accounts"][0]["handle"]) == ([said], "acme")


@pytest.mark.parametrize(("network", "posts", "number"), NUMBERS)
def test_posts_on_the_wall_of_an_account_s_number_go_to_it_though_it_has_days_alone(brought, taken, agency, network, posts, number):  # noqa: F811
    taken(DAYS, "days.csv", account=f"{network}:{number}")
    shown = brought(posts, account=f"{network}:acme")
    said = f"The posts of acme stand on the same wall as those of {number}: it is one page, and its rows went to {number}."
    assert (warnings(shown), shown.summary["accounts"][0]["handle"]) == ([said], number)
    apply(shown, agency)
    page = Account.objects.get()
    assert (page.handle, page.posts.count(), page.observations.exists()) == (number, 2, True)


OTHERS = [("vk", WALL, "club1008"), ("vk", WALL, "id1007"), ("facebook", INSIGHTS.format(page="acme"), "556")]


@pytest.mark.parametrize(("network", "posts", "other"), OTHERS)
def test_posts_on_another_wall_than_that_of_an_account_s_number_are_another_page_s(taken, network, posts, other):  # noqa: F811
    taken(DAYS, "days.csv", account=f"{network}:{other}")
    assert warnings(taken(posts, account=f"{network}:acme")) == []
    told = {account.handle: (account.posts.count(), account.observations.exists()) for account in Account.objects.all()}
    assert told == {other: (0, True), "acme": (2, False)}


def test_posts_of_several_walls_do_not_go_to_the_account_that_is_called_by_one_of_them(taken):  # noqa: F811
    taken(DAYS, "days.csv", account="vk:club1007")
    rows = "Аккаунт;Дата;Ссылка;Лайки\n" + "".join(
        f"acme;2026-05-0{n};https://vk.com/wall-{wall}_{n};5\n" for n, wall in [(1, 1007), (2, 1007), (3, 1008)]
    )
    taken(rows, role="own")
    assert {account.handle: account.posts.count() for account in Account.objects.all()} == {"club1007": 0, "acme": 3}


def test_of_two_accounts_of_a_wall_posts_go_to_the_one_that_has_posts_on_it(taken, agency):  # noqa: F811
    taken(WALL, account="vk:acme")
    Account.objects.create(client=agency.a, network="vk", handle="club1007")
    taken(WALL, account="vk:acme_new")
    assert {account.handle: account.posts.count() for account in Account.objects.all()} == {"club1007": 0, "acme": 2}


@pytest.mark.parametrize(("network", "posts", "number"), NUMBERS)
def test_posts_of_an_account_beside_the_one_of_its_wall_s_number_are_said_to_count_twice(
    brought,  # noqa: F811
    taken,  # noqa: F811
    agency,
    network,
    posts,
    number,
):
    Account.objects.create(client=agency.a, network=network, handle="acme")
    taken(DAYS, "days.csv", account=f"{network}:{number}")
    said = (
        f"The posts of {network}:acme stand on the wall of {network}:{number}: if they are one page, its figures count twice. "
        f"Name {network}:{number} (--account NETWORK:HANDLE), or take one of the two off the list."
    )
    assert warnings(brought(posts, account=f"{network}:acme")) == [said]


def test_an_account_without_figures_counts_nothing_twice(brought, agency):  # noqa: F811
    for handle in ("acme", "club1007"):
        Account.objects.create(client=agency.a, network="vk", handle=handle)
    assert warnings(brought(WALL, account="vk:acme")) == []


@pytest.mark.parametrize(("network", "posts", "number"), NUMBERS)
def test_days_of_an_account_beside_the_one_on_its_wall_are_said_to_count_twice(brought, taken, agency, network, posts, number):  # noqa: F811
    taken(posts, account=f"{network}:acme")
    Account.objects.create(client=agency.a, network=network, handle=number)
    (said,) = warnings(brought(DAYS, "days.csv", account=f"{network}:{number}"))
    assert said.startswith(f"{network}:acme has the posts of {network}:{number} already: if they are one page")


@pytest.mark.parametrize(("network", "posts", "number"), NUMBERS)
def test_the_form_says_that_the_page_of_a_number_is_on_the_list_under_its_name(taken, agency, signed_in, network, posts, number):  # noqa: F811
    taken(posts, account=f"{network}:acme")
    fields = {"network": network, "handle": number, "name": "", "role": "own", "group": "", "url": ""}
    page = signed_in(agency.strategist).post("/brands/brand-a/accounts/new/", fields)
    (said,) = page.context["form"].errors["handle"]
    assert said.startswith("“acme” is on the list already (own). Nothing was changed. Its posts stand on the wall of ")
    assert Account.objects.count() == 1


def test_posts_of_another_client_tell_nothing(brought, agency):  # noqa: F811
    theirs = Account.objects.create(client=agency.b, network="telegram", handle="1234567")
    days = [datetime(2026, 5, 3 * n - 2, 9, tzinfo=UTC) for n in range(1, 7)]
    posts = [PostRecord(key=str(n), metrics={}, published_at=day) for n, day in enumerate(days, 1)]
    record(theirs, posts=posts, source="import", collected_at=datetime(2026, 6, 1, tzinfo=UTC))
    assert warnings(brought(table(range(1, 7)), "tgstat.csv")) == []


def test_whoever_names_the_account_has_it_once_whichever_file_came_first(taken):  # noqa: F811
    taken(desktop(range(1, 7)), "result.json")
    taken(table(range(1, 7)), "tgstat.csv", account="telegram:1234567")
    assert (Account.objects.get().handle, Post.objects.count()) == ("1234567", 6)


def test_the_export_goes_to_the_channel_that_the_table_named(brought, taken):  # noqa: F811
    taken(table(range(1, 7)), "tgstat.csv")
    assert warnings(brought(desktop(range(1, 7)), "result.json"))
    taken(desktop(range(1, 7)), "again.json", account="telegram:acmechan")
    assert (Account.objects.get().handle, Post.objects.count()) == ("acmechan", 6)


@pytest.mark.parametrize("name", ["acmechan", "profile2024", "club55"])
def test_a_name_is_not_that_of_an_account_named_otherwise(understood, name):
    found = understood(table(range(1, 3), f"https://t.me/{name}/{{}}"), account="telegram:other")
    assert accounts(found) == [f"telegram:{name}"]


def test_only_a_number_loses_the_fraction_that_a_spreadsheet_gave_it(understood):
    days = "Дата;Аккаунт;Подписчики\n01.05.2026;@{0};50\n02.05.2026;@{0};51\n"
    assert accounts(understood(days.format("shop2.0"), "instagram.csv")) == ["instagram:shop2.0"]
    listed = "Username,Followers,Link\n606.0,5,https://vk.com/id606\n607.0,6,https://vk.com/club607\n"
    assert accounts(understood(listed, account="vk:any")) == ["vk:id606", "vk:club607"]


def test_a_page_of_facebook_is_one_under_both_of_its_hosts(understood):
    rows = "https://fb.com/acme;https://{0}/acme/posts/1;2026-05-01;7\nhttps://fb.com/acme;https://{0}/watch/?v=123;2026-05-02;8\n"
    for host in ("facebook.com", "fb.com"):
        assert accounts(understood("Аккаунт;Ссылка;Дата;Лайки\n" + rows.format(host))) == ["facebook:acme"]
