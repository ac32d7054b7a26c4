"""«Подписчики» of YouTube by day: as people write them down how many there are, as Studio exports them by how many they grew."""

import pytest

from tests.imports.forms_of_files import accounts, archive, days, said, workbook

MONTHS = [["Месяц", "Подписчики", "Просмотры"], ["Август 2026", 5600, 41000], ["Сентябрь 2026", 5703, 43200]]
LEVELS = [
    ("followers", "2026-08-01", "5600"),
    ("account_views", "2026-08-01", "41000"),
    ("followers", "2026-09-01", "5703"),
    ("account_views", "2026-09-01", "43200"),
]


def test_levels_on_a_sheet_of_youtube_beside_other_networks(understood):
    found = understood(workbook(MONTHS, MONTHS, names=["ВК", "YouTube"]), "report.xlsx", account="youtube:iva")
    by_account = dict(zip(accounts(found), found["subjects"], strict=True))
    assert days({"subjects": [by_account["youtube:iva"]]}) == LEVELS
    assert "Pacific" not in said(found)


def test_in_a_column_of_its_network_levels_may_rise_fast(understood):
    text = "Месяц;Подписчики ВК;Подписчики YouTube\nАвгуст 2026;12560;5600\nСентябрь 2026;12801;7703\n"
    found = understood(text, "Totals.csv")
    assert {code for code, _day, _value in days(found)} == {"followers"}


def test_levels_in_a_column_of_its_network_and_under_a_name_that_says_all(understood):
    of_networks = understood("Месяц;Подписчики ВК;Подписчики YouTube\nАвгуст 2026;12560;5600\nСентябрь 2026;12801;5703\n")
    by_account = dict(zip(accounts(of_networks), of_networks["subjects"], strict=True))
    of_studio = (
        "Месяц;Всего подписчиков;Просмотры;Время просмотра (часы)\nАвгуст 2026;5600;41000;400\nСентябрь 2026;5703;43200;410\n"
    )
    for found in ({"subjects": [by_account["youtube:brand"]]}, understood(of_studio, account="youtube:iva")):
        assert [value for value in days(found) if value[0].startswith("followers")] == [LEVELS[0], LEVELS[2]]


@pytest.mark.parametrize("figures", [["5600"], ["12", "30"], ["12", "11"]], ids=["one alone", "uneven", "even"])
def test_what_cannot_be_known_is_asked(understood, figures):
    text = "Дата;Подписчики;Просмотры\n" + "".join(f"2026-09-0{n};{figure};70\n" for n, figure in enumerate(figures, 1))
    found = understood(text, account="youtube:iva")
    assert (days(found), said(found)) == (
        [],
        "«Подписчики» may say how many there are, or by how many they have grown, as YouTube Studio counts. Say which: how many "
        'there are (--columns "Подписчики=followers"), or the growth (--columns "Подписчики=followers_net").',
    )
    for field in ("followers", "followers_net"):
        columns = {"rows": "values", "fields": {"Дата": "day", "Подписчики": field, "Просмотры": "account_views"}}
        answered = days(understood(text, account="youtube:iva", columns=columns))
        assert [value for code, _day, value in answered if code == field] == figures


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Дата,Просмотры,Время просмотра (часы),Подписчики", "export.csv"),
        ("Date,Views,Comments,Subscribers", "Totals.csv"),
        ("Дата,Просмотры,Комментарии,Подписчики", "export.csv"),
    ],
    ids=["by its columns", "by its name", "by a day without growth"],
)
def test_the_growth_that_studio_exports_is_growth(understood, header, name):
    figures = ["12", "30", "11" if "Время" in header else "0", "9"]
    rows = "".join(f"2026-09-0{n},{n}0,{n},{figure}\n" for n, figure in enumerate(figures, 1))
    found = understood(f"{header}\n{rows}", name, account="youtube:iva")
    growth = [("followers_net", f"2026-09-0{n}", figure) for n, figure in enumerate(figures, 1)]
    assert ([value for value in days(found) if value[0].startswith("followers")], found["question"]) == (growth, {})


