"""Values of accounts and sites as they come in the wild: days, totals, money, and what must never pass in silence."""

from datetime import date

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, archive, days, rejected, said, values, workbook

PERIOD = {"period": "2026-09-01:2026-09-30"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("27 сент. 2026 г.", "2026-09-27"),
        ("27 сентября 2026 года", "2026-09-27"),
        ("Sep 27, 2026", "2026-09-27"),
        ('"Sun, Sep 27, 2026"', "2026-09-27"),
        ("27.09.26", "2026-09-27"),
        ("вс, 27.09.2026", "2026-09-27"),
        ("20260927", "2026-09-27"),
        ("46292", "2026-09-27"),
        ("2026/09/27", "2026-09-27"),
        ("09/27/2026", "2026-09-27"),
        ("27-Sep-2026", "2026-09-27"),
        ("26-09-27", "2026-09-27"),
        ("\u200e27.09.2026\u200b", "2026-09-27"),
    ],
)
def test_a_day_in_any_dress(understood, day, expected):
    assert days(understood(f"Дата;Подписчики\n{day};5\n", "vk.csv")) == [("followers", expected, "5")]


@pytest.mark.parametrize("month", ["сентябрь 2026", "Сент. 2026", "09.2026", "2026-09", "202609", "September 2026"])
def test_a_month_is_all_its_days(understood, month):
    assert values(understood(f"Месяц;Подписались\n{month};5\n", "vk.csv"))[0][1:3] == ["2026-09-01", "2026-09-30"]


def test_a_week_is_its_seven_days(understood):
    weeks = "21.09.2026 – 27.09.2026;5\n28.09.2026 - 04.10.2026;6\n05.10.2026-11.10.2026;7\n"
    found = understood(f"Период;Подписались\n{weeks}", "vk.csv")
    assert [value[1:3] for value in values(found)] == [
        ["2026-09-21", "2026-09-27"],
        ["2026-09-28", "2026-10-04"],
        ["2026-10-05", "2026-10-11"],
    ]


def test_dates_as_serials_as_text_and_as_dates_in_one_column(understood):
    book = workbook([["Дата", "Подписчики"], [46291, 5], ["27.09.2026", 6], [date(2026, 9, 28), 7]])
    assert [day for _metric, day, _number in days(understood(book, "vk.xlsx"))] == ["2026-09-26", "2026-09-27", "2026-09-28"]


def test_a_day_without_a_year_is_refused(understood):
    found = understood("Date,Followers\nSeptember 26,5\n", "tiktok.csv")
    assert (days(found), rejected(found)) == ([], ["2"])


@pytest.mark.parametrize("tail", ["2026-09-02,6", "2026-09"])
def test_a_row_cut_in_the_middle_is_refused(understood, tail):
    found = understood(f"Date,Followers,Reach\n2026-09-01,5,7\n{tail}", "vk.csv")
    assert (len(days(found)), rejected(found)) == (2, ["3"])


def test_a_last_row_that_is_whole_needs_no_line_end(understood):
    assert len(days(understood("Date,Followers\n2026-09-01,5\n2026-09-02,6", "vk.csv"))) == 2


def test_two_rows_that_contradict_each_other_are_not_both_taken(understood):
    found = understood("Дата;Подписчики\n01.09.2026;5\n01.09.2026;6\n", "vk.csv")
    assert (days(found), rejected(found)) == ([("followers", "2026-09-01", "6")], ["2"])


@pytest.mark.parametrize("header", ["Дата;;", "Дата;Час;"])
def test_the_last_hour_of_a_day_is_not_the_day(understood, header):
    rows = [("01.09.2026", "10:00", 5), ("01.09.2026", "11:00", 7), ("02.09.2026", "10:00", 9)]
    text = "".join(f"{day};{hour};{number}\n" if "Час" in header else f"{day} {hour};;{number}\n" for day, hour, number in rows)
    found = understood(f"{header}Подписались\n{text}", "vk.csv")
    assert (days(found), rejected(found)) == ([("followers_gained", "2026-09-02", "9")], ["2", "3"])


