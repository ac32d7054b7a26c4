"""What may be added up and what may be compared: hand-worked values of days, months, sources and competitors."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
import pytest

from audits.evidence import Number, Window
from audits.measures.assembly import assemble
from audits.measures.breakdowns import formats
from audits.measures.calendar import DAY, Calendar, calendar_months
from audits.measures.changes import changes, good_direction, growth
from audits.measures.compared import shared_networks, together
from audits.measures.daily import Sum
from audits.measures.days import audience, by_step, conversion, flow, weekly_growth
from audits.measures.numbers import exact, total
from audits.measures.posts import Posts
from audits.measures.rates import er_day, with_rates
from audits.measures.series import series, with_stretches
from audits.measures.standing import standings, with_shares
from audits.measures.traffic import Stretch
from smmstrategy.metrics.catalogue import NeverTotals
from smmstrategy.metrics.periods import Period
from tests.audits.synthetic import records
from tests.audits.test_sources import visits

HALF_YEAR = Period(date(2026, 1, 1), date(2026, 6, 30))
JANUARY, FEBRUARY = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))


def months(metric: str, *values: int) -> list[Stretch]:
    """December 2025, January 2026 and so on."""
    firsts = [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 7))]
    lasts = [date(2025, 12, 31), *(date(2026, month, day) for month, day in enumerate((31, 28, 31, 30, 31, 30), 1))]
    return [Stretch(1, metric, *days, {}, Decimal(value)) for *days, value in zip(firsts, lasts, values, strict=False)]


def test_followers_known_once_a_month_have_no_weeks() -> None:
    every = lambda days: series((1, "followers", date(2025, 12, 31) + DAY * n, Decimal(n)) for n in range(0, 182, days))  # noqa: E731
    assert weekly_growth(every(30), (1,), HALF_YEAR) == []
    assert weekly_growth(every(7), (1,), HALF_YEAR) == [7] * 25


def test_followers_given_by_step_are_the_level_at_its_end() -> None:
    known = with_stretches({}, months("followers", 1000, 1010, 1030, 1060, 1100, 1150, 1210))
    numbers = {code: number.value for code, number in audience("own.now", known, (1,), HALF_YEAR).items()}
    assert numbers == {
        "followers_start": 1000,
        "followers_end": 1210,
        "growth_abs.followers_end": 1210,
        "growth_abs": 210,
        "growth_rate": Decimal("0.21"),
    }
    assert [
        month["growth_abs"].value for month in by_step("own.now.month", known, (1,), (1,), calendar_months(HALF_YEAR)).values()
    ] == [
        10,
        20,
        30,
        40,
        50,
        60,
    ]


def test_a_website_has_no_followers_that_could_be_unknown() -> None:
    base = records(3, own=2, competitors=0, posts=200)
    one, site = base.accounts
    accounts = (one, replace(site, network="website"))
    rows = replace(base.rows, watched={one.id: base.rows.watched[one.id]})
    own = assemble(replace(base, accounts=accounts, rows=rows)).own
    assert own.now.numbers["followers_end"].coverage == 1


def test_the_level_before_the_first_month_is_not_known_from_its_end() -> None:
    known = with_stretches({}, months("followers", 1000, 1010)[1:])
    numbers = audience("own.now", known, (1,), Period(*JANUARY))
    assert {code: number.value for code, number in numbers.items()} == {"followers_end": 1010}


def test_followers_at_the_end_are_those_of_all_accounts_and_growth_is_that_of_those_known_from_the_start() -> None:
    grown = months("followers", 1000, 1010, 1030, 1060, 1080, 1090, 1100)
    since_april = [replace(one, account_id=2, value=Decimal(5200)) for one in grown[4:]]
    numbers = audience("own.now", with_stretches({}, [*grown, *since_april]), (1, 2), HALF_YEAR)
    assert {code: (number.value, number.n, number.coverage) for code, number in numbers.items() if number.n} == {
        "followers_start": (1000, 1, Decimal("0.5")),
        "followers_end": (6300, 2, 1),
        "growth_abs.followers_end": (1100, 1, Decimal("0.5")),
        "growth_abs": (100, 1, Decimal("0.5")),
        "growth_rate": (Decimal("0.1"), 1, Decimal("0.5")),
    }
    assert growth(numbers).accounts == (1,)


def test_growth_of_which_only_every_day_is_known_is_the_sum_of_its_days() -> None:
    net = series((a, "followers_net", HALF_YEAR.first + DAY * n, Decimal(9)) for a in (1, 2) for n in range(181 - (a == 2)))
    levels = series((1, "followers", day, Decimal(1000)) for day in (HALF_YEAR.first - DAY, HALF_YEAR.last))
    found = audience("account-1.now", net, (1,), HALF_YEAR)["growth_abs"]
    assert (found.id, found.value, found.formula, found.coverage) == ("account-1.now.growth_abs", 1629, "Σ followers_net", 1)
    assert audience("own.now", net, (1, 2), HALF_YEAR)["growth_abs"].coverage == Decimal("0.5")
    assert "growth_abs" not in audience("account-2.now", net, (2,), HALF_YEAR)
    assert audience("account-1.now", net | levels, (1,), HALF_YEAR)["growth_abs"].value == 0


def test_whole_months_of_visits_add_up_and_cover_their_days() -> None:
    known = with_stretches({}, months("visits", 0, 310, 280))
    number = flow("own.now", "visits", known, (1,), HALF_YEAR)
    assert (number.value, number.n, number.coverage) == (590, 59, round(Decimal(59) / 181, 12))


def test_a_month_outweighs_some_of_its_days_but_not_all_of_them() -> None:
    some = series([(1, "visits", date(2026, 1, 5), Decimal(7)), (1, "visits", date(2026, 2, 5), Decimal(9))])
    every = series((1, "visits", date(2026, 1, 1) + timedelta(n), Decimal(2)) for n in range(31))
    january = [visits(JANUARY, 310)]
    assert flow("own.now", "visits", with_stretches(some, january), (1,), HALF_YEAR).value == 319
    assert flow("own.now", "visits", with_stretches(every, january), (1,), HALF_YEAR).value == 62


def window(name: str, **numbers: tuple[int, str]) -> Window:
    named = {code.replace("__", "."): pair for code, pair in numbers.items()}
    return Window(
        name,
        HALF_YEAR,
        {
            c: Number(f"own.{name}.{c}", Decimal(v), f"{c}@1", n=10, coverage=Decimal(share), accounts=(1,))
            for c, (v, share) in named.items()
        },
    )


def test_totals_of_thirty_days_and_of_half_a_year_are_no_change_but_medians_are() -> None:
    now = window("now", visits=(3000, "0.1657"), pageviews=(950, "0.95"), views__median=(20, "0.2"))
    then = window("before", visits=(18400, "1"), pageviews=(1000, "1"), views__median=(10, "1"))
    as_many = (Sum((1,), Decimal(1), 172),)
    given = lambda *_asked: as_many, lambda *_asked: None
    found = {change.measure: change.relative.value for change in changes(now, then, None, *given)}
    assert found == {"pageviews": Decimal("-0.05"), "views.median": 1}


def side(key: str, interactions: int, coverage: str = "1") -> dict[str, Number]:
    number = Number(f"{key}.now.interactions", Decimal(interactions), "interactions@1", coverage=Decimal(coverage), accounts=(1,))
    return {"interactions": number, "interactions.median": number, "followers_end": number}


def test_one_month_of_a_competitor_is_no_half_year_of_the_brand() -> None:
    """Of the second competitor one month in six is known: its sums take no place and no share, its median post does."""
    known = {"own": (300, "1"), "competitor-1": (100, "0.95"), "competitor-2": (60, "0.1657")}
    beside = with_shares({key: side(key, *one) for key, one in known.items()}, {1: "vk"})
    assert {key: one["soe"].value for key, one in beside.items() if "soe" in one} == {
        "own": Decimal("0.75"),
        "competitor-1": Decimal("0.25"),
    }
    ranked = {s.measure: [rank.subject for rank in s.ranks] for s in standings(beside, "", {1: "vk"})}
    assert ranked["interactions"] == ranked["soe"] == ranked["followers_end"] == ["own", "competitor-1"]
    assert ranked["interactions.median"] == ["own", "competitor-1", "competitor-2"]


def test_compared_are_the_networks_that_the_brand_and_the_competitors_of_the_widest_one_share() -> None:
    own = frozenset({"vk", "telegram", "ok"})
    assert shared_networks(own, [frozenset({"vk", "telegram"}), frozenset({"vk"}), frozenset({"youtube"})]) == ("vk",)
    assert shared_networks(own, [frozenset({"vk", "ok"}), frozenset({"vk", "ok", "tiktok"})]) == ("ok", "vk")
    assert shared_networks(own, [frozenset({"youtube"})]) == ()


def test_each_competitor_that_shares_a_network_with_the_brand_is_in_a_comparison() -> None:
    """Bean and Pot are in Telegram, Bean and Cup in VK, Mug too, without data; Jar is where the brand is not."""
    tracked = {"bean": {"vk", "telegram"}, "cup": {"vk"}, "pot": {"telegram", "ok"}, "mug": {"vk"}, "jar": {"youtube"}}
    tracked = {key: frozenset(networks) for key, networks in tracked.items()}
    found = together(frozenset({"vk", "telegram"}), tracked | {"mug": frozenset()}, tracked)
    assert found == {("telegram",): ["bean", "pot"], ("vk",): ["bean", "cup", "mug"]}


def test_a_brand_of_three_networks_stands_beside_a_competitor_of_one_with_that_one_alone() -> None:
    """Pages are in VK, Telegram and YouTube by turns: own are the first three, the competitor is the fourth, in VK again."""
    evidence = assemble(records(3, own=3, competitors=1, posts=120))
    (found,) = evidence.comparisons
    own, competitor = found.beside.values()
    assert (found.networks, list(found.beside)) == (("vk",), ["own", "competitor-1"])
    vk = evidence.own_accounts[0].now.numbers
    assert {code: own[code].value for code in ("interactions", "posts_per_week", "followers_end")} == {
        code: vk[code].value for code in ("interactions", "posts_per_week", "followers_end")
    }
    assert own["interactions"].value < evidence.own.now.numbers["interactions"].value
    assert competitor["interactions"] == evidence.competitors[0].now.numbers["interactions"]
    whole = own["interactions"].value + competitor["interactions"].value
    assert own["soe"].value == exact(own["interactions"].value / whole)


def test_a_competitor_in_other_networks_has_no_place_beside_the_brand() -> None:
    evidence = assemble(records(3, own=1, competitors=1, posts=120))
    assert evidence.comparisons == ()


def test_a_post_without_a_follower_count_of_the_month_before_it_has_no_rate_by_followers() -> None:
    days = [date(2026, 1, 5), date(2026, 2, 10), date(2026, 3, 14)]
    posts = pd.DataFrame({"account_id": 1, "network": "vk", "day": days, "likes": [10.0, 10.0, 10.0]})
    known = series([(1, "followers", date(2026, 2, 1), Decimal(100)), (1, "followers", date(2026, 6, 1), Decimal(300))])
    rates = with_rates(posts, known, {1: ("likes",)})["er_post"]
    assert [None if pd.isna(rate) else rate for rate in rates] == [None, 0.1, None]


def test_posts_of_which_nobody_knows_the_interactions_lower_the_coverage_of_the_daily_rate() -> None:
    """Ten likes on two of four posts in four days, two of which are known: five a day on a hundred followers."""
    days = [date(2026, 1, day) for day in (1, 2, 1, 2)]
    frame = pd.DataFrame({"account_id": 1, "day": days, "interactions": [4.0, 6.0, None, None], "source": "import"})
    calendar = Calendar.of({1: (Period(days[0], days[1]),)}, (1,), Period(days[0], date(2026, 1, 4)))
    known = series([(1, "followers", days[0], Decimal(100))])
    number = er_day("own.now", Posts.of(frame), known, calendar)["er_day"]
    assert (number.value, number.n, number.coverage) == (Decimal("0.05"), 2, Decimal("0.25"))


def test_a_conversion_takes_visits_and_target_visits_of_the_same_days() -> None:
    """Visits of two months, target visits of the second alone: 14 out of 280, not out of 590."""
    known = with_stretches({}, [*months("visits", 0, 310, 280)[1:], *months("goal_visits", 0, 0, 14)[2:]])
    cr = conversion("own.now", known, (1,), HALF_YEAR)["cr"]
    assert (cr.value, cr.inputs) == (Decimal("0.05"), (("own.now.cr.goal_visits", "14"), ("own.now.cr.visits", "280")))


def test_churn_takes_those_who_left_and_those_who_were_there_of_the_same_accounts() -> None:
    """Of the second account nobody knows who left: its thousands of followers are no base."""
    end = date(2026, 6, 30)
    levels = [(a, "followers", day, Decimal(n)) for a, n in ((1, 100), (2, 9000)) for day in (date(2025, 12, 31), end)]
    numbers = audience("own.now", series([*levels, (1, "followers_lost", end, Decimal(5))]), (1, 2), HALF_YEAR)
    assert numbers["churn_rate"].value == Decimal("0.05")


def test_who_joined_less_who_left_is_not_called_growth() -> None:
    day = date(2026, 6, 30)
    numbers = audience(
        "own.now", series([(1, "followers_gained", day, Decimal(9)), (1, "followers_lost", day, Decimal(4))]), (1,), HALF_YEAR
    )
    assert "growth_abs" not in numbers
    assert (numbers["growth_net"].value, numbers["growth_net"].metric) == (5, "growth_net@2")


def test_who_joined_and_who_left_are_set_against_each_other_on_the_same_days_of_the_same_accounts() -> None:
    """The second account does not say who left, the first does not say who joined on the 29th: neither makes anyone stay."""
    end, before = date(2026, 6, 30), date(2026, 6, 29)
    rows = [(1, "followers_gained", end, 9), (1, "followers_lost", end, 4), (1, "followers_lost", before, 2)]
    known = series((a, code, day, Decimal(n)) for a, code, day, n in (*rows, (2, "followers_gained", end, 500)))
    numbers = audience("own.now", known, (1, 2), HALF_YEAR)
    assert {code: numbers[code].value for code in ("followers_gained", "followers_lost")} == {
        "followers_gained": 509,
        "followers_lost": 6,
    }
    assert {code: number.value for code, number in numbers.items() if code.startswith("growth_net")} == {
        "growth_net": 5,
        "growth_net.followers_gained": 9,
        "growth_net.followers_lost": 4,
    }
    assert (numbers["growth_net"].n, numbers["growth_net"].coverage) == (1, round(Decimal(1) / 181, 12))


def test_posts_of_an_unknown_format_count_in_the_shares() -> None:
    frame = records(1, own=1, competitors=0, posts=60).rows.posts
    frame.loc[frame.index[::3], "format"] = ""
    parts = formats("own.now", Posts.of(frame.assign(interactions=10.0)), "")
    assert sum(part.numbers["posts"].value for part in parts) == 60
    assert (parts[-1].key, parts[-1].numbers["posts_share"].value) == ("", round(Decimal(20) / 60, 12))


def test_unique_people_are_nowhere_added_up() -> None:
    posts = Posts.of(records(1, own=1, competitors=0, posts=20).rows.posts)
    for adding in (lambda: total("own.now", "reach", posts), lambda: flow("own.now", "account_reach", {}, (1,), HALF_YEAR)):
        with pytest.raises(NeverTotals):
            adding()


def test_which_way_is_good_is_said_once_by_the_formula_or_the_metric() -> None:
    less, neither = (
        ("interval.median", "silence.longest", "gone", "churn_rate"),
        ("posts", "posts_per_week", "active_days", "frequency"),
    )
    assert {good_direction(code) for code in less} == {-1}
    assert {good_direction(code) for code in neither} == {0}
    assert {good_direction(code) for code in ("views", "er_view.median", "followers_end")} == {1}
