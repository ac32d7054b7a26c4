"""A rounded figure of a day an account has exactly: the exact one counts, in a file, the preview, the ledger and after undoing."""

import pytest
from django.core.files.base import ContentFile

from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.imports.reading.records.values.exact import said_again
from smmstrategy.metrics.models import Import, Observation
from tests.imports.forms_of_files import days, rejected, said, workbook

HEADER = ["Дата", "Подписчики", "Охват"]
SAID = {"exact": "1 234", "rounded": "1,2 тыс.", "corrected": "1 241"}


@pytest.fixture
def written(agency):
    """written(name) is an import of that figure of one day, previewed and applied, with what the preview counted."""

    def write(name: str) -> tuple[Import, tuple]:
        file = ContentFile(f"Дата;Подписчики\n05.03.2026;{SAID[name]}\n".encode(), name=f"{name}.csv")
        options = {"account": "vk:brand"}
        with scope(f"client:{agency.a.pk}"):
            import_ = actions.keep(agency.brand_a, file, by=agency.strategist, options=options)
            shown = queries.preview(actions.show(import_, actions.read(import_)))
            foretold = tuple(shown[name] for name in ("new", "changed", "unchanged"))
            return actions.write(import_, actions.read(import_), by=agency.strategist), foretold

    return write


def stands() -> list[tuple]:
    return [(int(one.value), one.precision) for one in Observation.objects.filter(metric="followers")]


def test_a_later_rounded_figure_changes_nothing_and_a_later_exact_one_does(written):
    told = [(written(name)[1], stands()) for name in ("exact", "rounded", "corrected")]
    assert told == [((1, 0, 0), [(1234, "exact")]), ((0, 0, 1), [(1234, "exact")]), ((0, 1, 0), [(1241, "exact")])]
    kept = [entry.after for entry in Entry.objects.filter(object_kind="metrics.import").order_by("number")]
    assert [(one["new"], one["changed"], one["unchanged"]) for one in kept] == [counts for counts, _stands in told]


def test_the_preview_says_that_the_exact_figure_stays(written):
    written("exact")
    said = "1 строка говорит о других числах, чем сохранены: сохранённые собраны позже или точнее и остаются."
    assert said in queries.preview(written("rounded")[0])["warnings"]


@pytest.mark.parametrize(("first", "second"), [("exact", "rounded"), ("rounded", "exact")])
def test_what_is_left_after_undoing_is_what_the_other_file_says(written, agency, first, second):
    brought = {name: written(name)[0] for name in (first, second)}
    assert stands() == [(1234, "exact")]
    with scope(f"client:{agency.a.pk}"):
        actions.undo(brought["exact"], by=agency.strategist)
        assert stands() == [(1200, "rounded")]
        actions.undo(brought["rounded"], by=agency.strategist)
    assert stands() == []


EXACT, ROUNDED = ["01.09.2026", "12345", 4], ["01.09.2026", "12,3 тыс.", 4]


@pytest.mark.parametrize("rows", [(EXACT, ROUNDED), (ROUNDED, EXACT)])
def test_a_rounded_figure_in_another_row_of_the_file_says_the_exact_one_again(understood, rows):
    found = understood("".join(f"{day};{followers};{reach}\n" for day, followers, reach in [HEADER, *rows]), account="vk:brand")
    assert (days(found), rejected(found)) == ([("followers", "2026-09-01", "12345"), ("account_reach", "2026-09-01", "4")], [])
    assert said(found) == "1 row (2) says again what others say; that was counted once."


@pytest.mark.parametrize("rows", [(EXACT, ["01.09.2026", "13 тыс.", 5]), (["01.09.2026", "13 тыс.", 5], EXACT)])
def test_of_a_rounded_figure_that_is_another_the_exact_one_counts(understood, rows):
    found = understood("".join(f"{day};{followers};{reach}\n" for day, followers, reach in [HEADER, *rows]), account="vk:brand")
    assert days(found)[0] == ("followers", "2026-09-01", "12345")


def test_sheets_that_say_the_same_days_exactly_and_rounded_are_of_one_account(understood):
    exact = [[f"0{n}.09.2026", 12340 + n, n] for n in range(1, 6)]
    rounded = [[f"0{n}.09.2026", "12,3 тыс.", n] for n in range(1, 6)]
    book = workbook([HEADER, *exact], [HEADER, *rounded], names=["Ромашка", "Лютик"])
    found = understood(book, "x.xlsx", account="vk:brand")
    assert found["question"] == {}
    assert [number for code, _day, number in days(found) if code == "followers"] == ["12341", "12342", "12343", "12344", "12345"]


def test_an_exact_figure_that_another_may_be_rounded_is_no_rounded_one(understood):
    found = understood("Дата;Подписчики\n01.09.2026;12300\n01.09.2026;12345\n", account="vk:brand")
    assert (days(found), rejected(found)) == ([("followers", "2026-09-01", "12345")], ["2"])


TRAFFIC = "Дата;Источник;Визиты;Посетители\n"


@pytest.mark.parametrize(
    ("rows", "total", "is_said"),
    [
        (["vk;1234;700", "vk;1,2 тыс.;0,7 тыс."], 2434, True),
        (["vk;1,2 тыс.;", "vk;1234;700"], 2434, True),
        (["vk;1234;700", "vk;1,3 тыс.;0,7 тыс."], 2534, False),
        (["vk;1234;700", "vk;1,2 тыс.;0,9 тыс."], 2434, False),
        (["vk;1234;700", "ok;1,2 тыс.;0,7 тыс."], 2434, False),
        (["vk;1,2 тыс.;", "vk;1,2 тыс.;"], 2400, False),
        (["vk;1234;700", "vk;1234;700"], 2468, False),
        (["vk;;712", "vk;;0,7 тыс."], 0, False),
    ],
)
def test_rows_of_one_source_are_added_up_and_it_is_said_where_one_may_be_another_rounded(understood, rows, total, is_said):
    """Two rows may be two campaigns; whose file it is knows."""
    lines = "".join(f"{day};{row}\n" for day, row in [("01.09.2026", rows[0]), ("01.09.2026", rows[1]), ("02.09.2026", "vk;5;3")])
    found = understood(TRAFFIC + lines, account="website:site.ru")
    warning = (
        f"1 row ({2 + ('тыс' in rows[1])}) may say again, rounded, what another says of the same days: both were added up. If it "
        "counts nothing of its own, import the file without it."
    )
    assert (found["totals"]["visits"], warning in said(found)) == (str(total + 5), is_said)


class Compared(dict):
    """Figures of a row that count how often they are held against those of another."""

    times = 0

    def keys(self):
        Compared.times += 1
        return super().keys()


def test_a_rounded_row_of_one_source_is_compared_with_thirty_exact_ones_at_the_most():
    """Thousands of both, each against each, would take minutes."""
    exact = [(f"{n}", {"visits": (f"{1150 + n % 140}", False), "pageviews": (f"{n}", False)}) for n in range(600)]
    rounded = [(f"{n}", Compared(visits=("1200", True), pageviews=(f"{n}", False))) for n in range(600, 700)]
    assert (said_again([*exact, *rounded]), Compared.times) == ([], 30 * len(rounded))
