"""The plan leads to a slide only where that slide shows what the opportunity rests on, of the account it is about."""

from dataclasses import replace
from decimal import Decimal
from types import ModuleType

from audits.evidence import Finding
from audits.report.facts import Opportunity
from audits.report.pages import competitors, data, engagement, networks, plan, scorecard, volume
from audits.report.telling import Telling
from smmstrategy.reports.document import Page, SlideNumber, Table, Text
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full

WORKBOOK = "workbook, “Findings”"  # where no slide shows it


def bases(*findings: Finding, pages: tuple[ModuleType, ...], chosen: tuple[Opportunity, ...] = ()) -> dict[str, str]:
    """The page that each opportunity of the plan leads to, behind these pages."""
    facts = full()
    others = tuple(f for f in facts.findings if f.code in ("traffic", "traffic_source", "best_time", "format_best"))
    telling = Telling(replace(facts, findings=(*findings, *others), opportunities=chosen), "en")
    for family in pages:
        family.pages(telling)
    planned = next(page for page in plan.pages(telling) if page.key == "plan")
    return {write(row.cells[0], "en"): led_to(row.cells[1]) for row in rows(planned)}


def rows(page: Page) -> tuple:
    return next(block for block in page.blocks if isinstance(block, Table)).rows


def led_to(cell: Text) -> str:
    return next((part.page for part in cell if isinstance(part, SlideNumber)), write(cell, "en"))


def found(code: str, subject: str, direction: int, strength: str) -> Finding:
    one = next(finding for finding in full().findings if finding.code == code)
    return replace(one, subject=subject, direction=direction, strength=Decimal(strength))


def against(window: str, finding: Finding) -> Finding:
    return replace(finding, words=finding.words | {"against": window})


def test_a_slide_that_tells_it_of_another_account_is_no_basis() -> None:
    fell, rose = found("er_change", "account-2", -1, "0.6"), found("er_change", "account-1", 1, "0.2")
    found_of_both = bases(fell, rose, pages=(engagement,))
    assert found_of_both["Telegram: review posts whose response fell and bring back the topics that engaged"] == "engagement"
    assert found_of_both["VK: secure what raised the response: write it down and make it a series"] == WORKBOOK


def test_a_chosen_one_rests_on_what_recommends_it_in_whatever_language_it_was_taken() -> None:
    fell, rose = found("er_change", "account-2", -1, "0.6"), found("er_change", "account-1", 1, "0.2")
    raised, review = "Закрепить то, что подняло отклик: описать приёмы и внести в рубрикатор", "Review posts whose response fell"
    own_words = ("Think again", "er_change"), ("Tag links", "traffic"), ("Write more", "")
    chosen = [(raised, "er_change"), (f"{review} and bring back the topics that engaged", "er_change"), *own_words]
    listed = tuple(Opportunity(title, 3, 3, 30, code) for title, code in chosen)
    assert bases(fell, rose, pages=(engagement,), chosen=listed) == {
        raised: WORKBOOK,
        f"{review} and bring back the topics that engaged": "engagement",
        "Think again": "engagement",
        "Tag links": WORKBOOK,
        "Write more": "—",
    }


def test_the_slide_of_a_silence_is_its_basis() -> None:
    assert bases(found("silence", "account-2", 0, "0"), pages=(volume,))[
        "Telegram: name an owner and keep spare posts for silences"
    ] == ("volume")


def test_the_slide_of_accounts_is_the_basis_of_a_silence_that_no_slide_is_titled_by() -> None:
    """It lists how long each account was silent."""
    silent, spare = found("silence", "account-2", 0, "0"), "Telegram: name an owner and keep spare posts for silences"
    assert [bases(silent, pages=pages)[spare] for pages in ((data,), (data, volume))] == ["presence", "volume"]


def test_whoever_is_ahead_stands_among_the_competitors() -> None:
    """The title is about another one, who is behind."""
    rank = found("rank", "own", 0, "0")
    numbers = {"own": rank.numbers["own"], "theirs": rank.numbers["best"], "n": rank.numbers["of"]}
    words = {"competitor": "Турка", "measure": "er_view.median", "networks": "vk"}
    behind = replace(rank, code="competitor_behind", subject="competitor-2", numbers=numbers, words=words, strength=Decimal(1))
    ahead = replace(behind, code="competitor_ahead", subject="competitor-1", strength=Decimal("0.5"))
    led = bases(behind, ahead, pages=(competitors,))
    assert led["Study the leader’s best posts and try three of their techniques"] == "competitors_map"


def test_the_slide_whose_table_has_the_change_of_an_account_is_its_basis_where_no_slide_is_titled_by_it() -> None:
    """The table of networks has the rates of each account beside those of the half-year before, none beside those of a year ago."""
    fell, rose, why = (
        against("before", finding)
        for finding in (
            found("er_change", "account-2", -1, "0.6"),
            found("er_change", "account-1", 1, "0.2"),
            found("er_why", "account-1", 1, "0.5"),
        )
    )
    review, secure, push = (
        "Telegram: review posts whose response fell and bring back the topics that engaged",
        "VK: secure what raised the response: write it down and make it a series",
        "VK: carry what raised the response over to other formats and accounts",
    )
    led = bases(fell, rose, why, pages=(networks,))
    assert {led[text] for text in (review, secure, push)} == {"networks"}
    led = bases(fell, rose, pages=(networks, engagement))
    assert (led[review], led[secure]) == ("engagement", "networks")
    assert bases(fell, against("year_earlier", rose), pages=(networks, engagement))[secure] == WORKBOOK


def test_the_scorecard_is_the_basis_of_what_it_lists_of_all_accounts() -> None:
    reach = replace(found("er_change", "own", -1, "0.3"), code="reach_change")
    reach = replace(reach, words={"measure": "reach.median", "against": "year_earlier"})
    assert "scorecard" in bases(reach, pages=(scorecard,)).values()
