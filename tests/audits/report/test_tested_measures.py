"""A title counts whatever was tested, also where the table has no line for it, and says how much is not confirmed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from audits.evidence import Change, Verdict
from audits.report.pages import scorecard
from audits.report.sheets import summary
from audits.report.sheets.data import measured_of
from audits.report.telling import Telling
from smmstrategy.reports.document import Callout, Page, Table
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full


def judged(change: Change, verdicts: dict[str, Verdict]) -> Change:
    """As `verdicts` have it against the months before; whatever else was tested is steady."""
    if change.verdict is Verdict.UNTESTED:
        return change
    return replace(change, verdict=verdicts.get(change.measure, Verdict.STEADY) if change.against == "before" else Verdict.STEADY)


def telling(language: str, **verdicts: Verdict) -> Telling:
    facts = full()
    own, *others = facts.evidence.subjects
    medians = {f"{code}.median": verdict for code, verdict in verdicts.items()}
    own = replace(own, changes=tuple(judged(change, medians) for change in own.changes))
    return Telling(replace(facts, evidence=replace(facts.evidence, subjects=(own, *others))), language)


def page(language: str, **verdicts: Verdict) -> Page:
    return scorecard.pages(telling(language, **verdicts))[0]


def measures(one: Page) -> list[str]:
    (table,) = (block for block in one.blocks if isinstance(block, Table))
    return [write(row.cells[0], "en") for row in table.rows]


def called_out(one: Page, language: str) -> str:
    (callout,) = (block for block in one.blocks if isinstance(block, Callout))
    return write(callout.text, language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "steady", "unsure"),
    [
        (
            "ru",
            "К прошлому периоду значимых изменений нет, проверено показателей: 10; ",
            "К прошлому периоду, возможно, изменился 1 из 10 проверенных показателей: просмотры в медиане — +8 %",
        ),
        (
            "en",
            "No significant change against the previous period in any of 10 tested measures; ",
            "1 of 10 tested measures may have changed against the previous period: median views +8%",
        ),
    ],
)
def test_what_is_not_confirmed_is_counted_among_what_was_tested(language: str, steady: str, unsure: str) -> None:
    """Tested are followers, those who joined and left, posts, visits, visits with a goal, and four medians of posts."""
    said = [write(page(language, **verdicts).title, language) for verdicts in ({}, {"views": Verdict.UNSURE})]
    quiet, moved = (title.replace("\u00a0", " ") for title in said)
    assert (quiet.partition("; ")[0] + "; ", moved) == (steady, unsure)


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.BETTER])
def test_of_what_the_title_counts_and_no_line_shows_the_largest_gets_a_line(verdict: Verdict) -> None:
    assert "Views, median" not in measures(page("en"))
    assert measures(page("en", views=verdict))[-1] == "Views, median"
    assert "Views, median" not in measures(page("en", views=verdict, reach=verdict))


def test_named_is_the_largest_of_all_that_the_title_counts() -> None:
    """The rate has a line of the slide and moved by points; views, which have none otherwise, by 7.5 %."""
    better = page("en", er_view=Verdict.BETTER, views=Verdict.BETTER)
    assert (
        write(better.title, "en").replace("\u00a0", " ")
        == "2 of 10 tested measures beat the previous period, most of all median views: +8%"
    )
    assert measures(better)[-1] == "Views, median"


@pytest.mark.parametrize(
    ("language", "title", "names"),
    [
        (
            "ru",
            "К прошлому периоду хуже 3 из 10 проверенных показателей",
            "Больше обычных колебаний изменились: охват в медиане, ER по просмотрам в медиане, просмотры в медиане",
        ),
        (
            "en",
            "3 of 10 tested measures are behind",
            "Beyond the usual variation: median reach, median ER by views, median views",
        ),
    ],
)
def test_the_call_out_names_as_many_as_the_title_counts(language: str, title: str, names: str) -> None:
    """Reach fell the most; the views, which fell less, have no line."""
    one = page(language, **dict.fromkeys(("reach", "views", "er_view"), Verdict.WORSE))
    assert "Views, median" not in measures(one)
    assert write(one.title, language).replace("\u00a0", " ").startswith(title)
    assert called_out(one, language).startswith(f"{names}; ")


def test_what_changed_against_other_months_is_named_with_them() -> None:
    told = telling("en", reach=Verdict.WORSE)
    own, *others = told.evidence.subjects
    year = own.change("visits", "year_earlier")
    own = replace(own, changes=tuple(replace(c, verdict=Verdict.BETTER) if c is year else c for c in own.changes))
    facts = replace(told.facts, evidence=replace(told.evidence, subjects=(own, *others)))
    assert called_out(scorecard.pages(Telling(facts, "en"))[0], "en").startswith(
        "Beyond the usual variation: median reach against the previous period; "
        "visits against the same months a year earlier; the rest is not confirmed"
    )


def test_what_changed_against_both_periods_is_named_once() -> None:
    told = telling("en", reach=Verdict.WORSE)
    own, *others = told.evidence.subjects
    moved = (own.change("visits", "before"), own.change("visits", "year_earlier"))
    own = replace(own, changes=tuple(replace(c, verdict=Verdict.BETTER) if c in moved else c for c in own.changes))
    facts = replace(told.facts, evidence=replace(told.evidence, subjects=(own, *others)))
    assert called_out(scorecard.pages(Telling(facts, "en"))[0], "en").startswith(
        "Beyond the usual variation: median reach against the previous period; visits against both periods; the rest"
    )


def test_what_has_no_line_stands_in_the_workbook_and_the_slide_says_so() -> None:
    facts = full()
    assert write(scorecard.pages(Telling(facts, "en"))[0].subtitle, "en").endswith("is in the workbook, sheet “Summary”")
    grid = summary.sheets(Telling(facts, "en"), measured_of(facts.evidence))[0].grids[0]
    named = [write(row[0], "en") for row in grid.rows]
    assert named[-3:] == ["Views, median", "Followers gained", "Followers lost"]


def test_the_number_of_posts_and_their_pace_are_one_measure() -> None:
    facts = full()
    changed = {change.measure for change in facts.evidence.own.changes if change.verdict is not Verdict.UNTESTED}
    assert {"posts", "posts_per_week"} <= changed
    assert len(changed) == 11


def test_a_line_more_takes_the_place_of_the_mean_where_the_table_is_full() -> None:
    full_table, one_more = measures(page("en")), measures(page("en", views=Verdict.BETTER, followers=Verdict.MOVED))
    assert (len(full_table), len(one_more)) == (10, 10)
    assert set(full_table) - set(one_more) == {"ER by views, mean"}
    assert set(one_more) - set(full_table) == {"Views, median"}


def test_the_mean_stands_in_the_workbook_also_where_the_slide_has_no_room_for_it() -> None:
    told = telling("en", views=Verdict.BETTER)
    assert "ER by views, mean" not in measures(scorecard.pages(told)[0])
    grid = summary.sheets(told, measured_of(told.evidence))[0].grids[0]
    assert "ER by views, mean" in [write(row[0], "en") for row in grid.rows]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "К прошлому периоду значимых изменений нет, проверено показателей: 10"),
        ("en", "No significant change against the previous period in any of 10 tested measures"),
    ],
)
def test_a_title_without_room_for_the_figure_says_what_was_tested_alone(language: str, title: str) -> None:
    """Every number is of one account, which the title would have to say."""
    told = telling(language)
    own, *others = told.evidence.subjects
    numbers = {code: replace(number, accounts=(1,)) for code, number in own.now.numbers.items()}
    own = replace(own, windows=own.windows | {"now": replace(own.now, numbers=numbers)})
    facts = replace(told.facts, evidence=replace(told.evidence, subjects=(own, *others)))
    one = scorecard.pages(Telling(facts, language))[0]
    assert write(one.title, language).replace("\u00a0", " ") == title


def with_changes(language: str, *changed: Change) -> Telling:
    """Where nothing moved but these; all of the brand."""
    quiet = telling(language)
    own, *others = quiet.evidence.subjects
    given = {(change.measure, change.against): change for change in changed}
    own = replace(own, changes=tuple(given.get((change.measure, change.against), change) for change in own.changes))
    return Telling(replace(quiet.facts, evidence=replace(quiet.evidence, subjects=(own, *others))), language)


def unsure(measure: str, relative: str, against: str = "before") -> Change:
    change = full().evidence.own.change(measure, against)
    moved = change.then.value * Decimal(relative)
    relative, absolute = replace(change.relative, value=Decimal(relative)), replace(change.absolute, value=moved)
    return replace(change, relative=relative, absolute=absolute, verdict=Verdict.UNSURE)


def title(told: Telling) -> str:
    return write(scorecard.pages(told)[0].title, told.language).replace("\u00a0", " ")


def test_a_median_that_is_what_it_was_is_not_said_to_have_changed_though_its_test_gives_no_answer() -> None:
    """Nor is it the one that is named beside a rate that moved."""
    still, rate = unsure("interactions.median", "0"), unsure("er_view.median", "0.1")
    assert title(with_changes("en", still)).startswith("No significant change against the previous period in any of 10 tested")
    by = write(Telling(full(), "en").points(rate.absolute), "en").replace("\u00a0", " ")
    assert title(with_changes("en", still, rate)) == (
        f"1 of the 10 tested may have changed against the previous period: median ER by views {by}"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "К прошлому периоду, возможно, изменился 1 из 10 проверенных показателей: просмотры в медиане — +0,3 %"),
        ("en", "1 of 10 tested measures may have changed against the previous period: median views +0.3%"),
    ],
)
def test_a_little_that_is_said_to_have_changed_is_not_nought(language: str, said: str) -> None:
    assert title(with_changes(language, unsure("views.median", "0.003"))) == said


@pytest.mark.parametrize(
    ("language", "against", "said"),
    [
        (
            "ru",
            "before",
            "К прошлому периоду, возможно, изменился 1 из 10 проверенных показателей: взаимодействия в медиане — −90 %",
        ),
        (
            "ru",
            "year_earlier",
            "К тем же месяцам год назад, возможно, изменился 1 из 9 проверенных: взаимодействия в медиане — −90 %",
        ),
        ("en", "before", "1 of 10 tested measures may have changed against the previous period: median interactions −90%"),
        (
            "en",
            "year_earlier",
            "1 of the 9 tested may have changed against the same months a year earlier: median interactions −90%",
        ),
    ],
)
def test_a_title_that_is_too_long_says_less_of_what_is_counted_before_it_names_nothing(
    language: str, against: str, said: str
) -> None:
    """Followers are tested against the start of the period alone, which the months before end with."""
    told = with_changes(language, unsure("interactions.median", "-0.9", against))
    if against == "year_earlier":
        own, *others = told.evidence.subjects
        own = replace(own, changes=tuple(change for change in own.changes if change.against == against))
        told = Telling(replace(told.facts, evidence=replace(told.evidence, subjects=(own, *others))), language)
    assert title(told) == said


@pytest.mark.parametrize(
    ("language", "name", "denied"),
    [("ru", "Публикаций в неделю", "с прошлым периодом не сравнить"), ("en", "Posts per week", "no comparison with the previous")],
)
def test_where_the_one_measure_that_was_tested_has_no_line_it_gets_one(language: str, name: str, denied: str) -> None:
    """A title that says what was compared stands over its comparison, and nothing says that there is none."""
    told = telling(language)
    own, *others = told.evidence.subjects
    own = replace(own, changes=tuple(c for c in own.changes if (c.measure, c.against) == ("posts_per_week", "before")))
    one = scorecard.pages(Telling(replace(told.facts, evidence=replace(told.evidence, subjects=(own, *others))), language))[0]
    (table,) = (block for block in one.blocks if isinstance(block, Table))
    assert len(table.columns) == 3
    assert [write(row.cells[0], language) for row in table.rows if row.cells[2] != "—"] == [name]
    assert denied not in write(one.subtitle, language).replace("\u00a0", " ")
