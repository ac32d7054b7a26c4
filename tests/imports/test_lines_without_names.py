"""Lines among figures above which no names stand: they say whose the rows below them are, or of which year, as under names."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, rejected, said

COLUMNS = {"rows": "values", "fields": {"A": "day", "B": "followers", "C": "account_reach"}}
NETWORKS = "Отчёт\nВКонтакте\n2026-08-01;12;40\nTelegram\n2026-08-01;13;50\n2026-08-02;13;50\n"
YEARS = "Отчёт\n2025\nавгуст;12;40\n2026\nавгуст;13;50\n"
BELOW_TITLE = YEARS.removeprefix("Отчёт\n")


def of_accounts(plan):
    return {f"{one['network']}:{one['handle']}": one["rows"] for one in plan["subjects"]}


def followers(plan):
    return [(day, value) for metric, day, value in days(plan) if metric == "followers"]


@pytest.mark.parametrize(("account", "own"), [("vk:iva", "vk:iva"), ("", "vk:brand")])
def test_a_line_says_the_network_of_the_rows_below_it(understood, account, own):
    found = understood(NETWORKS, account=account, columns=COLUMNS)
    assert (of_accounts(found), rejected(found), found["question"]) == ({own: ["3"], "telegram:brand": ["5", "6"]}, ["4"], {})


def test_the_letters_are_asked_once_for_all_its_rows(understood):
    found = understood(NETWORKS, account="vk:iva")
    question = found["question"]
    assert "Table «Отчёт». No row of names was found above the figures of rows 3–6, and" in said(found)
    assert [cells[0] for cells in question["sample"]] == ["2026-08-01", "2026-08-01", "2026-08-02"]
    assert question["guess"]["fields"]["A"] == "day"


@pytest.mark.parametrize(("name", "left"), [("Отчёт", ["3", "5", "6"]), ("Отчёт Telegram", ["5", "6"]), ("Отчёт ВКонтакте", ["3"])])
def test_it_is_left_out_whole_or_below_one_line(understood, name, left):
    rows = understood(NETWORKS, account="vk:iva", tables_left_out=[name])["rejected"]
    assert [row for row, reason in rows if "--leave-out" in reason["text"]] == left


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        (
            "Отчёт за август\nTelegram\n2026-08-01;13;50\nЛютик\n2026-08-01;14;60\n",
            {"rows": "5", "title": "Отчёт за август Telegram Лютик"},
        ),
        ("Лютик\n2026-08-01;14;60\nTelegram\n2026-08-01;13;50\n", {"rows": "2", "title": "Лютик"}),
    ],
)
def test_an_unknown_name_beside_a_network_is_refused_as_under_names(understood, text, stand):
    with pytest.raises(Refused) as refused:
        understood(text, account="vk:iva", columns=COLUMNS)
    assert refused.value.message["params"] == stand


def test_a_title_with_its_days_is_no_name(understood):
    found = understood("Отчёт, август 2026\n2026-08-01;12;40\nTelegram\n2026-08-01;13;50\n", account="vk:iva", columns=COLUMNS)
    assert of_accounts(found) == {"vk:iva": ["2"], "telegram:brand": ["4"]}


@pytest.mark.parametrize("text", [YEARS, BELOW_TITLE])
def test_a_line_says_the_year_of_the_rows_below_it(understood, text):
    found = understood(text, account="vk:iva", columns=COLUMNS)
    assert followers(found) == [("2025-08-01", "12"), ("2026-08-01", "13")]
    assert found["question"] == {}


def test_years_and_networks_stand_above_each_other(understood):
    text = "Отчёт\nВКонтакте\n2025\nавгуст;12;40\n2026\nавгуст;13;50\nTelegram\n2025\nавгуст;14;60\n"
    found = understood(text, account="vk:iva", columns=COLUMNS)
    assert of_accounts(found) == {"vk:iva": ["4", "6"], "telegram:brand": ["9"]}
    assert followers(found) == [("2025-08-01", "12"), ("2026-08-01", "13"), ("2025-08-01", "14")]
