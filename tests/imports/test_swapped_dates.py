"""Day and month that Excel has swapped in the dates it could read, beside those that it left as text."""

from datetime import date, datetime

import pytest
from django.utils import translation

from smmstrategy.metrics.imports.orders_of_dates import choices
from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading.cells.dates import Order
from smmstrategy.metrics.imports.reading.columns import day_order
from tests.imports.forms_of_files import posts, said, workbook

TODAY = date(2026, 11, 22)
WEEKLY = (
    "Date;Text;Permalink;Likes\n"
    "10.03.2026 8:31;a;https://www.facebook.com/iva/posts/1;5\n"
    "10/14/2026 9:31;b;https://www.facebook.com/iva/posts/2;5\n"
)
ASKED = (
    "Some dates («10.03.2026 8:31») are written in another way than the rest: Excel may have swapped day and month in them. Say "
    "whether it has (--date-order swapped), or whether they are right as they stand (--date-order mdy)."
)
SWAPPED_ONE = (
    "Excel has swapped day and month in 1 date of this file; it was read the way it was published. If that is wrong, say which "
    "comes first (--date-order dmy or mdy)."
)


def days_of(found):
    return [post[3][:10] for post in posts(found)]


def test_of_one_date_in_the_writing_of_another_country_it_is_asked_whether_excel_has_swapped_it(understood):
    found = understood(WEEKLY)
    assert (found["question"]["asks"], found["question"]["ways"], said(found)) == ("date_order", ["swapped", "mdy"], ASKED)
    assert days_of(understood(WEEKLY, date_order="swapped")) == ["2026-10-03", "2026-10-14"]
    assert days_of(understood(WEEKLY, date_order="mdy")) == ["2026-03-10", "2026-10-14"]


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        (["2026-01-09", "2026-02-09", "13/09/2026", "14/09/2026"], ("swapped", "dmy")),
        (["2026-03-10 08:31:00", "10/23/2026 09:31"], ("swapped", "mdy")),
        (["10.03.2026", "10.03.2026", "10.03.2026", "10/23/2026"], ("swapped", "mdy")),
        (["08-05-2020", "7-16-2020"], ("swapped", "mdy")),
    ],
)
def test_one_or_two_that_could_be_swapped_are_asked_about(texts, ways):
    found = day_order.decide(texts, TODAY)
    assert (found.ask, found.ways) == (True, ways)


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        (["2026-09-10", "2026-09-11", "2026-09-12", "13/09/2026", "14/09/2026"], (date(2026, 9, 1), date(2026, 9, 30))),
        (["2026-09-10", "2026-09-11", "2026-09-12", "13/09/2026", "14/09/2026"], None),
        (["2026-01-12", "2026-02-12", "2026-03-12", "25/10/2026", "26/10/2026"], None),
        (["2026-09-01", "2026-10-01", "2026-11-01", "30/09/2026", "31/10/2026"], None),
    ],
    ids=["inside the days of the file", "day by day", "to come the other way", "the first days of months"],
)
def test_many_of_which_something_says_that_they_are_right_as_they_stand_are_asked_about(texts, period):
    found = day_order.decide(texts, TODAY, period=period)
    assert (found.ask, found.ways) == (True, ("swapped", "dmy"))


def test_many_that_stand_among_the_others_only_when_turned_back_were_swapped():
    days = [*(f"2026-{day:02}-09" for day in range(1, 13)), *(f"{day}/09/2026" for day in range(13, 31))]
    found = day_order.decide(days, TODAY)
    assert (found.ask, found.is_swapped, found.warning["params"]) == (False, True, {"count": 11})


def test_many_that_stand_as_near_to_the_others_either_way_were_swapped():
    found = day_order.decide(["13/01/2026", "2026-02-03", "2026-04-05", "2026-07-08", "25/10/2026"], TODAY)
    assert (found.ask, found.is_swapped, found.warning["params"]) == (False, True, {"count": 3})


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-09-09", "13/09/2026"], "dmy"),
        (["2026-09-14", "2026-01-09", "13/09/2026"], "dmy"),
        (["12.08.2026", "16.08.2026", "8/20/2026"], "mdy"),
        (["03.09.2026", "13/09/2026"], "dmy"),
        (["2026-11-12", "13/09/2026"], "dmy"),
        (["10.03.2026", "10/05/2026", "10/23/2026"], "mdy"),
    ],
    ids=[
        "day and month are equal",
        "one has a day above 12",
        "and with dots",
        "of one country",
        "the other way is to come",
        "one that Excel could read has its slashes",
    ],
)
def test_what_excel_cannot_have_swapped_stays_as_written(texts, order):
    assert day_order.decide(texts, TODAY) == Order(order)


