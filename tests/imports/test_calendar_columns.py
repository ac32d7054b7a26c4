"""When a row is may be said by two columns, by a year over its table, or by the month that its sheet is called by."""

import pytest

from tests.imports.forms_of_files import posts, rejected, said, workbook
from tests.imports.test_whole_stretches import OCTOBER, SEPTEMBER, read, spans

FIRST_WEEKS = [["2026-10-01", "2026-10-07"], ["2026-10-08", "2026-10-14"]]
MONTHS = ["Месяц", "Охват", "Подписчики"]
OF_2025, OF_2026 = [["Январь", 50, 5], ["Февраль", 60, 6]], [["Январь", 51, 7], ["Февраль", 61, 8]]
YEARS = [["2025-01-01", "2025-01-31"], ["2025-02-01", "2025-02-28"], ["2026-01-01", "2026-01-31"], ["2026-02-01", "2026-02-28"]]


@pytest.mark.parametrize(
    "head",
    [
        "Дата;Конец периода",
        "Дата начала;Дата окончания",
        "С;По",
        "Start date;End date",
        "Reporting starts;Reporting ends",
        "Неделя;Конец недели",
    ],
)
def test_a_row_is_of_the_days_from_the_first_column_to_the_last(understood, head):
    found = read(understood, f"{head};Охват;Подписчики\n01.10.2026;07.10.2026;50;10\n08.10.2026;14.10.2026;60;11\n")
    assert (spans(found), found["rejected"], "dates was not used" in said(found)) == (FIRST_WEEKS, [], False)
    (table,) = found["tables"]
    assert table["columns"] == {head.replace(";", ", "): "day", "Охват": "account_reach", "Подписчики": "followers"}


def test_a_row_of_one_day_from_itself_to_itself_is_of_that_day(understood):
    found = understood(
        "Start date,End date,Followers,Reach\n2026-10-01,2026-10-01,5,6\n2026-10-02,2026-10-02,7,8\n", account="vk:a"
    )
    assert spans(found) == [["2026-10-01"] * 2, ["2026-10-02"] * 2]


def test_a_row_without_its_last_day_is_refused(understood):
    found = read(understood, "С;По;Охват;Подписчики\n01.10.2026;07.10.2026;50;10\n08.10.2026;;60;11\n15.10.2026;21.10.2026;1;12\n")
    assert (spans(found), rejected(found)) == ([FIRST_WEEKS[0], ["2026-10-15", "2026-10-21"]], ["3"])


def test_campaigns_that_run_from_one_day_to_another_are_asked_about(understood):
    text = "Кампания;Дата начала;Дата окончания;Охват;Показы\nЧай;01.10.2026;07.10.2026;50;10\nКофе;08.10.2026;14.10.2026;60;1\n"
    asked = understood(text, account="vk:a")["question"]
    assert (asked["asks"], asked["guess"]["fields"]["Дата начала, Дата окончания"]) == ("columns", "day")


def test_posts_have_no_last_day(understood):
    text = "Дата;Дата окончания;Ссылка;Лайки\n01.10.2026;07.10.2026;https://vk.com/wall-1_1;5\n"
    assert posts(understood(text, account="vk:a"))[0][3][:10] == "2026-10-01"


@pytest.mark.parametrize("titles", [("2025", "2026"), (2025, 2026), ("2025 год", "2026 год")])
@pytest.mark.parametrize("gap", [[], [[]]])
def test_a_year_alone_stands_over_the_table_of_its_months(understood, titles, gap):
    book = workbook([[titles[0]], MONTHS, *OF_2025, *gap, [titles[1]], MONTHS, *OF_2026])
    found = understood(book, "a.xlsx", account="vk:a")
    assert (spans(found), found["rejected"]) == (YEARS, [])


@pytest.mark.parametrize("name", ["export.csv", "Отчёт 2026.csv"])
@pytest.mark.parametrize("period", ["", "2025-01-01:2025-12-31"])
def test_a_month_is_of_the_year_in_its_row(understood, name, period):
    text = "Год;Месяц;Охват;Подписчики\n2025;Январь;50;5\n;Февраль;60;6\n2026;Январь;51;7\n2026;Февраль;61;8\n"
    found = understood(text, name, account="vk:a", period=period)
    assert (spans(found), found["rejected"], "names no year" in said(found)) == (YEARS, [], False)


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        ("Month;Year", ["September;2026", "October;2026"], [SEPTEMBER, OCTOBER]),
        ("Год;Месяц", ["2026;9", "2026;10"], [SEPTEMBER, OCTOBER]),
        ("Год;Дата", ["2026;01.10", "2026;2 октября"], [["2026-10-01"] * 2, ["2026-10-02"] * 2]),
        ("Год;Квартал", ["2025;1", "2026;2 кв"], [["2025-01-01", "2025-03-31"], ["2026-04-01", "2026-06-30"]]),
        ("Год;Неделя", ["2026;28.09-04.10", "2026;05.10-11.10"], [["2026-09-28", "2026-10-04"], ["2026-10-05", "2026-10-11"]]),
    ],
)
def test_other_stretches_are_so_too(understood, head, rows, expected):
    found = read(understood, f"{head};Охват;Подписчики\n{rows[0]};50;5\n{rows[1]};60;6\n")
    assert (spans(found), found["rejected"]) == (expected, [])


