"""A number and a name of one network under one name are one page's, in whatever order files say them; else it is asked."""

from itertools import permutations

import pytest

from smmstrategy.clients.models import Account, Brand, Tracking
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Observation, Post
from tests.imports.forms_of_files import numbers_of, workbook
from tests.imports.test_actions import apply, brought, taken, worked  # noqa: F401
from tests.imports.test_names_known_before import chat

POSTS = "Author,Url,Text,Date,Likes\n" + "".join("{0},https://" + f"{{1}}{n},Пост {n},0{n}.02.2026 11:00,{n}\n" for n in (1, 2))
LIST = "{2};Ссылка;Дата;Подписчики\n{0};https://{1};28.02.2026;110\n"
NAMES = "Месяц;Конкурент;Соцсеть;Подписчики\nиюнь 2026;{0};{1};111\n"
CHANNEL = "UC" + "a" * 22
NETWORKS = {
    "vk": ("vk.com/wall-22_", "vk.com/dablby", "ВК"),
    "telegram": ("t.me/c/1234567/", "t.me/dablby", "ТГ"),
    "youtube": (f"youtube.com/channel/{CHANNEL}", "youtube.com/@dablby", "YouTube"),
    "ok": ("ok.ru/group/5512345/topic/", "ok.ru/dablby", "ОК"),
}


def kept():
    """By account how many posts and values it has."""
    return {one.handle: (one.posts.count(), one.observations.count()) for one in Account.objects.order_by("pk")}


def files_of(network, heading="Конкурент"):
    number, page, called = NETWORKS[network]
    numbered = (
        LIST.format("Даблби", number, heading).replace("28.02", "27.02") if network == "youtube" else POSTS.format("Даблби", number)
    )
    return numbered, LIST.format("Даблби", page, heading), NAMES.format("Даблби", called)


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_posts_by_a_wall_a_list_by_a_handle_and_months_by_a_name_are_one_account_s(taken, agency, order):  # noqa: F811
    files = files_of("vk")
    imports = [taken(files[n], role="competitor") for n in order]
    (handle,) = kept()
    assert kept() == {handle: (2, 2)}
    for import_, left in zip(imports, [[files[m] for m in order if m != n] for n in order], strict=True):
        actions.undo(import_, by=agency.strategist)
        assert len(kept()) == 1 and (Post.objects.count(), Observation.objects.count()) == (
            2 * any("Author" in one for one in left),
            sum("Author" not in one for one in left),
        )
        taken(files[order[imports.index(import_)]], role="competitor")
        assert [*kept().values()] == [(2, 2)]


@pytest.mark.parametrize("network", ["telegram", "youtube", "ok"])
@pytest.mark.parametrize("first", [0, 1])
def test_so_are_the_numbers_and_handles_of_other_networks(taken, network, first):  # noqa: F811
    files = files_of(network)[:2]
    for text in (files[first], files[1 - first]):
        taken(text, role="competitor")
    assert [*kept().values()] == [(0, 2) if network == "youtube" else (2, 1)]


@pytest.mark.parametrize("heading", ["Конкурент", "Аккаунт", "Название", "Сообщество"])
def test_under_whatever_heading_a_list_names_it(taken, heading):  # noqa: F811
    posts, listed, _names = files_of("vk", heading)
    taken(posts, role="competitor")
    shown = taken(listed, role="competitor")
    alike = "vk:dablby называется «Даблби», как и vk:club22"
    assert (kept(), alike in " ".join(queries.preview(shown)["warnings"])) == ({"club22": (2, 1)}, True)
    later = taken(listed.replace("28.02", "01.03"), role="competitor")
    assert (kept(), alike in " ".join(queries.preview(later)["warnings"])) == ({"club22": (2, 2)}, False)


@pytest.mark.parametrize("first", [0, 1])
def test_the_brand_s_own_page_is_one_too(taken, agency, first):  # noqa: F811
    files = [POSTS.format(agency.brand_a.name, "vk.com/wall-22_"), LIST.format(agency.brand_a.name, "vk.com/our_page", "Название")]
    for text in (files[first], files[1 - first]):
        taken(text, role="own")
    assert [*kept().values()] == [(2, 1)]


def test_the_channel_of_an_export_is_that_of_its_title(taken):  # noqa: F811
    for text, name in ((LIST.format("Кофе", "t.me/kofe", "Название"), "l.csv"), (chat(1234567, 1, 2), "result.json")):
        taken(text, name, role="competitor")
    assert kept() == {"kofe": (2, 1)}


def test_the_same_name_beside_two_numbers_is_of_two_pages(brought, taken, agency):  # noqa: F811
    listed = LIST.format("Даблби", "vk.com/club33", "Название")
    for text in (listed, POSTS.format("Даблби", "vk.com/wall-22_")):
        taken(text, role="competitor")
    assert kept() == {"club33": (0, 1), "club22": (2, 0)}
    asked = brought(LIST.format("Даблби", "vk.com/dablby", "Название"), role="competitor")
    assert asked.question["choices"] == ["vk:club22", "vk:club33", "vk:dablby"]
    actions.answer(asked, answers={"accounts_by_name": {asked.question["name"]: "club22"}}, by=agency.strategist)
    apply(worked(asked), agency)
    assert kept() == {"club33": (0, 1), "club22": (2, 1)}


