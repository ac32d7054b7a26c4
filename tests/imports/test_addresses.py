"""Links of posts: where a cell leads, and what is no link to one post."""

import pytest

from smmstrategy.metrics.imports.reading.tables import old_workbooks
from tests.imports.forms_of_files import accounts, posts, said, workbook, xml_cell, xml_spreadsheet
from tests.reports.reading import converted

HEADER = ["Дата", "Ссылка", "Текст", "Лайки"]
ADDRESSES = [f"https://vk.com/wall-1_{n}" for n in range(10, 15)]


def rows(cells: list[object]) -> list[list[object]]:
    return [HEADER, *([f"{n}.09.2026", cell, f"Текст {n}", 10 + n] for n, cell in enumerate(cells, 1))]


def text(cells: list[object]) -> str:
    return "\n".join(";".join(map(str, row)) for row in rows(cells)) + "\n"


def as_html(address: str) -> str:
    return f'<a href="{address}">Открыть</a>'


def html() -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows(map(as_html, ADDRESSES)))


def xml() -> str:
    head, *body = rows(ADDRESSES)
    lines = [
        xml_cell(day) + xml_cell("Открыть", more=f'ss:HRef="{url}"') + xml_cell(words) + xml_cell(likes)
        for day, url, words, likes in body
    ]
    return xml_spreadsheet("".join(map(xml_cell, head)), *lines)


@pytest.mark.parametrize(
    "content",
    [
        workbook(rows([(address, "Открыть") for address in ADDRESSES])),
        workbook(rows([f'=HYPERLINK("{address}","пост")' for address in ADDRESSES])),
        text([f'"=HYPERLINK(""{address}"";""пост"")"' for address in ADDRESSES]),
        html(),
        xml(),
    ],
    ids=["links of a workbook", "formulas of a workbook", "formulas of a text", "a page", "an XML spreadsheet"],
)
def test_a_cell_leads_where_its_link_leads(understood, content):
    found = understood(content)
    assert [post[2] for post in posts(found)] == ADDRESSES
    assert (accounts(found), found["totals"]) == (["vk:club1"], {"likes": "65"})


def test_the_address_a_cell_shows_counts_more_than_a_detour(understood):
    found = understood(workbook(rows([(f"https://go.example.org/?to={n}", address) for n, address in enumerate(ADDRESSES)])))
    assert [post[2] for post in posts(found)] == ADDRESSES


@pytest.mark.parametrize(
    "link",
    [
        "Открыть",
        "https://vk.com/feed",
        "https://instagram.com/acme/",
        "https://example.org",
        "https://example.org/blog/",
        "https://vk.com/wall-1_2",
        '"=HYPERLINK(""https://vk.com/wall-1_""&A2;""пост"")"',
    ],
    ids=["words", "a feed", "a profile", "a site", "a page all rows share", "a post all rows share", "a formula with parts"],
)
def test_what_is_no_link_to_one_post_is_no_key(understood, link):
    found = understood(text([link] * 3), "vk.csv", account="vk:acme")
    assert [(len({post[1] for post in posts(found)}), {post[2] for post in posts(found)})] == [(3, {""})]
    assert (found["totals"], "3 rows have no links to one post each" in said(found)) == ({"likes": "36"}, True)


def test_a_single_profile_is_no_post_either(understood):
    assert posts(understood(text(["https://t.me/acme"]), "tg.csv"))[0][1].startswith("row-")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/blog/post-1",
        "https://vk.com/@acme-our-news",
        "https://vk.com/photo-1_2",
        "https://www.facebook.com/story.php?id=1",
    ],
)
def test_another_address_of_one_thing_stays_a_key(understood, address):
    found = understood(text([address]), account="vk:acme")
    assert (posts(found)[0][1:3], "no link" in said(found)) == ([address, address], False)


def test_a_post_whose_words_were_edited_is_one_post(understood):
    found = understood(f"Дата;Ссылка;Текст;Лайки\n01.09.2026;{ADDRESSES[0]};Было;5\n01.09.2026;{ADDRESSES[0]};Стало;6\n")
    assert {post[1] for post in posts(found)} == {"-1_10"}


