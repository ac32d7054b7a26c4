"""«Подписчики» of YouTube by day: as people write them down how many there are, as Studio exports them by how many they grew."""

import pytest

from tests.imports.forms_of_files import accounts, days, said, workbook

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


def test_levels_of_the_account_named(understood):
    text = "\n".join(";".join(map(str, row)) for row in MONTHS)
    assert days(understood(text, account="youtube:iva")) == LEVELS


def test_levels_that_rise_by_a_tenth_at_most(understood):
    text = "Дата;Подписчики;Просмотры\n2026-09-01;100;70\n2026-09-02;110;70\n"
    assert [value for code, _day, value in days(understood(text, account="youtube:iva")) if code == "followers"] == ["100", "110"]


@pytest.mark.parametrize(
    "figures", [["5600"], ["12", "30"], ["100", "111"]], ids=["one alone", "uneven", "grown by more than a tenth"]
)
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


def test_levels_beside_columns_of_studio_are_asked_about(understood):
    rows = "".join(f"2026-0{n}-01,10,{n},{5600 + n * 90}\n" for n in (7, 8, 9))
    found = understood(f"Дата,Просмотры,Время просмотра (часы),Подписчики\n{rows}", account="youtube:iva")
    assert said(found).startswith("«Подписчики» may say how many there are")
