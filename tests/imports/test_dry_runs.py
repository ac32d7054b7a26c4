"""A dry run of the command says what would be written, and writes nothing."""

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import ColumnMapping, Import, Observation


def test_a_dry_run_of_the_command_writes_nothing(import_export, tmp_path, media):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    said = import_export(tmp_path / "vk.csv", "--account", "vk:brand", "--dry-run")
    assert (said["status"], said["new"], said["files"][0]["import"]) == (0, 1, None)
    with scope("system"):
        assert [model.objects.count() for model in (Client, Brand, Account, Import, Observation, Entry)] == [0] * 6
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_a_dry_run_counts_each_file_beside_those_before_it(import_export, tmp_path, media):
    for name, more in (("a.csv", ""), ("b.csv", "2026-01-06,12\n"), ("c.csv", "2026-01-06,13\n"), ("d.csv", "2026-01-06,13\n")):
        (tmp_path / name).write_text("Date,Followers\n2026-01-05,10\n" + more)
    options = (tmp_path, "--account", "vk:brand")
    rehearsed = import_export(*options, "--dry-run")
    with scope("system"):
        assert [model.objects.count() for model in (Client, Brand, Account, Import, Observation, Entry)] == [0] * 6
    assert [path for path in media.rglob("*") if path.is_file()] == []
    written = import_export(*options)
    assert [[file[name] for name in ("new", "changed", "unchanged")] for file in rehearsed["files"]] == [
        [1, 0, 0],
        [1, 0, 1],
        [0, 1, 1],
        [0, 0, 2],
    ]
    told = [
        {**said, "dry_run": None, "files": [file | {"import": None} for file in said["files"]]} for said in (rehearsed, written)
    ]
    assert told[0] == told[1]


def test_what_is_said_of_the_columns_of_one_file_is_remembered_of_the_next_in_a_dry_run_too(import_export, tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/{name[0]}rand/7,7\n")
    said = import_export(tmp_path, "--columns", "guess", "--role", "own", "--dry-run")
    note = "What the columns mean was taken from an earlier answer for files with this header. It can be changed."
    assert [note in file["warnings"] for file in said["files"]] == [False, True]
    with scope("system"):
        assert ColumnMapping.objects.count() == 0
