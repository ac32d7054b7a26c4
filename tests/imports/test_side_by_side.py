"""Tables side by side: a title over each is no part of a name, and where one begins its columns are its own."""

import pytest

from smmstrategy.metrics.imports.reading.draft import FIGURES
from tests.imports.forms_of_files import accounts, days, posts, rejected, said, workbook

POSTS = [
    ["Ссылка", "Дата", "Лайки", "Просмотры"],
    *[[f"https://vk.com/wall-1_{n}", f"0{2 * n}.09.2026", 10 * n, 100 * n] for n in (1, 2)],
]
FOLLOWERS = [["Дата", "Подписчики", "Отписались"], *[[f"0{n}.09.2026", 1000 + n, n] for n in (1, 2, 3, 4)]]
VIEWS = [["Дата", "Просмотры"], *[[f"0{n}.09.2026", 500 + n] for n in (1, 2, 3, 4)]]
OF_FOLLOWERS = {
    (metric, f"2026-09-0{n}", f"{add + n}") for metric, add in (("followers", 1000), ("followers_lost", 0)) for n in (1, 2, 3, 4)
}


def side_by_side(*tables, gap=True, titles=()):
    """The tables as one file, in which each may have a title above its first column."""
    lines = []
    for n in range(max(map(len, tables))):
        cells = [[*map(str, table[n])] if n < len(table) else [""] * len(table[0]) for table in tables]
        lines.append((";;" if gap else ";").join(map(";".join, cells)))
    above = (";;" if gap else ";").join(
        ";".join([title, *[""] * (len(table[0]) - 1)]) for title, table in zip(titles, tables, strict=False)
    )
    return "\n".join([*filter(None, [above]), *lines]) + "\n"


def figures(found):
    return [(post[3][:10], post[10]) for post in posts(found)]


LIKES = [("2026-09-02", {"likes": "10", "views": "100"}), ("2026-09-04", {"likes": "20", "views": "200"})]


@pytest.mark.parametrize(
    "titles",
    [
        ("Посты", "Подписчики по дням"),
        ("Posts report", "Followers by day"),
        ("Посты", "Подписчики"),
        ("Публикации за полугодие", "Просмотры по дням"),
        ("Просмотры", "Подписчики"),
        ("Отчёт", ""),
        (),
    ],
)
def test_titles_over_two_tables_are_no_part_of_names(understood, titles):
    found = understood(side_by_side(POSTS, FOLLOWERS, titles=titles), account="vk:club1")
    assert (found["question"], found["warnings"], found["rejected"]) == ({}, [], [])
    assert (accounts(found), found["rows"]) == (["vk:club1"], 6)
    assert (figures(found), set(days(found))) == (LIKES, OF_FOLLOWERS)


def test_figures_of_one_name_are_of_either_table(understood):
    found = understood(side_by_side(POSTS, VIEWS, titles=("Публикации", "Просмотры по дням")), account="vk:club1")
    assert figures(found) == LIKES
    assert days(found) == [("account_views", f"2026-09-0{n}", f"{500 + n}") for n in (1, 2, 3, 4)]


def test_each_table_has_its_title(understood):
    found = understood(side_by_side(POSTS, FOLLOWERS, titles=("Посты", "Подписчики по дням")), account="vk:club1")
    assert [(table["title"], table["kind"]) for table in found["tables"]] == [("Посты", "posts"), ("Подписчики по дням", "days")]


def test_titles_that_name_a_figure_of_each_network_say_whose_it_is(understood):
    found = understood(side_by_side(FOLLOWERS, VIEWS, titles=("Подписчики ВК", "Просмотры ТГ")), account="vk:a")
    assert [(one, len(s["values"])) for one, s in zip(accounts(found), found["subjects"], strict=True)] == [
        ("vk:a", 8),
        ("telegram:brand", 4),
    ]


def test_groups_of_one_table_with_empty_columns_between_them_are_no_tables(understood):
    found = understood(
        "Пост;;;Контент;;;Метрики;\nСсылка;Дата;;Тип;Текст;;Лайки;Просмотры\n"
        "https://vk.com/wall-1_1;02.09.2026;;Фото;а;;10;100\nhttps://vk.com/wall-1_2;04.09.2026;;Видео;б;;20;200\n"
    )
    assert (figures(found), found["rows"]) == (LIKES, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Дата;;ВК;;;Телеграм;\n;;Подписчики;Охват;;Подписчики;Охват\n2026-09-01;;5;50;;7;70\n",
        "Дата;ВК;;;Телеграм;\n;Подписчики;Охват;;Подписчики;Охват\n2026-09-01;5;50;;7;70\n",
    ],
)
def test_groups_over_an_empty_column_stay_groups_of_one_table(understood, text):
    found = understood(
        text,
        account="vk:a",
        accounts_by_network={"telegram": "b"},
    )
    assert {one: [value[4] for value in s["values"]] for one, s in zip(accounts(found), found["subjects"], strict=True)} == {
        "vk:a": ["5", "50"],
        "telegram:b": ["7", "70"],
    }


