"""A month without a post of an account that posts about every week: silence where a person says so, until the import is undone."""

from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from audits.queries import evidence
from smmstrategy.clients.models import Account
from smmstrategy.ledger.models import Entry
from smmstrategy.metrics import queries
from smmstrategy.metrics.imports import actions
from smmstrategy.metrics.imports.queries import preview, silences
from smmstrategy.metrics.models import Collection, Import
from smmstrategy.metrics.periods import Period
from tests.imports.test_actions import brought, taken, worked  # noqa: F401
from tests.imports.test_message_numbers import BEFORE, export

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
SHOWN = "vk:club1 2026-07-01"


def posts(**by_month: int) -> str:
    """«m07=4» is four posts of July."""
    rows = [
        f"2026-{month[1:]}-{n:02};https://vk.com/wall-1_{month[1:]}{n};A;{n}"
        for month, count in by_month.items()
        for n in range(1, count + 1)
    ]
    return "\n".join(["Date;Link;Text;Likes", *rows])


SUMMER = posts(m05=5, m06=5, m08=5)


def in_doubt() -> list[Period]:
    found = queries.months_in_doubt(Account.objects.all(), ZoneInfo("Europe/Moscow"))
    return [month for months in found.values() for month in months]


def said(import_) -> list[str]:
    return [warning for warning in english(import_) if "was there silence" in warning]


def english(import_) -> list[str]:
    with translation.override("en"):
        return preview(import_)["warnings"]


def test_the_preview_asks_of_a_month_in_doubt_and_an_answer_settles_it(brought, agency):  # noqa: F811
    import_ = brought(SUMMER)
    assert said(import_) == [
        "The file has no posts of vk:club1 in July 2026: was there silence, or does the file lack them? Nobody knows, so these "
        "months count as not known until a file brings posts of them or somebody confirms that nothing was posted (--silent)."
    ]
    assert [(one["in_doubt"], one["silent_as_said"]) for one in silences(import_)] == [(["2026-07-01"], [])]
    actions.answer(import_, answers={"silent": True}, by=agency.strategist)
    import_ = worked(import_)
    assert said(import_) == []
    assert [(one["in_doubt"], one["silent_as_said"]) for one in silences(import_)] == [([], ["2026-07-01"])]


def test_what_was_said_is_kept_with_the_numbers_and_goes_with_them(taken, agency):  # noqa: F811
    import_ = taken(SUMMER, silent=True)
    assert (Collection.objects.get().silent, in_doubt()) == ([JULY], [])
    entry = Entry.objects.get(verb="applied")
    assert (entry.actor, entry.after["silent"]) == (agency.strategist, {"vk:club1": ["2026-07-01"]})
    again = taken(SUMMER)
    assert (said(again), in_doubt()) == ([], [])
    actions.undo(import_, by=agency.strategist)
    assert in_doubt() == [Period.months(JULY, 1)]


def test_it_can_be_said_of_what_is_applied_already(taken, agency):  # noqa: F811
    import_ = taken(SUMMER)
    assert in_doubt() == [Period.months(JULY, 1)]
    actions.count_as_silent(import_, shown=[SHOWN], by=agency.strategist)
    import_.refresh_from_db()
    assert (in_doubt(), said(import_), Collection.objects.get().silent) == ([], [], [JULY])
    entry = Entry.objects.get(verb="changed")
    assert (entry.actor, entry.after) == (agency.strategist, {"silent": {"vk:club1": ["2026-07-01"]}})
    with pytest.raises(actions.NotNow):
        actions.count_as_silent(import_, shown=[SHOWN], by=agency.strategist)
    actions.undo(import_, by=agency.strategist)
    assert Collection.objects.count() == 0


def test_the_audit_counts_no_posts_in_a_month_that_was_said_to_be_silent(taken, agency):  # noqa: F811
    import_ = taken(SUMMER)
    assert posts_by_month(agency.brand_a) == [5, 5, None, 5]
    actions.count_as_silent(import_, shown=[SHOWN], by=agency.strategist)
    assert posts_by_month(agency.brand_a) == [5, 5, 0, 5]


def posts_by_month(brand) -> list[Decimal | None]:
    months = evidence(brand, Period.months(date(2026, 8, 31), 4)).own.now.months
    return [month.numbers["posts"].value if "posts" in month.numbers else None for month in months]


def test_of_an_export_of_telegram_whose_numbers_run_on_nobody_is_asked(taken):  # noqa: F811
    messages = [*BEFORE, *((n, f"2026-08-{n:02}") for n in range(6, 11))]
    import_ = taken(export(*messages), "result.json")
    assert (said(import_), silences(import_), in_doubt(), Collection.objects.get().silent) == ([], [], [], [JULY])


def test_a_file_with_posts_of_the_month_says_otherwise_than_the_person(taken, agency):  # noqa: F811
    taken(SUMMER, silent=True)
    later = taken(posts(m07=4))
    assert in_doubt() == []
    account = Account.objects.get()
    assert queries.posts_by_month([account], ZoneInfo("Europe/Moscow"))[account.pk][2026 * 12 + 6] == 4
    actions.undo(later, by=agency.strategist)
    assert in_doubt() == []


def test_nothing_is_asked_of_a_month_of_which_posts_are_stored(brought, taken):  # noqa: F811
    taken(posts(m07=4))
    import_ = brought(SUMMER)
    assert (said(import_), silences(import_)) == ([], [])


