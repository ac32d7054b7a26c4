"""Rows of one file about the same post or the same days: nothing overwrites anything without a word."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, archive, days, posts, said, workbook

HEADER = "Post link,Date,Text,Likes\n"
POST = "https://vk.com/wall-1_1,2026-10-01,a,"


def reasons(found):
    return [(row, reason["text"].format(**reason["params"])) for row, reason in found["rejected"]]


def test_of_two_rows_about_one_post_the_later_counts_and_the_other_is_refused(understood):
    found = understood(f"{HEADER}{POST}5\n{POST}9\n")
    assert [post[10] for post in posts(found)] == [{"likes": "9"}]
    assert (found["totals"], reasons(found)) == (
        {"likes": "9"},
        [("2", "A later row says something else about the same post (3).")],
    )


def test_a_row_that_says_less_about_a_post_counts_as_said(understood):
    found = understood(f"{HEADER}{POST}\n{POST}5\nhttps://vk.com/wall-1_1,2026-10-02,zzz,7\n")
    assert ([post[0] for post in posts(found)], reasons(found)) == (
        ["4"],
        [(row, "A later row says something else about the same post (4).") for row in ("2", "3")],
    )


def test_rows_that_complete_one_another_are_one_post(understood):
    found = understood(
        workbook(
            [["Post link", "Date", "Likes"], [POST[:23], "2026-10-01", 5]],
            [["Post link", "Date", "Views"], [POST[:23], "2026-10-01", 50]],
        )
    )
    assert (found["rejected"], found["totals"]) == ([], {"likes": "5", "views": "50"})


def test_two_files_of_an_archive_about_one_day(understood):
    found = understood(
        archive(
            **{"a.csv": "Date,Followers\n2026-10-01,5\n2026-10-02,6\n", "b.csv": "Date,Followers\n2026-10-01,7\n2026-10-02,6\n"}
        ),
        "vk.zip",
    )
    assert days(found) == [("followers", "2026-10-01", "7"), ("followers", "2026-10-02", "6")]
    assert reasons(found) == [
        ("a.csv:2", "A row that is later or exact says something else about the same days (b.csv:2)."),
    ]
    assert "1 row (a.csv:3) says again what others say; that was counted once." in said(found)


def test_what_is_said_again_of_several_accounts_is_said_once(understood):
    rows = "".join(f"2026-10-0{day},{account},5\n" for account in ("a", "b") for day in (1, 1, 2, 3, 3))
    found = understood(f"Date,Account,Followers\n{rows}", "vk.csv", account="vk:a")
    assert "4 rows (2, 5, 7, 10) say again what others say; that was counted once." in said(found)


def test_a_day_said_twice_in_one_table_is_said_to_be(understood):
    found = understood("Date,Followers\n2026-10-01,5\n2026-10-01,5\n2026-10-02,6\n2026-10-02,7\n", "vk.csv")
    assert (len(days(found)), [row for row, _reason in found["rejected"]]) == (2, ["4"])
    assert "1 row (2) says again" in said(found)


def test_tables_beside_each_other_about_the_same_days(understood):
    found = understood("Date,Followers,,Date,Followers\n2026-10-01,5,,2026-10-01,500\n", "vk.csv")
    assert (days(found), found["rows"]) == ([("followers", "2026-10-01", "500")], 2)
    assert [(row, reason["params"]) for row, reason in found["rejected"]] == [("A2", {"row": "D2"})]


OF_POSTS = [
    ["Дата", "Ссылка", "Текст", "Лайки", "Охват"],
    ["01.09.2026", "https://vk.com/wall-123_10", "Раз", 45, 1200],
    ["02.09.2026", "https://vk.com/wall-123_11", "Два", 40, 1100],
]
IN_PART = "1 row (Посты:2) says something else about the same post than a later one, which counts; it was taken in part."


@pytest.mark.parametrize(("reach", "warned"), [(1250, IN_PART), (1200, "")])
def test_the_best_posts_on_a_sheet_of_another_day_take_only_the_figures_they_say(understood, reach, warned):
    best = [["Ссылка", "Охват"], ["https://vk.com/wall-123_10", reach]]
    for sheets, names in (([OF_POSTS, best], ["Посты", "Топ"]), ([best, OF_POSTS], ["Топ", "Посты"])):
        found = understood(workbook(*sheets, names=names))
        figures: dict[str, dict[str, str]] = {}
        for post in posts(found):
            figures[post[1]] = figures.get(post[1], {}) | post[10]
        assert figures == {"-123_10": {"likes": "45", "reach": str(reach)}, "-123_11": {"likes": "40", "reach": "1100"}}
        assert (found["rejected"], said(found)) == ([], warned)


@pytest.mark.parametrize(
    ("reach", "taken", "is_rounded", "warned"),
    [("1,2 тыс.", "1234", False, ""), ("1,3 тыс.", "1300", True, IN_PART), ("1,1 тыс.", "1100", True, IN_PART)],
    ids=["the same", "a later one", "another one"],
)
def test_a_rounded_figure_takes_no_place_of_the_exact_one_it_may_be(understood, reach, taken, is_rounded, warned):
    listed = [OF_POSTS[0], [*OF_POSTS[1][:4], 1234], OF_POSTS[2]]
    best = [["Ссылка", "Охват"], ["https://vk.com/wall-123_10", reach]]
    found = understood(workbook(listed, best, names=["Посты", "Топ"]))
    told = {(post[10]["reach"], "reach" in post[11]) for post in posts(found) if post[1] == "-123_10" and "reach" in post[10]}
    assert (told, found["rejected"], said(found)) == ({(taken, is_rounded)}, [], warned)


def test_of_a_row_that_tells_another_post_under_the_same_number_nothing_is_mixed_in(understood):
    found = understood("Post link,Date,Text,Likes,Views\nvk.com/wall-1_1,2026-10-01,a,5,50\nvk.com/wall-1_1,2026-10-01,zzz,,70\n")
    assert [post[10] for post in posts(found)] == [{"views": "70"}]
    assert reasons(found) == [("2", "A later row says something else about the same post (3).")]


ALPHA, BETA = ("".join(f"{day:02}.10.2026;{count + day}\n" for day in range(1, 4)) for count in (5, 500))


def test_tables_of_two_accounts_under_their_titles_are_asked_about(understood):
    text = f"Альфа\nДата;Подписчики\n{ALPHA}\nБета\nДата;Подписчики\n{BETA}"
    assert understood(text, account="vk:brand")["question"]["tables"] == ["Альфа", "Бета"]


CHANNELS = "tg_message_id,tg_chat_id,published_at,text,view_count\n3,100,2026-01-05,a,1\n3,200,2026-01-05,b,2\n"
LINKS = (
    "Ссылка,Дата,Текст,Просмотры,Репосты,ERR\nhttps://t.me/a1234/5,2026-01-05,T,1,4,5%\nhttps://t.me/b1234/5,2026-01-05,U,2,4,5%\n"
)


@pytest.mark.parametrize("text", [CHANNELS, LINKS])
def test_channels_whose_posts_share_their_numbers_are_not_one_account(understood, text):
    assert [len(accounts(understood(text, **options))) for options in ({}, {"account": "telegram:long"})] == [2, 2]


NO_NETWORK = "ID,Канал,Дата,Текст,Лайки\n5,a1234,2026-01-05,T,1\n5,b1234,2026-01-05,U,2\n"


def test_several_accounts_of_no_network_whose_posts_share_their_numbers_are_refused(understood):
    assert understood(NO_NETWORK, "vk.csv")["question"]["asks"] == "columns"
    with pytest.raises(Refused, match="share their numbers, and their rows do not say the network"):
        understood(NO_NETWORK, "vk.csv", account="vk:brand")
    assert len(posts(understood(NO_NETWORK.replace("\n5,b", "\n6,b"), "vk.csv", account="vk:brand"))) == 2


@pytest.mark.parametrize("clocks", [("12:34:56", "12:34"), ("12:34", "12:34:56")])
def test_a_post_told_to_the_minute_in_one_row_and_to_the_second_in_another_has_its_seconds(understood, clocks):
    """Its rows say different things of its likes alone."""
    rows = [POST.replace(",2026-10-01,", f",2026-10-01 {clock},") + f"{n}\n" for n, clock in enumerate(clocks)]
    found = understood(HEADER + "".join(rows) + "https://vk.com/wall-1_2,2026-10-02 9:15:20,b,3\n")
    assert [post[3][:19] for post in posts(found)] == ["2026-10-01T09:34:56", "2026-10-02T06:15:20"]
