"""An account that a row names is never silently another: known names win, and what nobody can know is asked."""

import pytest

from smmstrategy.clients.models import Account, Brand, Client, Tracking
from smmstrategy.metrics.models import Observation, Post
from tests.imports.forms_of_files import workbook
from tests.imports.test_columns_of_competitors import roles

POSTS = "Дата публикации;{};Текст;Лайки\n"
NETWORK = "The file does not say which network its accounts are in. Name it (--account NETWORK:ANY)."


@pytest.fixture
def iva(db):
    """The brand «Ива» with its page vk:iva, beside its competitor «Лютик», vk:lutik."""
    client = Client.objects.create(name="Ива", slug="iva-client")
    brand = Brand.objects.create(client=client, name="Ива", slug="brand")
    for handle, name, role in (("iva", "Ива", Tracking.Role.OWN), ("lutik", "Лютик", Tracking.Role.COMPETITOR)):
        account = Account.objects.create(client=client, network="vk", handle=handle, name=name)
        Tracking.objects.create(client=client, brand=brand, account=account, role=role)
    return brand


@pytest.fixture
def imported(iva, import_export, tmp_path):
    """imported(text, options…) brings a file for the brand «Ива»."""

    def run(text, *options, name="posts.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        done = import_export(path, *options)
        return done["files"][0] | {"status": done["status"]}

    return run


def posts_of(column, *words):
    rows = (f"{day:02}.10.2026 10:00;{word};пост {day};{day}\n" for day, word in enumerate(words, 1))
    return POSTS.format(column) + "".join(rows)


def whose():
    """By account the numbers of its posts."""
    told = Post.objects.order_by("text").values_list("account__network", "account__handle", "text")
    found = {}
    for network, handle, text in told:
        found.setdefault(f"{network}:{handle}", []).append(int(text.split()[-1]))
    return found


def test_names_of_known_accounts_beside_an_address_are_theirs(imported):
    assert imported(posts_of("Сообщество", "Ива", "https://vk.com/lutik", "Ива"))["error"] == ""
    assert whose() == {"vk:iva": [1, 3], "vk:lutik": [2]}


def test_a_handle_beside_a_new_address_is_that_of_the_account_known_by_it(imported):
    done = imported(posts_of("Страница", "@lutik", "https://vk.com/persik", "@lutik"), "--role", "competitor")
    assert (done["error"], whose()) == ("", {"vk:lutik": [1, 3], "vk:persik": [2]})


def test_own_posts_beside_a_new_page_are_not_that_page_s(imported):
    text = posts_of("Профиль", "iva", "https://vk.com/persik", "iva")
    imported(text, "--columns", "Профиль=account", "--role", "competitor")
    assert (whose(), roles()["vk:persik"]) == ({"vk:iva": [1, 3], "vk:persik": [2]}, "competitor")


def test_a_name_nobody_knows_beside_an_address_is_asked_about(imported):
    refused = imported(posts_of("Сообщество", "Ива", "https://vk.com/lutik", "Персик"))
    assert (refused["error"], whose()) == (NETWORK, {})
    told = ["--account", "vk:any", "--columns", "Сообщество=account", "--role", "competitor"]
    done = imported(posts_of("Сообщество", "Ива", "https://vk.com/lutik", "Персик"), *told)
    assert (done["error"], whose()) == ("", {"vk:iva": [1], "vk:lutik": [2], "vk:Персик": [3]})


NAMES_ACCOUNTS = (
    "The column «{0}» names accounts ({1}). If each row is of the one it names, say so (--columns "
    '"{0}=account"); if not, leave the column out (--columns "{0}=-").'
)


@pytest.mark.parametrize("told", [[], ["--account", "vk:iva"]])
@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("Паблик", ["https://vk.com/persik", "лютик", ""]),
        ("Группа", ["https://vk.com/persik", "iva"]),
        ("Кто", ["Лютик", "Ива", "Лютик"]),
        ("Автор поста", ["Ива", "Лютик"]),
        ("Площадка", ["Ива", "Лютик", "Персик", "Лютик"]),
    ],
)
def test_known_names_and_addresses_under_any_heading_are_asked_about(imported, told, column, words):
    there = ", ".join(f"«{word}»" for word in dict.fromkeys(words) if word)
    assert (imported(posts_of(column, *words), *told)["error"], whose()) == (NAMES_ACCOUNTS.format(column, there), {})