def test_a_table_begins_where_the_day_comes_again_over_rows_of_its_own(understood):
    found = understood(side_by_side(POSTS, FOLLOWERS, gap=False), account="vk:club1")
    assert (found["question"], found["warnings"], found["rejected"], found["rows"]) == ({}, [], [], 6)
    assert (figures(found), set(days(found))) == (LIKES, OF_FOLLOWERS)


def test_a_table_begins_where_the_day_comes_again_and_runs_evenly(understood):
    more = [[f"https://vk.com/wall-1_{n}", f"{day}.09.2026", 10 * n, 100 * n] for n, day in ((3, 10), (4, 20), (5, 21))]
    found = understood(side_by_side([*POSTS, *more], FOLLOWERS, gap=False), account="vk:club1")
    assert (found["rejected"], found["rows"], len(posts(found))) == ([], 9, 5)
    assert set(days(found)) == OF_FOLLOWERS


def test_a_second_day_of_the_same_rows_begins_no_table(understood):
    found = understood(
        "Ссылка;Дата;Лайки;Дата;Просмотры\n"
        "https://vk.com/wall-1_1;02.09.2026;10;05.09.2026;100\nhttps://vk.com/wall-1_2;04.09.2026;20;09.09.2026;200\n"
        "https://vk.com/wall-1_3;05.09.2026;30;;\n"
    )
    assert figures(found) == [*LIKES, ("2026-09-05", {"likes": "30"})]
    assert said(found) == "The column «Дата» stands twice with different values; the first counts."


def test_two_tables_of_posts_begin_with_their_links(understood):
    other = [["Ссылка", "Дата", "Просмотры"], *[[f"https://t.me/abc/{n}", f"0{n}.09.2026", n] for n in (1, 2, 3)]]
    found = understood(side_by_side(POSTS, other, gap=False))
    assert (accounts(found), [len(subject["posts"]) for subject in found["subjects"]]) == (["vk:club1", "telegram:abc"], [2, 3])
    assert rejected(found) == []


@pytest.mark.parametrize("name", ["Дата сбора просмотров", "Подписчики по дням", "Date of likes", "Просмотры"])
def test_a_column_of_days_is_never_guessed_to_be_a_figure(understood, name):
    found = understood(
        f"Публикация моя;Вышла;Лайки всего;{name}\nа;2026-09-01;3;2026-11-30\nб;2026-09-02;4;2026-11-30\n", account="vk:a"
    )
    assert found["question"]["guess"]["fields"].get(name) is None


def test_a_column_of_days_is_the_day_whatever_figure_its_name_speaks_of(understood):
    found = understood("Подписчики по дням;Подписчиков\n01.09.2026;10\n02.09.2026;11\n", account="vk:a")
    assert found["question"]["guess"]["fields"] == {"Подписчики по дням": "day", "Подписчиков": "followers"}


def test_of_a_table_whose_dates_were_not_taken_it_is_not_said_that_it_has_none(understood):
    text = side_by_side(POSTS, [["Дата", "Сколько нас"], ["01.09.2026", 5]])
    told = {"rows": "values", "fields": {"Дата": "-", "Сколько нас": "followers"}}
    assert said(understood(text, columns=told, account="vk:club1")).endswith(
        " The table with the columns «Дата», «Сколько нас» has dates that were not taken for its days: «Дата». Say that they are "
        '(--columns "HEADER=day;…"), or which days it is about (--period YYYY-MM-DD:YYYY-MM-DD).'
    )


def test_beside_posts_with_dates_it_is_the_other_table_that_has_none(understood):
    text = side_by_side(POSTS, [["Подписчики", "Отписались"], [5, 1]])
    found = understood(text, account="vk:club1")
    assert said(found) == (
        "The table with the columns «Подписчики», «Отписались» has no dates. Say which days it is about "
        "(--period YYYY-MM-DD:YYYY-MM-DD)."
    )


@pytest.mark.parametrize("gap", [";;", ";;;"])
def test_figures_behind_an_empty_column_are_of_the_rows_before_it(understood, gap):
    rows = [f"0{2 * n}.09.2026;https://vk.com/wall-1_{n};т {n}{gap}{100 * n};{10 * n}\n" for n in (1, 2)]
    found = understood(f"Дата;Ссылка;Текст{gap}Просмотры;Лайки\n" + "".join(rows))
    assert (found["question"], figures(found), found["rows"]) == ({}, LIKES, 2)


