"""A column that nobody knows of a table that is known: explained from the preview, table by table, beside what is known."""

import pytest

from smmstrategy.metrics.models import ColumnMapping, Import
from tests.imports.forms_of_files import workbook
from tests.web.imports.conftest import bring, change, words, work

pytestmark = pytest.mark.django_db
HEAD = ["Дата", "Ссылка", "Лайки", "Сила"]
OTHER = ["Дата", "Сообщество", "Подписчики", "Мощь"]
POSTS = "Дата;Ссылка;Лайки;Сила\n01.09.2026;https://vk.com/wall-1_1;12;34\n"
SAID = {"rows": "post", "network": "", "column_0": "published_at", "column_1": "permalink", "column_2": "likes"}
BOTH = workbook(
    [HEAD, ["01.09.2026", "https://vk.com/wall-1_1", 12, 34]],
    [OTHER, ["01.09.2026", "https://vk.com/club1", 56, 78]],
    names=["Публикации", "Дни"],
)


def told(page):
    """What stands in the fields of the mapper."""
    return {name: field.initial or "" for name, field in page.context["form"].fields.items()}


def test_it_is_explained_beside_what_is_known_and_remembered(strategist):
    address = bring(strategist, POSTS).url
    assert "A column of numbers was not used, because its name is not known: «Сила»." in words(strategist.get(address))
    change(strategist, address)
    assert told(strategist.get(address)) == SAID | {"column_3": ""}
    strategist.post(address, SAID | {"column_3": "views"})
    work()
    found = Import.objects.get()
    assert (found.kind, found.summary["totals"]) == ("posts", {"likes": "12", "views": "34"})
    bring(strategist, POSTS.replace(";34", ";35"))
    assert Import.objects.latest("pk").summary["totals"] == {"likes": "12", "views": "35"}


@pytest.mark.parametrize(("table", "metric"), [(0, "views"), (1, "account_views")])
def test_each_table_of_a_file_is_asked_about_on_its_own(strategist, table, metric):
    address = bring(strategist, BOTH).url
    before = Import.objects.get().summary["totals"]
    change(strategist, address, table=table)
    page = strategist.get(address)
    assert [column.label for column in page.context["form"].columns] == [HEAD, OTHER][table]
    strategist.post(address, told(page) | {"column_3": metric})
    work()
    found = Import.objects.get()
    assert (found.status, found.question) == (Import.Status.PREVIEWED, {})
    assert found.summary["totals"] == before | {metric: ["34", "78"][table]}
    change(strategist, address, table=1 - table)
    other = strategist.get(address)
    assert [column.label for column in other.context["form"].columns] == [OTHER, HEAD][table]
    strategist.post(address, told(other))
    work()
    assert Import.objects.get().summary["totals"] == before | {metric: ["34", "78"][table]}
    assert ColumnMapping.objects.count() == 2


def test_a_table_of_other_rows_than_its_kind_has_is_no_longer_of_it(strategist):
    address = bring(strategist, POSTS).url
    change(strategist, address)
    as_list = {
        "rows": "account",
        "network": "vk",
        "column_0": "",
        "column_1": "account_url",
        "column_2": "",
        "column_3": "followers",
    }
    strategist.post(address, as_list)
    work()
    assert (Import.objects.get().kind, Import.objects.get().summary["totals"]) == ("columns", {})


def test_a_part_left_out_beside_known_ones_is_explained(strategist):
    address = bring(strategist, "Дата;ВК подписчики;ТГ сила\n01.09.2026;10;20\n02.09.2026;11;21\n").url
    strategist.post(address, {"network": "vk", "handle": "odin"})
    work()
    assert "The table was left out: nothing was said of what its columns hold." in words(strategist.get(address))
    change(strategist, address, table=1)
    page = strategist.get(address)
    assert [column.label for column in page.context["form"].columns] == ["Дата", "ТГ сила"]
    strategist.post(address, told(page) | {"column_1": "followers"})
    work()
    accounts = [f"{one['network']}:{one['handle']}" for one in Import.objects.get().summary["accounts"]]
    assert accounts == ["vk:odin", "telegram:brand-a"]


def test_what_is_known_and_ignored_has_no_such_button(strategist):
    page = strategist.get(bring(strategist, "Comment ID,vidid,Text\n1,2,a\n").url)
    assert "change_columns" not in page.content.decode().replace('name="change_columns" id', "")


@pytest.mark.parametrize("made_up", ["\0", "a" * 100_000])
def test_a_table_that_nobody_could_choose_is_none(strategist, made_up):
    address = bring(strategist, "Comment ID,vidid,Text\n1,2,a\n").url
    assert strategist.post(address, {"change_columns": made_up}).status_code == 302
    assert not Import.objects.get().options.get("change_columns")


def metrics_of(column):
    """What the column of that name holds in each table of the file brought last."""
    return [table["columns"][column] for table in Import.objects.latest("pk").summary["tables"]]


BESIDE = "ВК;;;;Телеграм;;\nДата;Подписчики;Охват;;Дата;Подписчики;Охват\n01.09.2026;10;5;;01.09.2026;90;50\n"


def test_what_is_said_of_one_network_s_table_is_kept_for_its_account_alone(strategist):
    address = bring(strategist, BESIDE).url
    strategist.post(address, {"of_vk": "odin", "of_telegram": "dva"})
    work()
    change(strategist, address, table=1)
    page = strategist.get(address)
    assert "Table «Телеграм». Say anew what the columns mean" in words(page)
    strategist.post(address, told(page) | {"column_2": "account_views"})
    work()
    assert metrics_of("Охват") == ["account_reach", "account_views"]
    assert list(ColumnMapping.objects.get().mapping["of"]) == ["telegram:dva"]
    later = bring(strategist, BESIDE.replace("01.09", "02.09")).url
    strategist.post(later, {"of_vk": "odin", "of_telegram": "dva"})
    work()
    assert metrics_of("Охват") == ["account_reach", "account_views"]
    for network, handle, metric in (("vk", "odin", "account_reach"), ("telegram", "dva", "account_views")):
        alone = bring(strategist, "Дата;Подписчики;Охват\n03.09.2026;11;6\n").url
        strategist.post(alone, {"network": network, "handle": handle})
        work()
        assert metrics_of("Охват") == [metric]
