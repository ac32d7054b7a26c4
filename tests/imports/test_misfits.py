"""Files that do not fit the kind or the account a person has named: what does not fit is said, and nothing is taken."""

import pytest
from django.utils import translation

from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, days, posts, said, workbook
from tests.imports.test_archives import RESULT
from tests.imports.test_kinds import FILES

OTHERS = {
    "youtube_content": "YouTube Studio: content",
    "x_by_tweet": "X: analytics by tweet",
    "site_utm": "Site traffic by UTM",
    "site_traffic": "Site traffic by source or audience",
    "site_by_day": "Site traffic by day",
    "telegram_posts": "Telegram: posts",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_table_of_another_network_than_the_account_s(understood, kind):
    try:
        found = understood(FILES[kind], account="vk:brand")
        told = said(found)
        assert found["subjects"] == []
    except Refused as refused:
        told = str(refused)
    assert f"«{OTHERS[kind]}», and the account you named is in another network" in told


def test_an_export_of_telegram_for_an_account_elsewhere(understood):
    with pytest.raises(Refused, match="This is an export of Telegram"):
        understood(RESULT, "result.json", account="vk:brand")
    assert accounts(understood(RESULT, "result.json", account="telegram:brand")) == ["telegram:brand"]


def test_links_to_another_network_than_the_account_s(understood):
    text = "Дата;Ссылка;Лайки\n2026-10-01;https://vk.com/wall-1_1;5\n2026-10-02;https://t.me/brand/7;6\n2026-10-03;;7\n"
    found = understood(text, account="vk:brand")
    assert "(telegram:brand): they were taken for the one they name" in said(found)
    only = understood(text.replace("https://vk.com/wall-1_1", ""), account="vk:brand")
    assert ([post[0] for post in posts(only)], [row for row, _reason in only["rejected"]]) == (["2", "4"], ["3"])


@pytest.mark.parametrize(
    ("kind", "account", "told"),
    [
        ("youtube_content", "", "no column for: number of the post; title; published: day, or day and time."),
        ("site_traffic", "", "no column for: a breakdown (source, country, …); Visits / Site visitors."),
        ("days", "", "no column for: Followers / Followers gained / Followers lost / "),
        ("youtube_by_day", "vk:brand", "«YouTube Studio: by day», is of another network"),
    ],
)
def test_a_kind_that_does_not_fit(understood, kind, account, told):
    options = {"kind": kind} | ({"account": account} if account else {})
    with pytest.raises(Refused) as refused:
        understood("Дата;Просмотры;Подписчики\n2026-10-01;5;6\n" if account else "Дата;Ссылка\n2026-10-01;vk.com\n", **options)
    with translation.override("en"):
        assert told in sentence(refused.value.message)


def test_every_kind_that_may_be_named_has_a_name_of_its_own():
    names = [name for _code, name in labels.kinds()]
    assert [name for name in names if names.count(name) > 1] == []


@pytest.mark.parametrize("kind", ["telegram_posts", "days"])
def test_a_kind_that_an_export_of_telegram_does_not_fit(understood, kind):
    with pytest.raises(Refused, match="it is of the kind «Telegram Desktop, export of a channel»"):
        understood(RESULT, "result.json", kind=kind)


def test_the_kind_of_telegram_s_export_fits_it_and_no_table(understood):
    assert understood(RESULT, "result.json", kind="telegram_export")["kind"] == "telegram_export"
    with pytest.raises(Refused, match="«Telegram Desktop, export of a channel» is no table"):
        understood("Дата;Просмотры\n2026-10-01;5\n", kind="telegram_export")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Date,Views,Subscribers\n2026-10-01,5,6\n", "YouTube Studio: by day"),
        ("Date,Views,Watch time (hours)\n2026-10-01,5,6.5\n", "YouTube Studio: by day"),
        ("Date,Visitors,Pageviews\n2026-10-01,5,6\n", "Site traffic by day"),
    ],
)
def test_a_table_that_is_rather_of_another_network_is_asked_about(understood, text, kind):
    found = understood(text, account="vk:brand")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")
    assert f"looks like one of the kind «{kind}», and the account you named is in another network" in said(found)
    assert accounts(understood(text, account="vk:brand", kind="days_views")) == ["vk:brand"]


