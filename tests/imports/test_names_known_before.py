"""An account is found again by what earlier files, or a person with one of them, have called it."""

import json

import pytest
from django.core.management.base import CommandError

from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Import, Post
from tests.imports.forms_of_files import accounts, numbers_of, said
from tests.imports.test_actions import apply, brought, taken, worked  # noqa: F401

NAMES = "Дата;Конкурент;Соцсеть;Текст;Лайки\n" + "".join(f"{n:02}.05.2026;{{0}};{{1}};Пост {n};{n}\n" for n in (1, 2, 3))
LINKS = "Дата;Конкурент;Ссылка;Текст;Лайки\n" + "".join(f"{n:02}.06.2026;{{0}};{{1}}{n};Пост {n};{n}\n" for n in (4, 5))
MONTHS = "Месяц;Конкурент;Соцсеть;Подписчики\nиюнь 2026;{0};{1};111\nиюль 2026;{0};{1};112\n"
CODES = {"ВК": "vk", "ТГ": "telegram"}
PAGES = [
    ("Даблби", "ВК", "https://vk.com/wall-22_"),
    ("Даблби", "ТГ", "https://t.me/dablby/"),
    ("Dablby", "ТГ", "https://t.me/dablby_coffee/"),
]


def shown(import_):
    return " ".join(queries.preview(import_)["warnings"])


def handles():
    return [*Account.objects.order_by("handle").values_list("handle", flat=True)]


def chat(number, *ids, name="Кофе"):
    messages = [{"id": n, "type": "message", "date_unixtime": str(1780000000 + n * 90000), "text": f"Пост {n}"} for n in ids]
    return json.dumps({"name": name, "type": "public_channel", "id": number, "messages": messages})


@pytest.mark.parametrize("first", [NAMES, MONTHS])
@pytest.mark.parametrize(("name", "network", "page"), PAGES)
def test_an_account_known_by_its_name_is_found_where_a_later_file_says_its_address(
    taken,  # noqa: F811
    agency,
    first,
    name,
    network,
    page,
):
    taken(first.format(name, network))
    second = taken(LINKS.format(name, page))
    assert (handles(), f"как и {CODES[network]}:{name}: это сочтено одной страницей" in shown(second)) == ([name], True)
    unnamed = LINKS.format("", page).replace(";Конкурент", "").replace(";;", ";")
    assert "отнесены к" in shown(taken(unnamed, account=""))
    assert (handles(), Post.objects.filter(permalink__contains=page).count()) == ([name], 2)


@pytest.mark.parametrize("undone", [(0, 1), (1, 0)])
def test_each_file_is_undone_by_itself_in_either_order(taken, agency, undone):  # noqa: F811
    files = [NAMES.format("Даблби", "ВК"), LINKS.format("Даблби", "https://vk.com/wall-22_")]
    imports = [taken(text) for text in files]
    actions.undo(imports[undone[0]], by=agency.strategist)
    left = [3, 2][undone[1]]
    assert (handles(), Post.objects.count()) == (["Даблби"], left)
    actions.undo(imports[undone[1]], by=agency.strategist)
    assert (handles(), Post.objects.count()) == ([], 0)
    taken(files[1])
    assert handles() == ["club22"]


def test_a_second_page_of_the_name_is_another_account(taken):  # noqa: F811
    for text in (NAMES.format("Даблби", "ВК"), *(LINKS.format("Даблби", f"https://vk.com/wall-{n}_") for n in (22, 33))):
        taken(text)
    assert handles() == ["club33", "Даблби"]


def test_which_of_two_pages_of_the_name_at_once_is_meant_is_asked(brought, taken, agency):  # noqa: F811
    taken(NAMES.format("Даблби", "ВК"))
    both = LINKS.format("Даблби", "https://vk.com/wall-22_") + "06.06.2026;Даблби;https://vk.com/wall-33_6;Пост;6\n"
    import_ = brought(both)
    assert import_.question["choices"] == ["vk:Даблби", "vk:club22"]
    actions.answer(import_, answers={"accounts_by_name": {"vk:club22": "Даблби"}}, by=agency.strategist)
    import_ = worked(import_)
    assert import_.question["choices"] == ["vk:Даблби", "vk:club33"]
    actions.answer(import_, answers={"accounts_by_name": {"vk:club22": "Даблби", "vk:club33": "club33"}}, by=agency.strategist)
    apply(worked(import_), agency)
    assert (handles(), Post.objects.filter(account__handle="Даблби").count()) == (["club33", "Даблби"], 5)


def test_an_account_that_a_person_has_made_is_no_mere_name(taken, agency):  # noqa: F811
    account = Account.objects.create(client=agency.a, network="telegram", handle="dablby")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="competitor")
    for text in (NAMES.format("Dablby", "ТГ"), LINKS.format("Dablby", "https://t.me/dablby_coffee/")):
        taken(text)
    assert handles() == ["dablby", "dablby_coffee"]


def test_the_account_told_of_a_chat_is_that_of_its_next_export(taken):  # noqa: F811
    first = taken(chat(1234567, 1, 2), "result.json", account="telegram:kofe_demo")
    second = taken(chat(1234567, 3, name="Кофе и чай"), "result.json")
    assert (handles(), Post.objects.count()) == (["kofe_demo"], 3)
    where = f"как в более раннем файле (импорт {first.pk})"
    assert f"Строки с названием «1234567» отнесены к telegram:kofe_demo, {where}" in shown(second)
    assert [*Post.objects.order_by("key").values_list("permalink", flat=True)][-1] == "https://t.me/kofe_demo/3"


