"""Where tables in a grid begin and end, wherever they stand and whatever stands above them."""

import io
from urllib.parse import unquote

import pytest
import xlsxwriter

from tests.imports.forms_of_files import accounts, days, posts, said, workbook, xml_cell, xml_spreadsheet


def test_tables_beside_each_other_may_begin_in_any_column(understood):
    head = [["Отчёт"], [], ["", "Дата", "Подписчики", "", "", "Дата", "Ссылка", "Лайки"]]
    rows = [["", f"2026-10-0{n}", 100 + n, "", "", f"2026-10-1{n}", f"https://vk.com/wall-1_{n}", n] for n in range(1, 4)]
    rows.append(["", "", "", "", "", "2026-10-14", "https://vk.com/wall-1_4", 4])
    found = understood(workbook([*head, *rows]), "vk.xlsx")
    assert days(found) == [("followers", f"2026-10-0{n}", f"{100 + n}") for n in range(1, 4)]
    assert [(post[3][:10], post[10]) for post in posts(found)] == [(f"2026-10-1{n}", {"likes": str(n)}) for n in range(1, 5)]
    assert (found["rows"], found["rejected"], found["warnings"][1:]) == (7, [], [])
    assert [post[0] for post in posts(found)] == ["F4", "F5", "F6", "F7"]


DAYS = [["Дата", "Подписчики", "", "Дата", "Подписчики"], ["2026-10-01", 5, "", "2026-10-01", 500]]


@pytest.mark.parametrize(
    ("above", "titles"),
    [
        ([["ВКонтакте"]], ["ВКонтакте", ""]),
        ([["", "", "", "Телеграм"]], ["", "Телеграм"]),
        ([["ВКонтакте"], ["", "", "", "Телеграм"]], ["ВКонтакте", "Телеграм"]),
        ([["Отчёт"], ["ВКонтакте", "", "", "Телеграм"]], ["Отчёт ВКонтакте", "Отчёт Телеграм"]),
        ([["ВКонтакте", "", "", "Телеграм"], ["за октябрь"]], ["ВКонтакте за октябрь", "Телеграм"]),
    ],
)
def test_a_title_is_of_the_table_over_whose_columns_it_stands(understood, above, titles):
    found = understood(workbook([*above, *DAYS], names=["Лист"]), account="vk:a", accounts_by_network={"telegram": "b"})
    assert [table["title"] for table in found["tables"]] == [f"Лист {title}".strip() for title in titles]


def test_a_title_merged_over_two_tables_is_of_both(understood):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Лист")
        sheet.merge_range("A1:E1", "ВКонтакте")
        for number, row in enumerate(DAYS, 1):
            sheet.write_row(number, 0, row)
    found = understood(content.getvalue(), account="vk:a")
    assert [table["title"] for table in found["tables"]] == ["Лист ВКонтакте"] * 2


def test_empty_columns_before_the_only_table_mean_nothing(understood):
    found = understood(";;Дата;Подписчики\n;;2026-10-01;5\n;;2026-10-02;6\n", "vk.csv")
    assert (found["rows"], days(found)) == (2, [("followers", "2026-10-01", "5"), ("followers", "2026-10-02", "6")])


VK_AND_TELEGRAM = {
    "sheets": workbook(
        [["Date", "Followers"], ["2026-10-01", 5]], [["Date", "Followers"], ["2026-10-01", 500]], names=["VK", "Telegram"]
    ),
    "beside": "ВК;;;Телеграм;\nДата;Подписчики;;Дата;Подписчики\n2026-10-01;5;;2026-10-01;500\n",
    "blocks": "ВКонтакте\nДата;Подписчики\n01.10.2026;5\n\nTelegram\nДата;Подписчики\n01.10.2026;500\n",
    "blocks without a gap": "ВКонтакте\nДата;Подписчики\n01.10.2026;5\nTelegram\nДата;Подписчики\n01.10.2026;500\n",
}


