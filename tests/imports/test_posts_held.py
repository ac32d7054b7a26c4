"""Posts and files that another account has already, known by links, by times of another zone, by the file itself."""

import json

import pytest
from django.utils import translation

from smmstrategy.clients.models import Account
from smmstrategy.metrics.imports import actions, queries
from tests.imports.test_actions import brought, taken  # noqa: F401
from tests.imports.test_one_page_twice import MAY, OFTEN, desktop, instagram, table, warnings


def test_an_export_of_a_clock_in_another_zone_is_known_by_its_numbers_and_hours(brought, taken, agency):  # noqa: F811
    hours = [8, 9, 12, 15, 18, 20]
    rows = "".join(f"2026-05-{3 * n - 2:02} {hour}:30,https://t.me/acmechan/{n},A,5\n" for n, hour in enumerate(hours, 1))
    at = [MAY + OFTEN * n + hour * 3600 + 30 * 60 for n, hour in enumerate(hours)]
    for lag, is_said in ((3 * 3600, True), (600, False), (27 * 3600, False)):
        messages = [{"id": n, "type": "message", "date_unixtime": str(when + lag), "text": "A"} for n, when in enumerate(at, 1)]
        export = json.dumps({"name": "Acme", "type": "public_channel", "id": 1234567, "messages": messages})
        stored = taken(export, "result.json")
        assert bool(warnings(brought("Date,Link,Text,Views\n" + rows, "tgstat.csv"))) is is_said
        actions.undo(stored, by=agency.strategist)


def test_two_channels_that_post_at_a_fixed_hour_each_are_two(brought, taken):  # noqa: F811
    taken(desktop(range(1, 7)), "result.json")
    assert warnings(brought(table(range(1, 7), clock="15:00"), "tgstat.csv")) == []


def test_links_tell_posts_that_another_account_has_under_numbers(brought, taken, agency):  # noqa: F811
    plain = "Соцсеть;Аккаунт;Дата публикации;Ссылка;Лайки\n" + "".join(
        f"Instagram;Кафе Акме;2026-05-{n:02} 12:00;https://www.instagram.com/reel/C{n}/;5\n" for n in range(1, 7)
    )
    said = "instagram:{} has the posts of instagram:{} already"
    for one, other, names in (
        (instagram("acme", range(1, 7)), plain, ("acme", "Кафе Акме")),
        (plain, instagram("acme", range(1, 7)), ("Кафе Акме", "acme")),
    ):
        stored = taken(one, "one.csv")
        told = warnings(brought(other, "other.csv"))
        assert [text[: len(said.format(*names))] for text in told] == [said.format(*names)]
        actions.undo(stored, by=agency.strategist)


NOBODYS = "Дата публикации;Текст;Лайки\n" + "".join(f"2026-05-{n:02} 12:00;Пост {n};5\n" for n in range(1, 4))
VERY_FILE = "This very file is in {} already (import {}): what it says counts twice. To move it, undo that import first."


def test_the_very_same_file_under_another_account_is_said_to_be_there_already(brought, taken, agency, signed_in):  # noqa: F811
    first = taken(NOBODYS, account="vk:acme")
    shown = brought(NOBODYS, "again.csv", account="vk:wall")
    with translation.override("en"):
        assert VERY_FILE.format("vk:acme", first.pk) in queries.preview(shown)["warnings"]
    page = signed_in(agency.strategist).get(f"/imports/{shown.pk}/").content.decode()
    assert f'href="/imports/{first.pk}/"' in page
    actions.undo(first, by=agency.strategist)
    moved = taken(NOBODYS, "moved.csv", account="vk:wall")
    with translation.override("en"):
        assert [text for text in queries.preview(moved)["warnings"] if "very file" in text] == []
    assert list(Account.objects.values_list("handle", flat=True)) == ["wall"]


TABLES = "Наш канал\nДата;Подписчики\n01.05.2026;10\n02.05.2026;11\n\nКонкурент\nДата;Подписчики\n01.05.2026;90\n02.05.2026;91\n"


@pytest.mark.parametrize(
    ("left_out", "names", "is_said"),
    [(["Наш канал"], {}, False), ([], {"vk:наш канал": "beta", "vk:конкурент": "rival"}, True), (["Конкурент"], {}, True)],
    ids=["the other table", "both", "the same table"],
)
def test_a_table_taken_in_both_is_said_to_count_twice_and_no_other(brought, taken, left_out, names, is_said):  # noqa: F811
    first = taken(TABLES, account="vk:acme", tables_left_out=["Конкурент"])
    shown = brought(TABLES, account="vk:rival", tables_left_out=left_out, accounts_by_name=names, role="competitor")
    with translation.override("en"):
        found = queries.preview(shown)["warnings"]
    assert (VERY_FILE.format("vk:acme", first.pk) in found, shown.question) == (is_said, {})
    assert [text for text in found if "was read otherwise" in text] == []