def test_what_was_told_is_forgotten_with_the_import_and_follows_the_account_s_name(taken, agency):  # noqa: F811
    first = taken(chat(1234567, 1), "result.json", account="telegram:kofe_demo")
    account = Account.objects.get()
    account.handle = "kofe_new"
    account.save()
    taken(chat(1234567, 2), "result.json")
    assert handles() == ["kofe_new"]
    for import_ in (*Import.objects.exclude(pk=first.pk), first):
        actions.undo(import_, by=agency.strategist)
    taken(chat(1234567, 3, name="Чай"), "result.json")
    assert "1234567" in handles()


def test_each_import_is_named_by_which_a_name_is_recalled(brought, taken):  # noqa: F811
    numbers = [
        taken(chat(number, place), "result.json", account="telegram:kofe").pk for place, number in enumerate((1234567, 7654321), 1)
    ]
    alike = "Аккаунт;Соцсеть;Дата;Текст;Лайки\n1234567;ТГ;01.07.2026;Пост;1\n7654321;ТГ;02.07.2026;Ещё;2\n"
    assert f"как в более ранних файлах (импорты {numbers[0]}, {numbers[1]})" in shown(brought(alike))


OF_A_PAGE = (
    "Rows say by a handle or an address that they are of instagram:acme: what a name means (--name) cannot make them "
    "instagram:other's. If both are one page, change the handle of instagram:other on the account's page; if not, leave --name out."
)


def test_a_handle_in_the_rows_is_never_told_to_be_another_page_s(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text("Аккаунт;Соцсеть;Дата;Текст;Лайки\n@acme;Instagram;01.07.2026;Пост;1\n")
    for name in ("acme", "@acme", "https://instagram.com/acme"):
        refused = import_export(tmp_path / "posts.csv", "--name", f"{name}=instagram:other")
        assert (refused["status"], refused["files"][0]["error"]) == (1, OF_A_PAGE)
    assert import_export(tmp_path / "posts.csv", "--name", "acme=instagram:ACME")["files"][0]["accounts"] == ["instagram:acme"]


def test_a_newer_word_of_a_person_counts_more(taken):  # noqa: F811
    for number, account in enumerate(("telegram:kofe", "telegram:chai"), 1):
        taken(chat(1234567, number), "result.json", account=account)
    taken(chat(1234567, 3), "result.json")
    assert Post.objects.get(key="3").account.handle == "chai"


def test_a_name_told_to_be_an_account_is_that_in_the_next_file(taken):  # noqa: F811
    taken(NAMES.format("Даблби", "ВК"), account="vk:dablby", role="competitor")
    later = taken(MONTHS.format("Даблби", "ВК"))
    assert handles() == ["dablby"] and {one["posts"] for one in queries.preview(later)["accounts"]} == {0}


BOTH = [f"0{n}.05.2026;Даблби;ВК;https://vk.com/wall-{page}_{n};Пост {n};{n}\n" for n, page in enumerate((22, 33, 22), 1)]
TWO = "Дата;Конкурент;Соцсеть;Ссылка;Текст;Лайки\n" + "".join(BOTH)
ALONE = "04.05.2026;Даблби;ВК;;Пост 4;4\n"


def test_a_name_of_two_links_in_a_row_without_one_is_asked_about(understood):
    found = understood(TWO + ALONE)
    asked = found["question"]
    assert (asked["asks"], asked["name"], asked["choices"]) == ("name", "vk:даблби", ["vk:club22", "vk:club33"])
    told = understood(TWO + ALONE, account="vk:club33")
    assert (numbers_of(told), told["question"]) == ({"vk:club22": 2, "vk:club33": 2}, {})
    assert "vk:Даблби" not in said(told)
    assert understood(TWO + ALONE, account="vk:another")["question"]["choices"] == asked["choices"]


def test_a_name_that_two_stored_accounts_bear_is_asked_about_until_it_is_told(brought, taken, agency):  # noqa: F811
    taken(TWO)
    alone = NAMES.format("Даблби", "ВК")
    import_ = brought(alone)
    assert import_.question["choices"] == ["vk:club22", "vk:club33"]
    actions.answer(import_, answers={"account": "vk:club33"}, by=agency.strategist)
    apply(worked(import_), agency)
    assert Post.objects.filter(account__handle="club33").count() == 3  # one of these is known by its day and words
    later = brought(alone.replace(".05.", ".07."))
    assert (later.question, [one["handle"] for one in queries.preview(later)["accounts"]]) == ({}, ["club33"])


def test_links_to_other_walls_say_nothing_of_the_account(understood):
    rows = "".join(f"0{n}.05.2026;kofe;https://vk.com/wall-{page}_{n};{n}\n" for n, page in enumerate((22, 22, 99), 1))
    found = understood("Дата;Аккаунт;Ссылка;Лайки\n" + rows)
    assert (accounts(found), found["subjects"][0]["other_names"]) == (["vk:kofe"], [])


def test_what_a_name_means_is_said_once_in_a_network(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text("")
    twice = ["--name", "Ромашка=vk:aaa", "--name", "ромашка=telegram:ccc", "--name", "ромашка=vk:bbb"]
    with pytest.raises(CommandError) as refused:
        import_export(tmp_path / "posts.csv", *twice)
    assert str(refused.value) == "--name says of «ромашка» twice which account it means: leave one."
