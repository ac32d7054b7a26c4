"""A source of traffic is said as a file's head has it: the source, then the medium, then the campaign."""

import pytest

from audits.report.wording.parts import as_in_the_file, source_name
from smmstrategy.metrics.imports.reading.records.values.slices import slice_of
from smmstrategy.reports.document import Part, Quote


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"source_medium": "m.vk.com / referral"}, "m.vk.com / referral"),
        ({"source_medium": "google / (none)"}, "google / (none)"),
        ({"source_medium": "(direct) / cpc"}, "(direct) / cpc"),
        ({"source": "google", "medium": "organic", "campaign": "spring"}, "google / organic / spring"),
        ({"utm_source": "vk", "utm_medium": "cpc", "utm_campaign": "spring", "utm_term": "shoes"}, "vk / cpc / spring / shoes"),
    ],
)
def test_the_source_comes_first_and_the_medium_behind_it(said: dict[str, str], shown: str):
    assert source_name(slice_of(said), "en") == Quote(shown)


@pytest.mark.parametrize(
    "said",
    [
        {"source_medium": "(direct) / (none)"},
        {"source": "(direct)"},
        {"source": "(direct)", "medium": "(none)", "campaign": "(not set)"},
    ],
)
def test_visits_without_a_source_are_said_in_words(said: dict[str, str]):
    assert [source_name(slice_of(said), language) for language in ("ru", "en")] == ["Прямые заходы", "Direct visits"]


def test_a_network_is_called_by_its_name():
    assert source_name("social_network=vk", "en") == "VK"


def test_a_source_known_by_its_content_alone_is_called_by_it():
    assert source_name("content=banner", "en") == Quote("banner")


@pytest.mark.parametrize(
    ("name", "ru", "en"),
    [
        ("Переходы из поисковых систем", Quote("Переходы из поисковых систем"), "Search engine traffic"),
        ("Прямые заходы", Quote("Прямые заходы"), "Direct visits"),
        ("Direct traffic", "Прямые заходы", Quote("Direct traffic")),
        ("Organic Search", "Бесплатный поиск", Quote("Organic Search")),
        ("Рекомендуемые видео", Quote("Рекомендуемые видео"), "Suggested videos"),
        ("yandex", Quote("yandex"), Quote("yandex")),
    ],
)
def test_what_an_analytics_service_calls_a_source_is_said_in_the_language_of_the_document(name: str, ru: Part, en: Part):
    assert [source_name(slice_of({"source": name}), language) for language in ("ru", "en")] == [ru, en]
    assert as_in_the_file(slice_of({"source": name}), 200) == Quote(name)


def test_a_name_that_is_one_of_several_tags_stays_as_it_is():
    assert source_name(slice_of({"source": "news.ru", "medium": "Referral"}), "ru") == Quote("news.ru / Referral")


@pytest.mark.parametrize("tag", ["source", "source_detail", "traffic_source", "medium"])
def test_a_source_or_the_group_it_belongs_to_is_said_in_the_language_of_the_document(tag: str):
    assert source_name(slice_of({tag: "Реклама"}), "en") == "Advertising"


@pytest.mark.parametrize("tag", ["campaign", "content", "term", "referrer"])
def test_what_people_call_a_campaign_is_nobody_s_name_of_a_source(tag: str):
    assert source_name(slice_of({tag: "Реклама"}), "en") == Quote("Реклама")
