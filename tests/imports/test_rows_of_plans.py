"""Rows that a column of «План» and «Факт» calls a plan are refused with the reason; the others are read."""

import pytest

from smmstrategy.metrics.imports.reading.columns.headers import signature
from tests.imports.forms_of_files import days, posts, rejected, said

SEPTEMBER = {"period": "2026-09-01:2026-09-30"}


def table(*words: str, heading: str = "План/Факт") -> str:
    rows = [f"{'Август' if n < 2 else 'Сентябрь'} 2026;{word};{100 + n}\n" for n, word in enumerate(words)]
    return f"Месяц;{heading};Подписчики\n{''.join(rows)}"


@pytest.mark.parametrize("heading", ["План/Факт", "Тип", "Показатели"])
def test_rows_of_a_plan_beside_those_of_a_fact_are_refused(understood, heading):
    found = understood(table("План", "Факт", "План", "Факт", heading=heading), account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "101"), ("followers", "2026-09-01", "103")]
    assert (rejected(found), found["question"]) == (["2", "4"], {})


def test_all_may_be_of_a_plan(understood):
    found = understood(table("план", "", "Прогноз"), account="vk:iva")
    assert (days(found), rejected(found)) == ([("followers", "2026-08-01", "101")], ["2", "4"])


OF_FEW = "Месяц;{};Подписчики\nИюль 2026;Обычный;100\nАвгуст 2026;Акция;110\nСентябрь 2026;План на месяц;500\n"


@pytest.mark.parametrize("heading", ["План/Факт", "Тип", "Статус", "Показатели"])
def test_where_few_rows_say_a_plan_and_others_something_else_it_is_asked_about(understood, heading):
    text = OF_FEW.format(heading)
    found = understood(text, account="vk:iva")
    assert (days(found), found["question"]["asks"], said(found)) == (
        [],
        "columns",
        f"The column «{heading}» says of some rows that they are of a plan («План на месяц»), and of others something else. If all "
        f'have come true, leave the column out (--columns "{heading}=-"); if not, write «plan» or «fact» there beside each row and '
        "import the file again. Otherwise, dismiss the file.",
    )
    answered = understood(text, account="vk:iva", columns=found["question"]["known"])
    assert [value for _code, _month, value in days(answered)] == ["100", "110", "500"]


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("Месяц;Тип;Визиты\n07.2026;;56\n08.2026;;57\n09.2026;План;90\n", "website:iva.ru"),
        ("Месяц;Тип;Подписчики;Просмотры\n07.2026;;56;500\n08.2026;;57;500\n09.2026;План;90;900\n", "youtube:iva"),
    ],
)
def test_it_is_asked_in_days_of_a_site_and_of_one_network_too(understood, text, account):
    assert "are of a plan («План»)" in said(understood(text, "YouTube.csv", account=account))


@pytest.mark.parametrize("network", ["", "vk"])
def test_what_was_said_of_a_table_with_this_header_holds_for_no_later_plan(understood, network):
    columns = {"rows": "values", "network": network, "fields": {"Месяц": "day", "Подписчики": "followers"}}
    mapped = {"mappings": {signature(["Месяц", "Тип", "Подписчики"]): columns}}
    assert understood(OF_FEW.format("Тип"), account="vk:iva", context=mapped)["question"]["asks"] == "columns"
    facts = OF_FEW.format("Тип").replace("План на месяц", "Акция")
    assert len(days(understood(facts, account="vk:iva", context=mapped))) == 3
    both = understood(OF_FEW.format("Тип").replace("Обычный", "Факт").replace("Акция", "План"), account="vk:iva", context=mapped)
    assert ([value for _code, _month, value in days(both)], rejected(both)) == (["100"], ["3", "4"])


def test_where_most_say_a_plan_and_the_others_no_fact_it_is_asked_about(understood):
    found = understood(table("План", "План", "Обычный"), account="vk:iva")
    assert (rejected(found), found["question"]["asks"]) == ([], "columns")


def test_rows_of_lists_may_be_of_a_plan(understood):
    found = understood("Канал;Тип;Подписчики\n@iva;Факт;400\n@iva;План;500\n", account="telegram:iva", **SEPTEMBER)
    assert ([value for _code, _day, value in days(found)], rejected(found)) == (["400"], ["3"])


