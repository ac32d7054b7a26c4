"""What is alike is said of all of it: effects, dimensions at one level; and what is left blank is counted."""

from dataclasses import replace

import numpy as np
import pytest

from audits.criteria import criteria
from audits.findings import findings
from audits.maturity import maturity_model
from audits.measures.assembly import assemble
from audits.report.facts import About, Facts, MaturityLevel, Scored
from audits.report.pages import engagement, maturity, quality, scorecard
from audits.report.telling import Telling
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.synthetic import NOW, records


def titles(facts: Facts, family, language: str) -> dict[str, tuple[str, str]]:
    plain = lambda text: write(text, language).replace("\u00a0", " ")  # noqa: E731
    return {page.key: (plain(page.title), plain(page.subtitle)) for page in family.pages(Telling(facts, language))}


def three_formats_alike() -> Facts:
    """Three formats in turns get as much as each other, and in the period twice as much as before: 8 and 4 % of the views."""
    base = records(8, own=1, competitors=0, posts=900)
    posts = base.rows.posts
    turns = np.array(["text", "image", "video"])[np.arange(len(posts)) % 3]
    likes = np.where(posts["day"] >= NOW.first, 80.0, 40.0) + np.arange(len(posts)) % 7
    posts = posts.assign(format=turns, views=1000.0, likes=likes, comments=0.0, shares=0.0)
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    return Facts(About(1), evidence, findings(evidence))


@pytest.mark.parametrize(("language", "end"), [("ru", "» и ещё 2 факторов"), ("en", "” and 2 more factors")])
def test_where_three_effects_are_alike_one_is_named_and_the_others_are_counted(language: str, end: str) -> None:
    assert titles(three_formats_alike(), engagement, language)["er_change"][0].partition(":")[0].endswith(end)


@pytest.mark.parametrize(
    ("each", "ru", "en"),
    [
        (
            3,
            "изменился 1 из 1 проверенного показателя: публикации",
            "1 of 1 tested measure changed against the previous period: posts",
        ),
        (1, "нет, проверено показателей: 1; публикации — ", "in any of 1 tested measure; posts: "),
    ],
)
def test_measures_are_counted_in_their_number(each: int, ru: str, en: str) -> None:
    """Nothing but the number of posts is known; before the period every third one came out, or all of them."""
    base = records(1, own=1, competitors=0, posts=400)
    nothing = base.rows.posts.assign(**dict.fromkeys(("views", "likes", "comments", "shares"), np.nan))
    posts = nothing[(nothing["day"] >= NOW.first) | (np.arange(400) % each == 0)]
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts, days={})))
    facts = Facts(About(1), evidence, findings(evidence))
    assert ru in titles(facts, scorecard, "ru")["scorecard"][0]
    assert en in titles(facts, scorecard, "en")["scorecard"][0]


@pytest.mark.parametrize(
    ("lows", "ru", "en"),
    [
        (1, "сдерживает стратегия и цели (2)", "held back by strategy and goals (2)"),
        (5, "сдерживают 5 из 9 измерений (2)", "held back by 5 of 9 dimensions (2)"),
    ],
)
def test_dimensions_at_the_lowest_level_are_counted_where_they_are_several(lows: int, ru: str, en: str) -> None:
    given = tuple(MaturityLevel(d.id, 2 if n < lows else 3) for n, d in enumerate(maturity_model().dimensions))
    facts = replace(full(), maturity=given)
    said = [titles(facts, maturity, language)["maturity"][0].partition("; ")[2] for language in ("ru", "en")]
    assert said == [ru, en]


def test_criteria_that_nobody_scored_are_counted() -> None:
    """Of 49 criteria four are scored and one does not apply."""
    each = [c.id for c in criteria().each()]
    scores = (Scored(each[0], 1), *(Scored(id, 3) for id in each[1:4]), Scored(each[4], is_applicable=False))
    facts = replace(full(), scores=scores)
    (ru, en) = (titles(facts, quality, language)["criteria"] for language in ("ru", "en"))
    assert (ru[0], en[0]) == ("Требует внимания 1 из 4 оценённых критериев", "1 of 4 scored criteria needs attention")
    assert ru[1].endswith("; без оценки — 44 из 48 критериев")
    assert en[1].endswith("; 44 of 48 criteria not scored")
    every = replace(full(), scores=tuple(Scored(id, 3) for id in each))
    assert titles(every, quality, "en")["quality"][1] == "Weighted expert scores by group"


@pytest.mark.parametrize(
    ("lows", "ru", "en"),
    [(1, "слабее всего: {} (1,0)", "weakest: {} (1.0)"), (3, "слабее всего: 3 из 14 групп (1,0)", "weakest: 3 of 14 groups (1.0)")],
)
def test_groups_of_criteria_at_the_lowest_score_are_counted_where_they_are_several(lows: int, ru: str, en: str) -> None:
    model = criteria()
    low = {c.id for group in model.groups[:lows] for c in group.criteria}
    facts = replace(full(), scores=tuple(Scored(c.id, 1 if c.id in low else 3) for c in model.each()))
    name = model.groups[0].name
    said = [titles(facts, quality, language)["quality"][0].partition("; ")[2] for language in ("ru", "en")]
    assert said == [ru.format(name.ru[:1].lower() + name.ru[1:]), en.format(name.en[:1].lower() + name.en[1:])]