def test_of_followers_the_last_count_of_a_day_is_that_of_the_day(understood):
    found = understood("Дата;Подписчики\n01.09.2026 10:00;5\n01.09.2026 20:00;6\n", "vk.csv")
    assert (days(found), rejected(found)) == ([("followers", "2026-09-01", "6")], ["2"])


def test_rows_told_apart_by_an_unknown_column_are_asked_about(understood):
    text = "Date,Campaign type,Sessions\n2026-09-01,Search,5\n2026-09-01,Video,6\n"
    question = understood(text)["question"]
    assert question["guess"]["fields"] == {"Date": "day", "Campaign type": "by campaign_type", "Sessions": "visits"}
    told = {"rows": "values", "network": "website", "fields": question["guess"]["fields"]}
    assert [(value[3], value[4]) for value in values(understood(text, columns=told))] == [
        ("5", "campaign_type=Search"),
        ("6", "campaign_type=Video"),
    ]


def test_two_columns_of_one_name_are_said(understood):
    found = understood("Date,Likes,Likes,Followers\n2026-09-01,5,7,10\n", "vk.csv")
    assert (days(found)[0], "«Likes» stands twice" in said(found)) == (("likes", "2026-09-01", "5"), True)


def test_totals_above_and_below_are_left_out(understood):
    found = understood("Дата;Подписались;Отписались\nИтого;11;3\n01.09.2026;5;1\n02.09.2026;6;2\nВсего:;11;3\n", "vk.csv")
    assert (rejected(found), found["totals"]) == (["2", "5"], {"followers_gained": "11", "followers_lost": "3"})


def test_subtotals_of_a_tree_are_no_second_helping(understood):
    text = (
        "Источник трафика,Источник трафика (детально),Визиты\nИтого и средние,,160\nРеклама,,100\nРеклама,Директ,60\n"
        "Реклама,VK,40\nПоиск,,60\nПоиск,Яндекс,60\n"
    )
    found = understood(text, **PERIOD)
    wholes = [value[3] for value in values(found) if "source_detail" not in value[4]]
    parts = [value[3] for value in values(found) if "source_detail" in value[4]]
    assert (wholes, parts, "add up" in said(found)) == (["100", "60"], ["60", "40", "60"], False)


def test_a_row_without_a_source_is_the_total_only_when_it_adds_up(understood):
    text = "Source,Sessions\nvk,10\nyandex,5\n,{total}\n"
    total, rest, more = (understood(text.format(total=number), **PERIOD) for number in (15, 4, 99))
    assert [values(found)[-1][3:5] for found in (total, rest)] == [["15", ""], ["4", "source=%28not+set%29"]]
    assert (len(values(more)), rejected(more)) == (2, ["4"])


def test_analytics_of_two_tables_with_comments_and_days_counted_from_nought(understood):
    text = (
        "# ----\n# Traffic\n# ----\n# Start date: 20260901\n# End date: 20260930\nSession source / medium,Sessions\n"
        "vk.com / referral,10\n\n# Start date: 20260901\n# End date: 20260930\nNth day,Sessions\n0000,7\n0001,8\n"
    )
    assert [value[1:5] for value in values(understood(text))] == [
        ["2026-09-01", "2026-09-30", "10", "medium=referral&social_network=vk&source=vk.com"],
        ["2026-09-01", "2026-09-01", "7", ""],
        ["2026-09-02", "2026-09-02", "8", ""],
    ]


def test_an_unknown_table_below_another_is_no_part_of_it(understood):
    found = understood("Source,Users\nvk,10\n\nPagina,Utenti\n/a,7\n", **PERIOD)
    assert (len(found["tables"]), found["question"]["asks"]) == (2, "columns")