def test_a_month_between_two_files_is_asked_about_where_one_of_them_claims_to_know_it(brought, taken):  # noqa: F811
    taken(posts(m05=5, m06=5))
    import_ = brought(posts(m08=5), period="2026-07-01:2026-08-31")
    assert [one["in_doubt"] for one in silences(import_)] == [["2026-07-01"]]
    assert [silences(brought(posts(m08=5), "other.csv"))] == [[]]


def test_it_holds_of_the_months_alone_that_were_shown(taken, agency):  # noqa: F811
    of_june = taken(posts(m06=5), "june.csv")
    import_ = taken(posts(m05=5, m08=5))
    assert [one["in_doubt"] for one in silences(import_)] == [["2026-07-01"]]
    actions.undo(of_june, by=agency.strategist)
    assert [one["in_doubt"] for one in silences(import_)] == [["2026-06-01", "2026-07-01"]]
    actions.count_as_silent(import_, shown=[SHOWN], by=agency.strategist)
    import_.refresh_from_db()
    assert (Collection.objects.get().silent, in_doubt()) == ([JULY], [Period.months(JUNE, 1)])
    (account,), (question,) = silences(import_), said(import_)
    assert (account["in_doubt"], account["silent_as_said"]) == (["2026-06-01"], ["2026-07-01"])
    assert question.startswith("The file has no posts of vk:club1 in June 2026: was there silence")


@pytest.mark.parametrize("shown", [[], ["vk:club2 2026-07-01"], ["vk:club1 2026-06-01"], ["2026-07-01"], ["vk:club1"]])
def test_nothing_is_kept_of_months_that_are_not_in_doubt_or_were_not_shown(taken, agency, shown):  # noqa: F811
    import_ = taken(SUMMER)
    with pytest.raises(actions.NotNow):
        actions.count_as_silent(import_, shown=shown, by=agency.strategist)
    assert (Collection.objects.get().silent, in_doubt()) == ([], [Period.months(JULY, 1)])


@pytest.mark.parametrize("silent", [False, True])
def test_a_preview_no_longer_holds_when_other_months_are_in_doubt(brought, taken, agency, silent):  # noqa: F811
    of_june = taken(posts(m06=5), "june.csv")
    import_ = brought(posts(m05=5, m08=5), silent=silent)
    actions.undo(of_june, by=agency.strategist)
    import_ = confirmed(import_, agency)
    (account,) = silences(import_)
    assert import_.status == Import.Status.PREVIEWED
    assert account["silent_as_said" if silent else "in_doubt"] == ["2026-06-01", "2026-07-01"]
    assert "Something has changed" in " ".join(english(import_))
    assert confirmed(import_, agency).status == Import.Status.APPLIED
    assert Collection.objects.get().silent == ([JUNE, JULY] if silent else [])


TWO = "\n".join([SUMMER, *(line.replace("wall-1_", "wall-2_") for line in SUMMER.splitlines()[1:])])


def test_by_command_it_is_said_of_all_accounts_or_of_those_named(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text(TWO)
    options = (tmp_path / "posts.csv", "--role", "own", "--dry-run")
    one = import_export(*options, "--silent", "vk:public1", "--silent", "vk:Кофейня")
    assert (one["files"][0]["silent"], [*one["files"][0]["in_doubt"]]) == ({"vk:club1": ["2026-07-01"]}, ["vk:club2"])
    said = "--silent vk:{}: no whole month without a post of it is in doubt."
    assert (said.format("кофейня") in one["lines"], said.format("club1") in one["lines"]) == (True, False)
    every = import_export("--silent", *options)
    assert {*every["files"][0]["silent"]} == {"vk:club1", "vk:club2"}
    (tmp_path / "posts.csv").write_text(posts(m05=5))
    none = import_export(*options, "--silent")
    assert (none["status"], none["lines"][-1]) == (0, "--silent: no whole month without a post is in doubt in these files.")


def confirmed(import_, agency) -> Import:
    actions.confirm(import_, by=agency.strategist)
    return worked(import_)


def test_by_command_what_is_kept_is_said(import_export, tmp_path):
    (tmp_path / "june.csv").write_text(posts(m06=5))
    (tmp_path / "other.csv").write_text(posts(m05=5, m08=5))
    arguments = (tmp_path / "other.csv", "--silent")
    import_export(tmp_path / "june.csv")
    foretold = import_export(*arguments, "--dry-run")
    assert (foretold["files"][0]["silent"], Collection.objects.filter(silent=[JULY]).count()) == ({"vk:club1": ["2026-07-01"]}, 0)
    written = import_export(*arguments)
    assert written["files"][0]["silent"] == foretold["files"][0]["silent"]
    assert "  vk:club1, silent: July 2026" in written["lines"]
    assert [one.silent for one in Collection.objects.order_by("pk")] == [[], [JULY]]


def test_by_command(import_export, tmp_path):
    (tmp_path / "posts.csv").write_text(SUMMER)
    first = import_export(tmp_path / "posts.csv")
    assert first["files"][0]["in_doubt"] == {"vk:club1": ["2026-07-01"]}
    known = "  vk:club1, posts known: 1 May 2026 – 5 August 2026, but for July 2026"
    assert known in first["lines"]
    second = import_export(tmp_path / "posts.csv", "--silent")
    assert (second["status"], second["files"][0]["in_doubt"]) == (0, {})
    assert known.removesuffix(", but for July 2026") in second["lines"]
    assert in_doubt() == []
