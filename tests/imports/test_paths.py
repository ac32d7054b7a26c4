"""The files and folders that a command line of `import_export` names, whatever they are."""

import json
import os
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from smmstrategy.metrics.imports.forms.files import FilesField
from smmstrategy.metrics.models import Import


def test_a_folder_without_exports_is_said_and_an_empty_path_is_none(import_export, tmp_path):
    with pytest.raises(CommandError, match="A PATH is empty: name a file or a folder"):
        import_export("")
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(CommandError) as said:
        import_export(tmp_path)
    told = FilesField().widget.attrs["accept"].split(",")
    assert (str(said.value).partition(": ")[2], told[:2]) == (f"their names end in {', '.join(told)}.", [".csv", ".tsv"])


def test_what_cannot_be_opened_is_an_error_of_its_own_and_the_others_go_on(import_export, tmp_path):
    (tmp_path / "b.csv").mkdir()
    for day, name in enumerate(("a.csv", "b.csv/inside.csv", "e.csv"), 1):
        (tmp_path / name).write_text(f"Date,Followers\n2026-01-0{day},10\n")
    (tmp_path / "c.csv").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "d.csv")
    said = import_export(tmp_path, "--account", "vk:sever")
    assert [(file["file"].removeprefix(f"{tmp_path}/"), file["import"] is None, file["error"]) for file in said["files"]] == [
        ("a.csv", False, ""),
        ("b.csv/inside.csv", False, ""),
        ("c.csv", True, "The file cannot be read: there is no such file or folder."),
        ("d.csv", True, "The file cannot be read: it is no file."),
        ("e.csv", False, ""),
    ]
    of_lost = [line for line in said["lines"] if line.startswith("[3/5]")]
    assert (said["status"], said["rows"], of_lost) == (1, 3, [f"[3/5] c.csv: {said['files'][2]['error']}"])


@pytest.mark.parametrize("word", ["x" * 300, "/" + "x" * 300])
def test_a_word_longer_than_any_name_of_a_file_is_no_account_behind_silent(import_export, word):
    with pytest.raises(CommandError, match=r"^--silent is NETWORK:HANDLE, with one of the networks"):
        import_export("a.csv", "--silent", word)


def test_nor_is_one_with_a_network_an_account_of_the_file(import_export, tmp_path):
    (path := tmp_path / "a.csv").write_text("Date,Followers\n2026-01-01,10\n")
    said = import_export(path, "--account", "vk:sever", "--silent", name := "vk:" + "x" * 300)
    assert f"--silent {name}: no whole month without a post of it is in doubt." in said["lines"]


def test_a_path_that_cannot_be_looked_at_is_said(import_export):
    with pytest.raises(CommandError) as said:
        import_export("a" * 300)
    assert str(said.value) == f"{'a' * 300} cannot be read: File name too long."


def test_the_name_of_a_file_gives_the_terminal_no_command(import_export, tmp_path):
    (tmp_path / "a\x1b[31m\x9b1mb.csv").write_text("nothing")
    assert import_export(tmp_path)["lines"][0].startswith("[1/1] a\ufffd[31m\ufffd1mb.csv: ")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["a.csv", "nowhere.csv"], "There is no file or folder nowhere.csv."),
        ([""], "A PATH is empty: name a file or a folder («.» is this one)."),
        (["a.csv", "--time-zone", "Mars"], "There is no time zone «Mars»; one is called like Europe/Moscow."),
    ],
)
def test_a_command_that_begins_with_no_file_ends_with_its_summary_too(db, tmp_path, monkeypatch, words, error):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("Date,Followers\n2026-01-01,10\n")
    out = StringIO()
    with translation.override("en"), pytest.raises(CommandError) as said:
        call_command("import_export", *words, "--brand", "brand", "--account", "vk:sever", stdout=out)
    counts = {"rows": 0, "new": 0, "changed": 0, "unchanged": 0, "rejected": 0}
    told = {"brand": "brand", "dry_run": False, **counts, "files": [], "error": error}
    assert (str(said.value), json.loads(out.getvalue()), Import.objects.count()) == (error, told, 0)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ([], ""),
        (["b.csv"], "b.csv: The file is empty."),
        (["b.csv", "c.csv"], "Files with an error: 2 of 3 (b.csv, c.csv). What it is stands beside each in «files»."),
    ],
)
def test_the_summary_says_what_stands_against_the_exit_status_0(import_export, tmp_path, monkeypatch, bad, error):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("Date,Followers\n2026-01-01,10\n")
    for name in bad:
        (tmp_path / name).write_text("")
    said = import_export(".", "--account", "vk:sever")
    assert (said["status"], said["error"]) == (bool(bad), error)