@pytest.mark.parametrize(
    ("beside", "cells"), [("Просмотры;Лайки", ["700;70", ";", ";"]), ("Дата;Просмотры", [f"0{n}.09.2026;{n}00" for n in (1, 2, 3)])]
)
def test_figures_of_other_rows_and_of_days_of_their_own_are_a_table_of_their_own(understood, beside, cells):
    lines = "".join(f"0{n}.09.2026;{1000 + n};{n};;{cell}\n" for n, cell in enumerate(cells, 1))
    found = understood(f"Дата;Подписчики;Отписались;;{beside}\n{lines}", account="vk:a")
    assert [table["header"] for table in found["tables"]] == [["Дата", "Подписчики", "Отписались", ""], beside.split(";")]


BY_DAY = [["Дата", "Подписчики"], *[[f"0{n}.09.2026", 1000 + n] for n in (1, 2, 3)]]
OF_DAYS = {("followers", f"2026-09-0{n}", f"{1000 + n}") for n in (1, 2, 3)}


@pytest.mark.parametrize(
    "months", [["2026-07", "2026-08"], ["июль 2026", "август 2026"], ["Сентябрь 2026"], ["июль", "август", "сентябрь"]]
)
def test_months_beside_days_begin_a_table_of_their_own(understood, months):
    table = [["Месяц", "Охват"], *[[month, 9000 + n] for n, month in enumerate(months)]]
    found = understood(side_by_side(BY_DAY, table, gap=False), account="vk:a", period="2026-01-01:2026-12-31")
    firsts = {"2026-07", "2026-08"} if months[1:] else {"2026-09"}
    of_months = {day[:7] for metric, day, _value in days(found) if metric == "account_reach"}
    assert (found["question"], len(found["tables"]), found["rejected"]) == ({}, 2, [])
    assert {one for one in days(found) if one[0] == "followers"} == OF_DAYS
    assert of_months == firsts | ({"2026-09"} if len(months) == 3 else set())


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("Месяц", ["сентябрь", "сентябрь", "сентябрь"]),
        ("Месяц", ["2026-09", "", ""]),
        ("Неделя", ["31.08.2026", "31.08.2026", "31.08.2026"]),
        ("День", ["вторник", "среда", "четверг"]),
        ("Месяц", ["август", "сентябрь", "сентябрь"]),
    ],
)
def test_the_month_or_week_of_the_same_days_begins_none(understood, name, beside):
    columns = [[name, "Охват"], *[[one, 9000 + n] for n, one in enumerate(beside, 1)]]
    found = understood(side_by_side(BY_DAY, columns, gap=False), account="vk:a")
    assert (len(found["tables"]), found["rejected"]) == (1, [])
    assert set(days(found)) == OF_DAYS | {("account_reach", f"2026-09-0{n}", f"{9000 + n}") for n in (1, 2, 3)}


@pytest.mark.parametrize(
    ("header", "of_row"),
    [
        ("Месяц;Просмотры", "Октябрь 2026;300"),
        ("День;Комментарии", "02.10.2026;3"),
        ("Неделя;Просмотры", "12.10.2026-18.10.2026;300"),
    ],
    ids=["month", "day", "week"],
)
def test_a_day_of_the_report_beside_a_post_begins_no_table(understood, header, of_row):
    text = f"Дата;Ссылка;Лайки;{header}\n" + "".join(
        f"{day}.09.2026;https://vk.com/wall-22_{day};10;{of_row}\n" for day in (28, 29, 30)
    )
    (subject,) = understood(text, account="vk:iva")["subjects"]
    assert (len(subject["posts"]), subject["values"]) == (3, [])
    assert {len(post[FIGURES]) for post in subject["posts"]} == {2}


def test_texts_and_figures_behind_empty_columns_are_of_the_posts_before_them(understood):
    rows = [f"https://vk.com/wall-1_{n};0{n}.09.2026;;Фото;Текст номер {n};;{n}\n" for n in (1, 2)]
    found = understood("Ссылка;Дата;;Тип;Текст;;Лайки\n" + "".join(rows))
    assert [(post[1], post[7], post[10]) for post in posts(found)] == [
        ("-1_1", "Текст номер 1", {"likes": "1"}),
        ("-1_2", "Текст номер 2", {"likes": "2"}),
    ]
    assert (found["rows"], found["question"]) == (2, {})


def test_figures_beside_a_table_under_no_name_are_said(understood):
    header = ["Дата", "Ссылка", "Охват", None, None, None]
    rows = [
        [f"0{n}.09.2026", f"https://vk.com/wall-123_{n}", n * 100, None, name, figure]
        for n, (name, figure) in enumerate([("Подписчики", 12801), (None, "ER: 2,1%")], 1)
    ]
    found = understood(workbook([header, *rows]))
    assert (len(posts(found)), said(found)) == (
        2,
        "Figures stand beside the table under no name, and were not used: «F2 Подписчики», «F3».",
    )


def test_numbers_that_count_the_rows_need_no_name(understood):
    found = understood(",Дата,Ссылка,Охват\n0,01.09.2026,https://vk.com/wall-1_1,5\n1,02.09.2026,https://vk.com/wall-1_2,6\n")
    assert (len(posts(found)), said(found)) == (2, "")
