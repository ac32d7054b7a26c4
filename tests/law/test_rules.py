"""Rules of law concern an account by its network, its size and the day."""

import json
from datetime import date

from smmstrategy.law import rules
from smmstrategy.law.rules import law, rules_ever

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


def test_rules_of_all_versions_are_those_that_documents_can_name(tmp_path, monkeypatch):
    for version, act in (("8", "108-ФЗ"), ("9", "109-ФЗ")):
        rule = {"id": "marking", "since": {"*": "2022-09-01"}, "ru": ["Имя", act, "Дело"], "en": ["Name", act, "Act"]}
        stored = {"version": version, "as_of": "2026-04-30", "rules": [rule]}
        (tmp_path / f"rules-{version}.json").write_text(json.dumps(stored))
    monkeypatch.setattr(rules, "DATA", tmp_path)
    assert [rule.basis.ru for rule in rules_ever()] == ["108-ФЗ", "109-ФЗ"]
