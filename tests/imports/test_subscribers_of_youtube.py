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
    last = "0" if name == "export.csv" and "Время" not in header else "9"
    found = understood(f"{header}\n2026-09-01,10,1,12\n2026-09-02,20,2,{last}\n", name, account="youtube:iva")
    assert [value for value in days(found) if value[0].startswith("followers")] == [
        ("followers_net", "2026-09-01", "12"),
        ("followers_net", "2026-09-02", last),
    ]
    assert found["question"] == {}


@pytest.mark.parametrize("header", ["Дата,Подписчики", "Date,Subscribers"])
def test_the_growth_alone_is_growth_by_the_name_of_studio_s_file(understood, header):
    name = "Totals.csv" if header.isascii() else "Итоговые значения.csv"
    text = f"{header}\n2026-09-01,12\n2026-09-02,11\n2026-09-03,12\n"
    growth = [("followers_net", f"2026-09-0{n}", value) for n, value in enumerate(["12", "11", "12"], 1)]
    one, packed = understood(text, name, account="youtube:iva"), understood(archive(**{name: text}), "Iva.zip")
    assert (days(one), days(packed), accounts(packed)) == (growth, growth, ["youtube:brand"])


@pytest.mark.parametrize(("third", "field"), [("0", "followers_net"), ("-2", "followers_net"), ("12", None)])
def test_the_growth_alone_is_growth_by_a_day_without_it_else_asked_about(understood, third, field):
    found = understood(f"Дата,Подписчики\n2026-09-01,12\n2026-09-02,11\n2026-09-03,{third}\n", account="youtube:iva")
    assert [code for code, _day, _value in days(found)] == [field] * 3 * bool(field)
    assert said(found).startswith("«Подписчики» may say how many there are") == (field is None)


@pytest.mark.parametrize("months", [2, 3])
def test_levels_beside_columns_of_studio_are_asked_about(understood, months):
    rows = "".join(f"2026-0{n}-01,10,{n},{5600 + n * 90}\n" for n in range(7, 7 + months))
    found = understood(f"Дата,Просмотры,Время просмотра (часы),Подписчики\n{rows}", account="youtube:iva")
    assert said(found).startswith("«Подписчики» may say how many there are")


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
