"""A name in words beside a link is that page's name under whatever heading it stands: an account known by either is one."""

import pytest

from smmstrategy.clients.models import Account, Brand, Tracking
from tests.imports.forms_of_files import said
from tests.imports.test_actions import apply, brought, taken  # noqa: F401

BY_NAME = "Бренд;Соцсеть;Месяц;Подписчики\nРомашка;ВКонтакте;01.2026;100\nЛютик;ВКонтакте;01.2026;200\nМак;ВКонтакте;01.2026;300\n"
PAGES = [("Ромашка", "romashka_cafe"), ("Лютик", "club66"), ("Мак", "mak")]
WALLS = [("Ромашка", 55), ("Лютик", 66), ("Мак", 77)]
HEADINGS = ["Бренд", "Конкурент", "Аккаунт", "Название", "Сообщество", "Страница", "Группа", "Паблик", "Имя", "Проект", "Канал"]
DATED = "{};Ссылка;Подписчики;Дата\n" + "".join(f"{name};https://vk.com/{page};210;28.02.2026\n" for name, page in PAGES)
LIST = "{};Ссылка;Подписчики\n" + "".join(f"{name};https://vk.com/{page};210\n" for name, page in PAGES)
POSTS = "Дата;Текст;Ссылка;{};Лайки;Просмотры\n" + "".join(
    f"01.02.2026 11:0{n};Пост {n};https://vk.com/wall-{wall}_{n};{name};1;10\n" for n, (name, wall) in enumerate(WALLS, 1)
)
POPSTERS = "Url,Text,Author,Date,Likes,Shares,Comments,Views,ERday\n" + "".join(
    f"https://vk.com/wall-{wall}_{n},T{n},{name},01.02.2026 11:0{n},1,1,1,10,0.1\n" for n, (name, wall) in enumerate(WALLS, 1)
)


@pytest.fixture
def brand(agency):
    """A brand that is called otherwise than in its address."""
    agency.brand_a.name = "Ромашка"
    agency.brand_a.save()
    return agency.brand_a


def roles(brand):
    tracked = Tracking.objects.filter(brand=brand).select_related("account").order_by("account__pk")
    return {one.account.handle: one.role for one in tracked}


def file_of(text, heading):
    """The file under that heading, with the brand's own row where the heading may name it."""
    return text.format(heading) if heading != "Конкурент" else "".join(
        line for line in text.format(heading).splitlines(keepends=True) if "Ромашка" not in line
    )  # fmt: skip


HEADINGS_OF = {
    DATED: HEADINGS,
    LIST: ["Название", "Имя", "Сообщество", "Группа", "Название страницы"],
    POSTS: ["Бренд", "Аккаунт", "Автор", "Проект"],
    POPSTERS: [""],
}
FILES = [(text, heading) for text, headings in HEADINGS_OF.items() for heading in headings]


@pytest.mark.parametrize("text", HEADINGS_OF)
def test_an_account_known_by_its_name_is_that_of_the_page_beside_it(brought, taken, agency, brand, text):  # noqa: F811
    taken(BY_NAME)
    named = {brand.slug: "own", "Лютик": "competitor", "Мак": "competitor"}
    assert roles(brand) == named
    shown = {heading: brought(file_of(text, heading)) for heading in HEADINGS_OF[text]}
    there = {heading: {one["handle"] for one in import_.summary["accounts"]} for heading, import_ in shown.items()}
    assert there == {heading: named.keys() - ({brand.slug} if heading == "Конкурент" else set()) for heading in shown}
    apply(shown[HEADINGS_OF[text][0]], agency)
    assert (roles(brand), Account.objects.count()) == (named, 3)


@pytest.mark.parametrize(("text", "heading"), FILES)
def test_the_page_that_stands_beside_a_name_is_the_account_of_the_name_alone(taken, brand, text, heading):  # noqa: F811
    own = [f"vk:{'club55' if text in (POSTS, POPSTERS) else 'romashka_cafe'}"] if heading != "Конкурент" else []
    taken(file_of(text, heading), role="competitor", own=own)
    known = roles(brand)
    taken(BY_NAME)
    assert roles(brand) == known | ({brand.slug: "own"} if not own else {})
    assert Account.objects.count() == 3


OWN = "Бренд;Соцсеть;Месяц;Подписчики\nРомашка;ВКонтакте;01.2026;100\n"
LATER = [
    "Url,Text,Author,Date,Likes,Shares,Comments,Views,ERday\nhttps://vk.com/wall-55_1,T,{},01.02.2026 11:00,1,1,1,10,0.1\n",
    "Бренд;Ссылка;Дата;Подписчики\n{};https://vk.com/romashka_cafe;28.02.2026;110\n",
]


