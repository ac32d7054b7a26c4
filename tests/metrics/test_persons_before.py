"""An upgrade: an account of Odnoklassniki kept under a bare number becomes the person's whose posts it has."""

from datetime import UTC, datetime

import pytest

from smmstrategy.clients import handles
from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports.reading.cells import links
from smmstrategy.metrics.models import Import

AT = datetime(2026, 6, 1, tzinfo=UTC)
PERSON, GROUP = "https://ok.ru/profile/77/statuses/1", "https://ok.ru/group/77/topic/2"
TO = ("metrics", "0015_persons_of_odnoklassniki")


@pytest.fixture
def kept(migrated):
    """kept(handle, links…) is an account of Client A that has posts under these links, as the version before allowed."""
    before = migrated("metrics", "0014_formats_without_words")
    client = before.get_model("clients", "Client").objects.create(name="Client A", slug="client-a")

    def account(handle: str, *permalinks: str, network: str = "ok"):
        made = client.accounts.create(network=network, handle=handle)
        for key, permalink in enumerate(permalinks):
            made.posts.create(key=str(key), permalink=permalink, said=0, client=client, collected_at=AT, source="import")
        return made

    return account


def upgraded(migrated) -> list[tuple[str, str]]:
    migrated(*TO)
    return list(Account.objects.order_by("pk").values_list("handle", "key"))


@pytest.mark.parametrize(
    "permalinks",
    [
        [PERSON],
        [PERSON, "", "https://ok.ru/video/5"],
        ["m.ok.ru/profile/77/statuses/1", "HTTPS://www.odnoklassniki.ru/profile/77/post/2?from=feed"],
    ],
    ids=["one", "beside those that say nobody's page", "as files spell them"],
)
def test_it_is_called_as_an_import_reads_the_links_of_its_posts(kept, migrated, capsys, permalinks):
    kept("77", *permalinks)
    assert upgraded(migrated) == [("profile77", "profile77")] == [(links.post(PERSON).handle, handles.key("ok", "profile/77"))]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("handle", "permalinks", "network"),
    [
        ("77", [GROUP], "ok"),
        ("77", [], "ok"),
        ("77", ["https://ok.ru/profile/778/statuses/1"], "ok"),
        ("77", ["https://notok.ru/profile/77/statuses/1"], "ok"),
        ("acme", [PERSON], "ok"),
        ("77", [PERSON], "rutube"),
    ],
)
def test_it_stays_where_no_link_says_a_person_s_page_of_that_number(kept, migrated, capsys, handle, permalinks, network):
    kept(handle, *permalinks, network=network)
    assert upgraded(migrated) == [(handle, handle)]
    assert capsys.readouterr().out == ""


def test_posts_of_a_group_and_of_a_person_under_one_number_are_left_and_named_in_both_languages(kept, migrated, capsys):
    kept("77", PERSON, GROUP)
    assert upgraded(migrated) == [("77", "77")]
    said = capsys.readouterr().out
    assert said.startswith("ok:77 (client-a): здесь публикации страницы человека, которая теперь аккаунт ok:profile77")
    assert " / Posts of a person's page, which is the account ok:profile77 now" in said


def test_it_is_left_and_named_where_the_client_has_the_person_s_account_already(kept, migrated, capsys):
    kept("77", PERSON)
    kept("profile77", PERSON)
    assert upgraded(migrated) == [("77", "77"), ("profile77", "profile77")]
    assert capsys.readouterr().out.startswith("ok:77 (client-a)")


def test_the_person_s_account_of_another_client_is_none_of_its_own(kept, migrated, capsys):
    account = kept("77", PERSON)
    other = type(account.client).objects.create(name="Client B", slug="client-b")
    other.accounts.create(network="ok", handle="profile77")
    assert upgraded(migrated) == [("profile77", "profile77")] * 2
    assert capsys.readouterr().out == ""


def test_imports_name_it_as_it_is_called_now_so_that_undoing_them_finds_it(kept, migrated):
    client = kept("77", PERSON).client
    brand = client.brands.create(name="Brand A", slug="brand-a")
    others = [{"network": "vk", "handle": "77", "is_new": True}, {"network": "ok", "handle": "acme", "is_new": False}]
    told = [{"network": "ok", "handle": "77", "is_new": True}, *others]
    for accounts in (told, others):
        client.imports.create(brand=brand, file_name="ok.csv", sha256="", size=0, summary={"rows": 3, "accounts": accounts})
    migrated(*TO)
    assert list(Import.objects.order_by("pk").values_list("summary", flat=True)) == [
        {"rows": 3, "accounts": [{"network": "ok", "handle": "profile77", "is_new": True}, *others]},
        {"rows": 3, "accounts": others},
    ]


def test_going_back_and_forward_again_changes_nothing_more(kept, migrated, capsys):
    kept("77", PERSON)
    first = upgraded(migrated)
    migrated("metrics", "0014_formats_without_words")
    assert (upgraded(migrated), capsys.readouterr().out) == (first, "")