def test_a_campaign_of_a_site_called_as_a_plan_is_a_campaign(understood):
    text = "Date,utm_source,utm_campaign,Sessions\n20260901,vk,Target,5\n20260901,vk,Autumn,6\n"
    assert [value for _code, _day, value in days(understood(text))] == ["5", "6"]


def test_the_status_of_posts_is_no_such_column(understood):
    text = "Дата;Ссылка;Статус;Лайки\n2026-09-01;https://vk.com/wall-1_2;План;5\n"
    assert [post[10] for post in posts(understood(text))] == [{"likes": "5"}]


@pytest.mark.parametrize("word", ["План на сентябрь", "План (предв.)", "Плановый", "Прогноз 2026", "Цель:"])
@pytest.mark.parametrize("fact", ["Факт", "Факт (предв.)", "Фактический"])
def test_a_plan_and_a_fact_may_be_said_with_a_note(understood, word, fact):
    found = understood(table(word, fact, word, fact), account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "101"), ("followers", "2026-09-01", "103")]
    assert rejected(found) == ["2", "4"]


def test_a_row_that_says_neither_is_refused(understood):
    found = understood(table("План", "Факт", "KPI", "Факт"), account="vk:iva")
    reasons = [reason["text"] for _row, reason in found["rejected"]]
    assert (rejected(found), reasons[1]) == (
        ["2", "4"],
        "The row says neither a plan nor a fact in a column in which the others do.",
    )


@pytest.mark.parametrize("words", [["План", "Факт", "Отклонение", "% выполнения"], ["План", "Факт", "Откл.", "%", "Прошлый год"]])
def test_what_else_is_said_of_each_month_that_has_a_plan_and_a_fact_is_refused_as_neither(understood, words):
    rows = [f"{month};{word};{value}\n" for month in ("08.2026", "09.2026") for value, word in enumerate(words, 500)]
    text = "Месяц;Показатель;Подписчики\n" + "".join(rows)
    found = understood(text, account="vk:iva")
    assert days(found) == [("followers", "2026-08-01", "501"), ("followers", "2026-09-01", "501")]
    assert (len(found["rejected"]), found["question"]) == (len(rows) - 2, {})


def test_a_plan_and_a_fact_among_many_other_words_are_asked_about(understood):
    found = understood(table("План", "Факт", "Обычный", "Обычный", "Обычный", heading="Тип"), account="vk:iva")
    assert (rejected(found), found["question"]["asks"]) == ([], "columns")


def test_the_status_of_days_is_such_a_column(understood):
    found = understood(table("План", "Факт", heading="Статус"), account="vk:iva")
    assert (days(found), rejected(found)) == ([("followers", "2026-08-01", "101")], ["2"])


def test_what_notes_and_texts_say_of_plans_is_no_such_column(understood):
    assert rejected(understood(table("План на год", heading="Комментарий"), account="vk:iva")) == []
    assert len(posts(understood("Дата;Текст;Лайки\n2026-09-01;План на год;5\n", account="vk:iva"))) == 1


def test_one_word_among_empty_cells_is_asked_about(understood):
    found = understood(table("План", "", "", heading="Отметка"), account="vk:iva")
    assert (days(found), rejected(found), found["question"]["asks"]) == ([], [], "columns")


GA = "# Start date: 20260901\n# End date: 20260930\nSession source,Session medium,{},Sessions\nvk,social,goal,100\ntg,cpc,,50\n"
METRIKA = "UTM Source;UTM Campaign;{};Визиты\nvk;осень;план;100\ntg;осень;;50\n"
STUDIO = "Traffic source,Source title,Views,Watch time (hours)\nYouTube search,план,100,1\nExternal,,50,1\n"


@pytest.mark.parametrize(
    ("text", "account"),
    [
        *((GA.format(heading), "website:iva.ru") for heading in ("Session campaign", "Session manual term")),
        *((METRIKA.format(heading), "website:iva.ru") for heading in ("UTM Content", "UTM Term")),
        (METRIKA.format("UTM Term").replace("осень;;", "осень;факт;"), "website:iva.ru"),
        (STUDIO, "youtube:iva"),
    ],
)
def test_what_an_export_tells_apart_may_be_called_as_plans_are(understood, text, account):
    found = understood(text, "Table data.csv", account=account, **SEPTEMBER)
    counted = [value for code, _day, value in days(found) if code in ("visits", "account_views")]
    assert (counted, rejected(found), found["question"]) == (["100", "50"], [], {})


