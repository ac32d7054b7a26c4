"""A website of the brand is counted beside its accounts, as none of them."""

from dataclasses import replace

import pytest

from audits.evidence import Finding, Severity
from audits.measures.numbers import count
from audits.report.facts import Facts
from audits.report.pages import data
from audits.report.telling import Telling
from audits.report.titles import titled
from tests.audits.report import builder
from tests.audits.report.test_one_story import text


def kept(websites: int, networks: int, level: str = "enough") -> Facts:
    """A brand with so many websites, known as well as this, and accounts; nothing is found of them."""
    *social, site = builder.OWN
    sites = (replace(site, id=site.id + n, name=f"{site.name}/{n}") for n in range(websites))
    facts = builder.kept(*social[:networks], *sites)
    tracked = tuple(replace(a, sufficiency="enough" if a.is_social else level) for a in facts.evidence.accounts)
    return replace(facts, evidence=replace(facts.evidence, accounts=tracked), findings=())


def titles(facts: Facts, language: str) -> list[str]:
    """What the slide of the data and that of the accounts are titled."""
    return [text(page.title, language).split(",")[0] for page in data.pages(Telling(facts, language))]


@pytest.mark.parametrize(
    ("websites", "networks", "ru", "en"),
    [
        (1, 4, "Бренд ведёт сайт и 4 аккаунта", "The brand runs a website and 4 accounts with 62"),
        (2, 1, "Бренд ведёт 2 сайта и 1 аккаунт", "The brand runs 2 websites and 1 account with 9"),
        (0, 3, "Бренд ведёт 3 аккаунта", "The brand runs 3 accounts with 41"),
        (2, 0, "Бренд ведёт 2 сайта", "The brand runs 2 websites"),
    ],
)
def test_the_slide_of_the_accounts_counts_websites_beside_them(websites: int, networks: int, ru: str, en: str) -> None:
    known = kept(websites, networks)
    assert [titles(known, language)[1] for language in ("ru", "en")] == [ru, en]


@pytest.mark.parametrize(
    ("websites", "level", "ru", "en"),
    [
        (
            1,
            "enough",
            "Данных достаточно по всем аккаунтам и сайту: 3 из 3",
            "Data is sufficient for every account and the website: 3 of 3",
        ),
        (1, "none", "Данных достаточно по 2 из 3 аккаунтов и сайтов; ", "Data is sufficient for 2 of 3 accounts and websites; "),
        (0, "enough", "Данных достаточно по всем аккаунтам: 2 из 2", "Data is sufficient for every account: 2 of 2"),
    ],
)
def test_the_slide_of_the_data_says_of_what_it_is_enough(websites: int, level: str, ru: str, en: str) -> None:
    known = kept(websites, 2, level)
    said = [titles(known, language)[0] for language in ("ru", "en")]
    assert [said[0][: len(ru)], said[1][: len(en)]] == [ru, en]


def test_so_does_a_title_of_what_data_lacks() -> None:
    numbers = {code: count("audit", code, n) for code, n in (("without", 1), ("accounts", 3), ("incomplete", 2))}
    known = kept(1, 2)
    numbers["coverage"] = known.evidence.totals["coverage"]
    lacking = Finding("data_gaps", Severity.WARNING, "own", numbers)
    said = [text(titled(Telling(known, language), lacking), language) for language in ("ru", "en")]
    assert ["по 1 из 3 аккаунтов и сайтов их нет" in said[0], "lacks 1 of 3 accounts and websites" in said[1]] == [True, True]
