"""Whether an account is the brand's own or another's: what was recorded stays, and an import that says otherwise says so."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Post
from tests.imports.test_actions import brought, taken, worked  # noqa: F401

POSTS = "Дата;Ссылка;Лайки\n05.05.2026;https://t.me/zz9/1;5\n06.05.2026;https://t.me/zz9/2;6\n"
LATER = POSTS + "07.05.2026;https://t.me/zz9/3;5\n"
OTHERS = POSTS + "07.05.2026;https://t.me/other/1;5\n"
KEPT = {
    "competitor": (
        "telegram:zz9 is kept as a competitor: its rows are counted as a competitor's. That is changed on the account's page."
    ),
    "own": "telegram:zz9 is kept as the brand's own: its rows are counted as the brand's. That is changed on the account's page.",
}


@pytest.fixture
def written(tmp_path):
    """written(text) is the path of the file, which holds that text from now on."""

    def write(text):
        path = tmp_path / "export.csv"
        path.write_text(text)
        return path

    return write


def test_a_default_role_that_is_not_the_one_kept_is_said(import_export, written):
    import_export(written(POSTS), "--role", "competitor")
    again = import_export(written(LATER))
    assert (again["status"], KEPT["competitor"] in again["files"][0]["warnings"]) == (0, True)
    with scope("system"):
        assert dict(Tracking.objects.values_list("account__handle", "role")) == {"zz9": "competitor"}


@pytest.mark.parametrize(("kept", "told"), [("competitor", "own"), ("own", "competitor")])
def test_a_role_told_that_is_not_the_one_kept_is_asked_about_and_nothing_written(import_export, written, kept, told):
    import_export(written(POSTS), "--role", kept)
    refused = import_export(written(LATER), "--role", told)
    assert (refused["status"], refused["new"]) == (1, 0)
    assert refused["files"][0]["error"] == (
        f"{KEPT[kept]} You said otherwise: say it as it is kept (--role, --own), "
        "change it there first, or import the rows of the others apart."
    )
    with scope("system"):
        assert (Post.objects.count(), Account.objects.count()) == (2, 1)


@pytest.mark.parametrize("role", ["competitor", "own"])
def test_the_role_kept_told_again_says_nothing(import_export, written, role):
    import_export(written(POSTS), "--role", role)
    again = import_export(written(OTHERS), "--role", role)
    assert (again["status"], [said for said in again["files"][0]["warnings"] if "kept as" in said]) == (0, [])


LIST = "Username,Followers,Link\nzz9,5,https://t.me/zz9\nblogger,7,https://t.me/blogger\n"
WHOSE = (
    "The file is a list of accounts and does not say what the new ones are to the brand: {}. Say whether they are its own, "
    "competitors or influencers (--role own, competitor or influencer). If only some are its own, say which (--own "
    "NETWORK:HANDLE)."
)
EXPLAINED = ("--columns", "Nick=account;Fans=followers")


def test_a_list_of_new_accounts_is_none_s_until_it_is_told_what_they_are(import_export, written):
    refused = import_export(written(LIST))
    error = WHOSE.format("telegram:zz9, telegram:blogger")
    assert (refused["status"], refused["new"], refused["files"][0]["error"]) == (1, 0, error)
    for role in ("own", "competitor", "influencer"):
        done = import_export(written(LIST), "--role", role, brand=role)
        assert (done["status"], set(done["files"][0]["roles"].values())) == (0, {role})


def test_a_list_whose_columns_were_explained_is_a_list_too(import_export, written):
    refused = import_export(written("Nick,Fans\nzz9,5\nblogger,7\n"), *EXPLAINED, "--account", "telegram:any")
    assert refused["files"][0]["error"] == WHOSE.format("telegram:zz9, telegram:blogger")


def test_a_list_of_accounts_with_the_brand_s_own_says_that_it_stays_so(import_export, written):
    import_export(written(POSTS))
    assert import_export(written(LIST))["files"][0]["error"] == WHOSE.format("telegram:blogger")
    for _time in range(2):
        said = import_export(written(LIST), "--role", "influencer")
        assert (said["status"], said["files"][0]["roles"]) == (0, {"telegram:zz9": "own", "telegram:blogger": "influencer"})
        assert KEPT["own"] in said["files"][0]["warnings"]


def test_a_list_of_accounts_that_are_kept_needs_no_role_and_is_asked_about_where_none_is_what_was_told(import_export, written):
    import_export(written(LIST), "--role", "competitor")
    again, told = import_export(written(LIST)), import_export(written(LIST), "--role", "own")
    assert (again["status"], set(again["files"][0]["roles"].values())) == (0, {"competitor"})
    assert (told["status"], "You said otherwise" in told["files"][0]["error"]) == (1, True)


def test_a_list_whose_headers_speak_of_influencers_is_of_them_and_says_so(import_export, written):
    said = import_export(written("Influencer insta name,Followers\nblogger,7\n"))
    assert (said["status"], said["files"][0]["roles"]) == (0, {"instagram:blogger": "influencer"})
    assert "were taken for influencers, as its columns say" in " ".join(said["files"][0]["warnings"])


def test_a_page_asks_what_the_accounts_of_a_list_are_and_takes_own_for_an_answer(brought, agency):  # noqa: F811
    import_ = brought(LIST)
    assert (import_.status, import_.question["asks"], Account.objects.count()) == ("asking", "role", 0)
    actions.answer(import_, answers={"role": "own"}, by=agency.strategist)
    shown = queries.preview(worked(import_))
    assert (shown["question"], [one["role"] for one in shown["accounts"]]) == ({}, ["own", "own"])
    assert [one["role"] for one in queries.preview(brought(LIST, role="own"))["accounts"]] == ["own", "own"]


def test_a_page_asks_the_role_and_reads_on_with_the_one_kept(brought, taken, agency):  # noqa: F811
    taken(POSTS)
    import_ = brought(LATER, role="competitor")
    assert (import_.status, import_.question["asks"]) == ("asking", "role")
    actions.answer(import_, answers={"role": ""}, by=agency.strategist)
    shown = queries.preview(worked(import_))
    assert (shown["question"], [(one["handle"], one["role"], one["is_new"]) for one in shown["accounts"]]) == (
        {},
        [("zz9", "own", False)],
    )


def test_a_role_changed_since_the_preview_is_not_written_over(brought, taken, agency):  # noqa: F811
    taken(POSTS)
    import_ = brought(LATER, role="own")
    Tracking.objects.update(role="competitor")
    actions.confirm(import_, by=agency.strategist)
    import_ = worked(import_)
    assert (import_.status, import_.question["asks"], Post.objects.count()) == ("asking", "role", 2)