@pytest.mark.parametrize("name", VK_AND_TELEGRAM)
@pytest.mark.parametrize("options", [{}, {"account": "vk:brand"}], ids=["no account", "an account"])
def test_a_table_under_the_title_of_another_network_is_of_an_account_there(understood, name, options):
    found = understood(VK_AND_TELEGRAM[name], **options)
    assert {one: days({"subjects": [s]}) for one, s in zip(accounts(found), found["subjects"], strict=True)} == {
        "vk:brand": [("followers", "2026-10-01", "5")],
        "telegram:brand": [("followers", "2026-10-01", "500")],
    }
    assert "taken for telegram:brand" in said(found)
    assert ("«Telegram»" in said(found) or "«Телеграм»" in said(found)) == bool(options)


def test_an_account_of_the_network_in_the_title_is_taken_as_named(understood):
    found = understood("Telegram\nДата;Подписчики\n01.10.2026;500\n", account="telegram:channel")
    assert (accounts(found), found["warnings"]) == (["telegram:channel"], [])


def test_words_over_rows_are_no_network(understood):
    assert accounts(understood("Вставки\nДата;Подписчики\n01.10.2026;500\n", "вставка.csv", account="telegram:a")) == ["telegram:a"]


def test_columns_of_one_name_under_several_networks_are_of_an_account_in_each(understood):
    found = understood("Дата,Telegram,,ВКонтакте,\n,Подписчики,Охват,Подписчики,Охват\n01.09.2026,7,70,5,50\n", "vk.csv")
    assert {
        account: [value[4] for value in one["values"]] for account, one in zip(accounts(found), found["subjects"], strict=True)
    } == {
        "telegram:brand": ["7", "70"],
        "vk:brand": ["5", "50"],
    }


@pytest.mark.parametrize("delimiter", [";", ","])
def test_many_lines_above_the_header_mean_nothing(understood, delimiter):
    table = "Дата;Подписчики;Погода\n01.10.2026;5;дождь\n02.10.2026;6;снег\n".replace(";", delimiter)
    assert len(days(understood("Строка отчёта\n" * 250 + table, "vk.csv"))) == 2


def merged_workbook() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        for number, row in enumerate(MERGED):
            sheet.write_row(number, 1, row)
        for area, text in (("B1:B2", "Источник"), ("C1:C2", "Источник (детально)"), ("B3:B4", "Соцсети"), ("D3:D4", 100)):
            sheet.merge_range(area, text, bold)
    return content.getvalue()


MERGED = [
    ["", "", "Показатели", ""],
    ["", "", "Визиты", "Просмотры"],
    ["Соцсети", "VK", 100, 60],
    ["", "Telegram", "", 40],
    ["Прямые", "Сайт", 50, 5],
]
ROWS = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in MERGED[2:])
HTML = ROWS.replace("<td>Соцсети", "<td rowspan=2>Соцсети").replace("<td>100", "<td rowspan=2>100").replace("<td></td>", "")
HTML = f"<table><tr><th>Источник<th>Источник (детально)<th>Визиты<th>Просмотры</tr>{HTML}</table>"
DOWN = 'ss:MergeDown="1"'
XML = xml_spreadsheet(
    "".join(map(xml_cell, ["Источник", "Источник (детально)", "Визиты", "Просмотры"])),
    xml_cell("Соцсети", more=DOWN) + xml_cell("VK") + xml_cell(100, "Number", DOWN) + xml_cell(60, "Number"),
    xml_cell("Telegram", more='ss:Index="2"') + xml_cell(40, "Number", 'ss:Index="4"'),
    xml_cell("Прямые") + xml_cell("Сайт") + xml_cell(50, "Number") + xml_cell(5, "Number"),
)


@pytest.mark.parametrize("content", [merged_workbook(), HTML, XML], ids=["a workbook", "a page", "an XML spreadsheet"])
def test_words_of_merged_cells_hold_for_the_rows_they_span_and_figures_do_not(understood, content):
    (subject,) = understood(content, period="2026-09-01:2026-09-30")["subjects"]
    assert [(metric, number, unquote(label)) for _row, metric, _first, _last, number, label, _is_rounded in subject["values"]] == [
        ("visits", "100", "source=Соцсети&source_detail=VK"),
        ("pageviews", "60", "source=Соцсети&source_detail=VK"),
        ("pageviews", "40", "source=Соцсети&source_detail=Telegram"),
        ("visits", "50", "source=Прямые&source_detail=Сайт"),
        ("pageviews", "5", "source=Прямые&source_detail=Сайт"),
    ]
