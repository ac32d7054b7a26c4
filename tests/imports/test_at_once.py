"""Several `import_export` commands at the same moment, and others who write meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client
from smmstrategy.ledger.models import Entry
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


def test_while_a_file_for_a_new_brand_is_read_others_may_write_in_the_ledger_of_its_client(import_export, free, tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n")
    columns = "Когда вышло=published_at;Куда ведёт=permalink;Сердечки=likes"
    (said,) = import_export(path, "--client", "client-a", "--columns", columns, brand="new")["files"]
    assert (said["error"], free) == ("", [True, True])
    with scope("system"):
        assert list(Entry.objects.values_list("object_kind", "verb").order_by("pk")) == [
            ("clients.account", "created"),
            ("clients.tracking", "tracked"),
            ("metrics.import", "applied"),
            ("clients.brand", "created"),
            ("metrics.columnmapping", "created"),
        ]
        assert Entry.objects.get(object_kind="clients.brand").object_id == Brand.objects.get(slug="new").pk


@pytest.mark.parametrize(("name", "rehearsed"), [("vk.csv", ["--dry-run"]), ("nobody.csv", [])])
def test_of_a_new_brand_whose_file_is_rehearsed_or_asks_neither_brand_nor_entry_stays(
    import_export, free, tmp_path, name, rehearsed
):
    (tmp_path / name).write_text("Date,Followers\n2026-01-05,1\n")
    (said,) = import_export(tmp_path / name, "--client", "client-a", *rehearsed, brand="new")["files"]
    assert (said["import"], free) == (None, [True])
    with scope("system"):
        assert (Brand.objects.filter(slug="new").count(), Entry.objects.count()) == (0, 0)
