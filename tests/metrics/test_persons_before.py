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
    """kept(handle, links…) is an account that has posts under these links, as the version before allowed; each of a client."""
    before = migrated("metrics", "0014_formats_without_words")
    clients = before.get_model("clients", "Client").objects

    def account(handle: str, *permalinks: str, network: str = "ok", client=None):
        client = client or clients.create(name="Client", slug=f"client-{clients.count() + 1}")
        made = client.accounts.create(network=network, handle=handle)
        for key, permalink in enumerate(permalinks):
            made.posts.create(key=str(key), permalink=permalink, said=0, client=client, collected_at=AT, source="import")
        return made

    return account


def upgraded(migrated) -> list[tuple[str, str]]:
    migrated(*TO)
    return list(Account.objects.order_by("pk").values_list("handle", "key"))


OF_A_PERSON = [
    [PERSON],
    [PERSON, "", "https://ok.ru/video/5"],
    ["m.ok.ru/profile/77/statuses/1", "HTTPS://www.odnoklassniki.ru/profile/77/post/2?from=feed"],
]
OF_NOBODY = [
    ("77", [GROUP], "ok"),
    ("77", [], "ok"),
    ("77", ["https://ok.ru/profile/778/statuses/1"], "ok"),
    ("77", ["https://notok.ru/profile/77/statuses/1"], "ok"),
    ("acme", [PERSON], "ok"),
    ("77", [PERSON], "rutube"),
    ("profile77", [], "ok"),
]


def test_it_is_called_as_an_import_reads_the_links_of_its_posts_and_stays_where_none_says_a_page_of_that_number(
    kept, migrated, capsys
):
    """Whatever other clients have: one has the person's account already."""
    for permalinks in OF_A_PERSON:
        kept("77", *permalinks)
    for handle, permalinks, network in OF_NOBODY:
        kept(handle, *permalinks, network=network)
    called = (links.post(PERSON).handle, handles.key("ok", "profile/77"))
    assert called == ("profile77", "profile77")
    assert upgraded(migrated) == [called] * len(OF_A_PERSON) + [(handle, handle) for handle, _permalinks, _network in OF_NOBODY]
    assert capsys.readouterr().out == ""


def test_it_is_left_and_named_in_both_languages_where_it_has_posts_of_a_group_too_or_the_client_has_the_person_s(
    kept, migrated, capsys
):
    kept("77", PERSON, GROUP)
    kept("profile77", PERSON, client=kept("77", PERSON).client)
    assert upgraded(migrated) == [("77", "77"), ("77", "77"), ("profile77", "profile77")]
    of_both, of_two = capsys.readouterr().out.splitlines()
    assert of_both.startswith("ok:77 (client-1): здесь публикации страницы человека, которая теперь аккаунт ok:profile77")
    assert " / Posts of a person's page, which is the account ok:profile77 now" in of_both
    assert of_two.startswith("ok:77 (client-2)")


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
