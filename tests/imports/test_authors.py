"""Several accounts in a column of authors: what is kept stays, what is new is asked about, and one command says it of each."""

import pytest

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports import actions, queries
from tests.imports.test_actions import brought, worked  # noqa: F401
from tests.imports.test_columns_of_competitors import roles
from tests.imports.test_several_accounts import ASKED

HEADER = "Author,URL,Date,Text,Likes\n"
IN_RUSSIAN = "Автор,Ссылка,Дата,Текст,Лайки\n"
WHICH = (
    "The file has no account that you said is the brand's own: {}. It has these new ones there: {}. Say which of them are its own "
    "(--own NETWORK:HANDLE; without it none is)."
)
OWN = "Зерно,https://vk.com/wall-1_1,2026-05-01,a,5\n"
OTHER = "Даблби,https://vk.com/wall-2_1,2026-05-02,b,6\n"
THIRD = "Хауз,https://vk.com/wall-3_1,2026-05-03,c,7\n"


@pytest.fixture
def posts(tmp_path):
    path = tmp_path / "popsters.csv"
    path.write_text(HEADER + OWN + OTHER)
    return path


@pytest.mark.parametrize("column", ["Author", "Автор"])
def test_new_authors_of_a_file_are_asked_about(import_export, posts, column):
    posts.write_text(posts.read_text().replace("Author", column))
    refused = import_export(posts)
    assert (refused["status"], refused["files"][0]["error"], roles()) == (1, ASKED.format("vk:club1, vk:club2"), {})


def test_one_command_says_which_is_own_and_what_the_rest_are(import_export, posts):
    done = import_export(posts, "--own", "vk:public1", "--role", "competitor")
    assert (done["status"], roles()) == (0, {"vk:club1": "own", "vk:club2": "competitor"})
    again = import_export(posts, "--own", "vk:club1", "--role", "competitor")
    assert (again["status"], [said for said in again["files"][0]["warnings"] if "kept as" in said]) == (0, [])


def test_authors_that_are_kept_stay_and_what_is_told_is_of_the_rest(import_export, posts):
    import_export(posts, "--own", "vk:club1", "--role", "competitor")
    assert import_export(posts)["status"] == 0
    posts.write_text(HEADER + OWN + OTHER + THIRD)
    assert import_export(posts)["files"][0]["error"] == ASKED.format("vk:club3")
    done = import_export(posts, "--role", "competitor")
    assert (done["status"], roles()) == (0, {"vk:club1": "own", "vk:club2": "competitor", "vk:club3": "competitor"})


def test_the_author_called_as_the_brand_is_its_own(import_export, posts):
    posts.write_text(posts.read_text().replace("Зерно", "Brand"))
    assert import_export(posts)["files"][0]["error"] == ASKED.format("vk:club2")
    done = import_export(posts, "--role", "competitor")
    assert (done["status"], roles()) == (0, {"vk:brand": "own", "vk:club2": "competitor"})


def test_one_author_in_each_network_is_the_brand_s(import_export, posts):
    posts.write_text(HEADER + OWN + OTHER.replace("vk.com/wall-2_1", "t.me/zerno/1"))
    done = import_export(posts)
    assert (done["status"], roles()) == (0, {"vk:club1": "own", "telegram:zerno": "own"})


def test_an_own_account_that_the_file_lacks_is_named_and_asked_about_where_a_new_one_may_be_it(import_export, posts):
    refused = import_export(posts, "--own", "vk:zerno", "--role", "competitor")
    assert (refused["status"], refused["files"][0]["error"], roles()) == (1, WHICH.format("vk:zerno", "vk:club1, vk:club2"), {})
    refused = import_export(posts, "--own", "vk:club1", "--own", "vk:club9", "--role", "competitor")
    assert refused["files"][0]["error"] == WHICH.format("vk:club9", "vk:club2")
    done = import_export(posts, "--own", "vk:club1", "--own", "telegram:zerno", "--role", "competitor")
    said = "The file has no account that you said is the brand's own: telegram:zerno."
    assert (done["status"], said in done["files"][0]["warnings"]) == (0, True)


def test_an_account_said_to_be_own_that_is_kept_as_another_s_is_asked_about(import_export, posts):
    import_export(posts, "--own", "vk:club1", "--role", "competitor")
    refused = import_export(posts, "--own", "vk:club1", "--own", "vk:club2", "--role", "competitor")
    assert (refused["status"], refused["files"][0]["error"].startswith("vk:club2 is kept as a competitor")) == (1, True)


def test_an_own_account_that_every_file_of_a_folder_lacks_is_named_once(import_export, posts):
    (posts.parent / "other.csv").write_text(HEADER + THIRD)
    for own, lines in (("vk:club9", ["No file has an account that you said is the brand's own: vk:club9."]), ("vk:public3", [])):
        done = import_export(posts.parent, "--own", own, "--role", "competitor", "--dry-run")
        assert (done["status"], [line for line in done["lines"] if "you said is" in line]) == (0, lines)


def test_a_page_asks_what_new_authors_are_and_takes_the_answer(brought, agency):  # noqa: F811
    import_ = brought(HEADER + OWN + OTHER)
    assert (import_.status, import_.question["asks"]) == ("asking", "role")
    actions.answer(import_, answers={"role": "competitor"}, by=agency.strategist)
    shown = queries.preview(worked(import_))
    assert (shown["question"], [one["role"] for one in shown["accounts"]]) == ({}, ["competitor", "competitor"])


def test_authors_each_of_a_page_of_its_own_are_the_names_of_these(import_export, posts):
    posts.write_text(IN_RUSSIAN + OWN + OTHER)
    import_export(posts, "--own", "vk:club1", "--role", "competitor")
    assert {one.handle: one.name for one in Account.objects.all()} == {"club1": "Зерно", "club2": "Даблби"}


def test_several_authors_of_one_page_are_no_names(import_export, posts):
    posts.write_text(IN_RUSSIAN + OWN + OTHER.replace("wall-2_1", "wall-1_2"))
    import_export(posts)
    assert {one.handle: one.name for one in Account.objects.all()} == {"club1": ""}
