"""A document of an audit: every number has an origin, every title is a short conclusion, the same facts say the same."""

from dataclasses import replace
from functools import cache

import pytest

from audits.criteria import criteria
from audits.maturity import maturity_model
from audits.opportunities import recommendations
from audits.report import document, measure_names
from audits.report.pages import volume
from audits.report.telling import Telling
from audits.report.titles import TITLE_LIMIT
from audits.report.wording.digits import WITH_DIGITS
from smmstrategy.law.meta import names_meta
from smmstrategy.law.rules import rules_ever
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.reports import excel, plain, powerpoint
from smmstrategy.reports.document import Chart, Document, Figure, LiveFormula, SlideNumber, Table
from smmstrategy.reports.document.walk import figures, parts, texts
from smmstrategy.reports.formats import write
from smmstrategy.reports.lint import strays
from smmstrategy.reports.manifest import NumberInWords, manifest
from tests.audits.report import builder

KINDS = ("full", "gappy", "poor", "empty", "nasty", "huge")
PAGES = {"full": 35, "gappy": 34, "poor": 15, "empty": 5, "nasty": 35, "huge": 35}


@cache
def facts(kind: str) -> dict:
    return getattr(builder, kind)().to_facts()


@cache
def of(kind: str, language: str) -> Document:
    return document(facts(kind), language, sealed_at=builder.COLLECTED, sha256="0" * 64)


@pytest.fixture(params=[(kind, language) for kind in KINDS for language in ("ru", "en")], ids="-".join)
def any_document(request: pytest.FixtureRequest) -> Document:
    return of(*request.param)


def test_every_figure_has_an_origin(any_document: Document):
    shown = {figure.id for figure in figures((any_document.pages, any_document.sheets))}
    assert shown - any_document.origins.keys() == set()


def test_a_figure_has_one_value_wherever_it_stands(any_document: Document):
    values: dict[str, set] = {}
    for figure in figures((any_document.pages, any_document.sheets)):
        values.setdefault(figure.id, set()).add(figure.value)
    assert {id: found for id, found in values.items() if len(found) > 1} == {}


def test_titles_are_short_conclusions_with_a_known_number(any_document: Document):
    titles = {page.key: page.title for page in any_document.pages[1:]}
    assert {key: t for key, t in titles.items() if len(write(t, any_document.language)) > TITLE_LIMIT} == {}
    assert {key for key, t in titles.items() if not any(isinstance(part, Figure) for part in t)} == set()
    assert {key for key, t in titles.items() if any(f.value is None for f in figures(t))} == set()


def test_what_a_title_claims_stands_on_its_page(any_document: Document):
    """Counts of what is on the page (opportunities, rules, brands) are counted there; everything measured is written there."""
    language = any_document.language
    absent = {}
    for page in any_document.pages:
        written = {write(figure, language) for figure in figures((page.subtitle, page.blocks, page.footer))}
        values = {figure.value for figure in figures((page.subtitle, page.blocks, page.footer))}
        claimed = [f for f in figures(page.title) if any_document.origins[f.id].metric != "count@1"]
        if missing := [write(f, language) for f in claimed if write(f, language) not in written and f.value not in values]:
            absent[page.key] = missing
    assert absent == {}


def test_recommendations_name_a_slide_that_stands_before_them(any_document: Document):
    keys = [page.key for page in any_document.pages]
    named = [(page.key, part.page) for page in any_document.pages for part in parts(page.blocks) if isinstance(part, SlideNumber)]
    assert [(here, there) for here, there in named if keys.index(there) >= keys.index(here)] == []


def test_opportunities_rest_on_slides():
    plan = next(page for page in of("full", "ru").pages if page.key == "plan")
    assert [part.page for part in parts(plan.blocks) if isinstance(part, SlideNumber)][:2] == ["hours", "formats"]


def test_a_score_without_a_comment_shows_the_words_of_the_scale_as_such():
    language, ends = "ru", ("Нижний край шкалы: ", "Верхний край шкалы: ")
    [table] = next(page for page in of("full", language).pages if page.key == "criteria").blocks
    said = [(write(row.cells[2], language), ends[score.value >= 3]) for row in table.rows for score in [row.cells[1]]]
    uncommented = [(words, end) for words, end in said if words != "Описание короткое, контактов нет"]
    assert len(uncommented) > 3
    assert [words for words, end in uncommented if not words.startswith(end)] == []


def test_no_page_of_full_data_is_left_out_and_none_of_poor_data_is_made_up():
    assert {kind: len(of(kind, "ru").pages) for kind in KINDS} == PAGES
    assert [page.key for page in of("empty", "ru").pages][:3] == ["cover", "summary", "data"]


def test_what_is_not_known_is_blank_in_chart_and_workbook():
    """May is missing, of one account April too: no column of a week, no bar of a month, no formula that would count 0 posts."""
    one, (page,) = of("gappy", "ru"), volume.pages(Telling(replace(builder.gappy(), findings=()), "ru"))
    weeks, months = (block for block in page.blocks if isinstance(block, Chart))
    assert [figure.value is None for figure in weeks.series[0].values[:10]] == [True] * 8 + [False] * 2
    audited = months.series[-1].values[-6:]
    assert [figure.value is None for figure in audited] == [False, True, False, False, False, True]
    by_month = next(sheet for sheet in one.sheets if sheet.name == "По месяцам").grids[0].rows
    assert [row[3] is None for row in by_month[:6]] == [False, True, False, False, False, True]


