"""A dry run of the command says what would be written, and writes nothing."""

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import Import, Observation


def test_a_dry_run_of_the_command_writes_nothing(import_export, tmp_path, media):
    (tmp_path / "vk.csv").write_text("Date,Followers\n2026-01-05,10\n")
    said = import_export(tmp_path / "vk.csv", "--account", "vk:brand", "--dry-run")
    assert (said["status"], said["new"], said["files"][0]["import"]) == (0, 1, None)
    with scope("system"):
        assert [model.objects.count() for model in (Client, Brand, Account, Import, Observation, Entry)] == [0] * 6
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_a_dry_run_over_several_files_says_that_each_was_counted_by_itself(import_export, tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("Date,Followers\n2026-01-05,10\n")
    word = "Each file was counted beside what is stored, not beside the files before it."
    options = (tmp_path, "--account", "vk:brand")
    rehearsed, written = import_export(*options, "--dry-run"), import_export(*options)
    assert [(said["new"], said["unchanged"], word in said["lines"]) for said in (rehearsed, written)] == [
        (2, 0, True),
        (1, 1, False),
    ]
