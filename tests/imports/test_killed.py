"""A command that is killed while it reads a file: nothing half-done stays, and the same command does the work."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.models import Import, Observation

pytestmark = pytest.mark.django_db(transaction=True)
FOLLOWERS = "Date,Followers\n2026-01-05,1\n"
READS_FOR_EVER = """
import sys, time, django
django.setup()
from smmstrategy.metrics.imports import sandbox
sandbox.read = lambda *told: (print("reading", flush=True), time.sleep(600))
"""
COMMAND = """
from django.core.management import call_command
call_command("import_export", sys.argv[1], "--brand", "brand-a", "--account", "vk:brand")
"""
DEMO = """
from django.core.management import call_command
call_command("demo")
"""


@pytest.fixture
def killed_while_reading(media):
    """Runs Python in a process of its own until it reads a file, and kills it there."""
    database = settings.DATABASES["default"]
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/".format(**database) + connection.settings_dict["NAME"]
    environment = os.environ | {"DATABASE_URL": url, "MEDIA_ROOT": str(media)}

    def run(script, *told):
        command = [sys.executable, "-c", READS_FOR_EVER + script, *told]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            said = process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        return said

    return run


def stored():
    with scope("system"):
        return list(Import.objects.values_list("status", flat=True)), Observation.objects.count()


def test_of_a_command_killed_while_reading_nothing_stays(agency, killed_while_reading, import_export, tmp_path):
    (tmp_path / "vk.csv").write_text(FOLLOWERS)
    assert killed_while_reading(COMMAND, tmp_path / "vk.csv") == "reading\n"
    assert stored() == ([], 0)
    import_export(tmp_path / "vk.csv", "--account", "vk:brand", brand="brand-a")
    assert stored() == (["applied"], 1)


def test_of_a_demo_killed_while_reading_nothing_stays_of_that_file(db, killed_while_reading):
    assert killed_while_reading(DEMO) == "reading\n"
    assert stored() == ([], 0)