KEPT = "vk:lutik is kept as a competitor: its rows are counted as a competitor's. That is changed on the account's page."
RECALLED = "What the columns mean was taken from an earlier answer for files with this header. It can be changed."
OF_OTHERS = 'What the columns mean was said of others and not of vk:Персик. Say it of these, too (--columns "HEADER=FIELD;…").'


def test_and_the_answer_says_whose_the_rows_are(imported):
    text = posts_of("Кто", "Лютик", "Ива", "Лютик")
    assert imported(text, "--account", "vk:iva", "--columns", "Кто=account")["error"] == ""
    assert whose() == {"vk:iva": [2], "vk:lutik": [1, 3]}


def test_the_answer_given_where_the_network_alone_was_named_names_nobody_and_is_kept(imported):
    text = posts_of("Кто", "Лютик", "Ива")
    done = imported(text, "--account", "vk:any", "--columns", "Кто=account")
    assert (done["error"], done["warnings"]) == ("", [KEPT])
    again = imported(text.replace("10.2026", "11.2026"), "--account", "vk:any")
    assert (again["error"], again["warnings"]) == ("", [RECALLED, KEPT])
    asked = imported(posts_of("Кто", "Персик", "Ива"), "--account", "vk:any")
    assert (asked["status"], asked["error"]) == (1, OF_OTHERS)


def test_or_that_they_are_what_posts_are_about(imported):
    assert imported(posts_of("Кто", "Лютик", "Ива"), "--account", "vk:iva", "--columns", "Кто=-")["error"] == ""
    assert whose() == {"vk:iva": [1, 2]}


def test_one_word_of_the_account_named_is_no_doubt_and_of_another_is(imported):
    assert imported(posts_of("Паблик", "лютик", "лютик"), "--account", "vk:iva")["error"].startswith("The column «Паблик»")
    assert imported(posts_of("Паблик", "https://vk.com/iva", "https://vk.com/iva"), "--account", "vk:iva")["error"] == ""
    assert whose() == {"vk:iva": [1, 2]}


def days_of(first, other):
    """A workbook of two sheets with other figures of the same days."""
    head = ["Дата", "Подписчики"]
    tables = [[head, ["01.10.2026", n], ["02.10.2026", n + 1]] for n in (1000, 9000)]
    return workbook(*tables, names=[first, other])


def figures():
    """By account its numbers."""
    found = {}
    for handle, value in Observation.objects.order_by("value").values_list("account__handle", "value"):
        found.setdefault(handle, []).append(int(value))
    return found


@pytest.mark.parametrize("names", [("ВК", "Лютик ВК"), ("ВК Ива", "Лютик (ВК)"), ("Ива", "Лютик")])
def test_a_sheet_called_as_a_known_account_is_that_account_s(imported, names):
    done = imported(days_of(*names), "--account", "vk:iva", name="days.xlsx")
    assert (done["error"], figures()) == ("", {"iva": [1000, 1001], "lutik": [9000, 9001]})
    assert f"The table «{names[1]}» was taken for vk:lutik, which is called so." in " ".join(done["warnings"])


def test_without_an_account_named_it_is_too_and_whose_the_others_are_is_asked(imported):
    asked = imported(days_of("ВК", "Лютик ВК"), name="days.xlsx")
    whose = "The file does not say whose account it is about. It may be: vk:iva. Name it (--account NETWORK:HANDLE)."
    assert (asked["error"], asked["accounts"], figures()) == (whose, [], {})


