"""Several accounts of a network in one file: what is kept stays, what is new is asked about, and one command says it of each."""

import pytest

from tests.imports.test_columns_of_competitors import roles

ASKED = (
    "The file is about several accounts of one network and does not say what the new ones are to the brand: {}. Say whether they "
    "are its own, competitors or influencers (--role own, competitor or influencer). If only some are its own, say which (--own "
    "NETWORK:HANDLE)."
)
TGSTAT = "id,Канал,Ссылка,Дата,Текст,Просмотры,ERR\n"
CHANNELS = ["1,zerno,https://t.me/zerno/1,2026-05-01,t,1,1\n", "2,dablby,https://t.me/dablby/2,2026-05-02,t,2,1\n"]


@pytest.fixture
def imported(import_export, tmp_path):
    def run(text, *options, name="posts.csv"):
        path = tmp_path / name
        path.write_text(text)
        return import_export(path, *options)

    return run


def test_several_channels_of_one_export_are_asked_about(imported):
    refused = imported(TGSTAT + "".join(CHANNELS))
    assert (refused["files"][0]["error"], roles()) == (ASKED.format("telegram:zerno, telegram:dablby"), {})
    done = imported(TGSTAT + "".join(CHANNELS), "--role", "competitor", "--own", "telegram:zerno")
    assert (done["status"], roles()) == (0, {"telegram:zerno": "own", "telegram:dablby": "competitor"})


@pytest.mark.parametrize("column", ["Аккаунт", "Сообщество", "Автор", ""])
def test_whatever_column_or_link_names_them(imported, column):
    name, zerno, other = (f"{text};" if column else "" for text in (column, "Зерно", "Даблби"))
    text = f"Дата;{name}Ссылка;Текст;Лайки\n01.05.2026;{zerno}https://vk.com/wall-1_1;a;5\n02.05.2026;{other}https://vk.com/wall-2_1;b;6\n"
    assert imported(text)["files"][0]["error"] == ASKED.format("vk:club1, vk:club2")


def test_several_accounts_of_values_are_asked_about(imported):
    text = "Дата;Аккаунт;Подписчики\n01.05.2026;https://vk.com/zerno;5\n01.05.2026;https://vk.com/dablby;6\n"
    assert imported(text)["files"][0]["error"] == ASKED.format("vk:zerno, vk:dablby")


def test_beside_a_known_account_it_is_asked_of_the_new(imported):
    assert imported(TGSTAT + CHANNELS[0])["status"] == 0
    assert imported(TGSTAT + "".join(CHANNELS))["files"][0]["error"] == ASKED.format("telegram:dablby")
    done = imported(TGSTAT + "".join(CHANNELS), "--role", "competitor")
    assert (done["status"], roles()) == (0, {"telegram:zerno": "own", "telegram:dablby": "competitor"})


def test_one_account_in_each_network_is_the_brand_s(imported):
    text = "Дата;Ссылка;Лайки\n01.05.2026;https://vk.com/wall-1_1;5\n02.05.2026;https://t.me/zerno/1;6\n"
    assert (imported(text)["status"], roles()) == (0, {"vk:club1": "own", "telegram:zerno": "own"})


def test_the_one_that_a_column_of_competitors_leaves_is_the_brand_s(imported):
    header = "Дата;Конкурент;Соцсеть;Ссылка;Текст;Лайки\n"
    text = header + "01.05.2026;Даблби;ВК;https://vk.com/wall-22_1;a;5\n02.05.2026;;ВК;;b;6\n"
    done = imported(text, "--account", "vk:zerno")
    assert (done["status"], roles()) == (0, {"vk:club22": "competitor", "vk:zerno": "own"})


def test_each_name_of_several_accounts_is_answered_by_itself(imported):
    header = "Дата;Название канала;Соцсеть;Ссылка;Текст;Лайки\n"
    linked = [(f"{name}", f"https://vk.com/wall-{n}_{n}") for n, name in enumerate(["Зерно", "Зерно", "Даблби", "Даблби"], 1)]
    rows = [
        f"0{day}.05.2026;{name};ВК;{link};a;{day}\n" for day, (name, link) in enumerate([*linked, ("Зерно", ""), ("Даблби", "")], 1)
    ]
    one, other = "Зерно=vk:club2", "даблби=vk:club3"
    assert "called so: vk:club3, vk:club4" in imported(header + "".join(rows), "--name", one)["files"][0]["error"]
    done = imported(header + "".join(rows), "--name", one, "--name", other, "--role", "competitor")
    assert (done["status"], {*done["files"][0]["accounts"]}, done["new"]) == (0, {f"vk:club{n}" for n in range(1, 5)}, 6)
