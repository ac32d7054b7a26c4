"""Values that a network shows to nobody: none is taken, and how many there were is said."""

import pytest

from smmstrategy.metrics.imports.reading.messages import note
from tests.imports.forms_of_files import days, workbook

TEXT = "Дата;Подписчики;Охват\n01.10.2026;5;-1\n02.10.2026;скрыто;90\n03.10.2026;7;Hidden\n04.10.2026;8;-2\n"


def hidden(count):
    return note(
        "{count} hidden value («-1», «hidden») was not taken: it is not known.",
        "{count} hidden values («-1», «hidden») were not taken: they are not known.",
        count=count,
    )


def test_they_are_counted_over_all_columns_and_no_value(understood):
    found = understood(TEXT, account="vk:acme")
    assert days(found) == [
        ("followers", "2026-10-01", "5"),
        ("account_reach", "2026-10-02", "90"),
        ("followers", "2026-10-03", "7"),
    ]
    assert (found["warnings"], [row for row, _reason in found["rejected"]]) == ([hidden(3)], ["5"])


def test_they_are_counted_over_all_tables(understood):
    likes = [["Ссылка", "Дата", "Лайки"], ["https://vk.com/wall-1_1", "22.09.2026", -1]]
    reach = [["Дата", "Охват"], ["01.10.2026", -1], ["02.10.2026", 90]]
    assert hidden(2) in understood(workbook(likes, reach), "vk.xlsx", account="vk:acme")["warnings"]


@pytest.mark.parametrize("text", ["Дата;Подписчики\n01.10.2026;5\n02.10.2026;—\n", "Дата;Прирост подписчиков\n01.10.2026;-1\n"])
def test_a_dash_and_one_that_has_left_are_not_hidden(understood, text):
    assert understood(text, account="vk:acme")["warnings"] == []


@pytest.mark.django_db
def test_the_command_says_so_before_and_afterwards(import_export, tmp_path):
    (tmp_path / "vk.csv").write_text(TEXT)
    for rehearsed in (["--dry-run"], []):
        said = import_export(tmp_path / "vk.csv", "--account", "vk:acme", *rehearsed)
        assert said["files"][0]["warnings"] == ["3 hidden values («-1», «hidden») were not taken: they are not known."]