@pytest.mark.parametrize("later", LATER)
def test_the_brand_s_own_account_is_one_once_its_address_comes(import_export, brand, tmp_path, later):
    path = tmp_path / "vk.csv"
    for text in (OWN, later.format(brand.name), later.format(brand.name)):
        path.write_text(text)
        assert import_export(path, brand=brand.slug)["status"] == 0
        assert roles(brand) == {brand.slug: "own"}


@pytest.mark.parametrize("in_turn", [("brand-a", "summer", "summer"), ("brand-a", "summer", "brand-a")])
def test_an_account_that_two_brands_of_a_client_know_by_its_name_is_one(import_export, agency, brand, tmp_path, in_turn):
    Brand.objects.create(client=agency.a, name="Лето", slug="summer")
    name = "Конкурент;Соцсеть;Дата;Подписчики\nЛютик;ВКонтакте;{}.01.2026;200\n"
    linked, path = "Конкурент;Ссылка;Дата;Подписчики\nЛютик;https://vk.com/lutik;28.02.2026;210\n", tmp_path / "l.csv"
    for of_brand, text in zip(in_turn, (name.format(30), name.format(31), linked), strict=True):
        path.write_text(text)
        assert import_export(path, brand=of_brand)["status"] == 0
    assert [*Account.objects.values_list("handle", flat=True)] == ["Лютик"]


SHARED = "The column «{}» was not used: a name stands beside several pages (Ромашка), and says of none which it is."
TWICE = [("Ромашка", 55), ("Ромашка", 66), ("Мак", 77), ("Ромашка", 55)]


def test_a_project_of_a_list_that_stands_beside_several_pages_names_none_and_it_is_said(understood):
    rows = "".join(f"{name};https://vk.com/club{page};{page}\n" for name, page in TWICE[:3])
    found = understood("Проект;Ссылка;Подписчики\n" + rows)
    assert (SHARED.format("Проект") in said(found), [one["name"] for one in found["subjects"]]) == (True, ["", "", ""])


@pytest.mark.parametrize("heading", ["Аккаунт", "Проект", "Название"])
def test_a_name_beside_several_pages_names_none_and_it_is_said(understood, heading):
    days = "".join(f"{name};https://vk.com/club{page};2{n}0;{n}.02.2026\n" for n, (name, page) in enumerate(TWICE, 1))
    found = understood(f"{heading};Ссылка;Подписчики;Дата\n" + days)
    assert (said(found), [one["name"] for one in found["subjects"]]) == (SHARED.format(heading), ["", "", ""])


def test_a_project_of_the_posts_of_several_pages_names_none_and_it_is_said(understood):
    rows = "".join(f"{n}.02.2026;https://vk.com/wall-{page}_{n};{name};{n}\n" for n, (name, page) in enumerate(TWICE, 1))
    found = understood("Дата;Ссылка;Проект;Лайки\n" + rows)
    assert (said(found), [one["name"] for one in found["subjects"]]) == (SHARED.format("Проект"), ["", "", ""])


@pytest.mark.parametrize("heading", ["Бренд", "Проект"])
def test_one_word_beside_the_posts_of_a_page_is_what_they_are_about_unless_an_account_is_known_by_it(understood, heading):
    rows = "".join(f"{n}.02.2026;https://vk.com/wall-5_{n};Lavazza;{n}\n" for n in (1, 2))
    named = [
        (one["handle"], one["name"], one["other_names"]) for one in understood(f"Дата;Ссылка;{heading};Лайки\n{rows}")["subjects"]
    ]
    assert named == [("club5", "", [])]


def test_several_names_of_a_page_or_several_pages_of_a_name_are_none(understood):
    rows = [("Анна", "kofe"), ("Анна", "chai"), ("Анна", "kofe")], [("Анна", "kofe"), ("Иван", "kofe"), ("Пётр", "chai")]
    for pairs in rows:
        text = "".join(f"{name};https://vk.com/{page};2{n}0;{n}.02.2026\n" for n, (name, page) in enumerate(pairs, 1))
        found = understood("Имя;Ссылка;Подписчики;Дата\n" + text)["subjects"]
        assert [(one["handle"], one["name"], one["other_names"]) for one in found] == [("kofe", "", []), ("chai", "", [])]
