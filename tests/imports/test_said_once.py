"""What a command says of columns and tables that none of several files has is said once, not of each file."""

import pytest

NO_COLUMN, NO_TABLE = (
    "No file has a column by a name that --columns gives: Нет.",
    "No file has a table by a name that --leave-out gives: Итог.",
)


@pytest.mark.django_db
def test_of_several_files_columns_and_tables_that_none_has_are_said_once(agency, import_export, tmp_path):
    for name, column in (("a", "Лайки"), ("b", "Просмотры"), ("c", "Глаза")):
        (tmp_path / f"{name}.csv").write_text(f"Дата;Подписчики;{column}\n01.09.2026;10;1\n")
    told = ("--columns", "Глаза=account_views;Нет=likes", "--leave-out", "Итог")
    done = import_export(tmp_path, "--account", "vk:aaa", *told, brand="brand-a")
    lines = [line for line in done["lines"] if "--columns" in line or "--leave-out" in line]
    assert (done["status"], lines) == (0, [NO_COLUMN.replace("Нет", "«Нет»"), NO_TABLE.replace("Итог", "«Итог»")])
