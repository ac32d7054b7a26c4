"""What is to be done stands in the order worth doing, and names the accounts it is about."""

from dataclasses import dataclass, replace

import pytest

from audits.evidence import Finding, Severity
from audits.findings.codes import ABOUT_DATA
from audits.opportunities import in_order, recommendations
from audits.report.opportunities import ListedOpportunity, opportunities
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full


@dataclass(frozen=True)
class One:
    impact: int
    effort: int
    horizon_days: int = 30


def test_quick_wins_come_before_what_is_worth_more_for_its_effort() -> None:
    slight, quick, quicker, late = One(3, 1), One(5, 2), One(4, 1), One(5, 1, 120)
    assert in_order([late, slight, quick, quicker]) == [quicker, quick, late, slight]


def of(*subjects: str, language: str = "en") -> ListedOpportunity:
    facts = full()
    found = tuple(Finding("er_change", Severity.BAD, subject, {}, {"measure": "er_view.median"}, -1) for subject in subjects)
    (one,) = opportunities(Telling(replace(facts, findings=found, opportunities=()), language))
    return one


def told(*subjects: str) -> str:
    return write(of(*subjects).text, "en")


@pytest.mark.parametrize(
    ("subjects", "accounts"),
    [(("own",), ""), (("own", "account-3"), ""), (("account-3",), "YouTube: "), (("account-1", "account-3"), "VK and YouTube: ")],
)
def test_what_concerns_some_accounts_names_them(subjects: tuple[str, ...], accounts: str) -> None:
    everywhere = told("own")
    said = told(*subjects)
    assert said == (accounts + everywhere[:1].lower() + everywhere[1:] if accounts else everywhere)


@pytest.mark.parametrize(
    ("language", "accounts", "text", "in_full"),
    [
        ("en", 4, "4 of 5 accounts and websites", "VK, Telegram, YouTube and Odnoklassniki"),
        ("ru", 4, "4 из 5 аккаунтов и сайтов", "ВКонтакте, Telegram, YouTube и Одноклассники"),
        ("en", 5, "All 5 accounts and websites", "VK, Telegram, YouTube, Odnoklassniki and Website"),
        ("ru", 5, "Все 5 аккаунтов и сайтов", "ВКонтакте, Telegram, YouTube, Одноклассники и Сайт"),
    ],
)
def test_more_than_three_accounts_are_counted_on_slides_and_named_in_the_workbook(
    language: str, accounts: int, text: str, in_full: str
) -> None:
    one = of(*(f"account-{n + 1}" for n in range(accounts)), language=language)
    said = [write(each, language).replace("\u00a0", " ").partition(": ") for each in (one.text, one.in_full)]
    assert [accounts for accounts, *_rest in said] == [text, in_full]
    assert said[0][2] == said[1][2] == write(of("account-1", language=language).text, language).partition(": ")[2]


def test_what_is_to_be_done_about_data_fits_one_account_and_several() -> None:
    titles = [one.title for one in recommendations() if one.finding in (*ABOUT_DATA, "dormant_account")]
    assert [title for title in titles if "аккаунт" in title.ru or "account" in title.en] == []
