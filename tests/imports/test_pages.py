"""What an address says of whose page it is, whoever asks."""

import pytest

from smmstrategy.metrics.imports.reading.cells.pages import handle_in, network_of, profile

PAGES = {
    "https://vk.com/club1": "vk:club1",
    "vk.com/public1": "vk:club1",
    "https://m.vk.com/event1?from=top": "vk:club1",
    "https://vk.ru/acme.shop": "vk:acme.shop",
    "https://vk.com/@acme": "vk:acme",
    "https://ok.ru/group/5123": "ok:5123",
    "https://m.ok.ru/profile/77/": "ok:profile77",
    "https://ok.ru/acme/topics": "ok:acme",
    "https://t.me/s/acme": "telegram:acme",
    "t.me/acme": "telegram:acme",
    "https://telegram.me/acme?boost": "telegram:acme",
    "https://www.youtube.com/@acme/videos": "youtube:acme",
    "https://m.youtube.com/channel/UC-a_1/about": "youtube:UC-a_1",
    "https://youtube.com/c/Acme": "youtube:Acme",
    "https://youtube.com/user/acme#top": "youtube:acme",
    "https://youtube.com/@%D0%B0%D0%BA%D0%BC%D0%B5": "youtube:акме",
    "https://www.instagram.com/acme/reels/": "instagram:acme",
    "https://facebook.com/acme/posts": "facebook:acme",
    "https://web.facebook.com/profile.php?id=100": "facebook:100",
    "https://www.facebook.com/pages/Acme-Inc/200/": "facebook:200",
    "https://fb.com/acme": "facebook:acme",
    "https://www.facebook.com/p/Acme-Inc-61550/": "facebook:61550",
    "https://odnoklassniki.ru/acme": "ok:acme",
    "https://www.instagram.com/acme2.0/": "instagram:acme2.0",
    "https://x.com/acme#top": "x:acme",
    "https://mobile.twitter.com/acme/with_replies": "x:acme",
    "https://www.tiktok.com/@acme?lang=ru": "tiktok:acme",
    "https://dzen.ru/id/5f0a": "dzen:5f0a",
    "https://dzen.ru/acme?tab=articles": "dzen:acme",
    "https://rutube.ru/channel/23/videos/": "rutube:23",
    "https://rutube.ru/u/acme/": "rutube:acme",
    "https://max.ru/id77_biz": "max:id77_biz",
    "https://www.linkedin.com/company/acme/posts/": "linkedin:acme",
    "https://ru.linkedin.com/company/acme": "linkedin:acme",
    "https://ru-ru.facebook.com/acme": "facebook:acme",
    "https://new.vk.com/acme": "vk:acme",
    "https://vkontakte.ru/acme": "vk:acme",
    "https://telegram.dog/s/acme": "telegram:acme",
    "https://instagr.am/acme/": "instagram:acme",
    "https://zen.yandex.ru/acme": "dzen:acme",
    "https://zen.yandex.com/id/5f0a": "dzen:5f0a",
    "zen.yandex.ru/media/acme": "dzen:acme",
    "https://zen.yandex.ru/media/id/5f0a": "dzen:5f0a",
    "https://rutube.ru/video/person/23/": "rutube:23",
}


@pytest.mark.parametrize(("address", "page"), PAGES.items())
def test_the_address_of_a_page_says_its_network_and_handle(address, page):
    network, _colon, handle = page.partition(":")
    assert (":".join(profile(address) or ()), network_of(address), handle_in("", address)) == (page, network, handle)


@pytest.mark.parametrize(
    "address",
    [
        "https://t.me/+AbC-1",
        "https://t.me/joinchat/AbC",
        "https://vk.com/feed",
        "https://vk.com/photo1_2",
        "https://away.vk.com/away.php?to=acme.example",
        "https://vk.com/@acme-our-news",
        "https://youtube.com/watch?v=AbCdEfGhIjK",
        "https://youtu.be/AbCdEfGhIjK",
        "https://youtu.be/abc",
        "https://www.youtu.be/abc?t=5",
        "https://fb.watch/abc/",
        "https://vm.tiktok.com/ZMabc/",
        "https://www.instagram.com/reel/AbC/",
        "https://facebook.com/story.php?id=1",
        "https://ok.ru/group",
        "https://facebook.com/p/Acme",
        "https://ok.ru/profile/",
        "https://max.ru/join/AbC",
        "vk.com",
    ],
)
def test_another_address_of_a_network_says_no_handle(address):
    assert (profile(address), handle_in("", address)) == (None, "")


@pytest.mark.parametrize(
    ("said", "handle"),
    [
        ("https://t.me/acme/5", "acme"),
        ("https://ok.ru/profile/77/statuses/5", "profile77"),
        ("https://ok.ru/group/77/topic/5", "77"),
        ("https://ok.ru/acme/topic/5", "acme"),
        ("https://ru-ru.facebook.com/acme/posts/5", "acme"),
        ("https://new.vk.com/wall-1_5", "club1"),
        ("acme.notvk.com/wall-1_5", "acme.notvk.com/wall-1_5"),
        ("@acme", "acme"),
        ("1234.0", "1234.0"),
        ("https://odnoklassniki.ru/group/77/topic/5", "77"),
        ("https://acme.example/blog/", "acme.example/blog"),
        ("Кофейня на углу", "Кофейня на углу"),
    ],
)
def test_a_handle_is_found_in_what_is_no_address_of_a_page(said, handle):
    assert (profile(said), handle_in("", said)) == (None, handle)


@pytest.mark.parametrize("said", ["@acme", "1234.0", "https://acme.example/blog/", "Кофейня на углу"])
def test_what_is_no_address_in_a_network_names_none(said):
    assert network_of(said) == ""
