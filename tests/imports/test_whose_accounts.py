"""Accounts of imports: made where nobody knew them, found again under another name, forgotten once nobody speaks of them."""

import pytest

from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Observation, Post, PostObservation
from tests.imports.test_actions import POSTS, taken  # noqa: F401

WALLED = (
    "Date,Author,Link,Likes\n2026-03-04,{name},https://vk.com/wall-1_1,{likes}\n2026-03-05,{name},https://vk.com/wall{wall}_2,2\n"
)


def test_undo_forgets_the_accounts_only_this_import_knew(taken, agency):  # noqa: F811
    known = Account.objects.create(client=agency.a, network="vk", handle="known")
    listed = "Username,Followers,Link\nknown,5,https://vk.com/known\nnew,6,https://vk.com/new\nkept,7,https://vk.com/kept\n"
    import_ = taken(listed, role="competitor")
    Tracking.objects.filter(account__handle="kept").update(group="A competitor")
    actions.undo(import_, by=agency.strategist)
    assert set(Account.objects.values_list("handle", flat=True)) == {known.handle, "kept"}


def test_undo_forgets_an_account_that_an_import_undone_before_has_made(taken, agency):  # noqa: F811
    first, second = taken(POSTS.format(views=200)), taken(POSTS.format(views=200))
    actions.undo(first, by=agency.strategist)
    assert Account.objects.get().handle == "brand"
    actions.undo(second, by=agency.strategist)
    assert Account.objects.count() == 0


def test_undo_keeps_an_account_without_figures_that_another_list_names(taken, agency):  # noqa: F811
    listed = "Username,Followers,Link\nnew,,https://vk.com/new\nother,5,https://vk.com/other\n"
    first, second = (taken(listed, name, role="competitor") for name in ("a.csv", "b.csv"))
    actions.undo(first, by=agency.strategist)
    assert set(Account.objects.values_list("handle", flat=True)) == {"new", "other"}
    actions.undo(second, by=agency.strategist)
    assert Account.objects.count() == 0


def test_undo_keeps_an_account_that_a_person_has_made_since_an_import_did(taken, agency):  # noqa: F811
    actions.undo(taken(POSTS.format(views=200)), by=agency.strategist)
    Account.objects.create(client=agency.a, network="telegram", handle="brand")
    actions.undo(taken(POSTS.format(views=200)), by=agency.strategist)
    assert Account.objects.get().handle == "brand"


def test_undo_takes_back_why_the_brand_looks_at_an_account_of_another_brand(taken, agency):  # noqa: F811
    agency.brand_b = agency.brand_a
    agency.brand_a = Brand.objects.create(client=agency.a, name="Beta", slug="beta")
    taken(POSTS.format(views=200))
    agency.brand_a = agency.brand_b
    first, second = (taken(POSTS.format(views=views)) for views in (300, 400))
    assert Tracking.objects.filter(account__handle="brand").count() == 2
    actions.undo(first, by=agency.strategist)
    assert Tracking.objects.count() == 2
    actions.undo(second, by=agency.strategist)
    assert (Tracking.objects.get().brand.slug, Account.objects.get().handle) == ("beta", "brand")
    entry = Entry.objects.get(verb="untracked")
    assert (entry.actor, entry.before["role"], entry.before["handle"]) == (agency.strategist, "own", "brand")


@pytest.mark.parametrize("change", [{"role": "competitor"}, {"group": "Beta"}])
def test_undo_keeps_why_the_brand_looks_at_an_account_where_a_person_has_said_more_of_it(taken, agency, change):  # noqa: F811
    account = Account.objects.create(client=agency.a, network="telegram", handle="brand")
    import_ = taken(POSTS.format(views=200))
    Tracking.objects.update(**change)
    actions.undo(import_, by=agency.strategist)
    assert Tracking.objects.get().account == account