@pytest.mark.parametrize("header", ["Дата,Подписчики", "Date,Subscribers"])
def test_the_growth_alone_is_growth_by_the_name_of_studio_s_file(understood, header):
    name = "Totals.csv" if header.isascii() else "Итоговые значения.csv"
    text = f"{header}\n2026-09-01,12\n2026-09-02,11\n2026-09-03,12\n"
    growth = [("followers_net", f"2026-09-0{n}", value) for n, value in enumerate(["12", "11", "12"], 1)]
    one, packed = understood(text, name, account="youtube:iva"), understood(archive(**{name: text}), "Iva.zip")
    assert (days(one), days(packed), accounts(packed)) == (growth, growth, ["youtube:brand"])


def by_day(understood, *figures, **told):
    """The fields read of a column «Подписчики» by day, and whether it is asked what it says."""
    rows = "".join(f"2026-09-{n:02},{figure}\n" for n, figure in enumerate(figures, 1))
    found = understood(f"Дата,Подписчики\n{rows}", **{"account": "youtube:iva"} | told)
    return {code for code, _day, _value in days(found)}, "may say how many there are" in said(found)


GROWN, ASKED, THERE = ({"followers_net"}, False), (set(), True), ({"followers"}, False)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((12, 30, 11, 0), GROWN),
        ((12, 11, -2), GROWN),
        ((12, 30, 11, 12), ASKED),
        ((12, 30, 11, -1), ASKED),
        ((12, 11, 0), ASKED),
        ((0, 5600, 5703), ASKED),
        ((5600, -1, 5703), ASKED),
    ],
    ids=["a day without, up and down", "a loss", "up and down", "a hidden one", "a day without", "from nought", "hidden levels"],
)
def test_growth_alone_is_shown_by_a_loss_or_a_day_without_it_where_levels_would_not_go_so(understood, figures, told):
    assert by_day(understood, *figures) == told


@pytest.mark.parametrize("figures", [(0, 5600, 5703), (5600, -1, 5703), (5600, "−1", 5703)])
def test_what_is_hidden_and_noughts_among_levels_leave_them_levels(understood, figures):
    rows = [["Дата", "Подписчики"], *([f"2026-09-0{n}", figure] for n, figure in enumerate(figures, 1))]
    found = understood(workbook(rows, names=["YouTube"]), "report.xlsx", account="youtube:iva")
    there = [("followers", f"2026-09-0{n}", str(figure)) for n, figure in enumerate(figures, 1) if figure not in (-1, "−1")]
    assert (days(found), found["question"]) == (there, {})


@pytest.mark.parametrize(
    ("figures", "told"),
    [((5600, 6000, 6500), THERE), ((5600, 6000, 6601), ASKED), ((5600, 6000, 5399), ASKED)],
    ids=["by less than a tenth", "up by more", "down by more"],
)
def test_on_a_sheet_of_its_network_they_are_levels_while_they_rise_and_fall_as_levels_do(understood, figures, told):
    rows = [["Дата", "Подписчики"], *([f"2026-09-0{n}", figure] for n, figure in enumerate(figures, 1))]
    found = understood(workbook(rows, names=["YouTube"]), "report.xlsx", account="youtube:iva")
    assert ({code for code, _day, _value in days(found)}, "may say how many there are" in said(found)) == told


OF_GAINS = "Месяц;Подписчики;Новые подписчики{};Просмотры\nАвгуст 2026;{};9\nСентябрь 2026;{};9\nОктябрь 2026;{};9\n"


