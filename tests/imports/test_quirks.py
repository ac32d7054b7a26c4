"""Files as they come: encodings, several tables, markup that calls itself .xls, rows that are no data."""

from datetime import date

import pytest

from tests.imports.forms_of_files import archive, posts, said, values, workbook, xml_cell, xml_spreadsheet

HEADER = "Дата публикации;Ссылка;Текст;Просмотры;Лайки\n"
ROW = "05.03.2026 12:30;https://vk.com/wall-1_10;Привет, «мир» — это наш новый пост;1 234;1,2 тыс.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_russian_table_is_read_in_any_encoding(understood, encoding):
    found = understood((HEADER + ROW).encode(encoding, "replace"))
    (post,) = posts(found)
    assert (found["kind"], post[1], post[3], post[10], post[11]) == (
        "posts",
        "-1_10",
        "2026-03-05T09:30:00+00:00",
        {"views": "1234", "likes": "1200"},
        ["likes"],
    )
    assert post[7].startswith("Привет, ")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_words_of_two_bytes_a_letter_need_no_mark(understood, encoding):
    text = "Текст\tПросмотры\n" + "Очень длинный рассказ без единой латинской буквы, цифры или лишнего пробела\t6\n"
    assert understood(text.encode(encoding), "vk.csv")["totals"] == {"views": "6"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "~", "^", "#"])
def test_any_delimiter(understood, delimiter):
    text = delimiter.join(["Date", "Followers", "Reach"]) + "\r\n" + delimiter.join(["2026-01-01", "100", "20"]) + "\r\n"
    assert values(understood(text, "vk.csv")) == [
        ["followers", "2026-01-01", "2026-01-01", "100", "", False],
        ["account_reach", "2026-01-01", "2026-01-01", "20", "", False],
    ]


def test_a_separator_line_of_excel(understood):
    assert len(values(understood("sep=;\nDate;Followers\n2026-01-01;5\n", "vk.csv"))) == 1


def test_comments_several_tables_and_a_period_in_the_comments(understood):
    text = (
        "# Start date: 20260101\n# End date: 20260131\n\nCity,Users\nMoscow,5\n\n# Start date: "
        "20260101\n# End date: 20260131\nCity,New users\nMoscow,3\nKazan,2\n"
    )
    found = understood(text)
    assert (found["kind"], found["rows"], len(found["tables"])) == ("site_traffic", 3, 2)
    assert values(found)[0] == ["visitors", "2026-01-01", "2026-01-31", "5", "city=Moscow", False]


def test_two_tables_one_under_the_other_without_comments(understood):
    found = understood("Date,Followers\n2026-01-01,5\n2026-01-02,6\n\nDate,Followers lost\n2026-01-01,1\n", "vk.csv")
    assert [value[0] for value in values(found)] == ["followers", "followers", "followers_lost"]


def test_an_empty_line_inside_a_table_is_only_that(understood):
    found = understood("Date,Followers\n2026-01-01,5\n\n2026-01-02,6\n", "vk.csv")
    assert (found["rows"], len(found["tables"])) == (2, 1)


def test_two_tables_side_by_side(understood):
    found = understood("Date,Followers,,Date,Reach\n2026-01-01,5,,2026-02-01,7\n2026-01-02,6,,,\n", "vk.csv")
    assert (found["rows"], [value[:2] for value in values(found)]) == (
        3,
        [["followers", "2026-01-01"], ["followers", "2026-01-02"], ["account_reach", "2026-02-01"]],
    )


def test_a_title_and_two_header_rows(understood):
    text = (
        "Отчёт по публикациям;;;;;\n;;Охват;;Вовлечённость;\nДата;Ссылка;Всего;Рекламный "
        "охват;Лайки;Комментарии\n05.03.2026;https://vk.com/wall-1_10;100;40;7;2\n"
    )
    (post,) = posts(understood(text))
    assert post[10] == {"reach": "100", "reach_paid": "40", "likes": "7", "comments": "2"}


def test_a_total_row_is_left_out_and_checked(understood):
    text = (
        "Контент,Название видео,Время публикации видео,Просмотры\nИтоговое значение,,,11\nabcdefghijk,Видео,26 сент. 2025 г.,10\n"
    )
    found = understood(text)
    assert (found["kind"], found["rows"], [row for row, _reason in found["rejected"]], found["totals"]) == (
        "youtube_content",
        2,
        ["2"],
        {"views": "10"},
    )
    assert "«Views» is 11, but its rows add up to 10." in said(found)


def test_an_id_ruined_by_excel_gives_way_to_the_link(understood):
    text = (
        "Post ID,Page ID,Page name,Publish time,Permalink,Views,Reactions\n"
        '1.22158E+17,1.0E+14,Brand,10/23/2026 08:31,https://www.facebook.com/brand/posts/122158000000000001,"12,400",5\n'
    )
    (post,) = posts(understood(text))
    assert (post[1], post[10]) == ("122158000000000001", {"views": "12400", "likes": "5"})


