"""One post under several addresses: it has one number and one address, whichever of them a file has."""

import pytest

from smmstrategy.metrics.models import Post
from tests.imports.forms_of_files import posts
from tests.imports.test_actions import apply, brought, counts  # noqa: F401

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
def test_under_another_address_it_is_stored_once_and_unchanged(brought, agency, account, before, now):  # noqa: F811
    apply(brought(TABLE.format(before), account=account), agency)
    again = apply(brought(TABLE.format(now), account=account), agency)
    assert (counts(again), Post.objects.count()) == ((1, 0, 0, 1, []), 1)


@pytest.mark.parametrize(
    "address",
    ["https://x.com/i/status/17", "https://m.facebook.com/story.php?story_fbid=17&id=555"],
)
def test_an_address_stays_as_it_is_where_nothing_says_the_handle(understood, address):
    account = "x:Наш бренд" if "x.com" in address else "facebook:Наш бренд"
    assert posts(understood(TABLE.format(address), account=account))[0][1:3] == ["17", address]
