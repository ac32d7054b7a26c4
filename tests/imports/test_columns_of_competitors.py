"""A column of competitors names them: never the brand, nor an account a person has named that is none."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Observation
from tests.imports.forms_of_files import numbers_of, others, said, workbook
from tests.imports.test_actions import brought, taken, worked  # noqa: F401

OWN = {"own": {"vk": ["zerno"], "telegram": ["zerno_tg"]}}
MONTHS = "Месяц;Конкурент;Соцсеть;Подписчики\nиюль 2026;Даблби;ВК;111\nиюль 2026;Даблби;ТГ;222\n"
OF_OTHERS = {"vk:Даблби": ["111"], "telegram:Даблби": ["222"]}
BLANK = "Дата;{};Соцсеть;Текст;Лайки\n" + "".join(
    f"{day:02}.05.2026;{who};ВК;Пост {day};{day}\n" for day, who in enumerate(["Даблби", ""] * 3, 1)
)
MADE = "The column «Конкурент» names others than the brand: vk:Даблби is recorded as a competitor."


def roles():
    with scope("system"):
        return {f"{one.account.network}:{one.account.handle}": one.role for one in Tracking.objects.select_related("account")}


@pytest.mark.parametrize("told", [{}, {"account": "vk:zerno"}, {"accounts_by_network": {"vk": "zerno", "telegram": "zerno_tg"}}])
@pytest.mark.parametrize("column", ["Конкурент", "Конкуренты", "Competitor", "Competitors"])
def test_one_competitor_of_a_monthly_table_is_not_the_brand(understood, column, told):
    found = understood(MONTHS.replace("Конкурент", column), context=OWN, **told)
    assert (numbers_of(found), others(found), found["question"]) == (OF_OTHERS, {*OF_OTHERS}, {})


def test_one_competitor_of_a_file_called_by_its_network_is_not_the_brand(understood):
    found = understood("Дата;Конкурент;Подписчики\n01.05.2026;Даблби;5\n02.05.2026;Даблби;6\n", "ВК.csv", context=OWN)
    assert numbers_of(found) == {"vk:Даблби": ["5", "6"]}


def test_figures_of_the_brand_stay_beside_those_of_a_competitor(taken):  # noqa: F811
    taken("Месяц;Подписчики\nиюль 2026;5000\n", account="vk:zerno")
    import_ = taken(MONTHS)
    told = {
        (value.account.handle, value.account.network): int(value.value) for value in Observation.objects.select_related("account")
    }
    assert told == {("zerno", "vk"): 5000, ("Даблби", "vk"): 111, ("Даблби", "telegram"): 222}
    assert roles() == {"vk:zerno": "own", "vk:Даблби": "competitor", "telegram:Даблби": "competitor"}
    assert "competitor" in {account["role"] for account in queries.preview(import_)["accounts"]}


def test_rows_that_name_nobody_are_those_of_the_account_named(understood):
    found = understood(BLANK.format("Конкурент"), account="vk:zerno")
    assert (numbers_of(found), others(found)) == ({"vk:Даблби": 3, "vk:zerno": 3}, {"vk:Даблби"})
    assert "name another account than the one you named (vk:Даблби)" in said(found)


def test_rows_that_name_nobody_are_the_brand_s_where_its_account_is_known(understood):
    assert numbers_of(understood(BLANK.format("Конкурент"), context=OWN)) == {"vk:Даблби": 3, "vk:zerno": 3}
    days = "Дата;Конкурент;Соцсеть;Подписчики\n01.05.2026;Даблби;ВК;5\n01.05.2026;Хауз;ВК;6\n01.05.2026;—;ВК;700\n"
    found = understood(days, context=OWN)
    assert (numbers_of(found), found["rejected"]) == ({"vk:Даблби": ["5"], "vk:Хауз": ["6"], "vk:zerno": ["700"]}, [])


def test_whose_rows_are_that_name_nobody_is_asked_on_a_page(brought):  # noqa: F811
    question = queries.preview(brought(BLANK.format("Конкурент")))["question"]
    assert (question["asks"], question["row_count"], question["networks"]) == ("account", 3, ["vk"])


@pytest.mark.parametrize("told", [{"of_others": True}, {"competitors": {"vk": ["dablby"]}}])
def test_the_account_named_may_be_the_only_competitor_where_it_is_one(understood, told):
    posts = BLANK.format("Конкурент").replace(";;", ";Даблби;")
    found = understood(posts, account="vk:dablby", context=told)
    assert [(one["handle"], one["name"], len(one["posts"])) for one in found["subjects"]] == [("dablby", "Даблби", 6)]
    accounts = {"vk": "dablby", "telegram": "dablby_tg"}
    found = understood(MONTHS, accounts_by_network=accounts, context=told | {"of_others": True})
    assert [(one["handle"], one["name"]) for one in found["subjects"]] == [("dablby", "Даблби"), ("dablby_tg", "Даблби")]


def test_the_account_named_is_one_competitor_of_a_file(understood):
    sheets = [[["Месяц", "Конкурент", "Подписчики"], ["июль 2026", name, 5]] for name in ("Dablby", "Hauz")]
    found = understood(workbook(*sheets), "book.xlsx", account="vk:dablby_coffee", context={"of_others": True})
    assert {one["handle"]: one["name"] for one in found["subjects"]} == {"dablby_coffee": "Dablby", "Hauz": ""}


def test_a_mixed_file_comes_in_right_at_once_and_the_command_says_so(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text(BLANK.format("Конкурент"))
    done = import_export(tmp_path / "posts.csv", "--account", "vk:zerno")
    assert (done["status"], roles()) == (0, {"vk:zerno": "own", "vk:Даблби": "competitor"})
    assert MADE in done["files"][0]["warnings"]


def test_a_role_told_stands_and_nothing_is_said_of_it(import_export, tmp_path):
    (tmp_path / "months.csv").write_text(MONTHS)
    done = import_export(tmp_path / "months.csv", "--role", "competitor")
    assert (done["status"], {*roles().values()}) == (0, {"competitor"})
    assert not [text for text in done["files"][0]["warnings"] if "recorded as" in text]


def test_competitors_told_to_be_the_brand_s_own_are_asked_about(import_export, tmp_path):
    (tmp_path / "months.csv").write_text(MONTHS)
    refused = import_export(tmp_path / "months.csv", "--role", "own")
    assert (refused["status"], refused["new"], roles()) == (1, 0, {})
    assert refused["files"][0]["error"].startswith(
        "The column «Конкурент» names others than the brand: vk:Даблби, telegram:Даблби. You said otherwise: say no role (--role)"
    )


def test_a_page_asks_the_role_of_competitors_told_to_be_own_and_reads_on(brought, agency):  # noqa: F811
    import_ = brought(MONTHS, role="own")
    assert import_.question["asks"] == "role"
    actions.answer(import_, answers={"role": ""}, by=agency.strategist)
    shown = queries.preview(worked(import_))
    assert (shown["question"], {one["role"] for one in shown["accounts"]}) == ({}, {"competitor"})


def test_the_brand_s_name_in_such_a_column_is_said_to_be_no_competitor(understood):
    told = OWN | {"brand": "кофейня зерно", "names": {"vk": {"кофейня зерно": "zerno"}}}
    found = understood(MONTHS + "июль 2026;Кофейня Зерно;ВК;333\n", context=told)
    assert (numbers_of(found)["vk:zerno"], others(found)) == (["333"], {*OF_OTHERS})
    assert said(found) == (
        "The column «Конкурент» names the brand itself among competitors (vk:zerno): these rows were taken for the brand's own "
        "figures, not for a competitor's."
    )
    assert "names the brand itself" not in said(understood(MONTHS, context=told))
    assert "names the brand itself" not in said(understood(MONTHS.replace("Конкурент", "Бренд"), context=told))


def test_the_brand_itself_in_such_a_column_stays_its_own_and_it_is_said(taken, agency):  # noqa: F811
    account = Account.objects.create(client=agency.a, network="vk", handle="zerno", name="Кофейня Зерно")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    shown = queries.preview(taken(MONTHS + "июль 2026;Кофейня Зерно;ВК;333\n"))
    assert roles() == {"vk:zerno": "own", "vk:Даблби": "competitor", "telegram:Даблби": "competitor"}
    assert [text for text in shown["warnings"] if text.startswith("vk:zerno записан как свой")]