def test_a_hidden_counter_is_no_value(understood):
    (post,) = posts(understood("Date,Link,Likes,Views\n2026-01-05,https://youtu.be/abcdefghijk,-1,5\n"))
    assert post[10] == {"views": "5"}


def test_a_negative_count_refuses_the_row(understood):
    found = understood("Date,Link,Likes\n2026-01-05,https://youtu.be/abcdefghijk,-7\n")
    assert ([row for row, _reason in found["rejected"]], posts(found)) == (["2"], [])


def test_dates_dragged_into_the_future_are_refused(understood):
    text = "Date,Followers\n" + "".join(f"{date(2026, 11, day)},{day}\n" for day in range(20, 30))
    found = understood(text, "vk.csv")
    assert found["rejected"] == [[str(row), {"text": "The date lies in the future.", "params": {}}] for row in range(5, 12)]


def test_a_missing_month_is_said(understood):
    found = understood("Date,Followers\n2026-01-31,1\n2026-03-01,2\n", "vk.csv")
    assert {"months": "2026-02"} in [warning["params"] for warning in found["warnings"]]


def test_the_same_row_twice_counts_once_but_twins_without_words_are_two(understood):
    told = understood("Date,Link,Likes\n2026-01-05,https://youtu.be/abcdefghijk,7\n2026-01-05,https://youtu.be/abcdefghijk,7\n")
    twins = understood("Type;Page total likes;Lifetime Post Total Reach;like\nPhoto;10;100;7\nPhoto;10;100;7\n")
    assert (len(posts(told)), len(posts(twins))) == (1, 2)


def test_an_unclear_date_is_asked(understood):
    question = understood(
        "Post date,Link,Likes\n01/02/2026,https://youtu.be/abcdefghijk,7\n05/02/2026,https://youtu.be/abcdefghijl,7\n"
    )["question"]
    assert question["asks"] == "date_order"
    assert (question["likely"], question["examples"]) == ("dmy", ["01/02/2026", "05/02/2026"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Date,Followers\n05/08/2026,7\n06/08/2026,8\n", "vk 2026-08-01_2026-08-31.csv"),
        ("Date,Checked,Followers\n05/08/2026,25/11/2026,7\n06/08/2026,25/11/2026,8\n", "vk.csv"),
        ("# 20260801-20260831\nDate,Followers\n05/08/2026,7\n06/08/2026,8\n", "vk.csv"),
    ],
    ids=["its name", "another column", "its comments"],
)
def test_an_unclear_date_is_told_by_the_rest_of_the_file(understood, text, name):
    found = understood(text, name)
    assert (found["question"], [value[1] for value in values(found)]) == ({}, ["2026-08-05", "2026-08-06"])


@pytest.mark.parametrize(
    "dates",
    [
        ("2026-01-05", "2026-01-09", "2026-01-31", "2026-02-14"),
        ("2026-01-05", "2026-01-05", "2026-01-06", "2026-01-07"),
        ("2026-01-05 10:00", "2026-01-06 12:30", "2026-01-07 9:15", "2026-01-08 9:15"),
    ],
    ids=["now and then", "twice a day", "with times"],
)
def test_a_table_that_may_be_one_of_posts_is_asked_about(understood, dates):
    text = "Date,Likes,Reach\n" + "".join(f"{day},{n},{n * 10}\n" for n, day in enumerate(dates, 5))
    question = understood(text)["question"]
    assert (question["asks"], question["guess"]["rows"]) == ("columns", "post")
    told = understood(text, columns=question["guess"], account="vk:brand")
    metrics = [next(part for part in row if isinstance(part, dict)) for row in posts(told)]
    assert (len(metrics), metrics[0]) == (4, {"likes": "5", "reach": "50"})


@pytest.mark.parametrize(
    ("header", "dates"),
    [
        ("Date,Likes,Reach", ("2026-01-05", "2026-01-06", "2026-01-07", "2026-01-09")),
        ("Date,Likes,Reach", ("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")),
        ("Date,Followers,Reach", ("2026-01-05", "2026-01-09", "2026-01-31", "2026-02-14")),
    ],
    ids=["by day", "by month", "with followers"],
)
def test_a_table_of_an_account_by_day_is_not_asked_about(understood, header, dates):
    found = understood(header + "\n" + "".join(f"{day},{n},{n * 10}\n" for n, day in enumerate(dates, 5)), "vk.csv")
    assert found["question"].get("asks") != "columns"
    assert len(values(found)) == 8


def test_a_period_is_asked_and_taken(understood):
    text = 'utm_source,utm_medium,Визиты,Отказы\nvk,social,"1 200","12,5 %"\n'
    assert understood(text)["question"]["asks"] == "period"
    assert values(understood(text, period="2026-01-01:2026-06-30")) == [
        ["visits", "2026-01-01", "2026-06-30", "1200", "social_network=vk&utm_medium=social&utm_source=vk", False],
        ["bounce_rate", "2026-01-01", "2026-06-30", "0.125", "social_network=vk&utm_medium=social&utm_source=vk", False],
    ]


