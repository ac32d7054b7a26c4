"""What gets in the way by the summary is a weakness of the balance; what the data lacks and what the law says are its threats."""

from dataclasses import replace

import pytest

from audits.criteria import criteria
from audits.report.facts import Scored
from audits.report.pages import opening, plan, quality
from audits.report.telling import Telling
from smmstrategy.reports.document import Bullets, Page
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full, poor


def of(*codes: str, scores: tuple[Scored, ...] = (), language: str = "en") -> tuple[Page, Page]:
    """The summary and the balance of a brand with the first finding of each of these codes."""
    facts = full()
    findings = tuple(next(f for f in (*facts.findings, *poor().findings) if f.code == code) for code in codes)
    telling = Telling(replace(facts, findings=findings, scores=scores), language)
    return opening.pages(telling)[1], next(page for page in plan.pages(telling) if page.key == "balance")


def lists(page: Page) -> dict[str, list[str]]:
    found = (block for block in page.blocks if isinstance(block, Bullets))
    return {write(one.heading, "en"): [write(item, "en").replace("\u00a0", " ") for item in one.items] for one in found}


def test_a_silence_is_a_weakness_and_what_the_data_lacks_a_threat() -> None:
    summary, balance = of("format_best", "silence", "few_posts")
    assert lists(summary)["What gets in the way"] == [
        "VK: too little to judge by, 12 posts",
        "Telegram: 25 days without a post, 2 July — 26 July",
    ]
    assert write(balance.title, "en").replace("\u00a0", " ") == "Data confirms 1 strength and 1 weakness"
    assert lists(balance)["Weaknesses"] == ["Telegram was silent for 25 days"]
    assert lists(balance)["Threats"][0] == "VK: too little to judge by, 12 posts"


def test_a_silence_alone_has_a_balance() -> None:
    _summary, balance = of("silence")
    assert write(balance.title, "en").replace("\u00a0", " ") == "Data confirms 1 weakness, no strength seen"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Данные и оценки экспертов показывают 2 сильные стороны и 2 слабые"),
        ("en", "Data and experts’ scores show 2 strengths and 2 weaknesses"),
    ],
)
def test_the_title_counts_what_the_lists_are_of(language: str, title: str) -> None:
    best, worst = criteria().groups[:2]
    scores = tuple(Scored(c.id, score) for group, score in ((best, 4), (worst, 0)) for c in group.criteria)
    _summary, balance = of("format_best", "silence", scores=scores, language=language)
    assert [len(items) for items in lists(balance).values()][:2] == [2, 2]
    assert write(balance.title, language).replace("\u00a0", " ") == title


def scored(scores: tuple[Scored, ...], language: str) -> list[list[str]]:
    """What follows the findings among strengths and weaknesses."""
    _summary, balance = of("format_best", "silence", scores=scores, language=language)
    found = [block for block in balance.blocks if isinstance(block, Bullets)]
    return [[write(item, language).replace("\u00a0", " ") for item in one.items[1:]] for one in found[:2]]


@pytest.mark.parametrize(
    ("language", "strength", "weakness", "alone"),
    [
        (
            "ru",
            "Оформление и присутствие: 4,0 по 3 из 5 критериев",
            "Визуальный стиль: 1,0 по 2 из 3 критериев",
            ["Единство с фирменным стилем: 1", "Узнаваемость в ленте: 1"],
        ),
        (
            "en",
            "Profiles and presence: 4.0 by 3 of 5 criteria",
            "Visual style: 1.0 by 2 of 3 criteria",
            ["Consistency with the brand book: 1", "Recognisable in the feed: 1"],
        ),
    ],
)
def test_a_group_is_judged_by_most_of_its_criteria_and_says_by_how_many(
    language: str, strength: str, weakness: str, alone: list[str]
) -> None:
    """Five criteria of presence and four of style apply; two of five are few, and so are two of four until one does not apply.

    Until then the weak ones of style stand for themselves.
    """
    presence, visual = criteria().groups[:2]
    good = tuple(Scored(one.id, 4) for one in presence.criteria[:3])
    bad = tuple(Scored(one.id, 1) for one in visual.criteria[:2])
    not_applied = (Scored(visual.criteria[2].id, is_applicable=False),)
    assert scored(good[:2] + bad, language) == [[], alone]
    assert scored(good + bad, language) == [[strength], alone]
    assert scored(good[:1] + bad + not_applied, language) == [[], [weakness]]


def test_a_group_of_which_all_criteria_are_scored_says_no_number_of_them() -> None:
    scores = tuple(Scored(one.id, 3) for one in criteria().groups[0].criteria)
    assert scored(scores, "en") == [["Profiles and presence: 3.0"], []]


@pytest.mark.parametrize("others", [(), (4,) * 4])
def test_a_criterion_that_needs_attention_is_a_weakness_of_its_own_where_its_group_is_none(others: tuple[int, ...]) -> None:
    """The slide of criteria and the balance behind it tell one story."""
    weak, *rest = criteria().groups[0].criteria[::-1]
    scores = (Scored(weak.id, 0), *(Scored(one.id, score) for one, score in zip(rest, others, strict=False)))
    telling = Telling(replace(full(), findings=(), scores=scores), "en")
    (said,) = (write(page.title, "en").replace("\u00a0", " ") for page in quality.pages(telling) if page.key == "criteria")
    _summary, balance = of("format_best", scores=scores)
    assert said == f"1 of {len(scores)} scored {'criteria' if others else 'criterion'} needs attention"
    assert lists(balance)["Weaknesses"] == [f"{weak.name.en}: 0"]
    assert write(balance.title, "en").replace("\u00a0", " ") == (
        f"Data and experts’ scores show {2 if others else 1} {'strengths' if others else 'strength'} and 1 weakness"
    )


def test_where_groups_are_among_them_both_sheets_that_have_all_are_named() -> None:
    scores = tuple(Scored(one.id, 4) for group in criteria().groups[:4] for one in group.criteria)
    balances = [of("format_best", "silence", scores=scores, language=language)[1] for language in ("ru", "en")]
    assert [write(one.subtitle, language).partition("; ")[2] for one, language in zip(balances, ("ru", "en"), strict=True)] == [
        "все\u00a0— в\u00a0книге, листы «Выводы» и\u00a0«Качественная оценка»",
        "all are in the workbook, sheets “Findings” and “Qualitative scores”",
    ]