@pytest.mark.parametrize("chat", ["https://t.me/acme", "https://t.me/c/123"])
def test_messages_in_a_topic_of_a_group_are_posts_of_their_own(understood, chat):
    assert [post[1] for post in posts(understood(text([f"{chat}/5/6", f"{chat}/5/7"])))] == ["6", "7"]


def test_an_id_of_its_own_needs_no_link(understood):
    found = understood("Post ID;Дата;Ссылка;Лайки\n17;01.09.2026;Открыть;5\n18;02.09.2026;Открыть;6\n", account="vk:acme")
    assert ([post[1:3] for post in posts(found)], "no link" in said(found)) == ([["17", ""], ["18", ""]], False)


def test_rows_alike_but_for_where_they_lead_are_two_posts(understood):
    book = workbook([["Дата", "Ссылка", "Лайки"], *(["01.09.2026", (address, "Открыть"), 5] for address in ADDRESSES[:2])])
    assert [post[2] for post in posts(understood(book))] == ADDRESSES[:2]


@pytest.mark.parametrize("cells", [[(one, "Открыть") for one in ADDRESSES], ADDRESSES], ids=["behind words", "shown"])
def test_an_old_workbook_has_its_links_and_percent(understood, libreoffice, tmp_path, cells):
    head, *body = rows(cells)
    book = workbook([[*head, "ER"], *([*row, 0.012] for row in body)], formats={4: "0.0%"})
    found = understood(converted(libreoffice, tmp_path, book, "xls"), "vk.xls")
    assert [post[2] for post in posts(found)] == ADDRESSES
    percent = [cells[4] for _row, cells in found["tables"][0]["sample"]]
    assert (percent, said(found)) == (["1.2%"] * 5, "A column of percent was not used: «ER».")


def test_an_old_workbook_whose_marks_are_unreadable_says_so(understood, libreoffice, tmp_path, monkeypatch):
    monkeypatch.setattr(old_workbooks, "marks_of_sheets", lambda content: {}[content])
    found = understood(converted(libreoffice, tmp_path, workbook(rows(ADDRESSES)), "xls"), "vk.xls")
    assert ("could not be read from this old .xls" in said(found), len(posts(found))) == (True, 5)


def test_an_address_in_capitals_is_one(understood):
    found = understood(text(["HTTPS://VK.COM/wall-1_10", "VK.com/wall-1_11"]))
    assert [post[1:3] for post in posts(found)] == [["-1_10", ADDRESSES[0]], ["-1_11", ADDRESSES[1]]]


def test_the_page_of_a_list_in_capitals_is_kept(understood):
    (subject,) = understood("Канал;Ссылка;Подписчики\nНаш бренд;HTTPS://t.me/brand;1200\n", "tgstat.csv")["subjects"]
    assert (subject["handle"], subject["url"]) == ("brand", "https://t.me/brand")


def test_rows_without_a_link_of_their_own_are_named_with_whose_they_are(understood):
    lines = ["https://vk.com/wall-666_1;01.09.2026;10", "не ссылка;05.09.2026;5", ";06.09.2026;1"]
    found = understood("\n".join(["Ссылка;Дата;Лайки", *lines]))
    assert (accounts(found), [post[10]["likes"] for post in posts(found)]) == (["vk:club666"], ["10", "5", "1"])
    assert "2 rows have no links to one post each (3 «не ссылка», 4)" in said(found)
    assert "and counted for vk:club666." in said(found)


LINKED = "Ссылка;Дата;Лайки\nhttps://vk.com/wall-1_1;01.09.2026;10\n{}https://www.instagram.com/p/Cabc123/;03.09.2026;5\n"


@pytest.mark.parametrize(
    ("other", "row", "groups"),
    [("", "3", ["vk:club1"]), ("https://vk.com/wall-2_1;02.09.2026;7\n", "4", ["vk:club1", "vk:club2"])],
    ids=["beside one group of VK", "beside two"],
)
def test_a_link_that_does_not_say_its_page_is_asked_about_in_its_own_network(understood, other, row, groups):
    text = LINKED.format(other)
    asked = understood(text, context={"may_ask": True, "own": {"vk": ["club1"], "telegram": ["a"]}})["question"]
    assert (asked["asks"], asked["networks"], asked["choices"], asked["rows"]) == ("account", ["instagram"], [], row)
    told = understood(text, account="instagram:acme")
    assert (accounts(told), told["rejected"]) == ([*groups, "instagram:acme"], [])
