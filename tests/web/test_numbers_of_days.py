"""The page «Numbers» of a brand that has imported days of an account: views, impressions, reach, followers joined and left."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from smmstrategy.metrics.actions import record
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord
from tests.web.conftest import track

MAY, JUNE = (Period(date(2026, month, 1), date(2026, month, last)) for month, last in ((5, 31), (6, 30)))
OF_JUNE = "?period=custom&first=2026-06-01&last=2026-06-30"
IN_PARTS = "given by day, month or account alone: people do not add up"


def each_day(code, period, value):
    return [AccountRecord(code, day, day, Decimal(value)) for day in period.each_day()]


def over(code, period, value):
    return AccountRecord(code, period.first, period.last, Decimal(value))


@pytest.fixture
def account(agency):
    return track(agency.brand_b, "vk", "other")


@pytest.fixture
def page(agency, account, signed_in):
    def numbers(*values, query=OF_JUNE, of=account):
        if values:
            record(of, values=values, source="import", collected_at=datetime(2026, 7, 2, tzinfo=UTC))
        return signed_in(agency.owner).get("/brands/brand-b/numbers/" + query)

    return numbers


def known_cards(answer):
    return {card.key: card for card in answer.context["cards"] if card.known.words}


def drawn(answer):
    return {chart.key: chart for chart in answer.context["charts"]}


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["account_views", "account_impressions", "followers_gained", "followers_lost"])
def test_what_days_add_up_to_has_a_card_with_its_change_and_a_chart(page, code):
    answer = page(*each_day(code, MAY, 4), *each_day(code, JUNE, 5)[:-3])
    (card,), (chart,) = known_cards(answer).values(), answer.context["charts"]
    assert (card.key, card.value, card.share_known, card.known.words) == (code, "135", "90%", "27 of 30 days")
    assert (card.change.before, card.change.absolute, card.change.relative) == ("4 → 5 per day", "+1 per day", "+25.0%")
    assert (chart.key, chart.form) == (code, "bar")
    assert [text for text, _is_number in [row[1] for row in chart.rows]] == ["35", "35", "35", "30", "n/a"]
    assert "Nothing" not in answer.content.decode()


@pytest.mark.django_db
def test_what_nobody_imported_has_no_card(page):
    answer = page(*each_day("account_views", JUNE, 5))
    assert {"account_impressions", "account_reach", "followers_gained", "followers_lost"}.isdisjoint(
        card.key for card in answer.context["cards"]
    )


@pytest.mark.django_db
def test_reach_given_for_the_whole_period_stands_with_its_change(page):
    card = known_cards(page(over("account_reach", JUNE, 9_000), over("account_reach", MAY, 6_000)))["account_reach"]
    assert (card.value, card.share_known, card.change.relative) == ("9,000", "100%", "+50.0%")


@pytest.mark.django_db
@pytest.mark.parametrize("network", ["vk", "telegram"])
def test_reach_by_day_is_drawn_by_day_and_its_card_says_why_it_has_no_sum(agency, page, network):
    """Of Telegram the catalogue does not list it."""
    given = each_day("account_reach", MAY, 40), each_day("account_reach", JUNE, 50)[:-1]
    answer = page(*given[0], *given[1], of=track(agency.brand_b, network, "reached"))
    card, chart = known_cards(answer)["account_reach"], drawn(answer)["account_reach"]
    assert (card.value, card.share_known, card.known.words, card.change, card.uncompared) == ("n/a", "", IN_PARTS, None, "")
    assert (chart.form, chart.series[0].values) == ("line", [50.0] * 29 + [None])
    assert [(one.name, one.is_compared) for one in chart.series[1:]] == [("1\u00a0May – 31\u00a0May\u00a02026", True)]
    assert IN_PARTS in answer.content.decode()


@pytest.mark.django_db
def test_reach_by_month_is_drawn_by_month_and_not_added_up(page):
    answer = page(over("account_reach", MAY, 400), over("account_reach", JUNE, 900), query="")
    assert (known_cards(answer)["account_reach"].value, drawn(answer)["account_reach"].series[0].values) == (
        "n/a",
        [None] * 4 + [400.0, 900.0],
    )


@pytest.mark.django_db
def test_the_reach_of_several_accounts_is_a_line_of_each_and_never_their_sum(agency, page):
    page(*each_day("account_reach", JUNE, 50), over("account_reach", JUNE, 700))
    second = track(agency.brand_b, "ok", "second")
    answer = page(*each_day("account_reach", JUNE, 30), over("account_reach", JUNE, 300), of=second)
    chart = drawn(answer)["account_reach"]
    assert {one.name: set(one.values) for one in chart.series} == {
        "VK other in vk": {50.0},
        "Odnoklassniki second in ok": {30.0},
    }
    assert (chart.is_apart, known_cards(answer)["account_reach"].value) == (True, "n/a")
    assert known_cards(page(query=f"{OF_JUNE}&account={second.pk}"))["account_reach"].value == "300"


@pytest.mark.django_db
def test_net_change_alone_is_drawn_where_the_number_of_followers_is_not_known(page):
    answer = page(*each_day("followers_net", MAY, 3), *each_day("followers_net", JUNE, -2))
    assert (list(known_cards(answer)), known_cards(answer)["growth_abs"].value) == (["growth_abs"], "−60")
    assert drawn(answer)["growth_abs"].series[0].values == [-14.0] * 4 + [-4.0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        each_day("followers_net", MAY, 3)[:1],
        [AccountRecord("followers", MAY.first, MAY.first, Decimal(7))],
        each_day("mentions", MAY, 2),
    ],
    ids=["no growth without each day", "too far from the end", "no card"],
)
def test_days_of_numbers_that_have_no_card_are_never_denied(page, values):
    said = page(*values, query="?period=custom&first=2026-05-01&last=2026-05-31").content.decode()
    assert ("Nothing in this period" in said, "Nothing to draw in this period" in said) == (False, True)


@pytest.mark.django_db
def test_visits_of_one_of_two_websites_are_told_as_its_own_and_drawn_from_nought(agency, page):
    """Of the first its visits of four months as one number, of the other those of each, which a chart can draw."""
    first, second = (track(agency.brand_b, "website", handle) for handle in ("first.ru", "second.ru"))
    since_march = Period(date(2026, 3, 1), JUNE.last)
    page(over("visits", since_march, 4600), of=first)
    months = (over("visits", month, 450 + month.days) for month in since_march.each_month())
    answer = page(*months, query="?period=custom&first=2026-03-01&last=2026-06-30", of=second)
    found, chart = known_cards(answer)["visits"], drawn(answer)["visits"]
    assert (found.value, found.share_known, found.known.words) == ("1,922", "50%", "122 of 244 days, second.ru in website")
    assert (chart.form, chart.series[0].values) == ("bar", [481, 480, 481, 480])


@pytest.mark.django_db
def test_posts_and_interactions_that_an_account_counts_itself_have_cards_in_place_of_unknown_ones(page):
    """Two months of a table kept by hand; no post is known."""
    given = ((MAY, 9, 90, 10), (JUNE, 12, 100, 20))
    rows = [
        over(code, month, value)
        for month, *values in given
        for code, value in zip(("posts_published", "likes", "comments"), values, strict=True)
    ]
    answer = page(*rows)
    cards = known_cards(answer)
    assert {"posts", "interactions", "interactions.median"} & {card.key for card in answer.context["cards"]} == set()
    assert {key: (card.value, card.known.words, card.change.before) for key, card in cards.items()} == {
        "posts_published": ("12", "30 of 30 days", "was 9"),
        "account_interactions": ("120", "30 of 30 days", "was 100"),
    }