@pytest.mark.parametrize("goals", ["Цель: заявка", "Цели", "Goal 1", "Target"])
def test_goals_of_a_site_are_no_plans(understood, goals):
    text = f"Дата;Цель;Визиты;Достижения цели\n2026-09-01;{goals};5;1\n2026-09-02;{goals};6;2\n"
    found = understood(text, account="website:iva.ru")
    assert (rejected(found), "of a plan" in said(found)) == ([], False)


def test_visits_that_were_planned_are(understood):
    found = understood("Месяц;План/Факт;Визиты\n09.2026;План;500\n09.2026;Факт;400\n", account="website:iva.ru")
    assert (days(found), rejected(found)) == ([("visits", "2026-09-01", "400")], ["2"])


TWEETS = "Tweet id,Tweet permalink,Tweet text,time,impressions,likes\n" + "".join(
    f"{n},https://twitter.com/iva/status/{n},{text},2026-09-0{n} 10:00 +0000,10,1\n"
    for n, text in enumerate(("Goals for 2026", "Fact: x", "other"), 1)
)
VK = "Дата;Ссылка;{};Просмотры\n01.09.2026;https://vk.com/wall-1_1;{};10\n02.09.2026;https://vk.com/wall-1_2;{};20\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (TWEETS, 3),
        ("".join(TWEETS.splitlines(keepends=True)[:2]), 1),
        *((VK.format(heading, "цели", ""), 2) for heading in ("Хештеги", "Теги", "Метка", "Рубрика")),
        (VK.format("Рубрика", "План", "Факт"), 2),
        (VK.format("Контент", "План на неделю", "Факт дня"), 2),
    ],
)
def test_words_of_posts_are_no_plans(understood, text, count):
    found = understood(text, account="" if text.startswith("Tweet") else "vk:iva")
    assert (len(posts(found)), rejected(found)) == (count, [])


def test_posts_of_a_plan_are_known_by_the_name_of_its_column_and_leave_their_days_in_doubt(understood):
    more = "03.09.2026;https://vk.com/wall-1_3;Факт;30\n04.09.2026;https://vk.com/wall-1_4;KPI;40\n"
    found = understood(VK.format("План/Факт", "План", "Факт") + more, account="vk:iva")
    assert ([post[1] for post in posts(found)], rejected(found)) == (["-1_2", "-1_3"], ["2", "5"])
    assert [subject["rejected"] for subject in found["subjects"]] == [2]


def test_each_row_of_a_file_of_plans_alone_is_refused_as_one(understood):
    found = understood(table("План", "План"), account="vk:iva")
    reason = "The row is of a plan, as its own column says: its figures may never have come true."
    assert [(row, one["text"]) for row, one in found["rejected"]] == [("2", reason), ("3", reason)]
    assert (found["subjects"], found["question"]) == ([], {})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (table("План", "План"), "The row is of a plan, as its own column says: its figures may never have come true. Rows: 2, 3."),
        ("Дата;Подписчики\nвчера;5\n", "«вчера» is not a date. Row: 2."),
        (
            "Дата публикации;Текст;Статус;Лайки\n02.10.2026;а;Черновик;\n",
            "The post was not published, as its status says: «Черновик». Row: 2.",
        ),
    ],
    ids=["plans", "dates", "drafts"],
)
def test_a_file_of_which_every_row_is_refused_is_told_by_its_rows_whatever_the_reason(import_export, tmp_path, text, reason):
    (tmp_path / "a.csv").write_text(text)
    told = import_export(tmp_path / "a.csv", "--account", "vk:iva")
    assert (told["status"], told["new"], told["files"][0]["error"]) == (0, 0, "")
    assert [line.strip() for line in told["lines"][1:3]] == [
        "Nothing was taken. Every row was rejected; the reasons stand below.",
        reason,
    ]
