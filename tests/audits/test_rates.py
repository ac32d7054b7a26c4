"""Rates that mean the same whoever stands beside: of clicks, of what was seen, of Telegram alone, of known shares."""

from dataclasses import replace

import pandas as pd

from audits.measures.assembly import assemble
from audits.measures.listing import uncounted
from audits.measures.rates import with_rates
from tests.audits.synthetic import NOW, records

NETWORKS = ((1, "vk"), (2, "telegram"))


def test_clicks_and_clicks_on_links_are_rates_of_their_own_whoever_stands_beside() -> None:
    vk = {"account_id": 1, "network": "vk", "link_clicks": 10.0, "impressions": 100.0}
    facebook = {"account_id": 2, "network": "facebook", "clicks": 30.0, "link_clicks": 5.0, "impressions": 100.0}
    alone, beside = (with_rates(pd.DataFrame(posts).assign(day=NOW.first), {}, {}) for posts in ([vk], [vk, facebook]))
    assert alone["link_ctr"].tolist() == [0.1] and "ctr" not in alone
    assert beside["link_ctr"].tolist() == [0.1, 0.05]
    assert beside["ctr"].fillna(-1).tolist() == [-1, 0.3]


def test_a_post_with_more_clicks_than_impressions_counts_in_no_rate_of_clicks() -> None:
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.assign(clicks=10.0, impressions=100.0)
    posts.loc[posts.index[::2], "impressions"] = 0.0
    posts.loc[posts.index[1::4], "impressions"] = 4.0
    found = assemble(replace(base, rows=replace(base.rows, posts=posts))).own.now.numbers
    assert [str(found[f"ctr.{how}"].value) for how in ("median", "mean", "total")] == ["0.1"] * 3
    assert found["ctr.total"].n == found["ctr.mean"].n < found["clicks"].n


def test_a_post_with_more_video_views_than_impressions_counts_in_no_rate_of_views() -> None:
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.assign(video_views=10.0, impressions=100.0)
    posts.loc[posts.index[::2], "impressions"] = 4.0
    found = assemble(replace(base, rows=replace(base.rows, posts=posts))).own.now.numbers
    assert [str(found[f"vtr.{how}"].value) for how in ("median", "mean", "total")] == ["0.1"] * 3
    assert found["vtr.total"].n == found["vtr.mean"].n < found["video_views"].n


def test_a_post_with_more_interactions_than_reach_or_views_counts_in_no_rate_on_them() -> None:
    """Every post has ten interactions on 100 views and 50 people; one of two has five on a single view of a single person."""
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.assign(likes=10.0, comments=0.0, shares=0.0, views=100.0, reach=50.0)
    posts.loc[posts.index[::2], ["likes", "views", "reach"]] = 5.0, 1.0, 1.0
    found = assemble(replace(base, rows=replace(base.rows, posts=posts))).own.now.numbers
    rates = ("er_view.median", "er_view.mean", "er_view.total", "er_reach.median", "er_reach.mean")
    assert [str(found[code].value) for code in rates] == ["0.1"] * 3 + ["0.2"] * 2
    assert found["er_view.total"].n == found["er_view.mean"].n < found["interactions"].n
    of_now = posts[posts["day"] >= NOW.first]
    on_one_view = int((of_now["views"] == 1.0).sum())
    assert [found[code].uncounted for code in rates] == [on_one_view] * 5 and on_one_view > 0
    assert [found[code].n for code in rates] == [len(of_now) - on_one_view] * 5
    assert found["interactions.median"].uncounted == 0


def test_one_post_without_a_rate_of_its_own_does_not_change_what_all_are_judged_by() -> None:
    """Followers are known of every post, and would give each an engagement rate on them."""
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.copy()
    posts.loc[posts.index[-1], ["likes", "views"]] = 5.0, 1.0
    own = assemble(replace(base, rows=replace(base.rows, posts=posts))).own
    assert own.er == own.judged_by == "er_view"
    assert own.now.numbers["er_view.median"].n + 1 == own.now.numbers["er_post.median"].n


def test_the_er_of_telegram_leaves_out_posts_of_telegram_alone() -> None:
    """Every post of VK and of Telegram has ten interactions on five views."""
    base = records(1, own=2, competitors=0, posts=60)
    seen_less = base.rows.posts.assign(likes=10.0, comments=0.0, shares=0.0, views=5.0)
    evidence = assemble(replace(base, rows=replace(base.rows, posts=seen_less)))
    networks = {account.account_id: account.network for account in evidence.accounts}
    of_telegram = [row for row in evidence.posts if networks[row.account_id] == "telegram"]
    assert uncounted(evidence.posts, "tg_er", networks) == len(of_telegram) > 0
    assert uncounted(evidence.posts, "er_view", networks) == len(evidence.posts) > len(of_telegram)


def test_the_er_of_telegram_is_that_of_telegram_alone() -> None:
    posts = [{"account_id": n, "network": one, "likes": 6.0, "comments": 1.0, "shares": 3.0, "views": 100.0} for n, one in NETWORKS]
    rated = with_rates(pd.DataFrame(posts).assign(day=NOW.first), {}, {})
    assert rated["tg_er"].fillna(-1).tolist() == [-1, 0.1]


def test_amplification_is_shares_of_a_post_over_the_posts_of_which_they_are_known() -> None:
    base = records(1, own=1, competitors=0, posts=60)
    posts = base.rows.posts.assign(shares=3.0)
    posts.loc[posts.index[::2], "shares"] = float("nan")
    found = assemble(replace(base, rows=replace(base.rows, posts=posts))).own.now.numbers
    assert (found["amplification"].value, found["amplification"].n) == (3, found["shares"].n)