def test_rows_of_a_renamed_page_go_to_its_account_where_the_numbers_of_its_posts_tell(taken):  # noqa: F811
    taken(WALLED.format(name="acme", likes=1, wall=-1))
    renamed = taken(WALLED.format(name="acme_old", likes=5, wall=-1))
    assert (Account.objects.get().handle, queries.preview(renamed)["accounts"][0]["handle"]) == ("acme", "acme")
    assert PostObservation.objects.get(post__key="-1_1").value == 5
    said = "Публикации acme_old стоят на той же стене, что и публикации acme: это одна страница, и её строки отнесены к acme."
    assert said in queries.preview(renamed)["warnings"]


def test_posts_of_several_walls_tell_nothing_of_whose_page_it_is(taken):  # noqa: F811
    taken(WALLED.format(name="acme", likes=1, wall=-1))
    taken(WALLED.format(name="other", likes=5, wall=-2), role="own")
    assert set(Account.objects.values_list("handle", flat=True)) == {"acme", "other"}


LINKED = "Дата;Ссылка;Лайки\n2026-10-01;https://vk.com/wall-{0}_1;5\n2026-10-02;https://vk.com/wall-{1}_2;6\n2026-10-03;;7\n"


def keys_of(handle: str) -> set[str]:
    """The numbers of its posts, those without a link left out."""
    return set(Post.objects.filter(account__handle=handle, key__startswith="-").values_list("key", flat=True))


@pytest.mark.parametrize("named", ["acme", "ACME"])
def test_rows_of_another_wall_than_that_of_the_page_named_go_to_an_account_of_their_own(taken, named):  # noqa: F811
    taken(LINKED.format(5001, 5001), account="vk:acme")
    other = taken(LINKED.format(5002, 5002), account=f"vk:{named}", role="own")
    assert (keys_of("acme"), keys_of("club5002")) == ({"-5001_1", "-5001_2"}, {"-5002_1", "-5002_2"})
    said = "Строки называют другой аккаунт, чем назвали вы (vk:club5002): они отнесены к тому, который назван в них."
    assert [warning.startswith(said) for warning in queries.preview(other)["warnings"]].count(True) == 1


def test_rows_of_the_wall_of_the_page_named_stay_with_it_beside_those_of_another_wall(taken):  # noqa: F811
    taken(LINKED.format(5001, 5001), account="vk:acme")
    taken(LINKED.format(5002, 5001), account="vk:acme", role="own")
    assert (keys_of("acme"), keys_of("club5002")) == ({"-5001_1", "-5001_2"}, {"-5002_1"})


def test_a_wall_that_was_brought_by_mistake_and_taken_back_says_nothing_of_the_page_named(taken, agency):  # noqa: F811
    actions.undo(taken(LINKED.format(5001, 5001), account="vk:acme"), by=agency.strategist)
    taken(LINKED.format(5002, 5002), account="vk:acme")
    assert keys_of("acme") == {"-5002_1", "-5002_2"}


def test_a_handle_in_other_letters_is_the_account_known_already(taken):  # noqa: F811
    taken(POSTS.format(views=200))
    louder = taken(POSTS.format(views=250).replace("brand", "Brand"))
    assert (Account.objects.get().handle, Tracking.objects.count(), Post.objects.count()) == ("brand", 1, 2)
    shown = queries.preview(louder)
    assert [(one["handle"], one["is_new"]) for one in shown["accounts"]] == [("brand", False)]
    assert not [warning for warning in shown["warnings"] if "стене" in warning]


def test_a_file_that_spells_a_handle_in_two_ways_speaks_of_one_account(understood):
    text = (
        POSTS.format(views=200)
        .replace("brand/2", "Brand/2")
        .replace("завтра;https://t.me/brand/3", "07.03.2026;https://t.me/BRAND/3")
    )
    found = understood(text)
    assert [(subject["handle"], len(subject["posts"])) for subject in found["subjects"]] == [("brand", 3)]
    assert found["warnings"] == understood(text.replace("Brand", "brand").replace("BRAND", "brand"))["warnings"]


def test_channels_whose_identifiers_differ_by_case_are_two(taken):  # noqa: F811
    listed = "Channel,Subscribers\nUCabcdefghijklmnopqrstuv,5\nUCABCDEFGHIJKLMNOPQRSTUV,6\nBrand,7\nbrand,7\n"
    taken(listed, account="youtube:any", role="own")
    assert set(Account.objects.values_list("handle", flat=True)) == {
        "UCabcdefghijklmnopqrstuv",
        "UCABCDEFGHIJKLMNOPQRSTUV",
        "Brand",
    }