def test_sheets_that_contradict_each_other_are_asked_about(imported):
    refused = imported(days_of("ВК", "Конкурент"), "--account", "vk:iva", name="days.xlsx")
    assert (refused["status"], figures()) == (1, {})
    assert refused["error"].startswith("Tables under different names have other figures of the same days of one account, vk:iva:")
    told = ["--account", "vk:iva", "--leave-out", "Конкурент"]
    assert (imported(days_of("ВК", "Конкурент"), *told, name="days.xlsx")["error"], figures()) == ("", {"iva": [1000, 1001]})


LINKS = "Дата;Текст;Ссылка;Лайки\n"
BESIDE = (
    "The brand has vk:iva in this network already, and {} is new. If both are one page, name the one it has (--account "
    "NETWORK:HANDLE); if not, say what the new one is to the brand (--role own, competitor or influencer)."
)
ANOTHER = (
    "The brand has vk:iva in this network already, and {} is new and another page. Say what it is to the brand (--role own, "
    "competitor or influencer)."
)


def links(address):
    return LINKS + "".join(f"0{n}.10.2026 10:00;пост {n};{address}{n};{n}\n" for n in range(1, 5))


@pytest.mark.parametrize("handle", ["lutik", "iva"])
def test_the_name_in_a_link_says_whose_the_post_is(imported, handle):
    done = imported(links(f"https://vk.com/{handle}?w=wall-22_"))
    assert (done["error"], whose()) == ("", {f"vk:{handle}": [1, 2, 3, 4]})
    assert imported(links("https://vk.com/wall-22_"))["error"] == ""
    assert whose() == {f"vk:{handle}": [1, 2, 3, 4]}


def test_a_wall_that_one_link_calls_by_the_page_of_the_account_is_its_own(imported):
    text = LINKS + "01.10.2026;пост 1;https://vk.com/wall-22_11;1\n02.10.2026;пост 2;https://vk.com/iva?w=wall-22_4;2\n"
    done = imported(text, "--account", "vk:iva")
    assert (done["error"], done["warnings"], whose()) == ("", [], {"vk:iva": [1, 2]})
    assert sorted(Account.objects.values_list("network", "handle")) == [("vk", "iva"), ("vk", "lutik")]


def test_a_wall_opened_from_pages_of_others_is_nobody_s_of_these(imported):
    text = LINKS + "01.10.2026;пост 1;https://vk.com/iva?w=wall-22_1;1\n02.10.2026;пост 2;https://vk.com/lutik?w=wall-22_2;1\n"
    assert (imported(text)["error"], whose()) == (BESIDE.format("vk:club22"), {})


def test_a_new_account_beside_the_brand_s_own_is_asked_about(imported):
    refused = imported(links("https://vk.com/wall-7_"))
    assert (refused["error"], whose()) == (BESIDE.format("vk:club7"), {})
    assert imported(links("https://vk.com/wall-7_"), "--account", "vk:iva")["error"] == ""
    assert imported(links("https://vk.com/wall-8_"), "--role", "own")["error"] == ""
    assert {name: sorted(posts) for name, posts in whose().items()} == {"vk:iva": [1, 2, 3, 4], "vk:club8": [1, 2, 3, 4]}


def test_a_page_known_by_another_number_or_handle_is_not_offered_for_the_new_one(imported):
    assert imported(links("https://vk.com/wall-7_"), "--account", "vk:iva")["error"] == ""
    for address, code in (("https://vk.com/wall-8_", "vk:club8"), ("https://vk.com/persik?w=wall-9_", "vk:persik")):
        asked = imported(links(address))
        assert (asked["error"], whose()) == (ANOTHER.format(code), {"vk:iva": [1, 2, 3, 4]})
        assert imported(links(address), "--account", "vk:iva")["error"] == asked["error"]


