"""How a command of ours ends: a failure is its sentence alone, and nobody has to read to the end."""

import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command, load_command_class
from django.utils.translation import override

from smmstrategy.local.state import PROJECT
from smmstrategy.reports.excel import draw
from smmstrategy.reports.manifest import manifest
from tests.reports import example


def test_a_failure_is_its_sentence_without_the_name_of_an_error(capsys):
    command = load_command_class("smmstrategy.reports", "report_lint")
    with override("en"), pytest.raises(SystemExit) as ended:
        command.run_from_argv(["manage.py", "report_lint", "nowhere.pptx"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "nowhere.pptx cannot be read: there is no such file or folder.\n"


def test_with_a_traceback_it_is_the_error():
    command = load_command_class("smmstrategy.reports", "report_lint")
    with pytest.raises(CommandError):
        command.run_from_argv(["manage.py", "report_lint", "nowhere.pptx", "--traceback"])


def test_called_by_a_program_it_is_the_error():
    with pytest.raises(CommandError):
        call_command("report_lint", "nowhere.pptx")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_nobody_reads_to_the_end_is_no_traceback(tmp_path, unbuffered):
    """As `| head` does: the reader has gone before the first line."""
    file, document = tmp_path / "a.xlsx", example.full()
    drawing = draw(document)
    file.write_bytes(drawing.content)
    (tmp_path / "a.xlsx.manifest.json").write_text(json.dumps(manifest(document, drawing)))
    told, environment = [sys.executable, PROJECT / "manage.py", "report_lint", file], os.environ | {"PYTHONUNBUFFERED": unbuffered}
    command = subprocess.Popen(told, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    command.stdout.close()
    assert (command.stderr.read(), command.wait()) == ("", 141)
