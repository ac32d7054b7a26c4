"""Migrations of another process: what it says is for a person, and the last line of its error is the reason of a failure."""

import pytest

from smmstrategy.local import schema
from smmstrategy.local.words import Problem

FAILING = "import sys\nprint('ok:77 (client-a): left to a person')\nsys.exit('Traceback of\\na column that is there already')\n"


def test_a_failed_upgrade_gives_its_reason_and_what_was_left_to_a_person(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "PROJECT", tmp_path)
    (tmp_path / "manage.py").write_text(FAILING)
    log, mark, said = tmp_path / "migrate.log", tmp_path / "mark", []
    with pytest.raises(Problem) as problem:
        schema.migrate("postgresql://nobody@localhost/none", log, mark, said.append)
    assert str(problem.value) == f"The tables could not be brought up to date: a column that is there already (all of it: {log})"
    assert (said, mark.exists()) == (["ok:77 (client-a): left to a person\n"], False)
    assert log.read_text() == "ok:77 (client-a): left to a person\nTraceback of\na column that is there already\n"