@pytest.mark.parametrize("told", [("--account", "vk:club7"), ("--own", "vk:club7"), ("--role", "own")])
def test_one_that_a_person_has_named_or_called_own_is_neither_asked_nor_warned_about(imported, told):
    done = imported(links("https://vk.com/wall-7_"), *told)
    assert (done["error"], [line for line in done["warnings"] if "vk:" in line]) == ("", [])
    assert roles()["vk:club7"] == "own"


LIKE_ANOTHER = (
    "telegram:Лютик is called as one that is kept as another's than the brand: vk:lutik. Say what it is to the brand (--role own, "
    "competitor or influencer)."
)


@pytest.mark.parametrize(("column", "told"), [("Сообщество", []), ("Аккаунт", []), ("Page", ["--columns", "Page=account"])])
def test_a_competitor_s_name_in_another_network_is_asked_about(imported, column, told):
    text = f"Дата публикации;Соцсеть;{column};Текст;Лайки\n01.10.2026 10:00;Telegram;Лютик;пост 1;5\n"
    assert imported(text)["error"] == (NAMES_ACCOUNTS.format("Page", "«Лютик»") if told else LIKE_ANOTHER)
    assert imported(text, *told)["error"] == LIKE_ANOTHER
    assert imported(text, *told, "--role", "competitor")["error"] == ""
    assert roles() == {"vk:iva": "own", "vk:lutik": "competitor", "telegram:Лютик": "competitor"}


def test_values_of_others_under_a_heading_nobody_knows_are_asked_about(imported):
    rows = [f"0{n}.10.2026;ВК;{who};{n}\n" for n in (1, 2) for who in ("https://vk.com/persik", "Лютик")]
    refused = imported("Дата;Соцсеть;Author;Подписчики\n" + "".join(rows), "--role", "competitor")
    assert refused["error"] == NAMES_ACCOUNTS.format("Author", "«https://vk.com/persik», «Лютик»")


def test_known_names_among_writers_are_accounts(imported):
    imported(posts_of("Автор", "Ива", "Лютик", "Анна", "Персик"), "--account", "vk:iva")
    assert whose() == {"vk:iva": [1, 3, 4], "vk:lutik": [2]}


def test_a_handle_in_the_file_is_not_the_address_of_its_brand(import_export, tmp_path):
    client = Client.objects.create(name="Acme", slug="acme")
    Brand.objects.create(client=client, name="Acme", slug="acme-audit")
    path = tmp_path / "days.csv"
    path.write_text("Network;Account;Date;Followers\nVK;acme;2026-10-31;100\nVK;other;2026-10-31;77\n")
    import_export(path, "--role", "competitor", brand="acme-audit")
    assert roles() == {"vk:acme": "own", "vk:other": "competitor"}


def test_rows_under_a_name_that_stands_once_are_refused(imported):
    text = "Аккаунт;Соцсеть;Дата;Текст;Лайки\n"
    text += "".join(f"{who};ВК;0{n}.10.2026 10:00;пост {n};5\n" for n, who in enumerate(["Ива", "", "", "Лютик", ""], 1))
    for told in ([], ["--account", "vk:iva"]):
        done = imported(text, *told)
        assert (done["error"], done["rejected"], whose()) == ("", 3, {"vk:iva": [1], "vk:lutik": [4]})


def test_a_name_of_another_brand_s_account_of_the_client_is_that_account(imported, iva):
    sister = Brand.objects.create(client=iva.client, name="Бета", slug="beta")
    account = Account.objects.create(client=iva.client, network="vk", handle="beta", name="Бета")
    Tracking.objects.create(client=iva.client, brand=sister, account=account, role=Tracking.Role.OWN)
    text = "Конкурент;Соцсеть;Дата;Текст;Лайки\nБета;ВК;03.11.2026 11:00;пост 3;6\n"
    assert (imported(text)["error"], whose()) == ("", {"vk:beta": [3]})
