"""What the claims about imports share: reading bytes as a plan, and the command with its JSON."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation

from smmstrategy.metrics.imports import sandbox
from smmstrategy.metrics.imports.fork_server import ForkServer
from smmstrategy.metrics.imports.reading.context import Context, Known
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.plan import plan

TODAY = date(2026, 11, 22)
READER = """
from smmstrategy.metrics.imports import fork_server
from smmstrategy.metrics.imports.reading import child
{}
fork_server.serve(read)
"""


@pytest.fixture
def understood():
    """understood(text or bytes, file_name=…, **options) is the plan of a file with that content.

    `columns` are what is said of the columns of the table asked about; `context` is what is known beside the file and the options:
    fields of Context, and of Known.
    """

    def read(
        content: str | bytes,
        file_name: str = "export.csv",
        columns: Any = None,
        context: dict[str, Any] | None = None,
        **options: Any,
    ) -> dict[str, Any]:
        content = content.encode() if isinstance(content, str) else content
        beside = {"file_name": file_name, "today": TODAY, "default_handle": "brand", "options": Options(**options)}
        beside |= context or {}
        known = Known(**{name: beside.pop(name) for name in vars(Known()) if name in beside})
        told = Context(**beside, known=known)
        if columns:
            told = replace(told, options=told.options.explained(plan(content, told)["question"], columns))
        return plan(content, told)

    return read


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def files_apart(request) -> None:
    """Where imports may be kept, beside a database, their files lie in a folder of the test's own: to make one takes longer than
    to read a small file."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("media")


@pytest.fixture
def import_export(db, capsys):
    """import_export(paths…, options…) is the command's JSON summary with exit status ("status") and what else it says ("lines")."""

    def run(*arguments: object, brand: str = "brand") -> dict[str, Any]:
        out, lines, status = StringIO(), StringIO(), 0
        try:
            with translation.override("en"):
                call_command("import_export", *map(str, arguments), "--brand", brand, stdout=out, stderr=lines)
        except SystemExit as end:
            status = end.code
        return {**json.loads(out.getvalue().splitlines()[-1]), "status": status, "lines": lines.getvalue().splitlines()}

    return run


@pytest.fixture
def reader(monkeypatch):
    """reader(program) has files read by that program's function `read` in place of the child's own."""
    began = []

    def reads_with(program: str) -> ForkServer:
        began.append(ForkServer(READER.format(program)))
        monkeypatch.setattr(sandbox, "forks", began[-1])
        return began[-1]

    yield reads_with
    for one in began:
        one.end()


@pytest.fixture
def free(agency, monkeypatch):
    """Whether somebody else could write in the ledger of client A, asked each time a file is read."""
    said, read = [], sandbox.read

    def read_beside_others(*told):
        with psycopg2.connect(**connection.get_connection_params()) as others, others.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('ledger'), %s)", [agency.a.pk])
            said.extend(cursor.fetchone())
        others.close()
        return read(*told)

    monkeypatch.setattr(sandbox, "read", read_beside_others)
    return said
