"""Codes and days as pages say them."""

from datetime import date

from django.utils.timezone import override as zone
from django.utils.translation import override

from smmstrategy.days import day, moment, month, months
from smmstrategy.templatetags.names import network


def test_a_network_is_called_by_its_name_and_an_unknown_code_stays():
    with override("ru"):
        assert [network(code) for code in ("ok", "telegram", "orkut")] == ["Одноклассники", "Telegram", "orkut"]


def test_months_are_small_in_russian_sentences_and_capital_in_english():
    said = []
    for language in ("ru", "en"):
        with override(language):
            said.append(month(date(2026, 5, 1)))
    assert said == ["май 2026", "May 2026"]


def test_months_of_one_year_name_it_once():
    halves = [(date(2026, 5, 1), date(2026, 10, 31)), (date(2025, 11, 1), date(2026, 4, 30)), (date(2026, 5, 1), date(2026, 5, 31))]
    said = {}
    for language in ("ru", "en"):
        with override(language):
            said[language] = [months(*half) for half in halves]
    assert said == {
        "ru": ["май – октябрь 2026", "ноябрь 2025 – апрель 2026", "май 2026"],
        "en": ["May – October 2026", "November 2025 – April 2026", "May 2026"],
    }


def test_a_day_kept_as_text_is_a_day_again():
    assert day("2026-05-01") == date(2026, 5, 1)


def test_moments_kept_as_text_are_said_in_the_page_s_zone_and_other_words_stay():
    with override("en"), zone("Europe/Moscow"):
        said = [moment(text) for text in ("2026-05-01", "2026-05-01T22:30:00.123456+00:00", "20260501", "2026-05")]
    assert said == ["1 May 2026", "2 May 2026, 01:30", "20260501", "2026-05"]
