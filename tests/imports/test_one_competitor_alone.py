"""One competitor alone in a table told to be of competitors is the account its name makes, as several are."""

import pytest

from tests.imports.test_columns_of_competitors import roles

MONTHS = "Месяц;{};Соцсеть;Подписчики\nиюль 2026;{};ВК;111\nиюль 2026;{};ТГ;222\n"


@pytest.mark.parametrize("column", ["Конкурент", "Бренд", "Аккаунт", "Сообщество"])
@pytest.mark.parametrize("options", [(), ("--columns", "{}=account")])
def test_a_table_of_one_competitor_makes_its_account(import_export, tmp_path, column, options):
    (tmp_path / "months.csv").write_text(MONTHS.format(column, "Даблби", "Даблби"))
    done = import_export(tmp_path / "months.csv", "--role", "competitor", *(one.format(column) for one in options))
    assert (done["status"], roles()) == (0, {"vk:Даблби": "competitor", "telegram:Даблби": "competitor"})


def test_the_account_of_one_competitor_that_was_named_is_found_by_its_name_later(import_export, tmp_path):
    (tmp_path / "months.csv").write_text(MONTHS.format("Конкурент", "Даблби", "Даблби"))
    named = ("--account", "vk:dablby", "--account", "telegram:dablby_tg")
    assert import_export(tmp_path / "months.csv", "--role", "competitor", *named)["status"] == 0
    (tmp_path / "later.csv").write_text(MONTHS.format("Конкурент", "Даблби", "Хауз").replace("июль", "август"))
    assert import_export(tmp_path / "later.csv", "--role", "competitor")["files"][0]["accounts"] == ["vk:dablby", "telegram:Хауз"]


def test_a_word_of_a_column_that_may_be_of_anything_makes_no_account(import_export, tmp_path):
    (tmp_path / "vk.csv").write_text("Дата;Канал;Подписчики\n01.05.2026;Органика;5\n02.05.2026;Органика;6\n")
    refused = import_export(tmp_path / "vk.csv", "--role", "competitor")
    assert (refused["status"], refused["files"][0]["error"].startswith("The rows name no account")) == (1, True)
