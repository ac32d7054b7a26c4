"""Rules of law concern an account by its network, its size and the day."""

from datetime import date

from smmstrategy.law.rules import law

NOVEMBER = date(2026, 11, 28)


def concerning(network, followers, day):
    return [rule.id for rule in law().rules if rule.concerns(network, followers, day)]


def test_a_rule_concerns_the_networks_it_names_or_every_other():
    assert concerning("vk", 500, NOVEMBER) == ["marking", "consent", "language"]
    assert concerning("instagram", 500, NOVEMBER) == ["prohibited", "marking", "consent", "language"]
    assert concerning("telegram", 500, NOVEMBER) == ["restricted", "marking", "consent", "language"]


def test_a_large_page_belongs_into_the_register_from_ten_thousand_followers():
    assert "register" not in concerning("vk", 9_999, NOVEMBER)
    assert "register" in concerning("vk", 10_000, NOVEMBER)
    assert "register" not in concerning("vk", None, NOVEMBER)


def test_a_rule_concerns_nobody_before_its_day():
    assert concerning("telegram", 10_000, date(2022, 8, 31)) == []
    assert concerning("telegram", 10_000, date(2024, 12, 31)) == ["marking"]
    assert concerning("telegram", 10_000, date(2025, 1, 1)) == ["register", "marking"]
    assert "register" not in concerning("max", 10_000, date(2026, 3, 17))
    assert "register" in concerning("max", 10_000, date(2026, 3, 18))
