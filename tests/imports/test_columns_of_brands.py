"""A column of brands: the brand's own name is its own account, others beside it are competitors, unknown ones are asked about."""

import pytest

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import actions, queries
from tests.imports.forms_of_files import accounts, numbers_of, others, said
from tests.imports.test_actions import brought, taken, worked  # noqa: F401
from tests.imports.test_columns_of_competitors import roles

COLUMNS = ["Бренд", "Brand", "Компания", "Company"]


def posts(column, *names):
    rows = [f"{day:02}.05.2026;ВК;{name};Пост {day};{day}\n" for day, name in enumerate(names * 2, 1)]
    return f"Дата;Соцсеть;{column};Текст;Лайки\n" + "".join(rows)


def of_accounts(column):
    """What a person says of the columns of such posts: each brand is an account."""
    fields = {"Дата": "published_at", "Соцсеть": "network", column: "account", "Текст": "text", "Лайки": "likes"}
    return {"rows": "post", "fields": fields}


def months(column, *names):
    rows = [f"июль 2026;ВК;{name};{number}\n" for number, name in enumerate(names, 1)]
    return f"Месяц;Соцсеть;{column};Подписчики\n" + "".join(rows)


KNOWN = {
    "brand": "кофейня зерно",
    "own": {"vk": ["zerno"]},
    "names": {"vk": {"zerno": "zerno", "кофейня зерно": "zerno"}},
}
GOODS = ("Nike", "Adidas", "Puma")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize(
    "name", ["Кофейня Зерно", "«Кофейня Зерно»", "Кофейня\u00a0Зерно", "кофейня  зерно", '"Кофейня" Зерно', "zerno"]
)
def test_the_brand_is_its_own_account_and_the_others_are_competitors(understood, column, name):
    name = name.replace('"', '""').join('""') if '"' in name else name
    found = understood(posts(column, name, "Даблби"), context=KNOWN, columns=of_accounts(column))
    assert (numbers_of(found), others(found), found["question"]) == ({"vk:zerno": 2, "vk:Даблби": 2}, {"vk:Даблби"}, {})
    found = understood(months(column, name, "Даблби"), context=KNOWN)
    assert (numbers_of(found), others(found)) == ({"vk:zerno": ["1"], "vk:Даблби": ["2"]}, {"vk:Даблби"})


@pytest.mark.parametrize("table", [months, posts])
@pytest.mark.parametrize("names", [("Кофейня Зерно",), ("Кофейня Зерно", "Даблби")])
def test_a_new_brand_that_a_row_names_is_the_account_a_person_has_named(understood, table, names):
    new = {"brand": "кофейня зерно", "names": {"vk": {"кофейня зерно": "kofeynya"}}}
    said_of = {"columns": of_accounts("Бренд")} if table is posts and len(names) > 1 else {}
    found = understood(table("Бренд", *names), context=new, account="vk:zerno", **said_of)
    assert (accounts(found), others(found)) == (["vk:zerno", "vk:Даблби"][: len(names)], {"vk:Даблби"} & {f"vk:{names[-1]}"})
    several = understood(
        table("Бренд", *names), context=new, accounts_by_network={"vk": "zerno", "telegram": "zerno_tg"}, **said_of
    )
    assert accounts(several) == accounts(found)


def test_beside_competitors_that_are_known_new_names_are_competitors(understood):
    known = {"competitors": {"vk": ["Даблби"]}, "names": {"vk": {"даблби": "Даблби"}}}
    assert others(understood(posts("Бренд", "Даблби", "Хауз"), context=known)) == {"vk:Даблби", "vk:Хауз"}


@pytest.mark.parametrize("told", [{}, {"account": "vk:shop"}])
@pytest.mark.parametrize("table", [posts, months])
@pytest.mark.parametrize("column", COLUMNS)
def test_brands_of_which_none_is_known_may_be_goods_and_are_asked_about(understood, column, table, told):
    found = understood(table(column, *GOODS), **told)
    assert (numbers_of(found), found["question"]["asks"]) == ({}, "columns")
    assert f"The column «{column}» may be one of accounts or of what the rows are about: «Adidas», «Nike», «Puma»." in said(found)
    guess = found["question"]["guess"]
    whose = {"vk:shop"} if told and table is posts else {f"vk:{name}" for name in GOODS}
    assert {*numbers_of(understood(table(column, *GOODS), columns=guess, **told))} == whose
    without = {**guess, "fields": {name: field for name, field in guess["fields"].items() if field != "account"}}
    if table is posts:
        assert numbers_of(understood(table(column, *GOODS), columns=without, account="vk:shop")) == {"vk:shop": 6}


