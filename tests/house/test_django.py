"""What Django can check about the whole: models and migrations agree, production settings are safe, static files collect."""

import os
import subprocess
import sys

import pytest
from celery.fixups.django import DjangoWorkerFixup
from django.core.checks import registry
from django.core.management import call_command

from smmstrategy.celery import app
from tests.house.code import PROJECT

PRODUCTION = {
    "SECRET_KEY": "kQ8vT3nX7rB1mZ5wL9yC2dF6hJ0pS4uA8gE3iO7qR1tV5xN9zK",
    "DATABASE_URL": "postgres://smm_web@127.0.0.1:9/none",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "ALLOWED_HOSTS": "smm.example.com",
    "BEHIND_PROXY": "1",
    "PATH": os.environ["PATH"],
}


def manage(*arguments, **environment):
    command = [sys.executable, str(PROJECT / "manage.py"), *arguments]
    return subprocess.run(command, env={**PRODUCTION, **environment}, capture_output=True, text=True, check=False)


@pytest.mark.django_db
def test_no_model_is_ahead_of_its_migrations(capsys):
    call_command("makemigrations", check=True, dry_run=True)
    assert capsys.readouterr().out == "No changes detected\n"


def test_production_settings_have_no_warning():
    done = manage("check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


def test_a_worker_and_beat_start_without_checks_for_which_they_would_load_every_page(monkeypatch):
    asked = []
    monkeypatch.setattr(registry.registry, "get_checks", lambda *_: asked.append(1) or [])
    DjangoWorkerFixup(app).validate_models()
    assert asked == []


def test_static_files_collect_with_every_reference_resolved(tmp_path):
    done = manage("collectstatic", "--no-input", "--verbosity", "0", SMM_STATE=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "staticfiles" / "staticfiles.json").exists()
