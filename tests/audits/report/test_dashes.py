"""A dash in the table of what is known has the reason of the account it stands for."""

from dataclasses import replace

import pytest

from audits.evidence import Evidence, Missing
from audits.measures.assembly import TrackedAccount, assemble
from audits.report.pages import data
from audits.report.telling import Telling
from smmstrategy.reports.document import Page, Table
from tests.audits.report.test_one_story import facts, text
from tests.audits.report.test_some_accounts import SITE
from tests.audits.synthetic import NOW
from tests.audits.test_same_accounts import ALWAYS, SINCE_FEBRUARY, TELEGRAM, VK, daily, level, measured

OK = TrackedAccount(4, "ok", "ok", "ok", "", "own", "")


def page(evidence: Evidence, language: str = "en") -> Page:
    return data.pages(Telling(facts(evidence), language))[0]


def dashes(evidence: Evidence, language: str = "en") -> str:
    """What is said after the shares of each and of all measures."""
    return "".join(text(page(evidence, language).subtitle, language).split("; ", 2)[2:])


def evidence(*accounts: TrackedAccount) -> Evidence:
    """VK has reach; Odnoklassniki could, and its file lacks it. Of Telegram followers are known alone, of the website visits."""
    frames = [daily(1, ALWAYS, likes=5.0, reach=100.0), daily(4, ALWAYS, likes=5.0)]
    days = [*level(2, "followers", NOW, 1000), *level(5, "visits", NOW, 10)]
    ids = {account.id for account in accounts}
    return assemble(measured([f for f in frames if f["account_id"][0] in ids], (d for d in days if d[0] in ids), accounts))


def test_what_a_file_lacks_is_not_said_to_be_no_measure_of_the_network() -> None:
    assert dashes(evidence(VK, OK)) == "a dash: the network or file does not give it, or its column was not taken"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "a dash: the network has no such measure, not imported (Telegram) "
            "and the network or file does not give it, or its column was not taken (Odnoklassniki)",
        ),
        (
            "ru",
            "прочерк — у площадки этого нет, данные не загружены (Telegram) "
            "и площадка или файл этого не отдаёт, либо столбец не взят (Одноклассники)",
        ),
    ],
)
def test_of_several_reasons_each_names_its_accounts(language: str, said: str) -> None:
    """No account has all measures: visits are of websites, followers of the others. Of Telegram no posts were imported."""
    assert dashes(evidence(VK, TELEGRAM, OK, SITE), language) == said


def test_of_an_account_known_to_be_silent_there_were_no_posts() -> None:
    known = measured([daily(1, ALWAYS, likes=5.0)], level(4, "followers", NOW, 1000), (VK, OK))
    silent = replace(known, rows=replace(known.rows, watched={1: (ALWAYS,), 4: (ALWAYS,)}))
    assert dashes(assemble(silent)) == "a dash: there were no posts"


def test_without_a_dash_none_is_explained() -> None:
    both = assemble(measured([daily(1, ALWAYS, likes=5.0), daily(4, ALWAYS, likes=5.0)], (), (VK, OK)))
    (table,) = (block for block in page(both).blocks if isinstance(block, Table))
    assert "—" not in [cell for row in table.rows for cell in row.cells]
    assert dashes(both) == ""


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("ru", ["Аккаунт", "Месяцев с данными", "Публикаций", "Дни публикаций", "Данных"]),
        ("en", ["Account", "Months with data", "Posts", "Days of posts", "Data"]),
    ],
)
def test_the_days_of_which_posts_are_known_are_not_called_posts(language: str, heads: list[str]) -> None:
    """Of VK posts are known since February: 150 of 181 days."""
    one = page(assemble(measured([daily(1, SINCE_FEBRUARY), daily(2, NOW)])), language)
    table = next(block for block in one.blocks if isinstance(block, Table))
    assert [text(column.title, language) for column in table.columns] == heads
    assert text((table.rows[0].cells[3],), language).removesuffix(" %").removesuffix("%") == "83"


def of_telegram(*others: TrackedAccount, of_no_post: tuple[int, ...] = ()) -> Evidence:
    """A file of Telegram's that gives reach, which the network is not known for."""
    posts = [daily(one.id, ALWAYS, likes=5.0) for one in others if one.id not in of_no_post]
    days = [row for account_id in of_no_post for row in level(account_id, "followers", ALWAYS, 1000)]
    return assemble(measured([daily(2, ALWAYS, likes=5.0, reach=80.0), *posts], days, (TELEGRAM, *others)))


def known(found: Evidence, code: str) -> list[tuple]:
    return [(row.account_id, row.known, row.expected, row.reason) for row in found.coverage if row.metric == code]


def test_what_is_known_of_a_network_that_is_not_known_to_give_it_is_covered() -> None:
    """Nothing of it is known of Odnoklassniki, whose network gives it, nor of YouTube, whose network does not."""
    youtube = replace(OK, id=6, network="youtube")
    assert known(of_telegram(OK, youtube), "reach") == [(2, 181, 181, ""), (4, 0, 181, Missing.NOT_GIVEN)]
    assert dashes(of_telegram(OK, youtube)) == (
        "a dash: the network or file does not give it, or its column was not taken (Odnoklassniki) "
        "and the network has no such measure (YouTube)"
    )


def test_what_one_account_of_a_network_has_is_not_said_to_be_no_measure_of_it_for_another() -> None:
    other = replace(TELEGRAM, id=7, name="other")
    assert known(of_telegram(other), "reach") == [(2, 181, 181, ""), (7, 0, 181, Missing.NOT_GIVEN)]
    assert dashes(of_telegram(other)) == "a dash: the network or file does not give it, or its column was not taken"
    found = of_telegram(other)
    known_of, could = found.own.some_of(found.own.now.numbers["reach.median"])
    assert (known_of.value, could.value) == (1, 2)
    assert dashes(of_telegram(other, of_no_post=(7,))) == "a dash: not imported"