@pytest.mark.parametrize("table", [posts, months])
def test_brands_are_told_by_the_account_among_them_by_a_column_or_as_competitors(understood, import_export, tmp_path, table):
    of_each = {f"vk:{name}" for name in GOODS}
    found = understood(table("Бренд", *GOODS), account="vk:nike")
    assert ({*numbers_of(found)}, others(found)) == (of_each - {"vk:Nike"} | {"vk:nike"}, {"vk:Adidas", "vk:Puma"})
    (tmp_path / "brands.csv").write_text(table("Бренд", *GOODS))
    assert import_export(tmp_path / "brands.csv")["status"] == 1
    done = import_export(tmp_path / "brands.csv", "--columns", "Бренд=account", "--role", "own", "--dry-run")
    assert (done["status"], {*done["files"][0]["accounts"]}) == (0, of_each)
    done = import_export(tmp_path / "brands.csv", "--role", "competitor")
    assert (done["status"], {*done["files"][0]["accounts"]}, {*roles().values()}) == (0, of_each, {"competitor"})


def test_goods_are_left_out_by_naming_the_other_columns(import_export, tmp_path):
    (tmp_path / "goods.csv").write_text(posts("Бренд", *GOODS))
    columns = "Дата=published_at;Соцсеть=network;Текст=text;Лайки=likes"
    done = import_export(tmp_path / "goods.csv", "--account", "vk:shop", "--columns", columns)
    assert (done["status"], done["new"], done["files"][0]["accounts"]) == (0, 6, ["vk:shop"])


def test_a_page_asks_of_brands_nobody_knows_and_takes_the_answer(brought, agency):  # noqa: F811
    import_ = brought(posts("Бренд", *GOODS))
    assert import_.question["asks"] == "columns"
    actions.answer(import_, answers={"columns": import_.question["guess"]}, by=agency.strategist)
    assert worked(import_).question["asks"] == "role"
    actions.answer(import_, answers={"role": "competitor"}, by=agency.strategist)
    assert {one["handle"] for one in queries.preview(worked(import_))["accounts"]} == {*GOODS}


def test_the_brand_told_to_be_a_competitor_s_is_asked_about_and_beside_others_stays_its_own(brought, agency):  # noqa: F811
    agency.brand_a.name = "Зерно"
    agency.brand_a.save()
    shown = queries.preview(brought(posts("Бренд", "Зерно", "Даблби"), role="competitor"))
    assert [(one["handle"], one["role"], one["posts"]) for one in shown["accounts"]] == [
        ("brand-a", "own", 2),
        ("Даблби", "competitor", 2),
    ]
    asked = queries.preview(brought(posts("Бренд", "Зерно"), role="competitor"))["question"]
    assert (asked["asks"], asked["message"]["params"]["named"][0]["params"]["accounts"]) == ("role", "vk:brand-a")


def test_the_brand_s_name_beside_a_competitor_is_recorded_as_own(taken, agency):  # noqa: F811
    agency.brand_a.name = "Зерно"
    agency.brand_a.save()
    account = Account.objects.create(client=agency.a, network="vk", handle="zerno")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    shown = queries.preview(taken(months("Бренд", "«Зерно»", "Даблби")))
    assert roles() == {"vk:zerno": "own", "vk:Даблби": "competitor"}
    assert "Столбец «Бренд» называет не сам бренд: vk:Даблби записан как конкурент." in shown["warnings"]


def test_addresses_of_all_posts_say_whose_brands_they_are(understood):
    rows = "".join(
        f"0{n}.05.2026;{who};https://t.me/{page}/{n};5\n" for n, (who, page) in enumerate([("Зерно", "zerno"), ("Даблби", "dd")], 1)
    )
    known = {"brand": "зерно", "own": {"telegram": ["zerno"]}, "names": {"telegram": {"зерно": "zerno"}}}
    found = understood("Дата;Бренд;Ссылка;Лайки\n" + rows, context=known)
    assert (numbers_of(found), others(found)) == ({"telegram:zerno": 1, "telegram:dd": 1}, {"telegram:dd"})


ABOUT = ("Кофейня Зерно", "Lavazza", "Lavazza")
SAID = "The column «Бренд» names several brands of one page: it was taken for what posts are about, not for whose they are."


def linked(link, *names):
    rows = [f"0{day}.05.2026;{name};{link.format(day)};{day}\n" for day, name in enumerate(names, 1)]
    return "Дата;Бренд;Ссылка;Лайки\n" + "".join(rows)


@pytest.mark.parametrize("known", [{"brand": "кофейня зерно"}, KNOWN, {**KNOWN, "competitors": {"vk": ["Lavazza"]}}])
@pytest.mark.parametrize(("link", "page"), [("https://vk.com/wall-5_{}", "vk:club5"), ("https://t.me/shop/{}", "telegram:shop")])
def test_several_brands_of_one_page_are_what_its_posts_are_about(understood, known, link, page):
    found = understood(linked(link, *ABOUT), context=known)
    assert (numbers_of(found), others(found), found["question"], said(found)) == ({page: 3}, set(), {}, SAID)
    assert [one["name"] for one in found["subjects"]] == [""]
    network = page.partition(":")[0]
    assert numbers_of(understood(linked(link, *ABOUT), context=known, account=f"{network}:shop")) == {f"{network}:shop": 3}


