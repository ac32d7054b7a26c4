"""Whose each of several tables is a person says by its title."""

import pytest

from tests.imports.forms_of_files import accounts, numbers_of, said

BESIDE = "Наш канал;;;Конкурент;;\nДата;Подписчики;Охват;Дата;Подписчики;Охват\n" + "".join(
    f"0{n}.06.2026;500{n};90{n};0{n}.06.2026;900{n};10{n}\n" for n in range(1, 6)
)
NAMED = {"vk:наш канал": "ours", "telegram:конкурент": "rival"}
EACH = {
    "vk:ours": ["5001", "5002", "5003", "5004", "5005", "901", "902", "903", "904", "905"],
    "telegram:rival": ["101", "102", "103", "104", "105", "9001", "9002", "9003", "9004", "9005"],
}
OTHERWISE = 'Say whose each is (--name "TABLE=NETWORK:HANDLE"), or import each of them by itself (--leave-out NAME for the others)'
UNLIKE = f"of one account, vk:ours: «Наш канал», «Конкурент». {OTHERWISE}"
TWO = (
    "The tables under «Наш канал» and «Конкурент» say different things about the same days, as tables of two accounts do. "
    + OTHERWISE
)


@pytest.mark.parametrize("told", [{}, {"account": "vk:ours"}, {"account": "vk:other"}])
def test_each_table_is_of_the_account_that_its_title_was_said_to_mean(understood, told):
    found = understood(BESIDE, accounts_by_name=NAMED, **told)
    assert {account: sorted(there) for account, there in numbers_of(found).items()} == EACH
    assert (found["question"], found["warnings"]) == ({}, [])


def test_a_table_that_was_not_named_is_of_the_account_of_the_file(understood):
    found = understood(BESIDE, accounts_by_name={"vk:конкурент": "rival"}, account="vk:ours")
    assert (accounts(found), found["question"]) == (["vk:ours", "vk:rival"], {})


def test_a_sheet_and_a_line_among_the_rows_are_named_so_too(understood):
    text = "Дата;Подписчики\nИва;\n01.10.2026;1\n02.10.2026;2\nПерсик;\n01.10.2026;3\n02.10.2026;4\n"
    context = {"own": {"vk": ["iva"]}, "names": {"vk": {"ива": "iva"}}}
    found = understood(text, context=context, account="vk:iva", accounts_by_name={"vk:персик": "peach"})
    assert numbers_of(found) == {"vk:iva": ["1", "2"], "vk:peach": ["3", "4"]}


@pytest.mark.parametrize("may_ask", [False, True])
def test_tables_that_contradict_each_other_are_asked_about_in_place_of_being_refused(understood, may_ask):
    found = understood(BESIDE, account="vk:ours", context={"may_ask": may_ask})
    assert (found["question"]["asks"], found["question"]["tables"]) == ("account", ["Наш канал", "Конкурент"])
    assert (TWO if may_ask else UNLIKE) in said(found)


def test_the_question_whose_they_are_names_the_tables(understood):
    question = understood(BESIDE, context={"may_ask": True})["question"]
    assert (question["asks"], question["tables"]) == ("account", ["Наш канал", "Конкурент"])


def test_by_command_each_table_is_named_or_brought_by_itself(import_export, tmp_path):
    (tmp_path / "days.csv").write_text(BESIDE)
    asked = import_export(tmp_path / "days.csv", "--account", "vk:ours")
    assert (asked["status"], OTHERWISE in asked["files"][0]["error"]) == (1, True)
    named = ("--name", "Наш канал=vk:ours", "--name", "Конкурент=vk:rival", "--role", "competitor", "--own", "vk:ours")
    done = import_export(tmp_path / "days.csv", *named)
    assert (done["status"], done["files"][0]["accounts"], done["files"][0]["warnings"]) == (0, ["vk:ours", "vk:rival"], [])


def test_by_command_one_table_after_the_other_counts_nothing_twice(import_export, tmp_path):
    (tmp_path / "days.csv").write_text(BESIDE)
    first = import_export(tmp_path / "days.csv", "--account", "vk:ours", "--leave-out", "Конкурент")
    then = ("--account", "vk:rival", "--role", "competitor", "--leave-out", "Наш канал")
    done = import_export(tmp_path / "days.csv", *then)
    assert (first["new"], done["new"], done["files"][0]["warnings"]) == (5, 5, [])
