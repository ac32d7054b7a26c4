"""What was said of columns, kept for the accounts the table went to: recalled for these, and asked where it is another's."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.imports.reading.answers import remembered
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.imports.reading.plan import plan
from smmstrategy.metrics.models import Observation
from tests.imports.conftest import TODAY

HEAD = ["Дата", "Сила", "Вес"]
SIGNATURE = headers.signature(HEAD)
OF_VK = {"rows": "values", "fields": {"Дата": "day", "Сила": "followers", "Вес": "account_reach"}}
OF_TELEGRAM = {"rows": "values", "fields": {"Дата": "day", "Сила": "account_reach", "Вес": "followers"}}
KNOWN = {**OF_TELEGRAM, "of": {"vk:acme": OF_VK, "telegram:acmetg": OF_TELEGRAM}}
BROUGHT = {"mappings": {SIGNATURE: KNOWN}, "own": {"vk": ["acme"], "telegram": ["acmetg"]}}
ROWS = "Дата;Сила;Вес\n03.05.2026;5;6\n"


@pytest.fixture
def import_of():
    """import_of(text, options…) is the plan of a file, with what was said of columns by signature among the options."""
    return lambda text, **options: plan(text.encode(), Context(file_name="export.csv", today=TODAY, options=Options(**options)))


def values(found):
    return {f"{one['network']}:{one['handle']}": {value[1]: value[4] for value in one["values"]} for one in found["subjects"]}


@pytest.mark.parametrize(
    ("file_name", "account", "said"),
    [
        ("vk_un2.csv", "vk:acme", {"followers": "5", "account_reach": "6"}),
        ("Телеграм un2.csv", "telegram:acmetg", {"followers": "6", "account_reach": "5"}),
    ],
)
def test_the_answer_is_that_of_the_account_a_table_is_taken_for(understood, file_name, account, said):
    found = understood(ROWS, file_name, context=BROUGHT)
    assert (values(found), found["question"]) == ({account: said}, {})


def test_where_nobody_knows_the_account_answers_that_differ_are_not_recalled(understood):
    question = understood(ROWS, context=BROUGHT)["question"]
    assert (question["asks"], question["signature"], question["known"]) == ("columns", SIGNATURE, {})


def test_an_answer_for_another_account_than_rows_went_to_is_asked_about(understood):
    text = "Дата;Аккаунт;Сила\n03.05.2026;https://t.me/acmetg;5\n"
    of_vk = {"rows": "values", "fields": {"Дата": "day", "Аккаунт": "account", "Сила": "followers"}}
    of_telegram = {**of_vk, "fields": {**of_vk["fields"], "Сила": "account_reach"}}
    known = {**of_vk, "of": {"vk:acme": of_vk, "telegram:acmetg": of_telegram}}
    mappings = {headers.signature(["Дата", "Аккаунт", "Сила"]): known}
    found = understood(text, "vk.csv", context={**BROUGHT, "mappings": mappings})
    begins = "What the columns mean was said differently of some accounts."
    assert (found["question"]["message"]["text"].startswith(begins), found["question"]["guess"]) == (True, of_vk)


def test_columns_said_to_mean_now_this_now_that_are_not_called_new_to_another_account(understood):
    found = understood(ROWS, account="vk:third", context=BROUGHT)
    assert found["question"]["message"]["text"].startswith("What the columns mean was said differently of some accounts.")
    assert found["question"]["guess"]["fields"] == {"Дата": "day"}


def test_an_answer_said_once_of_another_account_is_not_called_one_that_differs(understood):
    text = "Дата;Аккаунт;Подписчики\n03.05.2026;https://t.me/acmetg;5\n"
    of_vk = {"kind": "days", "rows": "values", "fields": {"Дата": "day", "Аккаунт": "account", "Подписчики": "account_reach"}}
    mappings = {headers.signature(["Дата", "Аккаунт", "Подписчики"]): {**of_vk, "of": {"vk:acme": of_vk}}}
    message = understood(text, "vk.csv", context={**BROUGHT, "mappings": mappings})["question"]["message"]
    assert (message["text"][:55], message["params"]) == (
        "What the columns mean was said of others and not of {ac",
        {"accounts": "telegram:acmetg"},
    )


def test_an_answer_for_no_account_leaves_those_of_others(agency, import_export, tmp_path):
    path = tmp_path / "un.csv"
    path.write_text(ROWS)
    told = {"vk:acme": "Дата=day;Сила=followers", "telegram:acmetg": "Дата=day;Вес=followers"}
    for account, columns in told.items():
        assert import_export(path, "--account", account, "--columns", columns, brand="brand-a")["status"] == 0
    (asked,) = import_export(path, "--columns", "Дата=day;Сила=account_reach", brand="brand-a")["files"]
    assert asked["error"].startswith("The file does not say which network and account it is about")
    path.write_text(ROWS.replace("03.05", "04.05").replace("5;6", "7;8"))
    for account in told:
        assert import_export(path, "--account", account, brand="brand-a")["status"] == 0
    with scope("system"):
        found = (
            Observation.objects.filter(starts_on="2026-05-04").order_by("value").values_list("account__handle", "metric", "value")
        )
        assert list(found) == [("acme", "followers", 7), ("acmetg", "followers", 8)]


BELOW = "{}\nДата;Подписчики;Охват\n01.05.2026;100;50\n\n{}\nДата;Подписчики;Охват\n01.05.2026;900;500\n"


def test_tables_with_one_header_are_called_by_their_titles(understood):
    found = understood(BELOW.format("ВК", "Телеграм"), accounts_by_network={"vk": "a", "telegram": "b"})
    assert [table["name"] for table in found["tables"]] == ["ВК", "Телеграм"]


def test_each_network_s_table_is_asked_about_on_its_own_and_those_of_one_network_together(understood):
    networks = {"accounts_by_network": {"vk": "a", "telegram": "b"}}
    text = BELOW.format("ВК", "Телеграм") + "\n" + BELOW.format("ВК, май", "Прочее").partition("\n\n")[0] + "\n"
    signatures = [table["signature"] for table in understood(text, **networks)["tables"]]
    messages = [understood(text, **networks, change_columns=one)["question"]["message"] for one in signatures[:2]]
    assert [one["params"].get("tables", one["params"].get("table")) for one in messages] == ["«ВК», «ВК, май»", "Телеграм"]


@pytest.mark.parametrize(("table", "codes"), [(0, ["account_views", "account_reach"]), (1, ["account_reach", "account_views"])])
def test_an_answer_about_one_network_s_table_leaves_that_of_another(understood, import_of, table, codes):
    text, accounts = BELOW.format("ВК", "Телеграм"), {"vk": "a", "telegram": "b"}
    signature = understood(text, accounts_by_network=accounts)["tables"][table]["signature"]
    told = {"rows": "values", "fields": {"Дата": "day", "Подписчики": "followers", "Охват": "account_views"}}
    found = import_of(text, accounts_by_network=accounts, columns_by_signature={signature: told})
    assert [list(said) for said in values(found).values()] == [["followers", code] for code in codes]


def test_what_is_new_is_asked_once_for_all_tables_with_its_header(understood):
    text = BELOW.format("ВК", "Телеграм").replace("Подписчики;Охват", "Сила;Вес")
    question = understood(text, accounts_by_network={"vk": "a", "telegram": "b"})["question"]
    assert question["message"]["params"]["tables"] == "«ВК», «Телеграм»"
    found = understood(text, accounts_by_network={"vk": "a", "telegram": "b"}, columns=OF_VK)
    assert (values(found), found["question"]) == (
        {"vk:a": {"followers": "100", "account_reach": "50"}, "telegram:b": {"followers": "900", "account_reach": "500"}},
        {},
    )


def test_what_held_for_a_table_stays_where_another_with_its_header_is_explained():
    before = remembered.merged({}, [(OF_VK, ["vk:other"])])
    after = remembered.merged(before, [(OF_TELEGRAM, ["telegram:acmetg"]), ({}, ["vk:acme"])])
    held = [remembered.recalled(after, [account]) for account in ("vk:acme", "telegram:acmetg", "vk:new")]
    assert held == [OF_VK, OF_TELEGRAM, None]


def test_a_correction_of_what_is_known_holds_for_no_other_account():
    kept = remembered.merged({}, [({**OF_VK, "kind": "days"}, ["vk:acme"])])
    assert [remembered.recalled(kept, [account]) for account in ("vk:acme", "vk:new")] == [{**OF_VK, "kind": "days"}, None]