def test_both_languages_say_the_same_pages_and_figures():
    for kind in KINDS:
        ru, en = of(kind, "ru"), of(kind, "en")
        assert [page.key for page in ru.pages] == [page.key for page in en.pages]
        assert sorted(f.id for f in figures(ru.pages)) == sorted(f.id for f in figures(en.pages))


def test_an_english_document_has_no_russian_words_of_ours():
    words = [part for text in texts(of("full", "en").pages[2:]) for part in text if isinstance(part, str)]
    russian = [word for word in words if any("а" <= c.lower() <= "я" for c in word) and word not in _typed()]
    assert russian == []


def _typed() -> set[str]:
    """What people typed: the brand, the channels and the opportunities of the invented audit."""
    typed = {account.name for account in builder.OWN} | {competitor.group or competitor.name for competitor in builder.COMPETITORS}
    return typed | {o.title for o in builder.opportunities()} | {o.owner for o in builder.opportunities()}


def test_the_same_facts_are_the_same_document():
    assert document(facts("full"), "ru", sealed_at=builder.COLLECTED, sha256="0" * 64) == of("full", "ru")


def test_deck_and_workbook_agree_and_hold_no_number_in_plain_words(any_document: Document):
    drawn = [drawer.draw(any_document) for drawer in (powerpoint, excel)]
    manifests = [manifest(any_document, drawing) for drawing in drawn]
    deck, book = (one["figures"] for one in manifests)
    assert [id for id in deck.keys() & book.keys() if deck[id] != book[id]] == []
    assert [stray for drawing, one in zip(drawn, manifests, strict=True) for stray in strays(drawing.content, one)] == []


def test_an_audit_with_an_unfounded_title_is_refused():
    one = of("poor", "ru")
    page = replace(one.pages[1], title=("ER вырос на 999,9 % без всякого основания",))
    changed = replace(one, pages=(one.pages[0], page))
    with pytest.raises(NumberInWords, match="999,9"):
        manifest(changed, powerpoint.draw(changed))


def test_all_words_of_the_models_hold_only_listed_digits():
    """Also those that no sample shows: a document that says others could not be drawn."""
    groups, model = criteria().groups, maturity_model()
    said = [words for g in groups for c in g.criteria for words in (g.name, c.name, c.at_zero, c.at_four)]
    said += [words for d in model.dimensions for words in (d.name, *d.levels)]
    said += [words for rule in rules_ever() for words in (rule.name, rule.basis, rule.action)]
    said += [recommendation.title for recommendation in recommendations()]
    said += [measure.words for measure in measure_names.MEASURES.values()]
    texts = [text for words in said for text in (words.ru, words.en)] + [text for m in METRICS.values() for text in (m.ru, m.en)]
    assert [text for text in texts if plain.numbers(text, WITH_DIGITS)] == []


def test_the_note_the_law_asks_for_stands_where_meta_is_named():
    named = [page for page in of("nasty", "ru").pages if "Instagram*" in _said(page.blocks)]
    assert len(named) >= 3
    assert all("запрещённой" in write(page.footer, "ru") for page in named)
    assert not any("Meta" in write(page.footer, "ru") for page in of("full", "ru").pages)
    assert "запрещённой" in _said(of("nasty", "ru").sheets[0])


@pytest.mark.parametrize(
    ("said", "is_named"),
    [
        ("Открыли профиль в Инстаграме и @zerno_instagram", True),
        ("FACEBOOK", True),
        ("Завести Threads", True),
        ("www.threads.net/@zerno", True),
        ("threads / social", True),
        ("threads", True),
        ("Завести аккаунт в threads", True),
        ("Ведут threads и VK", True),
        ("Нитки\nthreads", True),
        ("Cotton threads, 20 colours", False),
        ("threads of silk", False),
        ("Metaphors", False),
    ],
)
def test_the_note_is_asked_for_by_names_of_networks_alone(said: str, is_named: bool):
    assert names_meta(said) is is_named


def _said(described: object) -> str:
    return " ".join(write(text, "ru") for text in texts(described))


def test_live_formulas_name_only_fields_of_the_workbook():
    names = {field.name for sheet in of("full", "ru").sheets for grid in sheet.grids for field in grid.fields if field.name}
    formulas = [cell for sheet in of("full", "ru").sheets for grid in sheet.grids for row in grid.rows for cell in row]
    texts_of = [cell.text for cell in formulas if isinstance(cell, LiveFormula)]
    assert len(texts_of) > 150
    used = {name for text in texts_of for name in _placeholders(text)}
    assert used <= names


def _placeholders(text: str) -> list[str]:
    return [part.split("}")[0].lstrip("@") for part in text.split("{")[1:]]


def test_a_row_of_the_comparison_names_the_networks_its_numbers_are_of():
    """The brand is on four networks and its first competitor on two; all of them are on one."""
    page = next(page for page in of("full", "en").pages if page.key == "competitors")
    (shown,) = (block for block in page.blocks if isinstance(block, Table))
    assert {write(row.cells[0], "en"): row.cells[1] for row in shown.rows} == {
        "Кофейня «Зерно»": "VK",
        "Боб и Ко": "VK",
        "Турка": "VK",
        "Пара чашек": "VK",
    }