def test_a_slice_never_outgrows_its_column(understood):
    pages = "".join(f"/{'страница/' * 60}{n},google,5\n" for n in range(3))
    labels = [value[4] for value in values(understood("Page,Source,Sessions\n" + pages, period="2026-01-01:2026-01-31"))]
    assert (len(set(labels)), max(map(len, labels)) <= 300) == (3, True)


def test_an_unknown_table_asks_with_a_guess_and_rows_and_takes_the_answer(understood):
    text = "Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://vk.com/wall-1_2,7\n"
    question = understood(text)["question"]
    assert (question["asks"], question["guess"]["fields"], question["sample"]) == (
        "columns",
        {"Когда вышло": "published_at", "Куда ведёт": "permalink"},
        [["2026-01-05", "https://vk.com/wall-1_2", "7"]],
    )
    told = {"rows": "post", "fields": {**question["guess"]["fields"], "Сердечки": "likes"}}
    assert posts(understood(text, columns=told))[0][10] == {"likes": "7"}


def test_an_xml_spreadsheet_that_calls_itself_xls(understood):
    cells = "".join(f'<Cell><Data ss:Type="String">{name}</Data></Cell>' for name in ("Дата", "Подписчики"))
    xml = (
        '<?xml version="1.0" encoding="windows-1251"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Лист1"><Table><Row>{cells}</Row><Row ss:Index="3"><Cell><Data '
        'ss:Type="DateTime">2026-01-05T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Number">150</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    assert values(understood(xml.encode("cp1251"), "вк.xls")) == [["followers", "2026-01-05", "2026-01-05", "150", "", False]]


def test_percent_of_an_xml_spreadsheet(understood):
    row = xml_cell("05.01.2026") + xml_cell(10, "Number") + xml_cell(0.053, "Number", 'ss:StyleID="p"')
    found = understood(xml_spreadsheet("".join(map(xml_cell, ("Дата", "Визиты", "Отказы, %"))), row), "site.xls")
    assert [value[3] for value in values(found)] == ["10", "0.053"]


def test_an_html_table_that_calls_itself_xls(understood):
    html = (
        "<html><meta charset=windows-1251><body><table><tr><th>Дата<th>Подписчики<tr><td>05.01.20"
        "26<td>1&nbsp;500</table></body></html>"
    )
    assert values(understood(html.encode("cp1251"), "vk.xls"))[0][3] == "1500"


def test_lines_of_a_cell_of_a_page_stay_apart(understood):
    html = "<table><tr><th>Ссылка<th>Текст<th>Лайки<tr><td>https://vk.com/wall-1_1<td>Раз<br>два<p>три</p>четыре<td>5</table>"
    assert posts(understood(html, "vk.xls"))[0][7] == "Раз два три четыре"


def test_a_duration_of_an_xml_spreadsheet(understood):
    row = xml_cell("05.01.2026") + xml_cell(10, "Number") + xml_cell("1899-12-31T00:02:05.000", "DateTime")
    found = understood(xml_spreadsheet("".join(map(xml_cell, ("Дата", "Визиты", "Время на сайте"))), row), "site.xls")
    assert [value[3] for value in values(found)] == ["10", "125"]


def test_a_workbook_of_two_sheets(understood):
    book = workbook([["Дата", "Подписчики"], [date(2026, 1, 5), 150.0]], [["Дата", "Отписались"], ["05.01.2026", 3]])
    found = understood(book, "vk.xlsx")
    assert (found["rows"], [value[0] for value in values(found)]) == (2, ["followers", "followers_lost"])


def test_a_number_excel_has_rounded_is_no_id(understood):
    book = workbook(
        [
            ["Post ID", "Page ID", "Publish time", "Permalink", "Views"],
            [122158000000000001, 1, "2026-01-05 10:00", "https://www.facebook.com/b/posts/122158000000000001", 5],
        ]
    )
    assert posts(understood(book))[0][1] == "122158000000000001"


def test_a_zip_of_studio_files_is_one_import(understood):
    content = archive(
        **{
            "Content/Totals.csv": "Date,Views\n2026-01-01,5\n2026-01-31,6\n",
            "Content/Table data.csv": "Traffic source,Views\nTotal,11\nExternal,11\n",
        }
    )
    found = understood(content, "Content.zip")
    assert (found["rows"], len(found["rejected"]), found["question"]) == (4, 1, {})
    assert values(found)[-1] == ["account_views", "2026-01-01", "2026-01-31", "11", "traffic_source=External", False]


def test_a_list_of_objects_is_a_table(understood):
    assert (
        len(posts(understood('{"posts": [{"url": "https://t.me/channel/5", "created": "2026-01-05", "views": 10}]}', "posts.json")))
        == 1
    )


def test_bare_numbers_of_days_count_from_where_the_workbook_does(understood):
    book = workbook([["Дата", "Подписчики"], [date(2026, 9, 30), 5], [44834, 6], [44835.5, 7]], since_1904=True)
    assert [value[1:4] for value in values(understood(book, "vk.xlsx"))] == [
        [f"2026-{day}", f"2026-{day}", str(n)] for n, day in enumerate(["09-30", "10-01", "10-02"], 5)
    ]