def test_a_total_in_the_column_of_years_is_one_still(understood):
    text = "Год;Месяц;Охват;Подписчики\n2025 г.;Январь;26;1\n2025 г.;Февраль;27;2\nИтого;;53;2\n"
    found = understood(text, "Отчёт 2026.csv", account="vk:a")
    assert (spans(found), rejected(found), found["question"]) == (YEARS[:2], ["4"], {})


def test_a_row_of_two_years_is_refused(understood):
    found = understood("Год;Месяц;Охват;Подписчики\n2026;Январь;1;2\n2026;Февраль 2025;3;4\n", account="vk:a")
    assert (spans(found), rejected(found)) == ([["2026-01-01", "2026-01-31"]], ["3"])


@pytest.mark.parametrize("days", [("October 5", "October 6"), ("Oct 5", "Oct. 6"), ("October 5, 12:30", "October 6 9:00")])
def test_a_month_before_its_day_without_a_year_is_asked_for_it(understood, days):
    text = f"Video title;Video link;Post time;Total views\nA;https://www.tiktok.com/@a/video/1;{days[0]};5\n"
    text += f"B;https://www.tiktok.com/@a/video/2;{days[1]};6\n"
    assert understood(text)["question"]["asks"] == "period"
    found = understood(text, period="2026-10-01:2026-10-31")
    assert [post[3][:10] for post in posts(found)] == ["2026-10-05", "2026-10-06"]


def sheets(*names: str) -> bytes:
    """A workbook of sheets without days, called so."""
    return workbook(*([["Подписчики", "Охват"], [100 * n, 10 * n]] for n in range(1, len(names) + 1)), names=names)


def understood_of(understood, names: tuple[str, ...], file_name: str, **options: object) -> dict:
    return understood(sheets(*names), file_name, account="vk:a", **options)


@pytest.mark.parametrize(
    ("names", "file_name", "period"),
    [
        (("Сентябрь", "Октябрь"), "Отчёт 2026.xlsx", ""),
        (("Сентябрь", "Октябрь"), "a.xlsx", "2026-09-01:2026-10-31"),
        (("сен", "окт"), "a.xlsx", "2026-01-01:2026-10-31"),
        (("сен 26", "окт. 26"), "a.xlsx", ""),
        (("сен 26", "окт. 26"), "a.xlsx", "2026-10-01:2026-10-31"),
    ],
)
def test_sheets_called_by_months_are_of_these(understood, names, file_name, period):
    found = understood_of(understood, names, file_name, period=period)
    assert (spans(found), found["question"]) == ([SEPTEMBER, OCTOBER], {})


@pytest.mark.parametrize(
    ("names", "period"),
    [
        (("Сентябрь", "Октябрь"), ""),
        (("Сентябрь", "Октябрь"), "2026-10-01:2026-10-31"),
        (("Сентябрь", "Октябрь"), "2025-09-01:2026-10-31"),
    ],
)
def test_of_no_year_or_of_two_they_are_asked_about(understood, names, period):
    found = understood_of(understood, names, "a.xlsx", period=period)
    assert found["question"]["asks"] == "period"
    assert "is called by a month" in said(found)
    assert SEPTEMBER not in spans(found)


def test_a_verb_is_no_month(understood):
    found = understood_of(understood, ("Data may change",), "a.xlsx", period="2026-01-01:2026-10-31")
    assert spans(found) == [["2026-01-01", "2026-10-31"]]


def test_an_english_month_beside_a_number_may_be_its_day(understood):
    assert understood_of(understood, ("Sep 26", "Oct 26"), "a.xlsx")["question"]["asks"] == "period"


def test_days_a_person_names_within_the_month_are_those_of_its_sheet(understood):
    found = understood_of(understood, ("Октябрь",), "a.xlsx", period="2026-10-05:2026-10-11")
    assert spans(found) == [["2026-10-05", "2026-10-11"]]


def test_a_list_of_accounts_on_a_sheet_called_by_a_month_is_of_it(understood):
    table = [["Аккаунт", "Соцсеть", "Подписчики"], ["@one", "VK", 100], ["@two", "VK", 200]]
    found = understood(workbook(table, names=["Сентябрь"]), "Отчёт 2026.xlsx")
    assert spans(found) == [["2026-09-30"] * 2] * 2
