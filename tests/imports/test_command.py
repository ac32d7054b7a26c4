"""What `import_export` takes and says beside the numbers themselves."""

from smmstrategy.metrics.imports import sandbox
from tests.imports.forms_of_files import workbook


def test_what_the_reader_says_beside_its_answer_goes_to_a_file_and_not_to_the_terminal(
    import_export, tmp_path, settings, monkeypatch, caplog
):
    settings.STATE_DIR = tmp_path / "state"
    monkeypatch.setattr(sandbox, "START", "import os, sys; print('Traceback', file=sys.stderr); os.abort() # {root}")
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    said = import_export(tmp_path / "vk.csv")
    assert said["files"][0]["error"].startswith("The file breaks the program that reads it.")
    assert caplog.text == ""
    assert "Traceback" in (tmp_path / "state/log/imports.log").read_text()


def test_a_row_that_is_nowhere_accounted_for_is_an_error(import_export, tmp_path, monkeypatch):
    read = sandbox.read
    monkeypatch.setattr(sandbox, "read", lambda *told: (plan := read(*told)) | {"rows": plan["rows"] + 2})
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n2026-01-06,2\n")
    said = import_export("--account", "vk:brand", tmp_path / "vk.csv")
    assert (said["status"], said["files"][0]["error"]) == (
        1,
        "2 of 4 rows of the file are accounted for: a fault of the program, please report it with the file.",
    )


def test_a_reason_that_many_rows_share_is_said_once(import_export, tmp_path):
    (tmp_path / "comments.csv").write_text("Comments,Comment_ID,VidId\n" + "ok,1,2\n" * 30 + "ok,3,4\n")
    said = import_export("--dry-run", tmp_path / "comments.csv")["files"][0]
    (told,) = said["rejected_rows"]
    assert (said["rejected"], told["count"], told["rows"]) == (31, 31, [str(row) for row in range(2, 12)])


def test_accounts_of_two_networks_are_named_on_one_command_line(import_export, tmp_path):
    sheet = [["Date", "Followers"], ["2026-03-04", 10]]
    (tmp_path / "book.xlsx").write_bytes(workbook(sheet, sheet, names=("VK", "Telegram")))
    said = import_export(tmp_path / "book.xlsx", "--account", "vk:a", "--account", "telegram:b")
    assert (said["status"], said["files"][0]["accounts"], said["files"][0]["warnings"]) == (0, ["vk:a", "telegram:b"], [])


def test_an_account_may_be_named_by_the_address_of_its_page(import_export, tmp_path):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,1\n")
    said = import_export(tmp_path / "vk.csv", "--account", "vk:https://vk.com/acme/videos")
    assert said["files"][0]["accounts"] == ["vk:acme"]
