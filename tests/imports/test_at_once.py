"""Several `import_export` commands at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics.models import Import

pytestmark = pytest.mark.django_db(transaction=True)


def bring(path: Path, started: Barrier) -> None:
    """A value of a day, in a file called like its network, for the new brand."""
    path.write_text("Date,Followers\n2026-01-05,1\n")
    told = "--brand", "acme", "--account", f"{path.stem}:acme"
    started.wait()
    try:
        call_command("import_export", str(path), *told, stdout=StringIO(), stderr=StringIO())
    finally:
        connection.close()


def test_files_for_a_new_brand_come_into_the_one_that_the_first_makes(tmp_path: Path) -> None:
    started, paths = Barrier(3), [tmp_path / f"{network}.csv" for network in ("ok", "telegram", "vk")]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(bring, paths, [started] * 3)) == [None] * 3
    with scope("system"):
        assert list(Client.objects.values_list("slug", "brands__slug")) == [("acme", "acme")]
        assert list(Import.objects.values_list("brand__slug", "status")) == [("acme", "applied")] * 3
        assert list(Account.objects.values_list("network", flat=True)) == ["ok", "telegram", "vk"]
