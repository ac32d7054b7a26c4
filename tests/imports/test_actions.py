"""An import from upload to undo: previewed without a trace, applied whole, once, and taken back whole."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connection

from smmstrategy.clients.isolation import scope
from smmstrategy.clients.models import Account, Tracking
from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.ledger.verbs import Verb
from smmstrategy.metrics.imports import actions, queries
from smmstrategy.metrics.models import ColumnMapping, Import, Observation, Post, PostObservation

POSTS = (
    "Дата публикации;Ссылка;Текст;Просмотры;Лайки\n05.03.2026 12:30;https://t.me/brand/1;A;100;5\n"
    "06.03.2026 12:30;https://t.me/brand/2;B;{views};7\nзавтра;https://t.me/brand/3;C;1;1\n"
)


@pytest.fixture
def brought(agency):
    """brought(text) is an import of that text, looked at."""

    def bring(content: str | bytes, name: str = "export.csv", **options) -> Import:
        with scope(f"client:{agency.a.pk}"):
            import_ = _kept(agency, content, name, options)
            return actions.show(import_, actions.read(import_))

    return bring


@pytest.fixture
def taken(agency):
    """taken(text) is an import of that text in which nothing is asked, written without a look at the preview."""

    def take(content: str | bytes, name: str = "export.csv", **options) -> Import:
        with scope(f"client:{agency.a.pk}"):
            import_ = _kept(agency, content, name, options)
            import_, written = actions.enter(import_, actions.read(import_))
            assert (import_.question, import_.error) == ({}, "")
            actions.record_written(written, by=agency.strategist)
        return import_

    return take


def _kept(agency, content: str | bytes, name: str, options: dict) -> Import:
    content = content.encode() if isinstance(content, str) else content
    return actions.keep(agency.brand_a, ContentFile(content, name=name), by=agency.strategist, options=options)


def worked(import_: Import) -> Import:
    for job in Job.objects.filter(status="queued"):
        assert jobs.run(job.pk)
    return Import.objects.get(pk=import_.pk)


def counts(import_: Import) -> tuple:
    shown = queries.preview(import_)
    return shown["rows"], shown["new"], shown["changed"], shown["unchanged"], [row for row, _reason in shown["rejected"]]


def test_a_preview_leaves_no_trace(brought):
    import_ = brought(POSTS.format(views=200))
    assert (import_.status, counts(import_)) == (Import.Status.PREVIEWED, (3, 2, 0, 0, ["4"]))
    assert (Post.objects.count(), Account.objects.count()) == (0, 0)
    sizes = {"posts": 2, "values": 0, "rejected": 1, "days_of_posts": ["2026-03-05", "2026-03-06"]}
    months = {"in_doubt": [], "silent_as_said": []}
    assert queries.preview(import_)["accounts"] == [
        {"network": "telegram", "handle": "brand", "name": "", **sizes, **months, "is_new": True, "role": "own"}
    ]


def test_applied_in_the_worker_with_a_ledger_entry_and_a_tracking(brought, agency):
    import_ = brought(POSTS.format(views=200))
    actions.confirm(import_, by=agency.strategist)
    import_ = worked(import_)
    assert (import_.status, counts(import_)) == (Import.Status.APPLIED, (3, 2, 0, 0, ["4"]))
    assert Tracking.objects.get(brand=agency.brand_a).role == "own"
    entry = Entry.objects.get(verb="applied")
    assert (entry.actor, entry.client, entry.after["new"], entry.after["sha256"]) == (
        agency.strategist,
        agency.a,
        2,
        import_.sha256,
    )


def test_the_same_file_twice_changes_nothing_and_a_newer_one_corrects(brought, agency):
    for views, expected in ((200, (3, 2, 0, 0, ["4"])), (200, (3, 0, 0, 2, ["4"])), (250, (3, 0, 1, 1, ["4"]))):
        import_ = brought(POSTS.format(views=views))
        assert counts(import_) == expected
        import_ = apply(import_, agency)
        assert counts(import_) == expected
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(250)


def test_undo_puts_back_what_was_before(taken, agency):
    first = taken(POSTS.format(views=200))
    second = taken(POSTS.format(views=250))
    actions.undo(second, by=agency.strategist)
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(200)
    actions.undo(first, by=agency.strategist)
    assert (Post.objects.count(), PostObservation.objects.count()) == (0, 0)
    assert list(Entry.objects.filter(verb="undone").values_list("object_id", flat=True)) == [second.pk, first.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ["write", "undo"])
def test_what_is_written_as_it_was_shown_stays_so_until_the_transaction_ends(brought, taken, agency, act):
    applied = taken(POSTS.format(views=150))
    shown, other = (brought(POSTS.format(views=views)) for views in (200, 250))

    def meanwhile():
        try:
            with scope("system"), connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
                actions.write(other, actions.read(other), by=None) if act == "write" else actions.undo(applied, by=None)
        finally:
            connection.close()

    with scope(f"client:{agency.a.pk}"), ThreadPoolExecutor() as workers:
        written = actions.write_as_shown(shown, actions.read(shown), by=None)
        said = str(workers.submit(meanwhile).exception())
        assert (written.status, "lock timeout" in said) == (Import.Status.APPLIED, True)


@pytest.mark.parametrize(
    ("change", "is_as_shown"), [("200;7", True), ("210;7", False), ("200;8", False), ("210;8", False), ("250;8", False)]
)
def test_a_preview_holds_as_long_as_every_value_it_would_replace_is_what_it_was(brought, taken, agency, change, is_as_shown):
    taken(POSTS.format(views=200))
    shown = brought(POSTS.format(views=250).replace("250;7", "250;9"))
    taken(POSTS.format(views=200).replace("200;7", change), "other.csv")
    with scope(f"client:{agency.a.pk}"):
        written = actions.write_as_shown(shown, actions.read(shown), by=agency.strategist)
    shown.refresh_from_db()
    assert (written == shown, shown.status) == (is_as_shown, "applied" if is_as_shown else "previewed")


def test_what_was_undone_can_be_imported_again(taken, agency):
    import_ = taken(POSTS.format(views=200))
    actions.undo(import_, by=agency.strategist)
    assert counts(taken(POSTS.format(views=200))) == (3, 2, 0, 0, ["4"])


def test_an_open_question_is_answered_and_the_columns_are_remembered(brought, agency):
    text = "Когда вышло,Куда ведёт,Сердечки\n2026-01-05,https://t.me/brand/7,7\n"
    import_ = brought(text)
    assert (import_.status, queries.preview(import_)["question"]["asks"]) == (Import.Status.ASKING, "columns")
    told = {"rows": "post", "fields": {"Когда вышло": "published_at", "Куда ведёт": "permalink", "Сердечки": "likes"}}
    actions.answer(import_, answers={"columns": told}, by=agency.strategist)
    assert worked(import_).status == Import.Status.PREVIEWED
    assert ColumnMapping.objects.get().mapping == {**told, "of": {"telegram:brand": told}}
    assert brought(text.replace(",7\n", ",8\n")).status == Import.Status.PREVIEWED


def test_what_the_same_file_was_asked_before_needs_no_answer_once_it_is_in(brought, taken, agency):
    text = "Date,Followers\n2026-01-05,10\n"
    asked, other = brought(text, "vk.csv"), brought(text + "2026-01-06,11\n", "vk.csv")
    last = taken(text, "vk.csv", account="vk:brand")
    waiting = [import_.dismissed_at is None for import_ in (Import.objects.get(pk=one.pk) for one in (asked, other, last))]
    assert waiting == [False, True, True]
    assert [entry.object_id for entry in Entry.objects.filter(verb=Verb.DISMISSED)] == [asked.pk]
    actions.answer(asked, answers={"account": "vk:brand"}, by=agency.strategist)
    again = worked(asked)
    assert (again.status, again.dismissed_at) == (Import.Status.PREVIEWED, None)


def test_an_unreadable_file_is_refused_with_a_sentence(brought):
    import_ = brought("%PDF-1.7", "report.pdf")
    assert (import_.status, queries.preview(import_)["error"]) == (
        Import.Status.REFUSED,
        "Это файл PDF, а не таблица. Выгрузите таблицу как .xlsx или .csv.",
    )


def test_a_file_is_stored_under_a_random_name(brought, media):
    import_ = brought(POSTS.format(views=1), "../../etc/passwd")
    assert (import_.file_name, import_.file_path.startswith("imports/"), "passwd" in import_.file_path) == ("passwd", True, False)
    assert (media / import_.file_path).read_bytes().decode() == POSTS.format(views=1)


def test_only_a_previewed_import_is_applied_and_only_an_applied_one_undone(brought, agency):
    import_ = brought(POSTS.format(views=200))
    with pytest.raises(actions.NotNow):
        actions.undo(import_, by=agency.strategist)
    apply(import_, agency)
    with pytest.raises(actions.NotNow):
        actions.confirm(import_, by=agency.strategist)


def test_the_account_nobody_names_is_asked_for_where_somebody_can_answer(brought, agency):
    account = Account.objects.create(client=agency.a, network="vk", handle="club1")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    import_ = brought("Date,Followers\n2026-01-05,10\n", "vk.csv")
    assert (import_.status, import_.question["choices"]) == (Import.Status.ASKING, ["vk:club1"])
    actions.answer(import_, answers={"account": "vk:club1"}, by=agency.strategist)
    apply(worked(import_), agency)
    assert Observation.objects.get().account == account


def test_a_preview_for_another_account_than_the_file_is_of_now_no_longer_holds(agency):
    import_ = actions.keep(agency.brand_a, ContentFile(b"Date,Sessions\n2026-01-05,10\n", name="site.csv"), by=None)
    import_ = actions.show(import_, actions.read(import_))
    account = Account.objects.create(client=agency.a, network="website", handle="brand-a.example")
    Tracking.objects.create(client=agency.a, brand=agency.brand_a, account=account, role="own")
    assert actions.write_as_shown(import_, actions.read(import_), by=None) is None


def test_an_account_of_a_network_new_to_the_brand_is_asked_for(brought):
    import_ = brought("Date,Followers\n2026-01-05,10\n", "vk.csv")
    assert (import_.status, import_.question["networks"]) == (Import.Status.ASKING, ["vk"])


def apply(import_: Import, agency) -> Import:
    with scope(f"client:{agency.a.pk}"):
        return actions.write(import_, actions.read(import_), by=agency.strategist)


def test_a_file_brought_twice_belongs_to_both_imports(taken, agency):
    first = taken(POSTS.format(views=200))
    second = taken(POSTS.format(views=200))
    actions.undo(first, by=agency.strategist)
    assert (Post.objects.count(), Post.objects.filter(imported_in=second).count()) == (2, 2)
    actions.undo(second, by=agency.strategist)
    assert Post.objects.count() == 0


def test_an_old_file_brought_again_corrects_nothing_that_came_after_it(taken):
    for views in (200, 250, 200):
        taken(POSTS.format(views=views))
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(250)


def test_a_file_brought_again_is_as_old_as_it_was_though_the_first_bringing_was_undone(taken, agency):
    first, _other, again = (taken(POSTS.format(views=views)) for views in (200, 250, 200))
    actions.undo(first, by=agency.strategist)
    assert counts(taken(POSTS.format(views=200))) == (3, 0, 0, 2, ["4"])
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(250)
    assert queries.collected_at(again, queries.same_file(again)) == first.created_at


def test_an_older_export_brought_later_corrects_nothing_that_is_newer(taken):
    taken(POSTS.format(views=250), "posts 2026-06-30.csv")
    old = taken(POSTS.format(views=200), "posts 2026-03-31.csv")
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(250)
    said = "Имя файла говорит о дне 31 марта 2026: значения, собранные позже, остаются прежними."
    assert (counts(old), said in queries.preview(old)["warnings"]) == ((3, 0, 0, 2, ["4"]), True)
    overruled = "1 строка говорит о других числах, чем сохранены: сохранённые собраны позже или точнее и остаются."
    assert overruled in queries.preview(old)["warnings"]


@pytest.mark.parametrize("name", ["Content 2026-03-01_2026-03-31 My channel.csv", "posts 01.03.2026-31.03.2026.csv"])
def test_a_name_that_gives_the_days_a_file_is_about_does_not_say_when_it_was_made(taken, name):
    taken(POSTS.format(views=250), "Table data.csv")
    fresh = taken(POSTS.format(views=8400), name)
    assert (counts(fresh), queries.collected_at(fresh, queries.same_file(fresh))) == ((3, 0, 1, 1, ["4"]), fresh.created_at)
    assert PostObservation.objects.get(post__key="2", metric="views").value == Decimal(8400)


def test_a_video_keeps_the_figures_of_its_longer_window(taken):
    header = "Content,Video title,Video publish time,Views,Average view duration\n"
    for name, views, average in (
        ("Content 2026-01-01_2026-06-30", 900, "0:02:00"),
        ("Content 2026-07-01_2026-07-31", 40, "0:01:00"),
    ):
        last = taken(f'{header}abcdefghijk,A,"Jan 5, 2026",{views},{average}\n', f"{name}.csv", account="youtube:a")
    assert list(PostObservation.objects.order_by("metric").values_list("metric", "value")) == [("avg_view_s", 120), ("views", 900)]
    assert "Значения 1 публикации здесь меньше сохранённых; остаются сохранённые." in queries.preview(last)["warnings"]


def test_a_list_without_a_day_is_of_the_day_it_is_where_the_client_is(agency):
    agency.a.time_zone = "Asia/Vladivostok"
    agency.a.save()
    file = ContentFile(b"username;followers\nnoon;512\n", name="list.csv")
    with time_machine.travel("2026-11-27T22:00:00Z"):
        import_ = actions.keep(agency.brand_a, file, by=agency.strategist, options={"account": "instagram:any", "role": "own"})
        found = actions.read(import_)
        actions.write(actions.show(import_, found), found, by=agency.strategist)
    assert Observation.objects.get().starts_on == date(2026, 11, 28)


def test_rows_that_are_one_slice_together_become_what_its_value_becomes(taken):
    pages = (
        "Page,Page Title,Source,Country,Sessions,Page Views,Users\n/a,One,google,Spain,5,6,4\n/a,Other,google,Spain,6,7,5\n"
        "/b,B,google,Spain,7,8,6\n/a,One,google,Chile,{},9,7\n/a,Other,google,Chile,1,1,1\n"
    )
    options = {"account": "website:acme.ru", "period": "2026-05-01:2026-05-31"}
    told = [counts(taken(pages.format(sessions), **options)) for sessions in (8, 8, 9)]
    assert told == [(5, 5, 0, 0, []), (5, 0, 0, 5, []), (5, 0, 2, 3, [])]
