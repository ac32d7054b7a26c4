"""The sheets of formats and of hours count the posts of the workbook by live formulas."""

from dataclasses import replace

import pytest

from audits.evidence import PostRow
from audits.report import document
from audits.report.facts import Facts
from audits.report.names import FORMATS
from audits.report.sheets import breakdowns, data
from audits.report.telling import Telling
from smmstrategy.metrics.imports.reading.cells import formats
from smmstrategy.reports.document import Cell, Figure, LiveFormula, Sheet
from smmstrategy.reports.excel import draw
from smmstrategy.reports.formats import write
from tests.audits.report import builder
from tests.audits.report.test_document import of
from tests.reports.reading import cells
from tests.reports.test_recalculation import recalculated

POSTS = "; formulas count over the sheet “Posts”"


def with_posts(posts: tuple[PostRow, ...]) -> Facts:
    known = builder.full()
    return replace(known, evidence=replace(known.evidence, posts=posts))


def broken_down(facts: Facts) -> dict[str, Sheet]:
    sheets = breakdowns.sheets(Telling(facts, "en"), data.measured_of(facts.evidence))
    return {sheet.name: sheet for sheet in sheets if sheet.name in ("Formats", "Time")}


def kinds(sheet: Sheet) -> list[set[type]]:
    """Of each grid what the cells beside the first of their row are."""
    return [{type(cell) for row in grid.rows for cell in row[1:] if cell is not None} for grid in sheet.grids]


def test_the_formulas_of_formats_are_written_as_they_read():
    written = cells(draw(of("full", "ru")).content, formulas=True, sheets={"Форматы"})
    row = next(place[len("Форматы!B") :] for place, value in written.items() if value == "картинки")
    chosen, known = f"posts_own,1,posts_format,$B{row}", '"<>")=0,"",SUMIFS(posts_views,'
    part = f"IF(COUNTIFS({chosen},posts_views,{known}{chosen}))"
    assert written[f"Форматы!C{row}"] == f"=COUNTIFS({chosen})"
    assert written[f"Форматы!D{row}"] == f'=IFERROR(COUNTIFS({chosen})/COUNTIFS(posts_own,1),"")'
    assert written[f"Форматы!G{row}"] == f"={part}"
    assert written[f"Форматы!H{row}"] == f'=IFERROR({part}/IF(COUNTIFS(posts_own,1,posts_views,{known}posts_own,1)),"")'
    where = f'(posts_own=1)*(posts_format<>"")*(posts_format=$B{row})*(posts_er_view<>"")'
    assert written[f"Форматы!I{row}"].text == f'=IFERROR(MEDIAN(IF({where},posts_er_view)),"")'


def hour_formulas(facts: Facts) -> list[Cell]:
    """Of each grid the first cell of Monday: just after midnight, when nothing was published."""
    return [grid.rows[0][1] for grid in broken_down(facts)["Time"].grids]


def test_the_formulas_of_hours_ask_for_weekday_and_hour():
    median, count = hour_formulas(builder.full())
    assert (median.array, count.array) == (True, False)
    counted = 'COUNTIFS({posts_own},1,{posts_weekday},"Mon",{posts_hour},{@hour_of_posts})'
    known = f'{counted[:-1]},{{posts_er_view}},"<>")'
    assert count.text == f'=IF({known}=0,"",{known})'
    assert median.text.startswith(f'=IF({counted.replace("hour_of_posts", "hour_of_median")}=0,"",IFERROR(MEDIAN(')
    assert '*({posts_weekday}="Mon")*({posts_hour}<>"")*({posts_hour}={@hour_of_median})*' in median.text


def test_each_hour_of_the_week_has_a_formula_so_that_a_post_moved_by_hand_into_any_of_them_is_counted():
    for grid in broken_down(builder.full())["Time"].grids:
        assert [row[0].value for row in grid.rows] == list(range(24))
        assert [{type(cell) for cell in row[1:]} for row in grid.rows] == [{LiveFormula}] * 24


def test_where_the_workbook_has_no_posts_values_stand_without_formulas():
    said = {True: broken_down(builder.full()), False: broken_down(with_posts(()))}
    assert {live: [kinds(sheet) for sheet in found.values()] for live, found in said.items()} == {
        True: [[{LiveFormula}], [{LiveFormula}, {LiveFormula}]],
        False: [[{Figure}], [{Figure}, {Figure}]],
    }
    endings = {live: {write(sheet.intro[0], "en").endswith(POSTS) for sheet in found.values()} for live, found in said.items()}
    assert endings == {True: {True}, False: {False}}


def test_of_very_many_posts_medians_by_hour_are_values_and_the_sheet_says_so():
    posts = builder.full().evidence.posts
    time = broken_down(with_posts(posts * (breakdowns.MEDIANS_UP_TO // len(posts) + 1)))["Time"]
    assert kinds(time) == [{Figure}, {LiveFormula}]
    assert write(time.intro[0], "en").endswith(
        "; formulas count the number of posts over the sheet “Posts”, medians are plain values"
    )


def test_each_format_that_a_file_may_have_is_called_by_a_name_of_its_own():
    """By it the formulas know the posts."""
    for language in ("ru", "en"):
        assert len({words.in_language(language) for words in FORMATS.values()}) == len(FORMATS)
    assert formats.FORMATS.keys() <= FORMATS.keys()


@pytest.mark.slow
def test_a_post_changed_in_the_sheet_changes_what_is_counted_of_it(libreoffice, tmp_path):
    posts = builder.full().evidence.posts
    place, post = next((n, row) for n, row in enumerate(posts) if (row.account_id, row.format, row.hour) == (1, "image", 9))
    changed = replace(post, format="text", hour=3, metrics=post.metrics | {"views": post.metrics["views"] + 1000})
    facts = with_posts((*posts[:place], changed, *posts[place + 1 :])).to_facts()
    content = draw(document(facts, "ru", sealed_at=builder.COLLECTED, sha256="0" * 64)).content
    (found,), shown = recalculated(libreoffice, tmp_path, content), cells(content)
    moved = {place: now - was for place, (was, now) in found.items() if was != now and isinstance(was, int)}

    def of_formats(column: str) -> dict[object, int]:
        return {shown[f"Форматы!B{p[9:]}"]: by for p, by in moved.items() if p.startswith(f"Форматы!{column}")}

    views = int(post.metrics["views"])
    assert of_formats("C") == {"картинки": -1, "тексты": 1}
    assert of_formats("G") == {"картинки": -views, "тексты": views + 1000}
    day = "CDEFGHI"[post.day.weekday()]
    hours = {(p[6], shown[f"Время!B{p[7:]}"]): by for p, by in moved.items() if p.startswith("Время!")}
    assert hours == {(day, 9): -1}
    filled = [(p[6], shown[f"Время!B{p[7:]}"], now) for p, (was, now) in found.items() if was != now and not was]
    assert [(column, hour) for column, hour, _ in filled] == [(day, 3)] * 2
    assert filled[1][2] == 1 > filled[0][2] > 0
