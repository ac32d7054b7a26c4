"""Posts that an earlier file had and a later one lacks: evidence for a person, who may mark them as deleted."""

import json

import pytest
from django.utils import translation

from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import Post
from tests.imports.test_actions import apply, brought, counts, taken, worked  # noqa: F401

LINKED = "Date;Link;Text;Likes\n2026-03-04;https://t.me/brand/1;A;1\n2026-03-05;https://t.me/brand/2;B;2\n2026-03-06;https://t.me/brand/3;C;3\n"
LACKING = LINKED.replace("2026-03-05;https://t.me/brand/2;B;2\n", "")


def test_posts_that_an_earlier_file_had_and_this_one_lacks_are_counted(brought, taken):  # noqa: F811
    head, *rows = [
        "Date;Link;Likes",
        "2026-03-04;https://t.me/brand/1;1",
        "2026-03-05;https://t.me/brand/2;2",
        "2026-03-06;https://t.me/brand/3;3",
    ]
    taken("\n".join([head, *rows]))
    said = "1 публикации brand из прежнего файла этого вида в этом нет"
    told = [queries.preview(brought("\n".join([head, *left])))["warnings"] for left in ([rows[0], rows[2]], rows[:2], rows[1:])]
    assert [any(warning.startswith(said) for warning in warnings) for warnings in told] == [True, False, False]
    assert Post.objects.filter(gone_at=None).count() == 3


def test_posts_that_a_file_lacks_are_marked_as_deleted_where_a_person_says_so(brought, taken, agency):  # noqa: F811
    taken(LINKED)
    import_ = brought(LACKING)
    lacked = [{"account": "brand", "day": "2026-03-05", "words": "B", "link": "https://t.me/brand/2"}]
    assert queries.preview(import_)["absent"] == {"count": 1, "posts": lacked}
    actions.answer(import_, answers={"gone": True}, by=agency.strategist)
    import_ = worked(import_)
    assert (counts(import_), queries.preview(import_)["gone"], queries.preview(import_)["warnings"]) == ((2, 0, 0, 2, []), 1, [])
    import_ = apply(import_, agency)
    marks = dict(Post.objects.values_list("key", "gone_at"))
    assert marks == {"1": None, "2": queries.collected_at(import_, queries.same_file(import_)), "3": None}
    assert (counts(import_), queries.preview(import_)["gone"]) == ((2, 0, 0, 2, []), 1)
    assert queries.preview(brought(LACKING.replace(";3\n", ";4\n")))["absent"]["count"] == 0
    actions.undo(import_, by=agency.strategist)
    assert Post.objects.filter(gone_at=None).count() == 3


def test_a_later_file_that_has_the_post_again_takes_a_wrong_mark_off(taken):  # noqa: F811
    taken(LINKED)
    taken(LACKING, gone=True)
    assert Post.objects.filter(gone_at=None).count() == 2
    again = taken(LINKED.replace(";1\n", ";9\n"))
    assert (counts(again), Post.objects.filter(gone_at=None).count()) == ((3, 0, 2, 1, []), 3)


def test_a_mark_that_a_second_file_sets_too_outlives_the_first(taken, agency):  # noqa: F811
    taken(LINKED)
    first = taken(LACKING, gone=True)
    second = taken(LACKING.replace(";3\n", ";4\n"), gone=True)
    assert (queries.preview(second)["absent"]["count"], queries.preview(second)["gone"]) == (0, 0)
    actions.undo(first, by=agency.strategist)
    gone_at = queries.collected_at(second, queries.same_file(second))
    assert dict(Post.objects.exclude(gone_at=None).values_list("key", "gone_at")) == {"2": gone_at}
    actions.undo(second, by=agency.strategist)
    assert Post.objects.filter(gone_at=None).count() == 3


def test_a_file_of_another_kind_that_says_more_of_a_post_hides_nothing(brought, taken, agency):  # noqa: F811
    first = taken(LINKED)
    form = brought("Когда вышло,Куда ведёт,Тип\n2026-03-05,https://t.me/brand/2,видео\n")
    told = {"rows": "post", "fields": {"Когда вышло": "published_at", "Куда ведёт": "permalink", "Тип": "format"}}
    actions.answer(form, answers={"columns": told}, by=agency.strategist)
    form = apply(worked(form), agency)
    assert first.kind != form.kind
    assert Post.objects.values_list("format", "imported_in").get(key="2") == ("video", form.pk)
    assert queries.preview(brought(LACKING))["absent"]["count"] == 1
    taken(LINKED.replace(";1\n", ";9\n"))
    actions.undo(first, by=agency.strategist)
    assert queries.preview(brought(LACKING))["absent"]["count"] == 1


def test_posts_that_only_files_of_another_kind_had_are_not_missed(brought, taken, agency):  # noqa: F811
    taken(LINKED.replace("Likes", "Views"), kind="posts")
    form = brought("Когда вышло,Куда ведёт,Тип\n2026-03-04,https://t.me/brand/1,видео\n2026-03-06,https://t.me/brand/3,видео\n")
    told = {"rows": "post", "fields": {"Когда вышло": "published_at", "Куда ведёт": "permalink", "Тип": "format"}}
    actions.answer(form, answers={"columns": told}, by=agency.strategist)
    assert queries.preview(worked(form))["absent"]["count"] == 0


