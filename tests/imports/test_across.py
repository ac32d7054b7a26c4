"""Tables that stand the other way round, a column for each week that says no days: refused, and beside others asked about."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import days, rejected, said, workbook

ACROSS = [["Показатель", "1 квартал", "2 квартал"], ["Подписчики", 100, 110], ["Охват", 900, 950]]
DAYS = [["Дата", "Подписчики"], ["01.09.2026", 1000], ["02.09.2026", 1004]]
SENTENCE = (
    "Months, weeks or days stand across the table ({}), and its rows are metrics. Turn the table so that each month, week or day "
    "is a row (in Excel: Copy, then Paste Special, Transpose), call its first column «Date», and import the file again."
)

OF_ACCOUNTS = (
    "Months, weeks or days stand across the table ({}), and its rows are accounts. Turn the table so that a row is one account on "
    "one day, with the columns «Date», «Account» and «Network» and one called as the figure, «Followers» for example, and import "
    "the file again."
)


@pytest.mark.parametrize(
    "header",
    [
        *("Показатели;01.05.2026;08.05.2026", "Показатель;01.05.2026;01.06.2026"),
        *("Показатель;Неделя 18;Неделя 19", "KPI;Неделя 18;План;Неделя 19", ";1 квартал;2 квартал"),
    ],
)
def test_a_table_with_weeks_across_that_say_no_days_is_refused_with_the_way_out(understood, header):
    names = header.split(";")
    columns = [name for name in names if name and name not in ("План", "№", "Показатель", "Показатели", "Metric", "KPI", "Метрика")]
    before = ["1"] if names[0] == "№" else []
    rows = "".join(";".join([*before, name, *["100"] * (len(names) - len(before) - 1)]) + "\n" for name in ("Подписчики", "Охват"))
    for options in ({}, {"account": "vk:acme"}):
        with pytest.raises(Refused) as refused:
            understood(f"{header}\n{rows}", **options)
        assert str(refused.value) == SENTENCE.format(", ".join(columns))


def test_turned_as_it_says_it_is_read(understood):
    found = understood("Дата;Подписчики;Охват\nМай 2026;100;900\nИюнь 2026;110;950\n", account="vk:acme")
    assert [value[2] for value in days(found)] == ["100", "900", "110", "950"]
    assert found["question"] == {}


@pytest.mark.parametrize(
    "text",
    [
        "Страна;Май 2026;Июнь 2026\nРоссия;100;110\nКазахстан;5;6\n",
        "Дата;Подписчики;Охват\nМай 2026;100;900\n",
        "Показатель;Май 2026;План\nПодписчики;100;110\n",
    ],
    ids=["of countries", "of months", "of one month"],
)
def test_no_other_table_is_refused_so(understood, text):
    assert "stand across" not in said(understood(text, account="vk:acme"))


def test_beside_others_it_is_asked_about_and_may_be_left_out(understood):
    content = workbook(ACROSS, DAYS, names=["Итоги", "Дни"])
    asked = f"Table «Итоги». {SENTENCE.format('1 квартал, 2 квартал')} Or leave this table out (--leave-out NAME)."
    assert asked in said(understood(content, "vk.xlsx", account="vk:acme"))
    days_alone = understood(content, "vk.xlsx", account="vk:acme", columns={"rows": "values", "fields": {}})
    assert ([value[2] for value in days(days_alone)], rejected(days_alone)) == (["1000", "1004"], ["Итоги:2", "Итоги:3"])


@pytest.mark.parametrize("heads", ["Июль 2026;Август 2026", "31.07.2026;31.08.2026", "Июль;Август"])
@pytest.mark.parametrize("names", ["Конкурент;Ссылка", "Ссылка"])
def test_one_of_accounts_is_refused_with_the_way_out_and_beside_others_asked_about(understood, names, heads):
    cells = ["Кофе Дом", "https://vk.com/coffee"][-len(names.split(";")) :]
    rows = [[*names.split(";"), *heads.split(";")], [*cells, 25000, 25400]]
    sentence = OF_ACCOUNTS.format(heads.replace(";", ", "))
    with pytest.raises(Refused) as refused:
        understood(workbook(rows), "smm.xlsx", context={"may_ask": True})
    assert str(refused.value) == sentence
    beside = understood(workbook(rows, DAYS, names=["Конкуренты", "Дни"]), "vk.xlsx", account="vk:acme")
    assert f"Table «Конкуренты». {sentence} Or leave this table out (--leave-out NAME)." in said(beside)


def test_several_such_tables_are_refused_together(understood):
    with pytest.raises(Refused, match="stand across"):
        understood(workbook(ACROSS, ACROSS, [["Примечание"], ["Вручную"]], names=["ВК", "ТГ", "Текст"]), "smm.xlsx")


@pytest.mark.django_db
def test_the_command_says_so(import_export, tmp_path):
    (tmp_path / "vk.xlsx").write_bytes(workbook(ACROSS))
    for more in ((), ("--columns", "guess")):
        told = import_export(tmp_path / "vk.xlsx", "--account", "vk:acme", *more)
        assert (told["status"], told["files"][0]["error"]) == (1, SENTENCE.format("1 квартал, 2 квартал"))