def test_a_page_told_to_be_another_stays_so(taken):  # noqa: F811
    taken(POSTS.format("Даблби", "vk.com/wall-22_"), role="competitor")
    listed = LIST.format("Даблби", "vk.com/dablby", "Название")
    for text in (listed, listed.replace("28.02", "27.02")):
        told = {"vk:dablby": "dablby"} if text == listed else {}
        taken(text, role="competitor", accounts_by_name=told)
    assert kept() == {"club22": (2, 0), "dablby": (0, 2)}


def test_a_name_told_beside_an_address_counts_where_it_may_or_is_said(import_export, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST.format("Даблби", "vk.com/dablby", "Название"))
    counted = import_export(path, "--name", "Даблби=vk:club22", "--role", "competitor")["files"][0]
    assert (counted["accounts"], [line for line in counted["warnings"] if "--name" in line]) == (["vk:club22"], [])
    said = "What you said of the name «{}» (--name) counts for no row of {}: the file has no such name in that network, or"
    for name, account in (("даблби", "vk:another"), ("дабблби", "vk:club99"), ("даблби", "telegram:dablby")):
        warnings = import_export(path, "--name", f"{name}={account}", "--role", "competitor", "--dry-run")["files"][0]["warnings"]
        assert [line.startswith(said.format(name, account)) for line in warnings if "--name)" in line] == [True]


def test_of_several_files_a_name_that_none_has_is_said_once(import_export, tmp_path):
    for name, page in (("Даблби", "vk.com/dablby"), ("Хауз", "vk.com/hauz")):
        (tmp_path / f"{name}.csv").write_text(LIST.format(name, page, "Название"))
    told = ["--name", "Дабблби=vk:club99", "--name", "Даблби=vk:dablby"]
    done = import_export(tmp_path, *told, "--role", "competitor")
    assert [line for line in done["lines"] if "--name" in line] == [
        "No file has a row for which it counts what you said of names (--name): дабблби=vk:club99."
    ]
    assert done["status"] == 0


def test_an_account_told_of_a_name_is_known_by_its_page(taken):  # noqa: F811
    names = NAMES.format("Шоколадница", "ВК")
    taken(names, role="competitor", accounts_by_name={"vk:шоколадница": "shokoladnitsa"})
    taken(LIST.format("Шоколадница", "vk.com/shoko", "Название"), role="competitor")
    assert kept() == {"shokoladnitsa": (0, 1), "shoko": (0, 1)}


def test_undoing_every_import_that_is_named_and_bringing_it_again_makes_one_account(taken, agency):  # noqa: F811
    months = [NAMES.format("Даблби", "ТГ"), NAMES.format("Даблби", "ТГ").replace("июнь", "июль")]
    imports = [taken(text, role="competitor") for text in months]
    posts = "Ссылка;Дата;Текст;Лайки\nhttps://t.me/dablby/1;01.02.2026;Пост;1\n"
    taken(posts, role="competitor")
    both = taken(LIST.format("Даблби", "t.me/dablby", "Название"), role="competitor")
    said = f"отмените все импорты, которые принесли telegram:Даблби ({imports[0].pk}, {imports[1].pk})"
    assert (kept(), said in " ".join(queries.preview(both)["warnings"])) == ({"Даблби": (0, 2), "dablby": (1, 1)}, True)
    for import_ in imports:
        actions.undo(import_, by=agency.strategist)
    for text in months:
        taken(text, role="competitor")
    assert kept() == {"dablby": (1, 3)}


def test_the_address_of_another_brand_s_account_is_that_account_s(taken, agency):  # noqa: F811
    theirs = Brand.objects.create(client=agency.a, name="Лето", slug="summer")
    account = Account.objects.create(client=agency.a, network="telegram", handle="dablby")
    Tracking.objects.create(client=agency.a, brand=theirs, account=account, role="competitor")
    for text in (NAMES.format("Даблби", "ТГ"), LIST.format("Даблби", "t.me/dablby", "Название")):
        shown = taken(text, role="competitor")
    assert kept() == {"dablby": (0, 1), "Даблби": (0, 1)}
    assert "Название «Даблби» носят и telegram:dablby, и telegram:Даблби" in " ".join(queries.preview(shown)["warnings"])


