"""Dates in files: how they are written, and day/month against month/day over a whole column."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading.cells import dates, titles
from smmstrategy.metrics.imports.reading.cells.dates import Moment, Order
from smmstrategy.metrics.imports.reading.columns import day_order
from tests.imports.forms_of_files import posts

TODAY = date(2026, 11, 22)
NAMES = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-26", date(2026, 9, 26)),
        ("Sep 26, 2026", date(2026, 9, 26)),
        ("26 сентября 2026 г.", date(2026, 9, 26)),
        ("26 сент. 2026", date(2026, 9, 26)),
        ("26.09.2026", date(2026, 9, 26)),
        ("05.08.2026", date(2026, 8, 5)),
        ("20201022", date(2020, 10, 22)),
        ("42059", date(2015, 2, 24)),
        ("26 мая 2026", date(2026, 5, 26)),
        ("2026/01/31", date(2026, 1, 31)),
        ("1/2/26", date(2026, 2, 1)),
        ("26-сен-26", date(2026, 9, 26)),
        ("26 Sept 2026", date(2026, 9, 26)),
        ("26 СЕНТЯБРЯ 2026", date(2026, 9, 26)),
    ],
)
def test_a_day_is_read_as_written(text, day):
    assert dates.parse(text, Order("dmy")) == Moment(day)


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("21.09.2026 – 27.09.2026", "2026-09-21/2026-09-27"),
        ("01.06-07.06.2026", "2026-06-01/2026-06-07"),
        ("1-7.06.26", "2026-06-01/2026-06-07"),
        ("1-7 июня 2026", "2026-06-01/2026-06-07"),
        ("29 июня – 5 июля 2026 г.", "2026-06-29/2026-07-05"),
        ("29.12-04.01.2026", "2025-12-29/2026-01-04"),
        ("June 1-7, 2026", "2026-06-01/2026-06-07"),
        ("Jun 29 – Jul 5, 2026", "2026-06-29/2026-07-05"),
    ],
)
def test_a_stretch_of_days_is_read_as_written(text, stretch):
    assert (dates.parse(text, Order("dmy")).written(), dates.are_days([text])) == (stretch, True)


@pytest.mark.parametrize("text", ["7.06-1.06.2026", "40-45 июня 2026", "1-7 мартобря 2026"])
def test_what_runs_backwards_or_is_no_day_is_no_stretch(text):
    with pytest.raises(dates.NotADate):
        dates.parse(text, Order("dmy"))


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2017-01-30 18:00 +0000", datetime(2017, 1, 30, 18, tzinfo=UTC)),
        ("2021-07-21T15:30:34+00:00", datetime(2021, 7, 21, 15, 30, 34, tzinfo=UTC)),
        ("2022-01-22T01:02:03Z", datetime(2022, 1, 22, 1, 2, 3, tzinfo=UTC)),
        ("02/19/2015 11:45:22 PM", datetime(2015, 2, 19, 20, 45, 22, tzinfo=UTC)),
        ("26 сентября 2026 г. в 14:05", datetime(2026, 9, 26, 11, 5, tzinfo=UTC)),
        ("2026-09-26 14:05:00+03", datetime(2026, 9, 26, 11, 5, tzinfo=UTC)),
        ("26.09.2026 14:05 (UTC+3)", datetime(2026, 9, 26, 11, 5, tzinfo=UTC)),
        ("1632744000", datetime(2021, 9, 27, 12, tzinfo=UTC)),
    ],
)
def test_a_moment_is_utc(text, instant):
    moscow = ZoneInfo("Europe/Moscow")
    assert dates.parse(text, Order("mdy")).instant(moscow, moscow) == instant


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "UTC", "Pacific/Kiritimati"])
@pytest.mark.parametrize("client", ["Asia/Kamchatka", "Asia/Yekaterinburg", "Europe/Kaliningrad"])
def test_a_day_without_a_time_is_that_day_for_the_client(zone, client):
    instant = Moment(date(2026, 6, 30)).instant(ZoneInfo(zone), ZoneInfo(client))
    assert instant.astimezone(ZoneInfo(client)) == datetime(2026, 6, 30, 12, tzinfo=ZoneInfo(client))


@pytest.mark.parametrize("clock", ["0:00", "00:00", "00:00:00", "12:00:00 AM", "00:00 (UTC)"])
def test_a_column_whose_every_time_is_midnight_says_days(understood, clock):
    rows = "Дата;Ссылка;Просмотры\n" + "".join(f"0{n}.06.2026 {clock};https://vk.com/wall-1_{n};5\n" for n in (1, 2))
    days = [[f"2026-06-0{n}T09:00:00+00:00", False] for n in (1, 2)]
    assert [post[3:5] for post in posts(understood(rows))] == days
    assert [post[4] for post in posts(understood(f"{rows}03.06.2026 9:30;https://vk.com/wall-1_3;5\n"))] == [True] * 3
    assert [post[4] for post in posts(understood(f"{rows}03.06.2026;https://vk.com/wall-1_3;5\n"))] == [False] * 3


@pytest.mark.parametrize("text", ["Marketing 2026", "Decor 2026", "Сентябрьск 2026", "5 маяк 2026", "Mayor 5, 2026"])
def test_a_word_that_begins_like_a_month_is_none(text):
    with pytest.raises(dates.NotADate):
        dates.parse(text, Order())


def test_a_month_is_a_month_in_every_case():
    forms = ["январь", "Февраля", "марту", "апрелем", "мае", "мая", "июню", "июль", "августом", "сент.", "октябре", "нояб.", "дек"]
    found = [dates.parse(f"{form} 2026", Order()).day.month for form in forms]
    assert found == [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 11, 12]


def test_a_month_is_a_month():
    assert [dates.parse(text, Order()) for text in ("2026-03", "март 2026", "Mar 2026", "мар.26")] == [
        Moment(date(2026, 3, 1), is_month=True)
    ] * 4


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["01/02/2026", "13/02/2026"], "dmy"),
        (["01/02/2026", "02/13/2026"], "mdy"),
        (["01/06/2026", "02/06/2026", "03/06/2026", "04/06/2026", "05/06/2026"], "dmy"),
        (["03/12/2026", "04/11/2026"], "mdy"),
        (["05/08/2026 – 11/08/2026", "12/08/2026 – 18/08/2026"], "dmy"),
    ],
    ids=["a day above 12", "a second number above 12", "one day after another", "the other way lies in the future", "weeks"],
)
def test_the_order_is_decided_over_the_column(texts, order):
    assert day_order.decide(texts, TODAY) == Order(order)


@pytest.mark.parametrize(
    "texts",
    [
        ["05/08/2026 - 11/08/2026"],
        [f"{month:02}/01/2026" for month in range(1, 11)],
        [f"01-{month:02}-2026" for month in range(1, 11)],
        [f"{month}/1/26" for month in range(10, 0, -1)],
        ["05/08/2026 10:00", "05/08/2026 11:00", "05/08/2026 12:00", "05/08/2026 13:00", "05/08/2026 14:00", "05/08/2026 15:00"],
    ],
    ids=["weeks", "firsts of months, month first", "firsts of months, day first", "from the newest", "all of one day"],
)
def test_what_makes_sense_both_ways_is_asked(texts):
    assert day_order.decide(texts, TODAY).ask


def test_the_question_says_how_many_dates_lie_in_the_future_either_way():
    assert day_order.decide(["03/12/2026", "12/11/2026", "01/02/2026"], TODAY).future == {"dmy": 1, "mdy": 1}


def test_an_order_that_puts_a_date_into_tomorrow_gives_way_to_the_other():
    assert day_order.decide(["10/11/2026", "11/12/2026", "11/01/2026"], date(2026, 12, 10)) == Order("mdy")


@pytest.mark.parametrize(
    ("texts", "period", "order"),
    [
        ([f"{month:02}/01/2026" for month in range(1, 11)], (date(2026, 1, 1), date(2026, 1, 31)), "dmy"),
        ([f"{month:02}/01/2026" for month in range(1, 11)], (date(2026, 1, 1), date(2026, 12, 31)), None),
        (["05/08/2026", "06/08/2026"], (date(2026, 5, 1), date(2026, 6, 30)), "mdy"),
    ],
)
def test_the_days_of_the_file_decide(texts, period, order):
    found = day_order.decide(texts, TODAY, period=period)
    assert (None if found.ask else found.order) == order


def test_months_that_have_not_come_are_no_months():
    assert day_order.decide([f"{month:02}/01/2026" for month in range(1, 11)], date(2026, 3, 1)) == Order("dmy")


def test_what_cannot_be_decided_is_asked():
    assert day_order.decide(["01/02/2026", "05/02/2026"], TODAY).ask
    assert day_order.decide(["13/02/2026", "02/13/2026", "01/02/2026"], TODAY).ask


def test_a_persons_answer_is_taken():
    assert day_order.decide(["01/02/2026", "05/02/2026"], TODAY, "mdy") == Order("mdy", is_told=True)


MIXED = "Дата;Ссылка;Просмотры\n" + "".join(
    f"{day};https://vk.com/wall-1_{n};5\n" for n, day in enumerate(["13/05/2026", "05/14/2026 09:00", "06/07/2026", "15.05.2026"])
)


def test_of_dates_in_both_orders_it_is_asked_and_said_how_many_either_leaves_unread(understood):
    found = understood(MIXED)["question"]
    assert (found["asks"], found["unfit"], found["examples"]) == ("date_order", {"dmy": 1, "mdy": 1}, ["06/07/2026"])
    assert understood(MIXED.replace("13/05", "12/05"))["question"] == {}
    assert [understood(f"{MIXED}{day}/2026;https://vk.com/wall-1_9;5\n")["question"]["likely"] for day in ("14/05", "05/15")] == [
        "dmy",
        "mdy",
    ]


@pytest.mark.parametrize(
    ("order", "days", "refused"),
    [
        ("dmy", ["2026-05-13", "2026-07-06", "2026-05-15"], "3: «05/14/2026 09:00» — не дата, если первым стоит день."),
        ("mdy", ["2026-05-14", "2026-06-07", "2026-05-15"], "2: «13/05/2026» — не дата, если первым стоит месяц."),
    ],
)
def test_a_date_that_does_not_fit_the_order_said_is_refused(understood, order, days, refused):
    found = understood(MIXED, date_order=order)
    assert [post[3][:10] for post in posts(found)] == days
    assert [f"{row}: {sentence(reason)}" for row, reason in found["rejected"]] == [refused]


def test_dates_that_excel_swapped_are_swapped_back_and_said():
    found = day_order.decide(["08-05-2020", "03-04-2020", "7-16-2020", "02-11-2019"], TODAY)
    assert (found.order, found.warning["params"]) == ("dmy", {"count": 3})


@pytest.mark.parametrize(("cell", "day"), [("2020-08-05", date(2020, 5, 8)), ("08.05.2020", date(2020, 8, 5))])
def test_dates_of_excel_among_american_text_were_swapped(cell, day):
    found = day_order.decide([cell, "2020-03-04", "7/16/2020", "2019-02-11"], TODAY)
    assert dates.parse(cell, found).day == day


def test_dates_with_dots_stay_as_written_where_one_of_them_cannot_be_swapped():
    assert day_order.decide(["08.05.2020", "03.04.2020", "7/16/2020", "16.02.2019"], TODAY) == Order("mdy")


@given(st.dates(date(1995, 1, 1), date(2026, 1, 1)), st.times().map(lambda t: t.replace(microsecond=0)))
def test_what_we_write_we_read(day, clock):
    iso = f"{day} {clock}"
    russian = f"{day.day} {NAMES[day.month - 1]} {day.year} г., {clock:%H:%M:%S}"
    american = f"{day:%m/%d/%Y} {clock:%I:%M:%S %p}"
    assert {dates.parse(text, Order("mdy")) for text in (iso, russian, american)} == {
        Moment(day, time(clock.hour, clock.minute, clock.second))
    }


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    try:
        dates.parse(text, Order())
    except dates.NotADate:
        pass


@pytest.mark.parametrize(
    "name",
    [
        "x_20161201_20170101_en.csv",
        "Content 2016-12-01_2017-01-01 Channel",
        "# 20161201-20170101",
        "Отчёт 01.12.2016-01.01.2017.csv",
        "Период: с 01.12.2016 по 01.01.2017 г.",
        "Выгружено 03.07.2017. Период 01.12.2016–01.01.2017",
        "Период с 01.12.2016 г. по 01.01.2017 г., выгружено 03.07.2017 10:15",
        "Exported 2016-11-03, period 2016-12-01 00:00 – 2017-01-01 23:59",
        "20170703_20161201_20170101.csv",
        "Start date 2016-12-01, end date 2017-01-01",
    ],
)
def test_a_name_gives_its_period(name):
    assert titles.periods_in(name) == [(date(2016, 12, 1), date(2017, 1, 1))]


@pytest.mark.parametrize(
    ("header", "hours"),
    [
        ("Дата (UTC+3)", 3),
        ("date_utc", 0),
        ("Date, GMT −5:30", -5.5),
        ("Время (МСК)", 3),
        ("Outcome", None),
    ],
)
def test_a_header_names_the_zone_of_its_times(header, hours):
    zone = dates.zone_in(header)
    assert (zone and zone.utcoffset(None)) == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(("first", "step", "is_said"), [(8, 1, True), (7, 1, True), (6, 1, False), (20, 2, False)])
def test_dates_filled_down_into_the_future_are_doubted_where_they_are_past_too(understood, first, step, is_said):
    days = [TODAY + timedelta(days=n) for n in range(-first, 9, step)]
    rows = "".join(f"{day:%d.%m.%Y};https://vk.com/wall-1_{n};5\n" for n, day in enumerate(days))
    found = understood(f"Дата;Ссылка;Просмотры\n{rows}")
    text = (
        "The dates run on day by day from {day} into the future, as a spreadsheet fills them down: those already past may be "
        "wrong, too."
    )
    assert found["warnings"] == ([{"text": text, "params": {"day": days[0].isoformat()}}] if is_said else [])
    assert len(found["rejected"]) == sum(day > TODAY for day in days)
