"""A post under each address its network gives it: the short, the mobile, the former ones."""

import pytest

from smmstrategy.metrics.imports.reading.cells import links, pages
from smmstrategy.metrics.imports.reading.cells.links import Link

VK = Link("vk", "club1", "-1_2", "https://vk.com/wall-1_2")
VIDEO_OF_VK = Link("vk", "club1", "-1_2", "https://vk.com/video-1_2")
TELEGRAM = Link("telegram", "acme", "5", "https://t.me/acme/5")
YOUTUBE = Link("youtube", "", "abc-efghij_", "https://www.youtube.com/watch?v=abc-efghij_")
INSTAGRAM = Link("instagram", "", "Ab_1", "https://www.instagram.com/p/Ab_1/")
FACEBOOK = Link("facebook", "acme", "5", "https://www.facebook.com/{page}/posts/5")
OK, VIDEO_OF_OK = Link("ok", "1", "5", "https://ok.ru/group/1/topic/5"), Link("ok", "", "5", "https://ok.ru/video/5")
X = Link("x", "acme", "5", "https://x.com/{page}/status/5")
DZEN, SHORT_OF_DZEN = Link("dzen", "", "Ab1", "https://dzen.ru/a/Ab1"), Link("dzen", "", "Ab1", "https://dzen.ru/shorts/Ab1")
RUTUBE = Link("rutube", "", "ab1", "https://rutube.ru/video/ab1/")
POSTS = {
    "vk.com/wall-1_2": VK,
    "https://m.vk.com/wall-1_2": VK,
    "https://vk.ru/wall-1_2": VK,
    "https://vkontakte.ru/acme?w=wall-1_2": VK,
    "https://vkvideo.ru/video-1_2": VIDEO_OF_VK,
    "https://m.vkvideo.ru/clip-1_2": VIDEO_OF_VK,
    "https://vk.com/clip-1_2": VIDEO_OF_VK,
    "https://vk.com/clips/acme?z=clip-1_2": VIDEO_OF_VK,
    "https://vk.com/video/@acme?z=video-1_2%2Fpl_-1_-2": VIDEO_OF_VK,
    "https://t.me/acme/5": TELEGRAM,
    "t.me/s/acme/5": TELEGRAM,
    "https://telegram.me/acme/5": TELEGRAM,
    "https://telegram.dog/acme/5?single": TELEGRAM,
    "https://youtu.be/abc-efghij_?si=x": YOUTUBE,
    "https://m.youtube.com/watch?app=desktop&v=abc-efghij_": YOUTUBE,
    "https://music.youtube.com/watch?v=abc-efghij_": YOUTUBE,
    "https://youtube.com/shorts/abc-efghij_": YOUTUBE,
    "https://www.youtube.com/embed/abc-efghij_": YOUTUBE,
    "https://www.youtube-nocookie.com/embed/abc-efghij_": YOUTUBE,
    "https://youtube.com/v/abc-efghij_": YOUTUBE,
    "https://studio.youtube.com/video/abc-efghij_/analytics": YOUTUBE,
    "https://instagr.am/p/Ab_1": INSTAGRAM,
    "https://www.instagr.am/reel/Ab_1/": INSTAGRAM,
    "https://m.instagram.com/reels/Ab_1": INSTAGRAM,
    "https://fb.com/acme/posts/5": FACEBOOK,
    "https://m.facebook.com/acme/posts/5": FACEBOOK,
    "https://mbasic.facebook.com/acme/posts/5": FACEBOOK,
    "https://m.ok.ru/group/1/topic/5": OK,
    "https://odnoklassniki.ru/group/1/topic/5": OK,
    "https://ok.ru/video/5": VIDEO_OF_OK,
    "https://m.ok.ru/video/5": VIDEO_OF_OK,
    "https://x.com/acme/status/5": X,
    "https://twitter.com/acme/status/5": X,
    "https://mobile.twitter.com/acme/status/5": X,
    "https://dzen.ru/a/Ab1": DZEN,
    "https://zen.yandex.ru/a/Ab1": DZEN,
    "https://zen.yandex.com/a/Ab1": DZEN,
    "https://dzen.ru/shorts/Ab1": SHORT_OF_DZEN,
    "https://m.rutube.ru/video/ab1": RUTUBE,
    "https://rutube.ru/play/embed/ab1": RUTUBE,
    "https://rutube.ru/live/video/ab1/": RUTUBE,
    "https://rutube.ru/video/private/ab1/?p=x": RUTUBE._replace(spelling="https://rutube.ru/video/private/ab1/"),
}


@pytest.mark.parametrize(("address", "post"), POSTS.items())
def test_every_address_of_a_post_is_that_post(address, post):
    assert links.post(address) == post


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("https://instagram.com/share/p/Ab_1", "instagram"),  # a share has a code of its own
        ("https://instagram.com/share/reel/Ab_1", "instagram"),
        ("https://www.youtube.com/embed/videoseries?list=x", "youtube"),
        ("https://fb.me/acme", "facebook"),
        ("https://fb.watch/Ab1/", "facebook"),
        ("https://m.ok.ru/dk?st.cmd=altGroupMain&st.groupId=1", "ok"),
        ("https://zen.yandex.ru/media/acme/title-5f0a", "dzen"),
        ("https://yandex.ru/zen", ""),
        ("https://vm.tiktok.com/ZMabc/", "tiktok"),
    ],
)
def test_what_says_neither_page_nor_post_says_its_network_alone(address, network):
    assert (links.post(address), pages.profile(address), pages.network_of(address)) == (None, None, network)