@pytest.mark.parametrize(
    ("lost", "rows", "field"),
    [
        ("", ("5600;300", "6300;700", "7100;800"), "followers"),
        (";Отписались", ("5600;300;9", "6300;710;10", "7100;800;0"), "followers"),
        (";Отписались", ("300;310;-10", "700;700;0", "800;810;-10"), "followers_net"),
        ("", ("5600;300", "6300;700", "7101;800"), None),
        (";Отписались", ("300;310;-10", "700;700;0", "800;;-10"), None),
        (";Отписались", ("5600;;9", "6300;710;10", "7100;;0"), None),
        ("", ("300;300", "700;700", "800;800"), "followers_net"),
        ("", ("0;0", "0;0", "0;0"), None),
        (";Отписались", ("0;0;0", "0;0;0", "0;0;0"), None),
    ],
    ids=["came", "came and left", "the growth itself", "one not", "one not known", "most not", "all who came", "nothing", "nobody"],
)
def test_who_came_beside_them_shows_which_they_are(understood, lost, rows, field):
    found = understood(OF_GAINS.format(lost, *rows), "YouTube.csv", account="youtube:iva")
    told = [value for code, _day, value in days(found) if code in ("followers", "followers_net")]
    assert told == [row.partition(";")[0] for row in rows] * bool(field)
    assert {field} - {None} == {code for code, _day, _value in days(found)} & {"followers", "followers_net"}
    assert ("may say how many there are" in said(found)) == (field is None)


@pytest.mark.parametrize("beside", ["Новые подписчики", "Новые подписчики;Отписались"])
def test_the_first_month_of_a_channel_is_asked_about(understood, beside):
    text = f"Месяц;Подписчики;{beside};Просмотры\nАвгуст 2026;300;300;{'0;' * beside.count(';')}9\n"
    assert "may say how many there are" in said(understood(text, account="youtube:iva"))


def test_what_studio_counts_beside_levels_is_read_too(understood):
    text = OF_GAINS.format(";Время просмотра (часы)", "5600;300;1", "6300;700;2", "7100;800;3")
    found = days(understood(text, "YouTube.csv", account="youtube:iva"))
    assert [value for code, _day, value in found if code in ("followers", "watch_seconds")] == [
        *("5600", "3600", "6300", "7200", "7100", "10800")
    ]


def test_levels_read_upwards_are_shown_by_who_came_too(understood):
    text = OF_GAINS.format("", "7100;800", "6300;700", "5600;300")
    assert {code for code, _day, _value in days(understood(text, "YouTube.csv", account="youtube:iva"))} >= {"followers"}


@pytest.mark.parametrize("sheet", ["Лист1", "YouTube"])
@pytest.mark.parametrize("step", [90, 900])
def test_levels_beside_columns_of_studio_are_asked_about(understood, step, sheet):
    header = ["Дата", "Просмотры", "Время просмотра (часы)", "Подписчики"]
    rows = [[f"2026-0{n}-01", 10, n, 5600 + n * step] for n in range(7, 10)]
    found = understood(workbook([header, *rows], names=[sheet]), "report.xlsx", account="youtube:iva")
    assert said(found).startswith(f"Table «{sheet}». «Подписчики» may say how many there are")


def test_a_table_of_people_with_what_studio_has_not_is_one_of_levels(understood):
    text = "Месяц;Подписчики;Просмотры;Публикации\nАвгуст 2026;5600;41000;8\nСентябрь 2026;5703;43200;9\n"
    assert [value for value in days(understood(text, account="youtube:iva")) if value[0] == "followers"] == [LEVELS[0], LEVELS[2]]


@pytest.mark.parametrize("kind", ["youtube_by_day", "youtube_totals"])
@pytest.mark.parametrize("header", ["Дата,Подписчики", "Date,Subscribers"])
def test_whoever_says_that_a_table_is_studio_s_is_believed_whatever_it_has(understood, header, kind):
    found = understood(f"{header}\n2026-09-01,12\n2026-09-02,11\n", "my channel.csv", kind=kind)
    assert (days(found), found["question"]) == (
        [("followers_net", "2026-09-01", "12"), ("followers_net", "2026-09-02", "11")],
        {},
    )