def test_what_is_to_come_as_it_stands_was_swapped_and_that_is_said():
    found = day_order.decide(["2026-12-09", "13/09/2026"], TODAY)
    with translation.override("en"):
        told = sentence(found.warning)
    assert (found.is_swapped, told) == (True, SWAPPED_ONE)


def test_cells_of_a_workbook_beside_texts_are_asked_about(understood):
    rows = [
        [datetime(2026, 3, 10, 8, 31), "a", "https://www.instagram.com/p/AbC/", 9],  # noqa: DTZ001  cells know no zone
        ["10/23/2026 09:31", "b", "https://www.instagram.com/p/AbD/", 5],
    ]
    book = workbook([["Date", "Text", "Permalink", "Reach"], *rows], formats={0: "dd.mm.yyyy hh:mm"})
    assert understood(book, "meta.xlsx", account="instagram:iva")["question"]["asks"] == "date_order"


def test_both_answers_show_the_dates_as_they_would_be():
    found = day_order.decide(["10.03.2026", "10/14/2026"], TODAY)
    question = {"asks": "date_order", "likely": "swapped", "ways": found.ways, "examples": found.examples, "future": found.future}
    with translation.override("en"):
        offered = choices(question)
    assert offered == [
        ("swapped", "swapped by Excel in some of the dates: turned back (10.03.2026 — 3 October 2026)"),
        ("mdy", "right as they stand (10.03.2026 — 10 March 2026)"),
    ]


SUITE = "Идентификатор публикации;Имя пользователя аккаунта;Время публикации;Постоянная ссылка;Охват\n" + "".join(
    f"{n};iva.shop;10.0{n}.2026 8:31;https://www.instagram.com/p/Ab{n}/;10{n}\n" for n in (1, 3, 5, 9)
)
OCTOBER = ["2026-10-01", "2026-10-03", "2026-10-05", "2026-10-09"]
AS_THEY_STAND = ["2026-01-10", "2026-03-10", "2026-05-10", "2026-09-10"]


def test_where_its_source_never_writes_so_all_dates_may_be_swapped_and_that_is_asked(understood):
    found = understood(SUITE)
    assert (found["question"]["asks"], found["question"]["ways"]) == ("date_order", ["swapped", "dmy"])
    assert "Excel may have swapped day and month in all of them" in said(found)
    assert days_of(understood(SUITE, date_order="swapped")) == OCTOBER
    assert days_of(understood(SUITE, date_order="dmy")) == AS_THEY_STAND


def test_the_days_in_the_name_of_the_file_tell_it(understood):
    found = understood(SUITE, "Oct-01-2026_Oct-11-2026_1234567890.csv")
    assert (days_of(found), found["question"]) == (OCTOBER, {})
    assert "Excel has swapped day and month in 4 dates" in said(found)
    assert days_of(understood(SUITE, "Jan-01-2026_Sep-30-2026_1234567890.csv")) == AS_THEY_STAND


def test_the_days_that_a_person_has_named_tell_it_before_those_in_the_name_of_the_file(understood):
    october = understood(SUITE, period="2026-10-01:2026-10-31")
    assert (days_of(october), october["question"]) == (OCTOBER, {})
    till_september = understood(SUITE, "Oct-01-2026_Oct-11-2026_1234567890.csv", period="2026-01-01:2026-09-30")
    assert (days_of(till_september), till_september["question"]) == (AS_THEY_STAND, {})


def test_they_tell_of_dates_with_slashes_too(understood):
    found = understood("Дата;Текст;Лайки\n10/01/2026;а;5\n10/03/2026;б;6\n", account="vk:iva", period="2026-10-01:2026-10-31")
    assert (days_of(found), found["question"]) == (["2026-10-01", "2026-10-03"], {})


def test_a_day_above_12_shows_that_none_is_swapped(understood):
    found = understood(SUITE + "7;iva.shop;14.10.2026 8:31;https://www.instagram.com/p/Ab7/;107\n")
    assert (days_of(found), found["question"]) == ([*AS_THEY_STAND, "2026-10-14"], {})