@pytest.mark.parametrize(
    ("header", "cell", "stored"),
    [
        ("Доход, ₽", "1 234,50 ₽", "1234.5"),
        ("Доход (RUB)", "1234,5", "1234.5"),
        ("Доход", "12 руб.", "12"),
        ("Доход (USD)", "9", None),
    ],
)
def test_money_is_kept_in_the_clients_currency_or_not_at_all(understood, header, cell, stored):
    found = understood(f"Дата;Визиты;{header}\n01.09.2026;5;{cell}\n")
    assert [value[3] for value in values(found) if value[0] == "revenue"] == ([stored] if stored else [])
    assert ("the column was not used" in said(found)) is (stored is None)


def test_money_without_a_currency_is_taken_for_the_clients_and_said(understood):
    assert "was taken for RUB" in said(understood("Date,Sessions,Total revenue\n2026-09-01,5,10\n"))


@pytest.mark.parametrize(
    ("text", "name", "account"),
    [
        ("Дата;Посетители;Просмотры;Охват;Подписались\n01.09.2026;5;6;7;8\n", "vk.csv", "vk:brand"),
        ("Дата;Посетители;Просмотры\n01.09.2026;5;6\n", "vk.csv", "vk:brand"),
        ("Дата;Посетители;Просмотры\n01.09.2026;5;6\n", "сайт.csv", "website:site"),
        ("Дата;Участники;Вступили;Вышли;Классы\n01.09.2026;5;6;7;8\n", "ok.csv", "ok:brand"),
        ("Date,Impressions,Likes,New follows,Create Post\n2026-09-01,5,6,7,8\n", "overview.csv", "x:brand"),
    ],
)
def test_figures_go_to_the_network_they_are_of(understood, text, name, account):
    assert accounts(understood(text, name)) == [account]


def test_a_hidden_sheet_is_left_out_and_said(understood):
    sheets = [[["Дата", "Подписчики"], [f"{day}.09.2026", 6]] for day in (27, 28)]
    found = understood(workbook(*sheets, hidden=(1,)), "vk.xlsx")
    assert (len(days(found)), "Sheet2" in said(found)) == (1, True)


def test_titles_and_merged_headers_of_a_workbook(understood):
    book = workbook([["Отчёт"], [], ["Дата", "Показатели", ""], ["", "Подписчики", "Охват"], ["27.09.2026", 6, 7]])
    assert days(understood(book, "vk.xlsx")) == [("followers", "2026-09-27", "6"), ("account_reach", "2026-09-27", "7")]


def test_merged_headers_of_a_page_that_calls_itself_xls(understood):
    page = (
        "<html><table><tr><td colspan=3>Отчёт<tr><th rowspan=2>Дата<th colspan=2>Показатели"
        "<tr><th>Подписчики<th>Охват<tr><td>26.09.2026<td>5<td>6</table></html>"
    )
    assert days(understood(page, "vk.xls")) == [("followers", "2026-09-26", "5"), ("account_reach", "2026-09-26", "6")]


def test_lines_saved_as_one_quoted_cell_each(understood):
    assert days(understood('"Date,Followers"\n"2026-09-01,5"\n', "vk.csv")) == [("followers", "2026-09-01", "5")]


def test_an_archive_with_a_folder_names_the_network_by_the_file_inside(understood):
    content = archive(**{"папка/vk.csv": "Дата;Подписчики\n27.09.2026;6\n", "папка/readme.txt": "hello"})
    assert accounts(understood(content, "exports.zip")) == ["vk:brand"]


def test_an_answer_without_a_figure_is_no_answer(understood):
    text, told = "Datum;Zahl\n01.09.2026;5\n", {"rows": "values", "fields": {"Datum": "day"}}
    found = understood(text, columns=told)
    assert (found["question"]["asks"], "Say anew what the columns mean" in said(found)) == ("columns", True)


def test_a_line_that_nothing_known_separates_is_refused(understood):
    with pytest.raises(Refused, match="Nothing was found that separates columns"):
        understood("Datum@Zahl\n01.09.2026@5\n", "vk.csv")