ONE = (
    "The column «Бренд» names one brand, by which nobody knows an account: it was taken for what posts are about, not for whose "
    "they are."
)


@pytest.mark.parametrize("told", [{}, {"account": "vk:shop"}])
def test_one_brand_of_which_nobody_knows_an_account_is_what_the_posts_of_a_page_are_about(understood, told):
    found = understood(linked("https://vk.com/wall-5_{}", "Lavazza", "", "Lavazza"), context=KNOWN, **told)
    page = told.get("account", "vk:club5")
    assert (numbers_of(found), [one["name"] for one in found["subjects"]], said(found)) == ({page: 3}, [""], ONE)


def test_the_account_named_is_not_called_by_the_brand_that_its_posts_are_about(understood):
    (found,) = understood(linked("https://instagram.com/p/A{}/", "Lavazza", "Lavazza"), account="instagram:shop")["subjects"]
    assert (found["handle"], found["name"], found["other_names"]) == ("shop", "", [])


@pytest.mark.parametrize("context", [{"of_others": True}, {"brand": "lavazza"}, {"names": {"vk": {"lavazza": "club5"}}}])
def test_one_brand_that_is_an_account_for_sure_names_its_page(understood, context):
    found = understood(linked("https://vk.com/wall-5_{}", "Lavazza", "Lavazza"), context=context)
    assert [(one["handle"], one["name"]) for one in found["subjects"]] == [("club5", "Lavazza")]


def test_a_handle_under_brands_is_an_account_whatever_stands_beside_it(understood):
    found = understood(linked("https://vk.com/wall-5_{}", "@lavazza", "@lavazza"))
    assert "Бренд" in found["tables"][0]["columns"] and said(found) == ""


RIVALS = {**KNOWN, "competitors": {"vk": ["dablby"]}, "names": {"vk": {**KNOWN["names"]["vk"], "даблби": "dablby"}}}


@pytest.mark.parametrize("names", [("Даблби",), ("Даблби", "Lavazza"), ("Кофейня Зерно", "Даблби", "Lavazza")])
def test_beside_an_account_named_other_brands_of_its_posts_are_asked_about(understood, names):
    found = understood(posts("Бренд", *names), context=RIVALS, account="vk:zerno")
    assert (numbers_of(found), found["question"]["asks"]) == ({}, "columns")
    found = understood(posts("Бренд", *names), context=RIVALS, account="vk:dablby")
    assert (found["question"], numbers_of(found)["vk:dablby"]) == ({}, 2)


@pytest.mark.parametrize("told", [{}, {"account": "vk:zerno"}])
@pytest.mark.parametrize("known", [{"brand": "кофейня зерно"}, KNOWN])
def test_names_beside_that_of_the_brand_may_be_goods_of_its_posts_and_are_asked_about(understood, known, told):
    found = understood(posts("Бренд", *ABOUT), context=known, **told)
    assert (numbers_of(found), found["question"]["asks"]) == ({}, "columns")
    assert ("Бренд" in found["question"]["guess"]["fields"]) == (not told)


def test_a_command_says_whether_brands_are_accounts_or_what_the_posts_of_one_are_about(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text(posts("Бренд", "brand", "Lavazza"))
    asked = import_export(tmp_path / "posts.csv", "--account", "vk:shop")
    goods = import_export(tmp_path / "posts.csv", "--account", "vk:shop", "--columns", "guess", "--dry-run")
    of_each = import_export(tmp_path / "posts.csv", "--account", "vk:shop", "--columns", "Бренд=account", "--dry-run")
    assert (asked["status"], goods["status"], of_each["status"]) == (1, 0, 0)
    assert (goods["new"], goods["files"][0]["roles"]) == (4, {"vk:shop": "own"})
    assert (of_each["new"], of_each["files"][0]["roles"]) == (4, {"vk:shop": "own", "vk:Lavazza": "competitor"})


@pytest.mark.parametrize("network", ["", "Соцсеть;"])
def test_beside_an_account_named_the_guess_takes_no_goods_for_accounts(understood, network):
    rows = "".join(f"{name};{brand};{network and 'ВК;'}{n}\n" for n, (name, brand) in enumerate([("Кофе", "A"), ("Чай", "B")], 5))
    table, told = f"Товар;Бренд;{network}Охват\n{rows}", {"account": "vk:shop", "period": "2026-05-01:2026-05-31"}
    guess = understood(table, **told)["question"]["guess"]
    found = understood(table, columns=guess, **told)
    assert (numbers_of(found), "Бренд" in guess["fields"]) == ({"vk:shop": ["5", "6"]}, False)
