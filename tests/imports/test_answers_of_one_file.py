"""What is said of a table for what it is called, or for what its figures show, is of that file; of the next it is asked anew."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Observation
from tests.imports.forms_of_files import days, said, workbook

LEVELS = "Дата;Подписчики;Просмотры\n2025-09-01;5600;100\n2025-09-02;5603;200\n2025-09-03;5610;300\n"
SIGNED = "Дата;Подписчики;Охват\n01.09.2025;+5;6\n02.09.2025;+5;6\n"


@pytest.fixture
def brought(import_export, agency, tmp_path):
    """brought(name, text, options…) imports such a file by command: what it warns of, and what it then waits for."""

    def bring(name, text, *options):
        path = tmp_path / name
        path.write_text(text)
        (file,) = import_export(path, *options)["files"]
        return file["warnings"], file["error"]

    return bring


def stored(code):
    with scope("system"):
        found = Observation.objects.filter(metric=code).order_by("starts_on")
        return [(f"{one.starts_on}", int(one.value)) for one in found]


@pytest.mark.parametrize("growth", [(3, 0, -2), (12, 13, 14)], ids=["by a loss", "by the file's name alone"])
def test_levels_of_youtube_said_once_leave_the_growth_of_studio_growth(brought, growth):
    studio = "Дата,Подписчики,Просмотры\n" + "".join(f"2025-10-0{n},{one},100\n" for n, one in enumerate(growth, 1))
    brought("YouTube.csv", LEVELS, "--account", "youtube:iva", "--columns", "Подписчики=followers")
    assert brought("Итоговые значения.csv", studio, "--account", "youtube:iva")[1] == ""
    assert [day for day, _value in stored("followers")] == ["2025-09-01", "2025-09-02", "2025-09-03"]
    assert stored("followers_net") == [(f"2025-10-0{n}", one) for n, one in enumerate(growth, 1)]


def test_levels_of_youtube_are_asked_about_with_each_file(brought):
    answer = ("--account", "youtube:iva", "--columns", "Подписчики=followers")
    assert brought("YouTube.csv", LEVELS, *answer)[1] == ""
    next_month = LEVELS.replace("-09-", "-10-")
    assert "may say how many there are" in brought("YouTube.csv", next_month, "--account", "youtube:iva")[1]
    assert brought("YouTube.csv", next_month, *answer)[1] == ""
    assert len(stored("followers")) == 6


def test_changes_said_once_leave_levels_levels(brought):
    assert brought("a.csv", SIGNED, "--account", "vk:iva", "--columns", "guess")[1] == ""
    levels = SIGNED.replace("+5", "500").replace(".09.", ".10.")
    assert brought("b.csv", levels, "--account", "vk:iva") == ([], "")
    assert (stored("followers_net"), stored("followers")) == (
        [("2025-09-01", 5), ("2025-09-02", 5)],
        [("2025-10-01", 500), ("2025-10-02", 500)],
    )


def answered(**fields):
    """What was said of columns by their names."""
    return {"rows": "values", "network": "", "fields": {"Дата": "day", **fields}}


MONTHS = [("10", 5600, 5603), ("11", 3, -2)]
ROWS = "01.10.2026;{};900\n02.10.2026;{};950\n03.10.2026;{};910\n"


@pytest.mark.parametrize(
    ("name", "fields", "figures", "account", "question"),
    [
        ("Сторис.csv", {"Показы": "account_impressions"}, (500, 510, 520), "vk:iva", "is called as stories are"),
        ("Реклама.csv", {"Показы": "account_impressions"}, (500, 510, 520), "vk:iva", "is called as advertising is"),
        ("Прогноз.csv", {"Показы": "account_impressions"}, (500, 510, 520), "vk:iva", "is called as a plan"),
        ("VK.csv", {"Подписчики": "followers"}, ("+5", "-1", "+2"), "vk:iva", "has a sign in front"),
        ("Totals.csv", {"Подписчики": "followers"}, (12, 11, 12), "youtube:iva", "may say how many there are"),
        ("Totals.csv", {"Подписчики": "followers"}, (12, 11, 12), "", "may say how many there are"),
        ("YouTube.csv", {"Подписчики": "followers"}, (12, -2, 12), "youtube:iva", "may say how many there are"),
    ],
)
def test_what_was_said_of_columns_in_an_earlier_file_is_asked_anew_where_this_one_shows_something_else(
    understood, name, fields, figures, account, question
):
    (column,) = fields
    text = f"Дата;{column};Охват\n{ROWS.format(*figures)}"
    answer = answered(**fields, Охват="account_reach")
    signature = understood(text, "x.csv", account="vk:iva")["tables"][0]["of_header"]
    before = {"context": {"mappings": {signature: answer}}, "account": account}
    found = understood(text, name, **before)
    assert (days(found), question in said(found)) == ([], True)
    assert understood(text, name, columns=answer, **before)["question"].get("asks") == (None if account else "account")


@pytest.mark.parametrize(
    ("name", "figures", "field"),
    [
        ("YouTube.csv", (5600, -1, 5603), "followers"),
        ("YouTube.csv", (12, 11, 12), "followers_net"),
        ("Totals.csv", (12, 11, 12), "followers_net"),
    ],
)
def test_it_holds_where_this_one_shows_nothing_else(understood, name, figures, field):
    text = f"Дата;Подписчики;Охват\n{ROWS.format(*figures)}"
    signature = understood(text, "x.csv", account="vk:iva")["tables"][0]["of_header"]
    remembered = {"mappings": {signature: answered(Подписчики=field)}}
    found = understood(text, name, context=remembered, account="youtube:iva")
    assert ([int(value) for _code, _day, value in days(found)], {code for code, _day, _value in days(found)}) == (
        [figure for figure in figures if figure > 0],
        {field},
    )


def test_of_a_column_left_out_earlier_nothing_is_asked(understood):
    text = f"Дата;Подписчики;Охват\n{ROWS.format(3, 0, -2)}"
    signature = understood(text, "x.csv", account="vk:iva")["tables"][0]["of_header"]
    remembered = {"mappings": {signature: answered(Охват="account_reach")}}
    found = understood(text, "Totals.csv", context=remembered, account="youtube:iva")
    assert (found["question"], {code for code, _day, _value in days(found)}) == ({}, {"account_reach"})


def test_a_sheet_whose_figures_show_something_else_than_what_was_said_of_the_columns_is_named_and_asked(understood):
    sheets = [[["Дата", "Подписчики"], [f"2026-{month}-01", one], [f"2026-{month}-02", two]] for month, one, two in MONTHS]
    book = workbook(*sheets, names=["Октябрь", "Ноябрь"])
    signature = understood(book, "a.xlsx", account="vk:iva")["tables"][0]["of_header"]
    told = {"columns_by_signature": {signature: answered(Подписчики="followers")}, "account": "youtube:iva"}
    found = understood(book, "a.xlsx", **told)
    assert [value[1] for value in days(found)] == ["2026-10-01", "2026-10-02"]
    assert said(found).startswith("Table «Ноябрь». «Подписчики» may say how many there are")


def test_of_a_table_that_was_said_to_hold_nothing_nothing_more_is_asked(understood):
    facts, plan = [["Дата", "Подписчики"], ["2026-10-01", 5600]], [["Дата", "Показы", "Охват"], ["2026-10-01", 5, 6]]
    book = workbook(facts, plan, names=["Факт", "План"])
    signature = understood(book, "a.xlsx", account="vk:iva")["tables"][1]["of_header"]
    nothing = {"rows": "values", "network": "", "fields": {}}
    found = understood(book, "a.xlsx", columns_by_signature={signature: nothing}, account="vk:iva")
    assert (found["question"], days(found)) == ({}, [("followers", "2026-10-01", "5600")])
