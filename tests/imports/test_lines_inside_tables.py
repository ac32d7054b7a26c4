"""A line inside a table that names a known account, a network or a competitor says whose the rows below it are."""

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import accounts, said, workbook
from tests.imports.test_known_names_in_columns import LUTIK

DAYS = "Дата;Охват;Подписчики\n{};;\n01.10.2026;50;5\n{};;\n{}.10.2026;51;700\n"
POSTS = "Дата публикации;Текст;Лайки\n{};;\n01.10.2026 10:00;пост 1;5\n{};;\n03.10.2026 10:00;пост 2;700\n"
STRANGER = (
    "Rows 5 stand below the line «{}», and nobody knows whose account that is. Write the account in each row, in a column "
    "«Account», or leave these rows out (--leave-out NAME)."
)
OF_ACCOUNTS = {"rows": "values", "fields": {"Дата": "day", "Сообщество": "account", "Подписчики": "followers"}}
TOLD = {"context": LUTIK, "account": "vk:iva"}


def followers(found):
    """By account its followers."""
    return {
        f"{one['network']}:{one['handle']}": [value[4] for value in one["values"] if value[1] == "followers"]
        for one in found["subjects"]
    }


@pytest.mark.parametrize("day", ["01", "03"])
@pytest.mark.parametrize(
    "names", [("Ива", "Лютик"), ("ВК", "Конкурент: Лютик"), ("ВКонтакте: Ива", "Лютик (ВК)"), ("https://vk.com/iva", "@lutik")]
)
def test_rows_below_the_name_of_a_known_account_are_its_own(understood, names, day):
    for told in (TOLD, {"context": LUTIK}):
        found = understood(DAYS.format(*names, day), file_name="vk.csv", **told)
        assert (found["question"], followers(found)) == ({}, {"vk:iva": ["5"], "vk:lutik": ["700"]})
        assert found["rejected"] == [
            [row, {"text": "This line says whose the rows below it are; it holds no data.", "params": {}}] for row in ("2", "4")
        ]


def test_posts_too(understood):
    found = understood(POSTS.format("Ива", "Лютик"), **TOLD)
    assert {one["handle"]: [post[7] for post in one["posts"]] for one in found["subjects"]} == {
        "iva": ["пост 1"],
        "lutik": ["пост 2"],
    }


def test_rows_below_a_network_are_of_it(understood):
    found = understood(DAYS.format("ВКонтакте", "Telegram", "03"), **TOLD)
    assert followers(found) == {"vk:iva": ["5"], "telegram:brand": ["700"]}
    assert "A table under the title «Telegram» was not taken for the account you named, which is in another network." in said(found)


def test_a_network_holds_for_the_names_below_it(understood, refused):
    text = "Дата;Подписчики\nВК;\nИва;\n01.10.2026;1\nЛютик;\n01.10.2026;2\nTelegram;\nЛютик;\n01.10.2026;3\n"
    assert "«Telegram Лютик»" in refused(text, **TOLD)
    assert followers(understood(text, tables_left_out=["Telegram Лютик"], **TOLD)) == {"vk:iva": ["1"], "vk:lutik": ["2"]}


@pytest.fixture
def refused(understood):
    """refused(text, …) is the sentence with which a file is refused."""

    def sentence(*told, **options):
        with pytest.raises(Refused) as error:
            understood(*told, **options)
        return str(error.value)

    return sentence


@pytest.mark.parametrize("name", ["Персик", "Конкурент Персик", "Конкурент Ива", "Конкурент"])
def test_below_a_name_that_nobody_knows_nothing_is_taken_for_another(understood, refused, name):
    text = DAYS.format("Ива", name, "03")
    assert refused(text, **TOLD) == STRANGER.format(name)
    assert followers(understood(text, tables_left_out=[name], **TOLD)) == {"vk:iva": ["5"]}


def test_the_sheet_does_not_say_more_than_the_line(understood):
    rows = [["Дата", "Подписчики"], ["01.10.2026", 1], ["Лютик", ""], ["01.10.2026", 2]]
    assert followers(understood(workbook(rows, names=["Ива ВК"]), file_name="a.xlsx", **TOLD)) == {
        "vk:iva": ["1"],
        "vk:lutik": ["2"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Подписчики\n01.10.2026;1\nАкция;\n02.10.2026;2\nИтого;\n03.10.2026;3\n",  # notes and totals, and no name among them
        "Дата;Подписчики;Заметка\n01.10.2026;1;\n;;Лютик\n02.10.2026;2;Лютик\n",  # other rows have names there
    ],
)
def test_other_lines_begin_nothing(understood, text):
    assert [one["handle"] for one in understood(text, **TOLD)["subjects"]] in (["iva"], [])


@pytest.mark.parametrize(("other", "account"), [("Ива", "vk:iva"), ("Персик", "vk:Персик")])
def test_an_account_or_a_network_of_a_list_without_figures_begins_nothing(understood, other, account):
    of_accounts = f"Дата;Сообщество;Подписчики\n01.10.2026;{other};100\n;Лютик;\n01.10.2026;Слива;5\n"
    assert accounts(understood(of_accounts, account="vk:any", context=LUTIK, columns=OF_ACCOUNTS)) == [account, "vk:Слива"]
    of_networks = "Дата;Соцсеть;Подписчики\n01.10.2026;ВК;100\n;Telegram;\n01.10.2026;YouTube;5\n"
    assert accounts(understood(of_networks, context=LUTIK)) == ["vk:iva", "youtube:brand"]


ASKED = "The file does not say whose account it is about. It may be: vk:lutik, vk:iva. Name it (--account NETWORK:HANDLE)."


@pytest.mark.parametrize(
    ("title", "file_name"),
    [
        ("", "Статистика Лютик ВК.csv"),
        ("", "Статистика_Лютик_ВК.csv"),
        ("Статистика ВКонтакте: Лютик", "a.csv"),
        ("Конкурент: Лютик, ВК", "a.csv"),
    ],
)
def test_whose_a_file_is_that_mentions_another_s_account_is_asked(understood, title, file_name):
    text = "Дата;Подписчики\n01.10.2026;900\n"
    text = f"{title};\n{text}" if title else text
    found = understood(text, file_name=file_name, context=LUTIK)
    assert (said(found), accounts(found)) == (ASKED, [])
    assert accounts(understood(text, file_name=file_name, **TOLD)) == ["vk:iva"]


def test_a_name_within_another_word_or_the_brand_s_own_name_is_no_mention(understood):
    names = {"vk": {"ива": "iva", "лютик": "lutik", "ива лютик": "iva"}}
    for name in ("Лютики ВК.csv", "Статистика Ива Лютик ВК.csv", "Статистика ВК.csv"):
        assert accounts(understood("Дата;Подписчики\n01.10.2026;9\n", file_name=name, context=LUTIK | {"names": names})) == [
            "vk:iva"
        ]
