"""What the command line says of columns: kept for later files, with an entry in the ledger that makes nobody wait."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.models import ColumnMapping

TOLD = ("--columns", "Когда вышло=published_at;Куда ведёт=permalink;Сердечки=likes")


@pytest.fixture
def strange(tmp_path):
    path = tmp_path / "strange.csv"
    path.write_text("Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n")
    return path


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rehearsed", [[], ["--dry-run"]])
def test_while_files_are_read_others_may_write_in_the_ledger_of_the_client(import_export, strange, free, rehearsed):
    other = strange.with_name("other.csv")
    other.write_text(strange.read_text().replace("Куда ведёт", "Куда"))
    told = [TOLD[0], f"{TOLD[1]};Куда=permalink"]
    assert [file["error"] for file in import_export(strange, other, *told, *rehearsed, brand="brand-a")["files"]] == ["", ""]
    assert free == [True] * 4


def test_what_was_said_is_remembered_with_an_entry_though_the_file_asks_for_more(agency, import_export, strange):
    strange.write_text("Дни,Читатели\n2026-01-05,7\n")
    (said,) = import_export(strange, "--columns", "Дни=day;Читатели=followers", brand="brand-a")["files"]
    with scope("system"):
        kept = ColumnMapping.objects.values_list("mapping__fields", flat=True).get()
        entry = Entry.objects.get(object_kind="metrics.columnmapping")
    assert said["error"].startswith("The file does not say which network and account it is about")
    assert kept == {"Дни": "day", "Читатели": "followers"}
    assert (entry.verb, entry.client, entry.after["file"]) == ("created", agency.a, "strange.csv")