def test_a_kind_that_does_not_fit_is_not_forced(understood):
    with pytest.raises(Refused, match="does not fit the kind you named"):
        understood("Дата;Подписчики\n01.09.2026;5\n", "vk.csv", kind="youtube_content")


def test_figures_of_posts_become_those_of_an_account(understood):
    told = {"rows": "values", "network": "linkedin", "fields": {"Day of it": "day", "Impressions (total)": "impressions"}}
    found = understood("Day of it,Impressions (total)\n2026-09-01,5\n", columns=told)
    assert days(found) == [("account_impressions", "2026-09-01", "5")]


def test_durations_that_lost_their_format(understood):
    book = workbook([["Дата", "Визиты", "Время на сайте"], ["26.09.2026", 10, 250 / 86_400]])
    assert values(understood(book))[1][3] == "250"


def test_a_list_with_days_is_no_list_of_today(understood):
    found = understood("Дата;Аккаунт;Подписчики\n01.09.2026;brand;5\n01.09.2026;competitor;6\n", "LiveDune.csv", account="vk:brand")
    assert (accounts(found), days(found)) == (
        ["vk:brand", "vk:competitor"],
        [("followers", "2026-09-01", "5"), ("followers", "2026-09-01", "6")],
    )


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("accounts_2026-05-01.csv", "2026-05-01"),
        ("accounts_2026-04-01_2026-04-30.csv", "2026-04-30"),
        ("accounts_2027-01-01.csv", "2026-11-22"),
    ],
)
def test_a_list_is_of_the_last_day_its_name_says(understood, name, day):
    found = understood("username;followers\nnoon;512\n", name, account="instagram:any")
    assert (days(found), "no date" in said(found)) == ([("followers", day, "512")], False)


def test_a_channel_called_by_its_name_is_found_by_its_address(understood):
    (subject,) = understood("Канал;Ссылка;Подписчики\nНаш бренд;https://t.me/brand;1,2 тыс.\n", "tgstat.csv")["subjects"]
    assert (subject["handle"], subject["name"], subject["values"][0][4]) == ("brand", "Наш бренд", "1200")


@pytest.mark.parametrize("text", ["Date\nTotal\n", "Date;Total\nTotal;5\n"])
def test_a_total_alone_is_left_out_with_its_reason(understood, text):
    found = understood(text)
    assert (found["rows"], rejected(found), found["subjects"]) == (1, ["2"], [])


def test_days_named_for_a_table_without_dates_leave_those_that_others_state(understood):
    block = "# Start date: {}\n# End date: {}\nSession source / medium,Sessions\nvk / social,{}\n\n"
    text = block.format("20260501", "20260531", 7) + block.format("20260601", "20260630", 8) + "Nth day,Users\n0000,3\n"
    asked = (
        "The table with the columns «Nth day», «Users» has no dates. Say which days it is about (--period YYYY-MM-DD:YYYY-MM-DD)."
    )
    assert said(understood(text, account="website:acme.ru")).endswith(asked)
    found = understood(text, account="website:acme.ru", period="2026-06-05:2026-06-30")
    assert [value[:4] for value in values(found)] == [
        ["visits", "2026-05-01", "2026-05-31", "7"],
        ["visits", "2026-06-01", "2026-06-30", "8"],
        ["visitors", "2026-06-05", "2026-06-05", "3"],
    ]
    assert "A table says itself that it is about 2026-05-01 to 2026-05-31" in said(found)


@pytest.mark.parametrize(
    "text", ["Дата;Подписчики;ER;ERV\n{};100;3,2%;5 %\n", "Дата;Ссылка;Лайки;ER;ERV\n{};https://vk.com/wall-1_1;100;3,2%;—\n"]
)
def test_columns_of_percent_are_named_when_nothing_is_taken_of_them(understood, text):
    columns = "Columns of percent were not used: «ER», «ERV»." if "5 %" in text else "A column of percent was not used: «ER»."
    assert columns in said(understood(text.format("01.05.2026"), account="vk:club1"))
