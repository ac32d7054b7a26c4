"""Folders in memory: those in use stay, those of killed runs go."""

import os

from tests import folders


def test_what_a_killed_run_left_is_removed_and_what_is_in_use_or_another_s_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MEMORY", tmp_path)
    used = folders.made()
    left, young, others = (tmp_path / name for name in ("smm-tests-left", "smm-tests-young", "others"))
    for folder in (left, young, others):
        folder.mkdir()
        (folder / "file").touch()
    for folder in (used, left, others):
        os.utime(folder, (0, 0))
    folders.remove_left_ones()
    assert {path.name for path in tmp_path.iterdir()} == {used.name, "smm-tests-young", "others"}