def test_what_is_left_after_undoing_says_when_a_post_was_last_seen(brought, taken, agency):  # noqa: F811
    newer = taken(LINKED, name="new.csv")
    older = taken(LINKED.replace("Link;Text", "Link;Title"), name="posts_2026-07-15.csv")
    assert set(Post.objects.values_list("collected_at", flat=True)) == {queries.collected_at(newer, queries.same_file(newer))}
    actions.undo(newer, by=agency.strategist)
    assert set(Post.objects.values_list("collected_at", flat=True)) == {queries.collected_at(older, queries.same_file(older))}
    assert queries.preview(brought(LACKING, name="posts_2026-08-15.csv"))["absent"]["count"] == 1


def test_a_post_that_a_later_file_has_again_is_not_missed_by_one_between(brought, taken):  # noqa: F811
    taken(LINKED, name="2026-03-10.csv")
    taken(LINKED, name="2026-03-30.csv")
    between = brought(LACKING, name="2026-03-20.csv")
    assert (queries.preview(between)["absent"]["count"], queries.preview(between)["warnings"]) == (0, [])


def test_a_mark_brought_out_of_order_and_denied_stands_again_once_the_file_that_denied_it_is_taken_back(taken, agency):  # noqa: F811
    taken(LINKED, name="2026-03-10.csv")
    taken(LACKING, name="2026-03-30.csv", gone=True)
    earlier = taken(LACKING, name="2026-03-15.csv", gone=True)
    between = taken(LINKED, name="2026-03-20.csv")
    assert Post.objects.get(key="2").gone_at.date().isoformat() == "2026-03-30"
    actions.undo(between, by=agency.strategist)
    assert Post.objects.get(key="2").gone_at == queries.collected_at(earlier, queries.same_file(earlier))


@pytest.mark.parametrize(
    "row",
    [
        "2026-13-05;https://t.me/brand/2;B;2\n",  # a slip in the date
        "2026-03-05;https://t.me/brand/2;B;many\n",
        "2026-03-05;https://t.me/s/brand/2?single;B;many\n",
    ],
)
def test_a_post_whose_row_was_rejected_is_not_missing(taken, row):  # noqa: F811
    taken(LINKED.replace(";3\n", ";3\n2026-03-05;https://t.me/brand/4;D;4\n"), name="first.csv")
    shown = taken(LACKING + row, gone=True)
    assert (len(shown.rejected), queries.preview(shown)["absent"]["count"], queries.preview(shown)["gone"]) == (1, 1, 1)
    assert list(Post.objects.exclude(gone_at=None).values_list("key", flat=True)) == ["4"]


def test_a_rejected_row_that_says_the_number_or_the_link_of_its_post_says_which_it_is(taken):  # noqa: F811
    rows = [f"1826060000000000{n},brand,05/{n + 13}/2026 12:00,https://www.instagram.com/p/C{n}xyz/,{n}\n" for n in range(1, 6)]
    taken("".join(["Post ID,Account username,Publish time,Permalink,Likes\n", *rows]), name="all.csv")
    rows[1], rows[2] = (
        rows[1].replace(",2\n", ",many\n").replace("18260600000000002", "1.82606E+16"),
        rows[2].replace(",3\n", ",x\n"),
    )
    left = "".join(["Post ID,Account username,Publish time,Permalink,Likes\n", *rows[:3], rows[4]])
    shown = taken(left, gone=True)
    assert list(Post.objects.exclude(gone_at=None).values_list("permalink", flat=True)) == ["https://www.instagram.com/p/C4xyz/"]
    assert queries.preview(shown)["absent"]["count"] == 1


UNTOLD = "1 rejected row does not say which post it is about and may be one of those that brand seems to lack: none is marked"


@pytest.mark.parametrize("gone", [False, True])
def test_no_post_is_marked_while_a_rejected_row_may_be_any(brought, taken, agency, gone):  # noqa: F811
    taken(LINKED)
    shown = brought(LACKING + "завтра;;B;2\n", **({"gone": True} if gone else {}))
    with translation.override("en"):
        assert any(warning.startswith(UNTOLD) for warning in queries.preview(shown)["warnings"])
    assert (queries.preview(shown)["absent"]["count"], queries.preview(shown)["gone"]) == (1, 0)
    apply(shown, agency)
    assert Post.objects.filter(gone_at=None).count() == 3


def test_a_message_without_a_date_is_still_in_its_export(brought, taken):  # noqa: F811
    messages = [{"id": n, "type": "message", "date_unixtime": str(1777582800 + n * 86400), "text": str(n)} for n in range(1, 5)]
    export = {"name": "A", "type": "public_channel", "id": 7, "messages": messages}
    taken(json.dumps(export), "result.json")
    del messages[1]["date_unixtime"]
    assert queries.preview(brought(json.dumps(export), "result.json"))["absent"]["count"] == 0
