"""A brand's numbers: every number on the page can be counted by hand."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from audits.queries import evidence
from smmstrategy.clients.isolation import scope
from smmstrategy.metrics.actions import Statement, record_all
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord
from smmstrategy.numbers.measures import written
from tests.web.conftest import post, track


@pytest.fixture
def page(agency, channel, signed_in):
    def numbers(query=""):
        return signed_in(agency.strategist).get("/brands/brand-a/numbers/" + query)

    return numbers


def cards(answer):
    return {card.key: card for card in answer.context["cards"]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-06-30", "2026-01-01", "The period ends (1 January 2026) before it begins (30 June 2026): the usual one is shown."),
        ("soon", "", "“soon” and “” are not two dates: the usual period is shown."),
        ("1970-01-01", "1970-02-01", "There are no numbers of 1990 or earlier: the usual period is shown."),
        ("2020-01-01", "2026-01-01", "A period has at most 1,100 days: the usual one is shown."),
        ("2026-06-01", "2126-06-30", "30 June 2126 is still to come: the usual period is shown."),
    ],
)
def test_days_that_cannot_be_shown_are_refused_in_a_sentence_and_stay_in_the_form(channel, page, first, last, said):
    answer = page(f"?period=custom&first={first}&last={last}")
    assert answer.context["refused"] == said
    assert said in answer.content.decode()
    assert answer.context["choice"].period == Period(date(2026, 1, 1), date(2026, 6, 30))
    assert f'name="first" required value="{first}"' in answer.content.decode()
    assert f'name="last" required value="{last}"' in answer.content.decode()


@pytest.mark.django_db
def test_today_is_that_of_the_client(page):
    """Half past nine in the evening of 10 July in Greenwich is 11 July in Moscow."""
    with time_machine.travel("2026-07-10T21:30:00Z"):
        refused = [page(f"?period=custom&first=2026-07-01&last=2026-07-{last}").context["refused"] for last in (11, 12)]
    assert refused == ["", "12 July 2026 is still to come: the usual period is shown."]


@pytest.mark.django_db
def test_a_year_is_compared_once_and_the_page_says_so(page):
    answer = page("?period=custom&first=2025-07-01&last=2026-06-30&against=year_earlier")
    assert [name for name, _address, _is_current in answer.context["against"]] == ["The period before", "No comparison"]
    assert "The same days a year earlier are the period before: they are compared once." in answer.content.decode()


@pytest.mark.django_db
def test_the_cards_say_what_a_careful_reader_would_count(page):
    found = cards(page())
    values = {key: card.value for key, card in found.items()}
    assert values == {
        "followers_end": "1,180",  # 1000 on 1 January and one more each day
        "growth_abs": "+181",  # from 999 on 31 December
        "posts": "60",
        "interactions": "1,200",  # 60 posts × 20 likes
        "interactions.median": "20",
        "views": "6,000",
        "er_view.median": "20.00%",
    }
    assert found["interactions"].change.absolute == "+600"
    assert found["interactions"].change.relative == "+100.0%"
    assert found["interactions"].change.words == "up"  # no test is put to a sum
    assert found["interactions.median"].change.words == "up, better"
    assert [found[key].change.tone for key in ("interactions", "interactions.median")] == ["neutral", "good"]
    assert found["er_view.median"].change.absolute == "+10.00\u00a0pp"


@pytest.mark.django_db
def test_page_and_audit_of_the_same_months_show_the_same_numbers_and_verdicts(agency, page):
    with scope("system"):
        own = evidence(agency.brand_a, Period(date(2026, 1, 1), date(2026, 6, 30))).subjects[0]
    changes = {change.measure: change for change in own.changes if change.against == "before"}
    audited = {
        code: (written(code, own.now.numbers[code].value, "en"), change and change.verdict.value)
        for code in cards(page())
        for change in [changes.get(code)]
    }
    verdicts = {"better": "better", "within usual variation": "steady", "": "untested"}
    shown = {key: (card.value, card.change and verdicts[card.change.verdict]) for key, card in cards(page()).items()}
    assert shown == audited
    assert len([value for value, verdict in shown.values() if verdict]) == 7


@pytest.mark.django_db
def test_a_change_over_some_of_the_accounts_says_so(agency, channel, page):
    late = track(agency.brand_a, "vk", "late")
    store(late, posts=[post(date(2026, 6, day), views=100, likes=30) for day in range(1, 11)])
    found = cards(page())["interactions"]
    assert (found.value, found.change.before) == ("1,500", "600 → 1,200, 1 of 2 accounts")
    assert page(f"?account={channel.pk}").context["cards"][3].change.before == "was 600"


@pytest.mark.django_db
def test_a_period_of_other_accounts_is_not_drawn_beside_this_one(agency, channel, page):
    late = track(agency.brand_a, "vk", "late")
    store(late, posts=[post(date(2026, 6, day), views=100, likes=30) for day in range(1, 11)])
    drawn = lambda query: {chart.key: len(chart.series) for chart in page(query).context["charts"]}  # noqa: E731
    assert (drawn("")["views"], drawn(f"?account={channel.pk}")["views"]) == (1, 2)


@pytest.mark.django_db
def test_the_median_of_months_of_other_accounts_is_a_gap(agency, channel, page):
    """The second account is known since May."""
    late = track(agency.brand_a, "vk", "late")
    store(late, posts=[post(date(2026, month, day), views=100, likes=30) for month in (5, 6) for day in range(1, 11)])
    texts = {chart.key: chart.series[0].texts for chart in page("").context["charts"]}
    assert texts["er_view.median"] == ["n/a"] * 4 + ["25.00%", "25.00%"]
    alone = {chart.key: chart.series[0].texts for chart in page(f"?account={channel.pk}").context["charts"]}
    assert alone["er_view.median"] == ["20.00%"] * 6


def visits(*days):
    return [AccountRecord("visits", first, last, Decimal(value)) for first, last, value in days]


@pytest.fixture
def site(agency):
    return track(agency.brand_a, "website", "site")


def store(account, values=(), posts=(), days=None):
    stated = Statement(account, posts, values, days)
    record_all([stated], source="import", collected_at=datetime(2026, 7, 2, tzinfo=UTC))


@pytest.mark.django_db
def test_visits_of_one_day_are_not_compared_with_those_of_a_month(site, page):
    store(site, visits((date(2026, 6, 5), date(2026, 6, 5), 10), (date(2026, 5, 1), date(2026, 5, 31), 310)))
    found = cards(page("?period=month"))["visits"]
    assert (found.value, found.known.words, found.change) == ("10", "1 of 30 days", None)


@pytest.mark.django_db
def test_visits_of_whole_months_are_compared(site, page):
    store(site, visits((date(2026, 6, 1), date(2026, 6, 30), 620), (date(2026, 5, 1), date(2026, 5, 31), 310)))
    found = cards(page("?period=month"))["visits"]
    assert (found.value, found.known.words, found.change.relative) == ("620", "30 of 30 days", "+100.0%")


@pytest.mark.django_db
@pytest.mark.parametrize(("then", "now", "said"), [(10, 10, ("10 → 10", "0")), (1_490_000, 1_549_000, ("1.49M → 1.55M", "+59.0K"))])
def test_visits_of_which_not_as_many_days_are_known_are_compared_by_the_day(site, page, then, now, said):
    """On each of the 31 days of May as many, then on 29 of the 30 of June."""
    store(site, visits(*((date(2026, 5, day), date(2026, 5, day), then) for day in range(1, 32))))
    store(site, visits(*((date(2026, 6, day), date(2026, 6, day), now) for day in range(1, 30))))
    change = cards(page("?period=month"))["visits"].change
    assert (change.before, change.absolute) == (f"{said[0]} per day", f"{said[1]} per day")


@pytest.mark.django_db
def test_visits_of_a_month_are_in_no_week_and_in_no_days_that_cut_it(site, page):
    store(site, visits((date(2026, 5, 1), date(2026, 5, 31), 310), (date(2026, 6, 1), date(2026, 6, 30), 620)))
    assert "visits" not in [chart.key for chart in page("?period=quarter").context["charts"]]
    assert cards(page("?period=custom&first=2026-05-25&last=2026-06-10"))["visits"].value == "n/a"


@pytest.mark.django_db
def test_likes_of_half_of_the_posts_are_not_compared_with_those_of_all_but_their_median_is(channel, page):
    store(channel, posts=[post(date(2026, 6, day), views=100) for day in range(11, 21)])
    found = cards(page("?period=month"))
    assert (found["interactions"].value, found["interactions"].change) == ("200", None)
    assert found["interactions"].uncompared == "the periods are not covered alike"
    assert found["interactions.median"].change.absolute == "0"
    assert found["views"].change.relative == "+100.0%"


@pytest.mark.django_db
def test_a_median_of_accounts_that_count_differently_stands_beside_that_of_each(agency, channel, page):
    telegram = track(agency.brand_a, "telegram", "news")
    store(telegram, posts=[post(date(2026, 6, day), views=100, shares=4) for day in range(1, 11)])
    said = "counted differently by networks, so rather: Telegram news in telegram — 4; VK brand in vk — 20"
    assert [card.apart for card in page().context["cards"] if card.apart] == [said]
    assert {card.apart for card in page(f"?account={channel.pk}").context["cards"]} == {""}


@pytest.mark.django_db
def test_a_gap_lowers_the_coverage_and_is_named(page):
    answer = page()
    assert cards(answer)["followers_end"].known.words == "1 of 1 account"
    calendar = next(calendar for calendar in answer.context["calendars"] if calendar.metric == "Followers")
    assert (calendar.known, calendar.gaps) == (179, ["10\u00a0March – 11\u00a0March\u00a02026"])
    assert (calendar.drawn.count("M"), calendar.missing) == (179, "M91 10h5v5h-5zM91 19h5v5h-5z")
    assert "gaps in 1 of 2 rows" in answer.content.decode()


@pytest.mark.django_db
def test_the_chart_breaks_where_nothing_is_known_and_its_table_says_so(page):
    chart = next(chart for chart in page().context["charts"] if chart.key == "followers_end")
    day = chart.series[0].labels.index("10\u00a0March")
    assert chart.series[0].values[day - 1 : day + 3] == [1067.0, None, None, 1070.0]
    assert chart.rows[day][:2] == [("10\u00a0March", False), ("n/a", True)]


@pytest.mark.django_db
def test_each_value_of_a_chart_carries_its_days(page):
    drawn = {chart.key: chart.series[0] for chart in page("?period=custom&first=2026-01-15&last=2026-06-30").context["charts"]}
    assert (drawn["posts"].days[0], drawn["posts"].days[5]) == (("2026-01-15", "2026-01-31"), ("2026-06-01", "2026-06-30"))
    assert (drawn["followers_end"].days[0], len(drawn["followers_end"].days)) == (("2026-01-15", "2026-01-15"), 167)


@pytest.mark.django_db
def test_one_day_is_named_once_and_counted_in_words(page):
    answer = page("?period=custom&first=2026-06-05&last=2026-06-05")
    assert (answer.context["period"], answer.context["compared"]) == ("5\u00a0June\u00a02026", "4\u00a0June\u00a02026")
    assert cards(answer)["posts"].known.words == "1 of 1 day"


@pytest.mark.django_db
def test_reach_is_nowhere_added_up(channel, page):
    """Ten posts of 7,001 people each would make 70,010, ten days of 3,003 each 30,030."""
    days = [date(2026, 6, day) for day in range(11, 21)]
    reached = [AccountRecord("account_reach", day, day, Decimal(3_003)) for day in days]
    store(channel, reached, [post(day, views=100, likes=20, reach=7_001) for day in days])
    for query in ("", "?period=month"):
        answer = page(query)
        assert {key: card.value for key, card in cards(answer).items() if "reach" in key} == {"account_reach": "n/a"}
        assert not [said for said in ("70,010", "70010", "70.0K", "30,030", "30030", "30.0K") if said in answer.content.decode()]


@pytest.mark.django_db
def test_the_best_posts_are_ranked_as_asked_and_linked(page):
    best = page("?ranking=er&period=month").context["posts"]
    assert [post.published_on for post in best][:2] == ["10\u00a0June\u00a02026", "9\u00a0June\u00a02026"]
    assert best[0].url == "https://vk.com/wall-1_20260610"
    assert {column: figure for column, _name, figure in best[0].figures}["er"] == "20.00%"


@pytest.mark.django_db
def test_one_account_is_seen_alone_and_a_foreign_one_not_at_all(agency, channel, page):
    assert page(f"?account={channel.pk}").context["account"] == channel
    foreign = track(agency.brand_b, "vk", "foreign")
    assert page(f"?account={foreign.pk}").status_code == 404


@pytest.mark.django_db
def test_days_without_anything_say_so(page):
    answer = page("?period=custom&first=2020-01-01&last=2020-01-31")
    assert "Nothing in this period" in answer.content.decode()
    assert {card.value for card in answer.context["cards"]} == {"n/a"}
    assert "n/a" not in answer.content.decode()


@pytest.mark.django_db
def test_posts_of_the_last_month_alone_are_shown_in_half_a_year_too(agency, signed_in):
    late = track(agency.brand_b, "vk", "late")
    store(late, posts=[post(date(2026, 6, day), views=100, likes=20) for day in range(1, 13)])
    answer = signed_in(agency.owner).get("/brands/brand-b/numbers/")
    assert "Nothing in this period" not in answer.content.decode()
    assert (cards(answer)["posts"].value, answer.context["charts"]) == ("12", [])
    assert "June" in answer.content.decode()


@pytest.mark.django_db
def test_a_brand_without_accounts_and_one_without_data_say_different_things(agency, signed_in):
    browser = signed_in(agency.strategist)
    assert "no accounts of its own yet" in browser.get("/brands/brand-a/numbers/").content.decode()
    track(agency.brand_a, "vk", "brand")
    assert "No numbers have come in yet" in browser.get("/brands/brand-a/numbers/").content.decode()


@pytest.mark.django_db
def test_the_page_takes_the_same_queries_for_one_account_and_for_many(agency, channel, signed_in, django_assert_num_queries):
    browser = signed_in(agency.strategist)
    with django_assert_num_queries(26):
        browser.get("/brands/brand-a/numbers/")
    for handle in "abcde":
        track(agency.brand_a, "vk", handle)
    with django_assert_num_queries(26):
        browser.get("/brands/brand-a/numbers/")


@pytest.mark.django_db
def test_every_number_leads_to_where_it_comes_from(agency, channel, page, signed_in):
    answer, browser = page("?period=month"), signed_in(agency.strategist)
    followers = next(calendar.values for calendar in answer.context["calendars"] if calendar.metric == "Followers")
    assert followers == f"/values/accounts/{channel.pk}/?metric=followers"
    assert browser.get(followers).context["page"].paginator.count == 393  # a value a day but two, since June 2025
    best = answer.context["posts"][0].post_id
    assert {history.metric: history.now.value for history in browser.get(f"/values/posts/{best}/").context["histories"]} == {
        "Reactions": 20,
        "Views": 100,
    }
