"""What accounts are to the brand, however it is told, never changes whose a row is, and is of the accounts asked about alone."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Brand, Client, Tracking
from smmstrategy.metrics.models import Observation, Post

KX2 = ("--account", "vk:kofehouse", "--account", "telegram:kofehouse")
COMPETITOR = ("--role", "competitor")
EXPLAINED = ("--columns", "Аккаунт=account")
OF_EACH = {
    "vk:kofehouse": {"Кофе Хауз"},
    "vk:Даблби": {"Даблби"},
    "telegram:kofehouse": {"Кофе Хауз"},
    "telegram:Даблби": {"Даблби"},
}
ROLES = {"vk:kofehouse": "own", "vk:Даблби": "competitor", "telegram:kofehouse": "own", "telegram:Даблби": "competitor"}
SAID = "The rows call vk:kofehouse, telegram:kofehouse by the brand's name: they are the brand's own."


@pytest.fixture
def brought_in(import_export, tmp_path, db):
    """brought_in(text, *options) is what the command says of one file of the brand «Кофе Хауз»."""
    with scope("system"):
        client = Client.objects.create(name="Кофе Хауз", slug="kofehouse")
        Brand.objects.create(client=client, name="Кофе Хауз", slug="kofehouse")

    def bring(text, *options, name="posts.csv"):
        (tmp_path / name).write_text(text)
        return import_export(tmp_path / name, *options, brand="kofehouse")

    return bring


def posts(*names, column="Аккаунт"):
    rows = [
        f"{day:02}.03.2026 10:00;{network};{name};{name};{day}\n"
        for network in ("ВК", "Телеграм")
        for day in (1, 2)
        for name in names
    ]
    return f"Дата;Соцсеть;{column};Текст;Лайки\n" + "".join(rows)


def months(*networks):
    rows = [
        f"{name};{network};март 2026;{count}\n" for network in networks for name, count in (("Кофе Хауз", 1000), ("Даблби", 2000))
    ]
    return "Аккаунт;Соцсеть;Месяц;Подписчики\n" + "".join(rows)


def whose():
    """By account the words of its posts, which are the name that stands in the rows, and its followers."""
    found = {}
    with scope("system"):
        words = [*Post.objects.values_list("account", "text"), *Observation.objects.values_list("account", "value")]
        for account, word in words:
            at = Account.objects.get(pk=account)
            found.setdefault(f"{at.network}:{at.handle}", set()).add(word if isinstance(word, str) else int(word))
    return found


@pytest.mark.parametrize(
    ("column", "told"),
    [("Аккаунт", ()), ("Аккаунт", KX2), ("Сообщество", ()), ("Страница", KX2), ("Бренд", KX2), ("Конкурент", KX2)],
)
def test_rows_under_the_brand_s_name_stay_its_own_whatever_the_others_are_told_to_be(brought_in, column, told):
    done = brought_in(posts("Кофе Хауз", "Даблби", column=column), *told, *COMPETITOR)
    assert (done["status"], whose(), done["files"][0]["roles"]) == (0, OF_EACH, ROLES)
    assert SAID in done["files"][0]["warnings"]


def test_of_three_accounts_each_row_goes_to_the_one_it_names(brought_in):
    for told in ((), KX2):
        done = brought_in(posts("Кофе Хауз", "Даблби", "Хауз"), *told, *COMPETITOR)
        others = {"vk:Хауз": "competitor", "telegram:Хауз": "competitor"}
        assert (done["status"], done["files"][0]["roles"]) == (0, ROLES | others)
    assert whose() == OF_EACH | {"vk:Хауз": {"Хауз"}, "telegram:Хауз": {"Хауз"}}


def test_values_under_the_brand_s_name_stay_its_own_too(brought_in):
    done = brought_in(months("ВК", "ТГ"), *EXPLAINED, *COMPETITOR)
    assert (done["rejected"], done["files"][0]["roles"]) == (0, ROLES)
    brought_in(months("ВК"), *EXPLAINED, *COMPETITOR, "--account", "vk:kofehouse")
    assert whose() == {"vk:kofehouse": {1000}, "vk:Даблби": {2000}, "telegram:kofehouse": {1000}, "telegram:Даблби": {2000}}


def test_a_person_says_which_account_the_brand_s_name_means(brought_in):
    done = brought_in(posts("Кофе Хауз", "Даблби"), "--name", "Кофе Хауз=vk:kh", *COMPETITOR)
    assert whose() == {"vk:kh": {"Кофе Хауз"}, **{name: words for name, words in OF_EACH.items() if name != "vk:kofehouse"}}
    assert done["files"][0]["roles"]["vk:kh"] == "own"


def test_the_brand_s_name_alone_told_to_be_a_competitor_s_is_asked_about(brought_in):
    refused = brought_in(posts("Кофе Хауз"), *COMPETITOR)
    assert (refused["status"], refused["files"][0]["error"]) == (
        1,
        f"{SAID} You said otherwise: say no role (--role), or import the rows of the others apart.",
    )


def test_which_of_several_own_accounts_the_brand_s_name_means_is_asked(brought_in):
    with scope("system"):
        client = Client.objects.get(slug="kofehouse")
        for handle in ("kofehouse_msk", "kofehouse_spb"):
            account = Account.objects.create(client=client, network="vk", handle=handle)
            Tracking.objects.create(client=client, brand=client.brands.get(), account=account, role="own")
    for told in ((), COMPETITOR):
        error = brought_in(months("ВК"), *EXPLAINED, *told)["files"][0]["error"]
        assert error.startswith("Rows name «Кофе Хауз» without an address, and several accounts are called so: vk:kofehouse_msk,")
    brought_in(months("ВК"), *EXPLAINED, *COMPETITOR, "--name", "Кофе Хауз=vk:kofehouse_spb")
    assert whose() == {"vk:kofehouse_spb": {1000}, "vk:Даблби": {2000}}


LINKED = "Дата;Ссылка;Лайки\n01.03.2026;https://vk.com/wall-55_1;5\n"
BESIDE = LINKED + "02.03.2026;https://t.me/kofehouse/1;6\n03.03.2026;https://vk.com/wall-22_1;7\n"
ASKED = (
    "The file is about several accounts of one network and does not say what the new ones are to the brand: {}. Say whether they "
    "are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, say which (--own "
    "NETWORK:HANDLE)."
)


def test_what_is_asked_of_new_accounts_is_asked_of_all_to_which_the_answer_applies(brought_in):
    brought_in(LINKED)
    refused = brought_in(BESIDE)
    assert refused["files"][0]["error"] == ASKED.format("telegram:kofehouse, vk:club22")
    done = brought_in(BESIDE, *COMPETITOR, "--own", "telegram:kofehouse")
    assert done["files"][0]["roles"] == {"vk:club55": "own", "telegram:kofehouse": "own", "vk:club22": "competitor"}


def test_an_account_called_like_the_brand_that_was_not_said_to_be_own_is_named(brought_in):
    done = brought_in(BESIDE, *COMPETITOR, "--own", "vk:club55")
    assert done["files"][0]["roles"] == {"vk:club55": "own", "telegram:kofehouse": "competitor", "vk:club22": "competitor"}
    assert done["files"][0]["warnings"] == [
        "telegram:kofehouse is called like the brand and was taken for what you said of all (--role). If it is the brand's own, "
        "say so (--own NETWORK:HANDLE); undo the import first if it was written."
    ]
    new = ["  New accounts of the brand's own: vk:club55.", "  New accounts of competitors: telegram:kofehouse, vk:club22."]
    assert done["lines"][1:3] == new
    assert "New accounts" not in "".join(brought_in(BESIDE, *COMPETITOR, "--own", "vk:club55")["lines"])


def of_two_pages(column, *names):
    rows = [f"{day:02}.02.2026;{name};{name};{day}\n" for day in (1, 2) for name in names]
    return f"Дата;{column};Текст;Лайки\n" + "".join(rows)


@pytest.mark.parametrize("column", ["Канал", "Автор", "Аккаунт"])
def test_what_is_advised_of_a_column_that_may_be_of_accounts_leads_to_each_page_its_own_rows(brought_in, column):
    text, of_column = of_two_pages(column, "Кофейня у дома", "Даблби"), ("--columns", f"{column}=account")
    asked = brought_in(text, name="ВК фев.csv")["files"][0]["error"]
    assert f'If each is an account, say so (--columns "{column}=account", and --name NAME=NETWORK:HANDLE' in asked
    name = ("--name", "Кофейня у дома=vk:kofehouse")
    assert "vk:kofehouse, vk:Даблби" in brought_in(text, *of_column, *name, name="ВК фев.csv")["files"][0]["error"]
    done = brought_in(text, *of_column, *name, *COMPETITOR, "--own", "vk:kofehouse", name="ВК фев.csv")
    assert (done["files"][0]["roles"], whose()) == (
        {"vk:kofehouse": "own", "vk:Даблби": "competitor"},
        {"vk:kofehouse": {"Кофейня у дома"}, "vk:Даблби": {"Даблби"}},
    )


@pytest.mark.parametrize(("column", "of_column"), [("Канал", ()), ("Автор", ("--columns", "Автор=account")), ("Аккаунт", ())])
def test_what_rows_call_the_account_a_person_has_named_is_found_later(brought_in, column, of_column):
    january = of_two_pages(column, "Кофейня у дома").replace(".02.", ".01.")
    assert brought_in(january, *of_column, "--account", "vk:kofehouse", name="ВК янв.csv")["status"] == 0
    told = ("--columns", f"{column}=account", *COMPETITOR)
    done = brought_in(of_two_pages(column, "Кофейня у дома", "Даблби"), *told, name="ВК фев.csv")
    assert (done["status"], done["files"][0]["roles"]) == (0, {"vk:kofehouse": "own", "vk:Даблби": "competitor"})


@pytest.mark.parametrize("column", ["Канал", "Автор"])
def test_rows_taken_for_the_account_named_say_which_names_they_bear(brought_in, column):
    done = brought_in(of_two_pages(column, "Кофейня у дома", "Даблби"), "--account", "vk:kofehouse")
    assert (done["status"], done["files"][0]["warnings"]) == (
        0,
        [
            f"The column «{column}» was not taken for one of accounts («Даблби», «Кофейня у дома»): its rows are those of one. If "
            f'each is an account, say so (--columns "{column}=account").'
        ],
    )


@pytest.mark.parametrize("table", [posts("Кофе Хауз", "Даблби", column="Проект"), months("ВК", "ТГ").replace("Аккаунт", "Проект")])
def test_a_column_under_another_heading_that_names_the_brand_and_others_is_asked_about(brought_in, table):
    refused = brought_in(table)["files"][0]["error"]
    assert refused.startswith("The column «Проект» names accounts («Кофе Хауз», «Даблби»).")
    done = brought_in(table, "--columns", "Проект=account", *COMPETITOR)
    assert (done["status"], done["files"][0]["roles"]) == (0, ROLES)
