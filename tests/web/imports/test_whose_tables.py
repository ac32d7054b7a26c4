"""Tables of several accounts in one file: on its page each is said whose it is."""

import pytest

from smmstrategy.metrics.models import Import, Observation
from tests.imports.forms_of_files import workbook
from tests.imports.test_said_of_tables import BESIDE
from tests.web.imports.conftest import bring, words, work

pytestmark = pytest.mark.django_db


def handles():
    return {one["handle"]: one["values"] for one in Import.objects.get().summary["accounts"]}


def test_each_table_is_taken_for_the_account_named_for_it(strategist):
    address = bring(strategist, BESIDE).url
    assert "«Наш канал»" in words(strategist.get(address))
    strategist.post(address, {"table_0": "https://vk.com/ours", "table_1": "VK: rival"})
    work()
    strategist.post(address, {"own": ["vk:ours"], "role": "competitor"})
    work()
    assert handles() == {"ours": 10, "rival": 10}
    strategist.post(f"{address}apply/")
    work()
    assert Observation.objects.count() == 20


def test_tables_of_several_networks_may_be_named_in_place_of_an_account_for_each(strategist):
    sheet = [["Дата", "Соцсеть", "Подписчики"], ["01.05.2026", "VK", 10], ["01.05.2026", "Telegram", 20]]
    address = bring(strategist, workbook(sheet, sheet, names=["Альфа", "Бета"])).url
    for told in ({"table_0": "VK: alpha", "table_1": "VK: beta"}, {"table_0": "t.me/alpha", "table_1": "t.me/beta"}):
        strategist.post(address, told)
        work()
    asked = Import.objects.get().question
    assert (asked["asks"], asked["accounts"]) == ("role", ["vk:alpha", "telegram:alpha", "vk:beta", "telegram:beta"])


def test_one_account_for_tables_that_contradict_each_other_is_no_dead_end(strategist):
    address = bring(strategist, BESIDE).url
    strategist.post(address, {"network": "vk", "handle": "ours"})
    work()
    page = words(strategist.get(address))
    said = "say different things about the same days, as tables of two accounts do. Say whose each is, or import each of them by"
    assert said in page
    strategist.post(address, {"table_1": "VK: rival"})
    work()
    strategist.post(address, {"own": ["vk:ours"], "role": "competitor"})
    work()
    assert handles() == {"ours": 10, "rival": 10}


@pytest.mark.parametrize(
    ("sent", "field", "error"),
    [
        ({}, "handle", "Name one account, or that of each table."),
        ({"table_0": "ours"}, "table_0", "Write the page's address, or network and name: “VK: romashka”."),
    ],
)
def test_a_table_is_named_with_its_network(strategist, sent, field, error):
    page = strategist.post(bring(strategist, BESIDE).url, sent)
    assert page.context["form"].errors == {field: [error]}
