"""Files that ask and warn of nothing are written at once from the list, each with its own outcome."""

import pytest

from smmstrategy.files import path_of
from smmstrategy.jobs.models import Job
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics.imports.outcomes import SAME_FILE
from smmstrategy.metrics.models import Import, Post
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import DAYS, POSTS

pytestmark = pytest.mark.django_db
LIST = "/clients/client-a/imports/"
HEADER = POSTS.splitlines()[0]
UNDATED = POSTS.replace("завтра", "")  # kept and counted, which is warned of
ASKED = "The brand has Telegram: brand in this network already, and Telegram: second is new and another page. Say what it is"
LATER = POSTS.replace(";100;5", ";150;5")  # of a post of the first file
OTHER = f"{HEADER}\n05.04.2026 12:30;https://t.me/brand/8;H;10;1\n"


def states():
    return list(Import.objects.order_by("pk").values_list("status", flat=True))


def write_all(browser, *left_out):
    ready = Import.objects.filter(status="previewed").exclude(pk__in=left_out)
    return browser.post(f"{LIST}apply/", {"ready": ",".join(str(one.pk) for one in ready)}, follow=True)


def test_what_is_ready_is_written_in_the_order_it_was_brought_and_the_rest_is_listed_as_it_is(agency, strategist):
    bring(strategist, POSTS, DAYS, UNDATED, LATER, OTHER, "")
    page = words(strategist.get(LIST))
    assert "all files needs an answer 1 cannot be read 1 to be looked at 1 ready to be written 3" in page
    assert "Write all that is ready: 3" in page
    assert "what was not used of a file its own page says. 3 others wait for you: open each by itself." in page
    page = words(write_all(strategist))
    assert "3 files are being written, one after another." in page
    assert ("being written 3" in page, "Write all that is ready" in page) == (True, False)
    work()
    assert states() == ["applied", "asking", "previewed", "applied", "applied", "refused"]
    assert Post.objects.count() == 3
    applied = Entry.objects.filter(verb="applied").order_by("pk")
    assert [(entry.actor, entry.object_id) for entry in applied] == [
        (agency.strategist, one.pk) for one in Import.objects.filter(status="applied").order_by("pk")
    ]
    assert "export5.csv" in words(strategist.get(f"{LIST}?state=applied"))
    assert "export2.csv" not in words(strategist.get(f"{LIST}?state=applied"))


def test_one_that_cannot_be_written_stops_nobody(strategist, monkeypatch):
    bring(strategist, POSTS, OTHER, POSTS.replace("brand/", "second/"))
    gone, _written, broken = Import.objects.order_by("pk")
    write_all(strategist)
    path_of(gone.file_path).unlink()
    path_of(broken.file_path).write_text("%PDF-1.4 not a table")
    work()
    assert states() == ["refused", "applied", "refused"]
    assert "The stored file is gone. Upload it again." in words(strategist.get(f"/imports/{gone.pk}/"))


def test_what_broke_with_the_others_is_tried_by_itself_and_shown_as_given_up(strategist):
    bring(strategist, POSTS, OTHER)
    first, _second = Import.objects.order_by("pk")
    write_all(strategist)
    path = path_of(first.file_path)
    path.unlink()
    path.mkdir()  # what nobody foresees
    assert [job.kind for job in Job.objects.filter(status="queued")] == ["metrics.import_ready"]
    work()
    assert states() == ["previewed", "applied"]
    assert list(Job.objects.filter(status="queued").values_list("kind", "payload")) == [
        ("metrics.import", {"import": first.pk, "step": "apply"})
    ]


def test_a_double_press_and_what_was_not_shown_write_nothing_more(strategist):
    bring(strategist, POSTS, OTHER)
    second = Import.objects.latest("pk")
    write_all(strategist, second.pk)
    page = words(write_all(strategist, second.pk))
    assert "None of these files is ready any more. This is how they stand now." in page
    work()
    assert states() == ["applied", "previewed"]
    assert strategist.post(f"{LIST}apply/", {"ready": f"x,,{'9' * 40}"}).status_code == 302


def test_who_does_not_work_for_the_client_writes_nothing(agency, strategist, signed_in):
    bring(strategist, POSTS)
    number = Import.objects.get().pk
    for who in (agency.client_user, agency.stranger):
        assert signed_in(who).post(f"{LIST}apply/", {"ready": str(number)}).status_code == 404
    assert states() == ["previewed"]


def test_a_new_account_beside_one_of_the_brand_s_own_in_its_network_is_asked_about(strategist):
    second = POSTS.replace("brand/", "second/")
    bring(strategist, POSTS, second, POSTS.replace("t.me/brand/", "vk.com/wall-1_"))
    write_all(strategist)
    work()
    assert states() == ["applied", "asking", "applied"]
    address = f"/imports/{Import.objects.get(status='asking').pk}/"
    assert ASKED in words(strategist.get(address))
    assert "needs an answer 1" in words(strategist.get(LIST))
    strategist.post(address, {"role": "competitor"})
    work()
    assert "Write all that is ready: 1" in words(strategist.get(LIST))


def test_a_second_account_said_to_be_the_brand_s_own_is_ready(strategist):
    bring(strategist, POSTS)
    write_all(strategist)
    work()
    bring(strategist, POSTS.replace("brand/", "second/"), role="own")
    write_all(strategist)
    work()
    assert states() == ["applied", "applied"]


def test_what_only_says_how_a_file_was_read_keeps_nobody_from_writing_it(strategist):
    for _time in range(2):
        bring(strategist, POSTS)
        assert "Write all that is ready: 1" in words(strategist.get(LIST))
        write_all(strategist)
        work()
    again = Import.objects.latest("pk")
    assert "This very file has been imported before; it changes nothing." in words(strategist.get(f"/imports/{again.pk}/"))
    assert states() == ["applied", "applied"]


def test_a_preview_kept_before_sentences_said_that_they_ask_for_nobody_is_looked_at(strategist):
    bring(strategist, POSTS)
    import_ = Import.objects.get()
    import_.summary["warnings"] = [{"text": SAME_FILE["text"], "params": {}}]
    import_.save()
    page = words(strategist.get(LIST))
    assert ("to be looked at 1" in page, "Write all that is ready" in page) == (True, False)
