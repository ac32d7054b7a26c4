"""What experts say stands in the documents in full, also of criteria that do not apply and of what can rise no further."""

from dataclasses import replace

import pytest

from audits.criteria import criteria
from audits.report.facts import MaturityLevel, Scored
from audits.report.pages import maturity, quality
from audits.report.sheets import judgement
from audits.report.telling import Telling
from smmstrategy.reports.document import Chart, Quote, Table
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full

LINK = "https://example.com/1"


def of_one_criterion(*, comment: str, evidence: str) -> list[tuple]:
    """The cells after the weight of the one criterion that somebody spoke of: it does not apply."""
    said = Scored("visual.recognition", is_applicable=False, comment=comment, evidence=evidence)
    telling = Telling(replace(full(), scores=(Scored("visual.quality", 3), said)), "en")
    sheet = next(sheet for sheet in judgement.sheets(telling) if sheet.name == "Qualitative scores")
    return [row[3:] for row in sheet.grids[1].rows if isinstance(row[4], tuple | str)]


def groups_listed(groups: int) -> list[tuple[str, str]]:
    """The table beside the chart of so many groups, each scored 1 but for the last two, which are scored 2 and 3."""
    chosen = criteria().groups[:groups]
    each = dict.fromkeys((group.id for group in chosen), 1) | {chosen[-2].id: 2, chosen[-1].id: 3}
    scores = tuple(Scored(criterion.id, each[group.id]) for group in chosen for criterion in group.criteria)
    page = next(one for one in quality.pages(Telling(replace(full(), scores=scores), "en")) if one.key == "quality")
    (table,) = (block for block in page.blocks if isinstance(block, Table))
    return [tuple(write(cell if isinstance(cell, tuple) else (cell,), "en") for cell in row.cells) for row in table.rows]


def test_groups_for_which_the_table_has_no_room_are_counted_with_the_least_of_their_scores() -> None:
    *listed, others, overall = groups_listed(11)
    assert [score for _, score in listed] == ["1.0"] * 8
    assert others == ("3 more groups, in the chart", "≥ 1.0")
    assert overall[0] == "Overall"
    assert [score for _, score in groups_listed(9)] == ["1.0"] * 7 + ["2.0", "3.0"] + [groups_listed(9)[-1][1]]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "; без оценки — 34 из 49 критериев; 1 группа, где оценено не больше половины, здесь не показана"),
        ("en", "; 34 of 49 criteria not scored; 1 group with at most half of them scored is not shown"),
    ],
)
def test_a_group_of_few_scored_criteria_has_no_score_and_the_slide_counts_it(language: str, said: str) -> None:
    """Five, four and four criteria of three groups are scored, and of the fourth, of five, two with the lowest score."""
    *whole, part = criteria().groups[:4]
    scores = tuple(Scored(one.id, 3) for group in whole for one in group.criteria)
    scores += tuple(Scored(one.id, 0) for one in part.criteria[:2])
    page = next(p for p in quality.pages(Telling(replace(full(), scores=scores), language)) if p.key == "quality")
    assert write(page.subtitle, language).replace("\u00a0", " ").endswith(said)
    (chart,) = (block for block in page.blocks if isinstance(block, Chart))
    assert chart.categories == tuple(group.name.in_language(language) for group in whole)


def test_why_a_criterion_does_not_apply_stands_beside_it_with_its_evidence() -> None:
    assert of_one_criterion(comment="One logo for 3 brands", evidence=LINK) == [
        (None, ("not applicable: ", Quote("One logo for 3 brands")), Quote(LINK, LINK))
    ]
    assert of_one_criterion(comment="", evidence="") == [(None, "not applicable", None)]


def levels_titled(levels: dict[str, int], language: str) -> str:
    assessed = tuple(MaturityLevel(dimension, level) for dimension, level in levels.items())
    (page,) = (page for page in maturity.pages(Telling(replace(full(), maturity=assessed), language)) if page.key == "levels")
    return write(page.title, language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("levels", "ru", "en"),
    [
        (
            {"strategy": 1},
            "На первых двух уровнях — 1 из 1 измерения",
            "1 of 1 dimension is at the first two levels",
        ),
        (
            {"strategy": 2, "content": 3},
            "На первых двух уровнях — 1 из 2 измерений",
            "1 of 2 dimensions is at the first two levels",
        ),
        (
            {"strategy": 2, "content": 1},
            "На первых двух уровнях — 2 из 2 измерений",
            "2 of 2 dimensions are at the first two levels",
        ),
        (
            {"strategy": 3},
            "На первых двух уровнях нет ни одного измерения, оценено 1",
            "No dimension is at the first two levels, 1 is assessed",
        ),
        (
            {"strategy": 3, "content": 4},
            "На первых двух уровнях нет ни одного измерения, оценено 2",
            "No dimension is at the first two levels, 2 are assessed",
        ),
    ],
)
def test_dimensions_at_the_first_levels_are_counted_as_the_language_counts(levels: dict[str, int], ru: str, en: str) -> None:
    assert (levels_titled(levels, "ru"), levels_titled(levels, "en")) == (ru, en)


def criteria_titled(scores: dict[str, int], language: str) -> str:
    scored = tuple(Scored(criterion, score) for criterion, score in scores.items())
    (page,) = (page for page in quality.pages(Telling(replace(full(), scores=scored), language)) if page.key == "criteria")
    return write(page.title, language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("scores", "ru", "en"),
    [
        ((0,), "Требует внимания 1 из 1 оценённого критерия", "1 of 1 scored criterion needs attention"),
        ((1, 1, 4), "Требуют внимания 2 из 3 оценённых критериев", "2 of 3 scored criteria need attention"),
        ((4,), "Внимания не требует ни один из критериев, оценено 1", "No criterion needs attention, 1 is scored"),
        ((3, 4), "Внимания не требует ни один из критериев, оценено 2", "No criterion needs attention, 2 are scored"),
    ],
)
def test_criteria_that_need_attention_are_counted_as_the_language_counts(scores: tuple[int, ...], ru: str, en: str) -> None:
    of_first_group = (criterion.id for criterion in criteria().groups[0].criteria)
    given = dict(zip(of_first_group, scores, strict=False))
    assert (criteria_titled(given, "ru"), criteria_titled(given, "en")) == (ru, en)


def test_after_the_last_level_there_is_no_next_one() -> None:
    assessed = (MaturityLevel("strategy", 5), MaturityLevel("content", 4))
    (page,) = (page for page in maturity.pages(Telling(replace(full(), maturity=assessed), "en")) if page.key == "levels")
    content, strategy = page.blocks[0].rows
    assert (strategy.cells[2], write(content.cells[2], "en")) == (
        "—",
        "Hypotheses are tested, content is personal, the audience makes its own",
    )
