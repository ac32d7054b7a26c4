"""Reports of which each row is a figure: their months, networks or only column are read as rows, and every cell is accounted."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, days, rejected, said, values, workbook

MONTHS = ["Показатель", "Август 2026", "Сентябрь 2026"]
NOTE = "Rows of a table are figures: each of its columns counts as a row, called by the first cell below its heading."
FIGURES = [
    ("followers", "2026-08-01", "12560"),
    ("account_reach", "2026-08-01", "51030"),
    ("followers", "2026-09-01", "12801"),
    ("account_reach", "2026-09-01", "48900"),
]


def rows_of(found):
    return [value[0] for subject in found["subjects"] for value in subject["values"]]


def figures_of(found):
    """By account its figures: metric and number."""
    told = zip(accounts(found), found["subjects"], strict=True)
    return {account: [(value[1], value[4]) for value in subject["values"]] for account, subject in told}


@pytest.mark.parametrize("heading", ["Показатель", "KPI", "Метрика", "Metric", ""])
def test_months_across_are_rows_called_by_their_first_cell(understood, heading):
    table = [[heading, *MONTHS[1:]], ["Подписчики", 12560, 12801], ["Охват", 51030, 48900]]
    found = understood(workbook([["Отчёт"], [], *table]), account="vk:iva")
    assert (days(found), rows_of(found)) == (FIGURES, ["B4", "B4", "C4", "C4"])
    assert (found["rows"], said(found)) == (2, NOTE)


def test_other_columns_and_unknown_figures_are_said(understood):
    table = [[*MONTHS, "Динамика"], ["Подписчики", 12560, 12801, "+1,9%"], ["ER", "2,1%", "2,3%", ""], ["Охват", 51030, 48900, ""]]
    found = understood(workbook([*table, ["Итог", "хорошо", "", ""], [], ["Источник: кабинет"]]), account="vk:iva")
    assert (days(found), found["rows"], rejected(found)) == (FIGURES, 4, ["D2", "7"])
    assert said(found) == f"{NOTE} Rows of a table were not used, because their figures are not known: «ER», «Итог»."


def test_months_without_a_year_are_those_of_the_file_and_of_each_sheet(understood):
    sheets = [[["Показатель", "Август", "Сентябрь"], ["Подписчики", n, n + 1]] for n in (12560, 1800)]
    found = understood(workbook(*sheets, names=["ВК", "Telegram"]), "Отчет 2026.xlsx")
    assert [[value[1], value[3]] for value in values(found)] == [
        ["2026-08-01", "12560"],
        ["2026-09-01", "12561"],
        ["2026-08-01", "1800"],
        ["2026-09-01", "1801"],
    ]
    assert (accounts(found), rows_of(found)) == (
        ["vk:brand", "telegram:brand"],
        ["ВК:B2", "ВК:C2", "Telegram:B2", "Telegram:C2"],
    )


@pytest.mark.parametrize("by_lines", [False, True], ids=["in their names", "in lines above them"])
def test_figures_of_several_networks_below_each_other_go_to_each(understood, by_lines):
    names = [["ВКонтакте"], ["Подписчики"], ["Telegram"], ["Подписчики"]] if by_lines else [["Подписчики ВК"], ["Подписчики ТГ"]]
    figures = iter([[12560, 12801], [1800, 1801]])
    rows = [name if name[0] in ("ВКонтакте", "Telegram") else [*name, *next(figures)] for name in names]
    found = understood(workbook([MONTHS, *rows]))
    assert figures_of(found) == {
        "vk:brand": [("followers", "12560"), ("followers", "12801")],
        "telegram:brand": [("followers", "1800"), ("followers", "1801")],
    }
    assert rows_of(found) == (["B3", "C3", "B5", "C5"] if by_lines else ["B2", "C2", "B3", "C3"])


def test_networks_across_are_rows_of_the_period_that_the_name_says(understood):
    table = [["Показатель", "ВКонтакте", "Telegram", "Итого"], ["Подписчики", 12801, 1801, 14602], ["Охват", 48900, 900, 0]]
    found = understood(workbook(table), "Отчет сентябрь 2026.xlsx")
    assert figures_of(found) == {
        "vk:brand": [("followers", "12801"), ("account_reach", "48900")],
        "telegram:brand": [("followers", "1801"), ("account_reach", "900")],
    }
    assert {tuple(value[1:3]) for value in values(found)} == {("2026-09-01", "2026-09-30")}
    assert (found["rows"], rejected(found), found["question"]) == (3, ["D2"], {})


@pytest.mark.parametrize("header", ["Показатель;Значение", "KPI;План;Факт"])
def test_one_column_of_values_is_one_row(understood, header):
    plan = "13000;" if "План" in header else ""
    found = understood(f"{header}\nПодписчики;{plan}12801\nПубликаций;{plan}19\n", "ВК сентябрь 2026.csv", account="vk:iva")
    assert days(found) == [("followers", "2026-09-01", "12801"), ("posts_published", "2026-09-01", "19")]
    assert rejected(found) == (["B2"] if plan else [])


def test_without_a_period_the_days_are_asked(understood):
    found = understood("Показатель;Значение\nПодписчики;12801\n", "ВК.csv", account="vk:iva")
    assert (days(found), found["question"]["asks"]) == ([], "period")
    told = understood("Показатель;Значение\nПодписчики;12801\n", "ВК.csv", account="vk:iva", period="2026-09-01:2026-09-30")
    assert days(told) == [("followers", "2026-09-01", "12801")]


def test_figures_above_posts_are_read_so_too(understood):
    posts = [["Дата", "Ссылка", "Охват"], ["01.09.2026", "https://vk.com/wall-123_10", 1200]]
    content = workbook([["Показатель", "Значение"], ["Подписчики", 12801], [], *posts])
    found = understood(content, "Сентябрь 2026.xlsx", account="vk:club123")
    assert (accounts(found), days(found)) == (["vk:club123"], [("followers", "2026-09-01", "12801")])
    assert understood(content, "Сентябрь 2026.xlsx")["question"]["asks"] == "account"


@pytest.mark.parametrize(
    "rows",
    [
        [MONTHS, ["Подписчики", 1, 2], ["", 3, 4]],
        [MONTHS, ["Подписчики", 1, 2], ["Подписчики", 3, 4]],
        [["Показатель", "Мин", "Макс"], ["Подписчики", 1, 2]],
        [["Страна", "Май 2026", "Июнь 2026"], ["Россия", 100, 110]],
        [["", *MONTHS[1:]], ["Подписчики", 1, 2], ["Россия", 3, 4]],
    ],
    ids=["a row without a name", "two of one name", "no networks", "no figures", "half of them figures"],
)
def test_what_would_lose_or_mix_figures_is_not_turned(understood, rows):
    try:
        found = understood(workbook(rows), account="vk:iva")
    except Refused as refused:
        assert "stand across the table" in str(refused)
    else:
        assert (days(found), found["question"]["asks"]) == ([], "columns")


@pytest.mark.parametrize(
    "line", ["Конкуренты", "Всего по сетям", "Блог", "Конкурент Кофе Дом", "Реклама", "План", "ВК (конкуренты)", "Telegram (план)"]
)
@pytest.mark.parametrize("beside", [[], ["", "—"], [*MONTHS[1:]]], ids=["alone", "beside dashes", "beside the months again"])
def test_below_a_line_that_names_no_network_figures_may_be_of_anything(understood, line, beside):
    rows = [MONTHS, ["Telegram"], ["Подписчики", 50, 60], [line, *beside], ["Охват", 500, 600]]
    with pytest.raises(Refused) as refused:
        understood(workbook(rows), account="telegram:iva_tg")
    assert f"and more is said of them («{line}»)" in str(refused.value)


@pytest.mark.parametrize(
    "heading",
    [
        "Показатель, тыс.",
        "Показатель (тыс.)",
        "Показатели в тыс.",
        "Показатель (план)",
        "Показатель (конкуренты)",
        "Показатели рекламы",
    ],
)
def test_a_heading_that_says_more_of_the_figures_is_not_lost(understood, heading):
    with pytest.raises(Refused) as refused:
        understood(workbook([[heading, *MONTHS[1:]], ["Подписчики", 13, 14], ["Охват", 51, 48]]), account="vk:iva")
    assert str(refused.value) == (
        "Months, weeks or days stand across the table (Август 2026, Сентябрь 2026), its rows are metrics, and more is said of "
        f"them («{heading}»). Write into the name of each metric what is said of it, as in «Followers, thousand» or «Telegram "
        "followers», and delete what is of a plan or of others. Turn the table so that each month, week or day is a row (in "
        "Excel: Copy, then Paste Special, Transpose), call its first column «Date», and import the file again."
    )


def test_such_a_line_may_have_a_number_of_its_own(understood):
    rows = [[1, "Telegram"], [2, "Подписчики", 50, 60], [3, "Конкуренты"], [4, "Охват", 500, 600]]
    with pytest.raises(Refused, match="more is said of them \\(«Конкуренты»\\)"):
        understood(workbook([["№", *MONTHS], *rows]), account="telegram:iva_tg")


@pytest.mark.parametrize(("heading", "words"), [("Ед. изм.", ["тыс.", "тыс."]), ("Тип", ["План", "Факт"]), ("Чьё", ["наше", "их"])])
def test_nor_are_words_beside_the_names(understood, heading, words):
    rows = [["Показатель", heading, *MONTHS[1:]], ["Подписчики", words[0], 13, 14], ["Охват", words[1], 51, 48]]
    with pytest.raises(Refused, match=f"more is said of them \\(«{heading}»\\)"):
        understood(workbook(rows), account="vk:iva")


@pytest.mark.parametrize(("heading", "cell"), [("Комментарий", "растём"), ("Динамика", "↑"), ("Динамика", "+241 (1,9%)")])
def test_notes_and_changes_beside_the_figures_are_left_out(understood, heading, cell):
    rows = [[*MONTHS, heading], ["Подписчики", 12560, 12801, cell], ["Охват", 51030, 48900, ""]]
    found = understood(workbook(rows), account="vk:iva")
    assert (days(found), rejected(found)) == (FIGURES, ["D2"])


@pytest.mark.parametrize("heading", ["Значение, тыс.", "Значение (тыс.)", "Значение (план)"])
def test_of_values_that_are_more_than_values_is_asked(understood, heading):
    rows = [["Показатель", heading], ["Подписчики", 13], ["Охват", 48]]
    found = understood(workbook(rows), "ВК сентябрь 2026.xlsx", account="vk:iva")
    assert (found["subjects"], found["question"]["asks"]) == ([], "columns")


@pytest.mark.parametrize("note", ["конкуренты", "план", "реклама"])
def test_a_network_with_a_note_that_it_is_something_else_is_none(understood, note):
    rows = [["Показатель", f"ВК ({note})", "Telegram"], ["Подписчики", 13, 14], ["Охват", 51, 48]]
    found = understood(workbook(rows), "Отчет сентябрь 2026.xlsx")
    assert figures_of(found) == {"telegram:brand": [("followers", "14"), ("account_reach", "48")]}
    assert rejected(found) == ["B2"]
