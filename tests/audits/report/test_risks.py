"""The slide of risks names the rules of the version the audit froze, on the day it was sealed."""

from dataclasses import replace
from datetime import date

from audits.report.pages import risks
from audits.report.telling import Telling
from smmstrategy.reports.document import Day
from tests.audits.report import builder

NOVEMBER = date(2026, 11, 28)


def named(facts):
    return [rule.id for rule in risks.rules(Telling(facts, "en"))]


def test_rules_are_those_of_the_day_the_audit_was_sealed():
    facts = builder.full()
    assert {account.network for account in facts.evidence.accounts if account.role == "own"} == {
        "vk",
        "telegram",
        "youtube",
        "ok",
        "website",
    }
    assert named(replace(facts, law_on=date(2022, 8, 31))) == []
    assert named(replace(facts, law_on=date(2022, 9, 1))) == ["marking"]
    assert named(replace(facts, law_on=NOVEMBER)) == ["restricted", "register", "marking", "consent", "language"]


def test_the_slide_says_up_to_which_day_the_rules_were_followed():
    assert Day(date(2026, 4, 30)) in risks.page(Telling(builder.full(), "ru")).subtitle