def test_a_table_of_another_network_beside_that_of_the_account_is_answered_with_an_account_there_too(understood):
    vk = [["Дата", "Подписчики"], ["2026-09-01", 10]]
    youtube = [["Date", "Views", "Watch time (hours)"], ["2026-09-01", 10, 1]]
    file = workbook(vk, youtube, names=["VK", "YouTube"])
    assert "Name one there (--account NETWORK:HANDLE, once for each network of the file)" in said(understood(file, account="vk:a"))
    found = understood(file, accounts_by_network={"vk": "a", "youtube": "b"})
    assert (accounts(found), found["question"]) == (["vk:a", "youtube:b"], {})


def test_columns_that_fit_both_are_of_the_account_s_network(understood):
    assert days(understood("Date,Visitors\n2026-10-01,5\n", account="vk:brand")) == [("account_visitors", "2026-10-01", "5")]


LINKED = "Дата;Ссылка;Лайки\n2026-10-01;https://t.me/{0}/1;5\n2026-10-02;https://t.me/{1}/2;6\n2026-10-03;;7\n"
VK_LINKED = LINKED.replace("https://t.me/{0}/", "https://vk.com/wall-{0}_").replace("https://t.me/{1}/", "https://vk.com/wall-{1}_")
META = (
    "Post ID,Account username,Publish time,Permalink,Likes\n1,{0},10/13/2026 08:31,https://www.instagram.com/p/A/,5\n"
    "2,{1},10/14/2026 08:31,https://www.instagram.com/p/B/,6\n3,,10/15/2026 08:31,,7\n"
)
IDENTIFIED = "Дата;Канал;Ссылка;Лайки\n2026-10-01;{0};https://youtu.be/aaaaaaaaaaa;5\n2026-10-02;;https://youtu.be/bbbbbbbbbbb;6\n"
CHANNELS = ("UCaaaaaaaaaaaaaaaaaaaaaa", "UCbbbbbbbbbbbbbbbbbbbbbb")


@pytest.mark.parametrize(
    ("text", "names", "account", "sizes"),
    [
        (META, ("brand", "other"), "instagram:brand", {"instagram:brand": 2, "instagram:other": 1}),
        (LINKED, ("brand", "other"), "telegram:brand", {"telegram:brand": 2, "telegram:other": 1}),
        (VK_LINKED, (1, 2), "vk:club1", {"vk:club1": 2, "vk:club2": 1}),
        (LINKED, ("other", "other"), "telegram:brand", {"telegram:other": 2, "telegram:brand": 1}),
        (VK_LINKED, (1, 1), "vk:brand", {"vk:brand": 3}),
        (VK_LINKED, (1, 1), "vk:1", {"vk:1": 3}),
        (VK_LINKED, (1, 1), "vk:club2", {"vk:club1": 2, "vk:club2": 1}),
        (IDENTIFIED, CHANNELS, "youtube:brand", {"youtube:brand": 2}),
        (IDENTIFIED, CHANNELS, f"youtube:{CHANNELS[1]}", {f"youtube:{CHANNELS[0]}": 1, f"youtube:{CHANNELS[1]}": 1}),
    ],
    ids=[
        "Meta",
        "links of names",
        "links of numbers",
        "another alone",
        "one number may be the account named",
        "the number of the account named",
        "another number alone",
        "one channel's identifier may be the account named",
        "another channel's identifier alone",
    ],
)
def test_rows_go_to_the_account_they_name_and_others_to_the_one_named(understood, text, names, account, sizes):
    found = understood(text.format(*names), account=account)
    assert {f"{one['network']}:{one['handle']}": len(one["posts"]) for one in found["subjects"]} == sizes
    assert ("they were taken for the one they name" in said(found)) == (len(sizes) > 1)
