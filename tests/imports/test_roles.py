"""Whether an account is the brand's own or another's: what was recorded stays, and an import that says otherwise says so."""

import pytest

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Post
from tests.imports.test_actions import apply, brought, worked  # noqa: F401

POSTS = "Дата;Ссылка;Лайки\n05.05.2026;https://t.me/zz9/1;5\n06.05.2026;https://t.me/zz9/2;6\n"
OTHERS = POSTS + "07.05.2026;https://t.me/other/1;5\n"
KEPT = {
    "competitor": (
        "telegram:zz9 is kept as a competitor: its rows are counted as a competitor's. That is changed on the account's page."
    ),
    "own": "telegram:zz9 is kept as the brand's own: its rows are counted as the brand's. That is changed on the account's page.",
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "posts.csv"
    path.write_text(POSTS)
    return path


def test_a_default_role_that_is_not_the_one_kept_is_said(import_export, file):
    import_export(file, "--role", "competitor")
    file.write_text(OTHERS)
    again = import_export(file)
    assert (again["status"], KEPT["competitor"] in again["files"][0]["warnings"]) == (0, True)
    with scope("system"):
        assert dict(Tracking.objects.values_list("account__handle", "role")) == {"zz9": "competitor", "other": "own"}


@pytest.mark.parametrize(("kept", "told"), [("competitor", "own"), ("own", "competitor")])
def test_a_role_told_that_is_not_the_one_kept_is_asked_about_and_nothing_written(import_export, file, kept, told):
    import_export(file, "--role", kept)
    file.write_text(OTHERS)
    refused = import_export(file, "--role", told)
    assert (refused["status"], refused["new"]) == (1, 0)
    assert refused["files"][0]["error"] == (
        f"{KEPT[kept]} You said otherwise: say it as it is kept (--role), "
        "change it there first, or import the rows of the others apart."
    )
    with scope("system"):
        assert (Post.objects.count(), Account.objects.count()) == (2, 1)


@pytest.mark.parametrize("role", ["competitor", "own"])
def test_the_role_kept_told_again_says_nothing(import_export, file, role):
    import_export(file, "--role", role)
    file.write_text(OTHERS)
    again = import_export(file, "--role", role)
    assert (again["status"], [said for said in again["files"][0]["warnings"] if "kept as" in said]) == (0, [])


def test_a_list_of_accounts_with_the_brand_s_own_says_that_it_stays_so(import_export, file, tmp_path):
    import_export(file)
    (tmp_path / "list.csv").write_text("Username,Followers,Link\nzz9,5,https://t.me/zz9\nblogger,7,https://t.me/blogger\n")
    said = import_export(tmp_path / "list.csv")
    assert (said["status"], KEPT["own"] in said["files"][0]["warnings"]) == (0, True)


def test_a_page_asks_the_role_and_reads_on_with_the_one_kept(brought, agency):  # noqa: F811
    apply(brought(POSTS), agency)
    import_ = brought(OTHERS, role="competitor")
    assert (import_.status, import_.question["asks"]) == ("asking", "role")
    actions.answer(import_, {"role": ""}, by=agency.strategist)
    shown = queries.preview(worked(import_))
    assert (shown["question"], [(one["handle"], one["role"], one["is_new"]) for one in shown["accounts"]]) == (
        {},
        [("zz9", "own", False), ("other", "own", True)],
    )


def test_a_role_changed_since_the_preview_is_not_written_over(brought, agency):  # noqa: F811
    apply(brought(POSTS), agency)
    import_ = brought(OTHERS, role="own")
    Tracking.objects.update(role="competitor")
    actions.confirm(import_, by=agency.strategist)
    import_ = worked(import_)
    assert (import_.status, import_.question["asks"], Post.objects.count()) == ("asking", "role", 2)