DAYS = "Аккаунт;Дата;Подписчики\n{};2026-10-01;10000\n{};2026-10-02;500\n"


def followers() -> dict[str, list[int]]:
    told = Observation.objects.filter(metric="followers").order_by("starts_on").values_list("account__handle", "value")
    found: dict[str, list[int]] = {}
    for handle, value in told:
        found.setdefault(handle, []).append(int(value))
    return found


@pytest.mark.parametrize(("account", "page"), [({}, "club5001"), ({"account": "vk:acme"}, "acme")])
@pytest.mark.parametrize("rows", [("-5001", "-5002"), ("club5001", "public5002")])
def test_rows_by_day_under_the_number_of_a_wall_are_of_the_page_whose_posts_stand_on_it(taken, account, page, rows):  # noqa: F811
    taken(LINKED.format(5001, 5001), **account)
    taken(DAYS.format(*rows), "vk.csv", role="own", **account)
    assert followers() == {page: [10000], "club5002": [500]}


def test_rows_by_day_of_a_channel_under_the_number_its_bots_write_are_those_of_its_posts(taken):  # noqa: F811
    taken("Дата;Ссылка;Лайки\n2026-10-01;https://t.me/c/1234567890/5;5\n")
    taken(DAYS.format("-1001234567890", "-1001234567890"), "telegram.csv")
    assert followers() == {"1234567890": [10000, 500]}


def test_the_name_of_an_account_in_a_column_is_that_account(taken, agency):  # noqa: F811
    account = Account.objects.create(client=agency.a, network="vk", handle="zerno", name="Кофейня Зерно")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    taken(DAYS.format("Кофейня Зерно", "beta"), "vk.csv", role="own")
    assert followers() == {"zerno": [10000], "beta": [500]}


GUEST = "Аккаунт;Дата;Ссылка;Лайки\n" + "".join(
    f"acme;2026-10-{n:02};https://vk.com/wall{'-5002' if n == 4 else '-5001'}_{n};5\n" for n in range(1, 5)
)
FOLLOWERS = "Дата;Подписчики;Визиты\n2026-10-01;100;7\n"


def test_one_post_on_the_wall_of_another_page_makes_an_account_neither_that_page_nor_suspect(taken):  # noqa: F811
    taken(GUEST)
    days = taken(FOLLOWERS, "days.csv", account="vk:club5002", role="competitor")
    posts = taken(LINKED.format(5002, 5002), account="vk:club5002", role="competitor")
    assert (followers(), keys_of("club5002")) == ({"club5002": [100]}, {"-5002_1", "-5002_2"})
    assert not [text for one in (days, posts) for text in queries.preview(one)["warnings"] if "одна страница" in text]


def test_days_under_the_number_of_the_wall_of_most_posts_are_not_taken_for_the_account_s_but_it_is_said(taken):  # noqa: F811
    taken(GUEST)
    days = taken(FOLLOWERS, "days.csv", account="vk:club5001")
    assert followers() == {"club5001": [100]}
    assert [text for text in queries.preview(days)["warnings"] if text.startswith("У vk:acme уже есть публикации vk:club5001")]


def test_rows_under_the_number_of_a_wall_with_one_post_of_the_page_named_are_another_s(taken):  # noqa: F811
    taken(GUEST)
    taken(DAYS.format("-5001", "-5002"), "vk.csv", account="vk:acme", role="own")
    assert followers() == {"acme": [10000], "club5002": [500]}


@pytest.mark.parametrize("metric", ["Просмотры", "Визиты"])
def test_while_the_account_of_one_table_is_asked_nothing_is_said_to_be_taken_for_a_site_s(understood, metric):
    text = f"Дата,Подписчики\n2026-01-05,10\n2026-01-06,11\n\nДата,{metric}\n2026-01-05,100\n2026-01-06,110\n"
    found = understood(text)
    assert (found["question"]["asks"], found["warnings"]) == ("account", [])