def test_an_earlier_file_is_named_for_the_account_in_which_it_put_the_name_alone(taken):  # noqa: F811
    walls = "Ссылка;Дата;Текст;Лайки\nhttps://vk.com/wall-33_1;01.02.2026;Пост;1\n"
    authors = "Author,Url,Text,Date,Likes\n" + "".join(
        f"{name},https://vk.com/wall-{wall}_2,Пост,02.02.2026 11:00,1\n" for name, wall in (("Шоколадница", 33), ("Хауз", 44))
    )
    listed = LIST.format("Шоколадница", "vk.com/shoko", "Название")
    imports = [taken(text, role="competitor") for text in (walls, authors, listed)]
    said = f"Строки с названием «Шоколадница» отнесены к vk:club33, как в более раннем файле (импорт {imports[1].pk})"
    assert (kept(), said in " ".join(queries.preview(imports[2])["warnings"])) == ({"club33": (2, 1), "club44": (1, 0)}, True)


SPELT = [("Всё кофе", "Все кофе ☕️"), ("Кофе-Хауз", "Кофе – Хауз®"), ("McDonald's", "McDonald’s™")]


@pytest.mark.parametrize(("name", "other"), SPELT)
def test_one_name_in_two_spellings_is_one(taken, understood, name, other):  # noqa: F811
    texts = [NAMES.format(name, "ВК"), NAMES.format(other, "ВК").replace("июнь", "июль")]
    (found,) = understood(texts[0] + texts[1].splitlines()[1] + "\n")["subjects"]
    assert len(found["values"]) == 2
    for text in texts:
        taken(text, role="competitor")
    assert kept() == {name: (0, 2)}


def test_the_brand_spelt_otherwise_is_no_competitor(taken, agency):  # noqa: F811
    agency.brand_a.name = "Ёлка"
    agency.brand_a.save()
    rows = "июнь 2026;Елка;ВК;100\nиюнь 2026;Хауз;ВК;200\n"
    taken("Месяц;Конкурент;Соцсеть;Подписчики\n" + rows)
    roles = dict(Tracking.objects.values_list("account__handle", "role"))
    assert roles == {agency.brand_a.slug: "own", "Хауз": "competitor"}


def test_a_name_told_before_names_were_compared_so_is_still_meant(taken):  # noqa: F811
    taken(NAMES.format("Всё кофе", "ВК"), role="competitor", accounts_by_name={"vk:всё кофе": "vsekofe"})
    assert kept() == {"vsekofe": (0, 1)}


def test_a_number_and_a_handle_on_two_sheets_are_one_page_s_and_two_rows_of_a_list_are_not(understood):
    posts = [line.split(",") for line in POSTS.format("Даблби", "vk.com/wall-22_").splitlines()]
    listed = [line.split(";") for line in LIST.format("Даблби", "vk.com/dablby", "Название").splitlines()]
    found = understood(workbook(posts, listed), "book.xlsx")
    assert [(one["handle"], len(one["posts"]), len(one["values"])) for one in found["subjects"]] == [("dablby", 2, 1)]
    two = understood(LIST.format("Даблби", "vk.com/dablby", "Конкурент") + "Даблби;https://vk.com/club22;28.02.2026;90\n")
    assert numbers_of(two) == {"vk:dablby": ["110"], "vk:club22": ["90"]}


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        (("12345", "12345"), {"vk:dablby": ["12345"]}),
        (("12345", "12,3 тыс."), {"vk:dablby": ["12345"]}),
        (("12,3 тыс.", "12345"), {"vk:dablby": ["12345"]}),
        (("12345", "12,9 тыс."), {"vk:dablby": ["12345"], "vk:club22": ["12900"]}),
        (("12345", "12300"), {"vk:dablby": ["12345"], "vk:club22": ["12300"]}),
    ],
)
def test_a_number_and_a_handle_on_two_sheets_are_two_pages_where_their_figures_cannot_be_one_rounded(understood, figures, kept):
    sheets = [
        [line.split(";") for line in LIST.format("Даблби", page, "Название").replace(";110", f";{followers}").splitlines()]
        for page, followers in zip(("vk.com/dablby", "vk.com/club22"), figures, strict=True)
    ]
    assert numbers_of(understood(workbook(*sheets), "book.xlsx")) == kept


def test_a_number_and_a_handle_that_one_list_names_are_two_pages_whichever_is_the_one_known(brought, taken):  # noqa: F811
    taken(NAMES.format("Даблби", "ВК"), role="competitor")
    both = LIST.format("Даблби", "vk.com/dablby", "Конкурент") + "Даблби;https://vk.com/club22;28.02.2026;90\n"
    asked = brought(both, role="competitor")
    assert asked.question["choices"] == ["vk:Даблби", "vk:dablby"]


def test_a_page_known_of_an_account_is_not_asked_about_beside_another(taken):  # noqa: F811
    for text in files_of("vk"):
        taken(text, role="competitor")
    both = LIST.format("Даблби", "vk.com/dablby_coffee", "Конкурент") + "Даблби;https://vk.com/dablby;01.03.2026;90\n"
    taken(both.replace("28.02", "01.03"), role="competitor")
    assert kept() == {"club22": (2, 3), "dablby_coffee": (0, 1)}
