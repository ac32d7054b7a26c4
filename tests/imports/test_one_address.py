"""One post under several addresses: it has one number and one address, whichever of them a file has."""

import pytest

from smmstrategy.metrics.models import Post
from tests.imports.forms_of_files import accounts, posts
from tests.imports.test_actions import counts, taken  # noqa: F401

TABLE = "Ссылка;Дата;Текст;Лайки\n{};01.06.2026 12:00;Скидка;11\n"


@pytest.mark.parametrize(
    ("account", "key", "address", "others"),
    [
        (
            "x:brandx",
            "1700000000000000001",
            "https://x.com/brandx/status/1700000000000000001",
            [
                "https://twitter.com/BrandX/status/1700000000000000001",
                "https://x.com/i/web/status/1700000000000000001",
                "https://x.com/i/status/1700000000000000001",
                "https://mobile.twitter.com/brandx/status/1700000000000000001?s=20",
            ],
        ),
        (
            "facebook:brandx",
            "100000001",
            "https://www.facebook.com/brandx/posts/100000001",
            [
                "https://m.facebook.com/story.php?story_fbid=100000001&id=555",
                "https://www.facebook.com/permalink.php?id=555&story_fbid=100000001",
                "https://www.facebook.com/555/posts/100000001",
                "https://ru-ru.facebook.com/BrandX/posts/10-off/100000001",
            ],
        ),
        (
            "facebook:brandx",
            "100000002",
            "https://www.facebook.com/watch/?v=100000002",
            [
                "https://m.facebook.com/watch?ref=share&v=100000002",
                "https://www.facebook.com/brandx/videos/100000002/",
                "https://www.facebook.com/brandx/videos/vb.555/100000002/",
                "https://www.facebook.com/reel/100000002",
                "https://www.facebook.com/brandx/reels/100000002/",
                "https://www.facebook.com/video.php?v=100000002",
                "https://www.facebook.com/photo.php?v=100000002&set=vb.555",
            ],
        ),
        (
            "facebook:brandx",
            "100000003",
            "https://www.facebook.com/photo/?fbid=100000003",
            ["https://www.facebook.com/brandx/photos/a.1.2.3/100000003/?type=3", "facebook.com/photo.php?fbid=100000003"],
        ),
        (
            "youtube:brandx",
            "dQw4w9WgX01",
            "https://www.youtube.com/watch?v=dQw4w9WgX01",
            [
                "https://youtu.be/dQw4w9WgX01?si=abc",
                "https://m.youtube.com/shorts/dQw4w9WgX01",
                "https://youtube.com/watch?feature=share&v=dQw4w9WgX01&t=3s",
            ],
        ),
        (
            "instagram:brandx",
            "Cab1xyz",
            "https://www.instagram.com/p/Cab1xyz/",
            ["https://instagram.com/reel/Cab1xyz/?igsh=1", "https://www.instagram.com/brandx/p/Cab1xyz/"],
        ),
        (
            "telegram:brandx",
            "17",
            "https://t.me/brandx/17",
            ["https://t.me/s/BrandX/17", "https://telegram.me/brandX/17", "http://t.me/brandx/17?comment=5"],
        ),
        (
            "vk:club999",
            "-999_1",
            "https://vk.com/wall-999_1",
            ["https://m.vk.com/club999?w=wall-999_1", "https://vk.ru/wall-999_1?own=1", "https://VK.com/brandx?w=wall-999_1%2Fall"],
        ),
        (
            "vk:club999",
            "-999_2",
            "https://vk.com/video-999_2",
            ["https://vk.com/clip-999_2", "https://vkvideo.ru/video-999_2", "https://vk.ru/clip-999_2?c=1"],
        ),
        (
            "ok:5512345",
            "155000000001",
            "https://ok.ru/group/5512345/topic/155000000001",
            ["https://m.ok.ru/group/5512345/topic/155000000001"],
        ),
    ],
)
def test_a_post_has_one_number_and_one_address(understood, account, key, address, others):
    read = [posts(understood(TABLE.format(one), account=account))[0][1:3] for one in (address, *others)]
    assert read == [[key, address]] * (1 + len(others))


@pytest.mark.parametrize(
    ("account", "before", "now"),
    [
        ("x:brandx", "https://twitter.com/BrandX/status/17", "https://x.com/i/web/status/17"),
        ("facebook:brandx", "https://www.facebook.com/brandx/posts/17", "https://m.facebook.com/story.php?story_fbid=17&id=555"),
        ("facebook:brandx", "https://www.facebook.com/brandx/videos/17/", "https://www.facebook.com/reel/17"),
        ("vk:club1", "https://vk.com/video-1_17", "https://vk.com/clip-1_17"),
        ("youtube:brandx", "https://youtu.be/dQw4w9WgX01", "https://www.youtube.com/watch?v=dQw4w9WgX01"),
    ],
)
def test_under_another_address_it_is_stored_once_and_unchanged(taken, account, before, now):  # noqa: F811
    taken(TABLE.format(before), account=account)
    again = taken(TABLE.format(now), account=account)
    assert (counts(again), Post.objects.count()) == ((1, 0, 0, 1, []), 1)


def test_an_address_stays_as_it_is_where_nothing_says_the_handle(understood):
    address = "https://x.com/i/status/17"
    assert posts(understood(TABLE.format(address), account="x:Наш бренд"))[0][1:3] == ["17", address]


