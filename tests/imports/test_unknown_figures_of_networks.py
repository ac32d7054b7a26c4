"""Figures of networks that nobody knows: asked about network by network, and left out beside known ones until somebody says."""

import pytest

from tests.imports.forms_of_files import accounts, days, rejected

ROWS = "01.09.2026;10;20\n02.09.2026;11;21\n"
UNKNOWN = f"Дата;ВК сила;ТГ сила;ТГ ссылка\n{ROWS}"
OF_VK = {"rows": "values", "network": "", "fields": {"Дата": "day", "ВК сила": "followers"}}
OF_TELEGRAM = {"rows": "values", "network": "", "fields": {"Дата": "day", "ТГ сила": "followers"}}


def test_figures_nobody_knows_are_asked_about_in_each_network_on_its_own(understood):
    first = understood(UNKNOWN)
    assert (first["question"]["table"], first["question"]["header"]) == ("ВК", ["Дата", "ВК сила"])
    second = understood(UNKNOWN, columns=OF_VK, accounts_by_network={"vk": "aaa", "telegram": "bbb"})
    assert (second["question"]["table"], second["question"]["header"]) == ("ТГ", ["Дата", "ТГ сила", "ТГ ссылка"])
    signatures = [one["question"]["signature"] for one in (first, second)]
    told = dict(zip(signatures, [OF_VK, OF_TELEGRAM], strict=True))
    found = understood(UNKNOWN, context={"mappings": told}, accounts_by_network={"vk": "aaa", "telegram": "bbb"})
    assert ({one["network"]: [value[4] for value in one["values"]] for one in found["subjects"]}, found["question"]) == (
        {"vk": ["10", "11"], "telegram": ["20", "21"]},
        {},
    )


@pytest.mark.parametrize("head", ["Дата;ВК подписчики;ТГ сила", "Дата;ТГ сила;ВК подписчики"])
def test_beside_known_ones_they_are_left_out_with_their_rows_named(understood, head):
    found = understood(f"{head}\n01.09.2026;10;20\n02.09.2026;11;21\n", account="vk:aaa")
    assert (accounts(found), [table["kind"] for table in found["tables"]].count("left_out"), len(rejected(found))) == (
        ["vk:aaa"],
        1,
        2,
    )
    assert [code for code, _day, _value in days(found)] == ["followers"] * 2


@pytest.mark.parametrize(
    "head", ["Дата;Переходы из ВК;Переходы из ТГ", "Дата;Сила;ВК id", "Дата;Охват;ВК сила", "Дата;ВК сила;Заметка"]
)
def test_other_tables_are_asked_about_or_read_whole(understood, head):
    assert [table["name"] for table in understood(f"{head}\n{ROWS}")["tables"]] == [""]


@pytest.mark.parametrize(
    "names", ["Referrers - linkedin.com;Referrers - t.co", "Reach by language - fb_LT;Reach by language - vk_RU"]
)
def test_hosts_of_referrers_and_codes_of_languages_make_no_parts(understood, names):
    assert [table["name"] for table in understood(f"Дата;{names}\n{ROWS}")["tables"]] == [""]