STORY = "https://m.facebook.com/story.php?story_fbid={}&id=555"


@pytest.mark.parametrize(
    ("address", "told", "account", "kept"),
    [
        ("https://x.com/i/web/status/17", {}, "x:brand", "https://x.com/i/web/status/17"),
        ("https://x.com/i/web/status/17", {"account": "x:brand"}, "x:brand", "https://x.com/brand/status/17"),
        (STORY.format("pfbid0abc"), {}, "facebook:555", "https://www.facebook.com/555/posts/pfbid0abc"),
        (STORY.format("17"), {"account": "facebook:Наш бренд"}, "facebook:Наш бренд", "https://www.facebook.com/555/posts/17"),
        ("https://www.facebook.com/photo.php?fbid=17&id=555", {}, "facebook:555", "https://www.facebook.com/photo/?fbid=17"),
    ],
)
def test_an_address_holds_its_own_page_or_the_one_somebody_has_named(understood, address, told, account, kept):
    found = understood(TABLE.format(address), **told)
    assert (accounts(found), posts(found)[0][2]) == ([account], kept)


@pytest.mark.parametrize("told", [{}, {"account": "facebook:brandx"}])
def test_posts_of_a_page_under_its_name_and_its_number_are_of_one_account(understood, told):
    rows = [f"{STORY.format(1)};01.06.2026;Новость;11\n", "https://www.facebook.com/brandx/posts/2;02.06.2026;Скидка;12\n"]
    found = understood("Ссылка;Дата;Текст;Лайки\n" + "".join(rows), **told)
    addresses = ["https://www.facebook.com/brandx/posts/1", "https://www.facebook.com/brandx/posts/2"]
    assert (accounts(found), [post[2] for post in posts(found)]) == (["facebook:brandx"], addresses)


NAMED = "https://www.facebook.com/acme/posts/1"
TWO_PAGES = f"Аккаунт;Ссылка;Дата;Лайки\n{{}};{NAMED};01.06.2026;11\n{{}};{STORY.format(2)};02.06.2026;12\n"


@pytest.mark.parametrize(
    ("name", "other", "told", "kept"),
    [
        ("Акме", "Другой бренд", {}, ["facebook:acme", "facebook:555"]),
        ("Акме", "Другой бренд", {"account": "facebook:acme"}, ["facebook:acme", "facebook:555"]),
        ("Акме", "АКМЕ", {}, ["facebook:acme"]),
        ("Акме", "", {}, ["facebook:acme"]),
        ("", "", {"context": {"names": {"facebook": {"acme": "acme", "другой": "555"}}}}, ["facebook:acme", "facebook:555"]),
        ("", "", {"context": {"names": {"facebook": {"acme": "acme"}}}}, ["facebook:acme"]),
    ],
)
def test_a_name_and_a_number_are_two_pages_where_something_says_so(understood, name, other, told, kept):
    found = understood(TWO_PAGES.format(name, other), **told)
    page = "acme" if len(kept) == 1 else "555"
    addresses = [NAMED, f"https://www.facebook.com/{page}/posts/2"]
    assert (accounts(found), [post[2] for post in posts(found)]) == (kept, addresses)


def test_one_post_under_the_name_and_the_number_of_its_page_is_of_one_account(understood):
    rows = [
        f"https://www.facebook.com/{page}/posts/17;01.06.2026;Скидка;{likes}\n" for page, likes in (("555", 11), ("brandx", 12))
    ]
    found = understood("Ссылка;Дата;Текст;Лайки\n" + "".join(rows))
    assert [post[1:3] for post in posts(found)] == [["17", "https://www.facebook.com/brandx/posts/17"]]


def test_the_page_that_another_row_names_stands_in_the_address(understood):
    rows = "https://x.com/acme/status/16;01.06.2026 12:00;Новость;11\nhttps://x.com/i/status/17;02.06.2026 12:00;Скидка;12\n"
    found = understood(f"Ссылка;Дата;Текст;Лайки\n{rows}")
    assert [post[2] for post in posts(found)] == ["https://x.com/acme/status/16", "https://x.com/acme/status/17"]


@pytest.mark.parametrize(("told", "kept"), [({}, ""), ({"account": "telegram:acme"}, "https://t.me/acme/17")])
def test_a_number_makes_an_address_where_somebody_has_named_the_page(understood, told, kept):
    found = understood("ID поста;Дата публикации;Текст;Просмотры\n17;01.06.2026 12:00;Скидка;11\n", "telegram.csv", **told)
    assert [post[1:3] for post in posts(found)] == [["17", kept]]


@pytest.mark.parametrize("told", [{}, {"account": "x:brandx"}])
def test_one_post_in_two_spellings_of_its_page_is_of_one_account(understood, told):
    rows = [f"{page}/status/17;01.06.2026 12:00;Скидка;{likes}\n" for page, likes in (("BrandX", 11), ("brandx", 12))]
    found = understood(f"Ссылка;Дата;Текст;Лайки\nhttps://twitter.com/{rows[0]}https://x.com/{rows[1]}", **told)
    assert [post[1:3] for post in posts(found)] == [["17", "https://x.com/brandx/status/17"]]
