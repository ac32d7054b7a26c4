"""Every code a finding can have, the numbers and words it carries, and what it says."""

from dataclasses import dataclass
from decimal import Decimal

from audits.evidence import Finding


@dataclass(frozen=True, slots=True)
class Shape:
    """`numbers` and `words` a finding of this code always has; `also` are numbers it has when they are known.

    Of several as strong the one with the most of `more`, or the least of `less`, says the most: numbers of those no trial weighs.
    """

    meaning: str
    numbers: tuple[str, ...]
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    more: str = ""
    less: str = ""


_MOVED = ("now", "then", "delta", "n")
_SOME = ("known", "of")  # `known` of `of` accounts whose network gives it, where a number does not stand on all of a kind
_OF_SOME = ("relative", *_SOME)
_PART = ("part", "whole", "times", "n")

CODES: dict[str, Shape] = {
    # engagement; `measure` is a measure code such as «er_view.median», `against` a window
    "er_change": Shape("the median post's engagement rate rose or fell", _MOVED, ("measure", "against"), _OF_SOME),
    "er_unsure": Shape("the same, where that is not sure", _MOVED, ("measure", "against"), _OF_SOME),
    "er_steady": Shape("no change of the engagement rate beyond noise", ("now", "n"), ("measure",), _SOME),
    "interactions_change": Shape("the median post's interactions rose or fell", _MOVED, ("measure", "against"), _OF_SOME),
    "er_why": Shape(
        "what gives most of a change of the rate of all posts together: `by` format or account, `key` which, `part` mix or rate; "
        "`other` and `other_part` are those of the one other effect of at least two thirds of the first, otherwise empty; "
        "`more` says how many there are, where they are several",
        ("start", "end", "delta", "effect", "share"),
        ("measure", "against", "by", "key", "part", "other", "other_part"),
        ("other_effect", "more"),
    ),
    "outliers": Shape("few posts carry the mean: it is at least 1.5 × the median", ("mean", "median", "times", "n"), ("measure",)),
    # reach and views
    "reach_change": Shape("the median post's reach rose or fell", _MOVED, ("measure", "against"), _OF_SOME),
    "reach_steady": Shape("no change of the median post's reach beyond noise", ("now", "n"), ("measure",), _SOME),
    "views_change": Shape("the median post's views rose or fell", _MOVED, ("measure", "against"), _OF_SOME),
    "views_steady": Shape("no change of the median post's views beyond noise", ("now", "n"), ("measure",), _SOME),
    "organic_change": Shape("the organic share of the median post's reach rose or fell", _MOVED, ("measure", "against"), _OF_SOME),
    "account_views_change": Shape("more or fewer views or impressions of accounts", _MOVED, ("measure", "against"), _OF_SOME),
    "frequency": Shape("how many times a person was reached", ("frequency",), (), ("impressions", "reach")),
    "post_frequency": Shape("how many times the median post was shown to each person it reached", ("frequency", "n"), (), _SOME),
    # community
    "followers_growth": Shape("followers moved one way, week by week", ("start", "end", "growth"), (), ("rate", *_SOME)),
    "followers_steady": Shape("no movement of followers beyond their noise", ("end",), (), ("growth", "rate", *_SOME)),
    "followers_peak": Shape(
        "one month gave at least half of the growth; `share` unless it gave more than all of it",
        ("month_growth", "growth"),
        ("month",),
        ("share",),
    ),
    "joined_or_left_change": Shape("more or fewer joined, left, or came net by day", _MOVED, ("measure", "against"), _OF_SOME),
    "churn": Shape("how many left, against how many joined", ("lost", "gained"), (), ("rate", *_SOME)),
    # volume and rhythm
    "volume": Shape("how much is published", ("posts",), (), ("per_week", *_SOME)),
    "volume_change": Shape("more or fewer posts a week", _MOVED, ("measure", "against"), _OF_SOME),
    "volume_unsure": Shape("the same of all accounts, where that is not sure", _MOVED, ("measure", "against"), _OF_SOME),
    "rhythm_uneven": Shape(
        "weeks differ more than chance would have it; `months` and `edge` as of the silence that the least of them is in, "
        "and `whose` is the id of its account where there are several",
        ("least", "most", "per_week"),
        ("edge", "whose"),
        ("months", *_SOME),
        more="most",
    ),
    "silence": Shape(
        "an account was silent for two known weeks or longer; `months`, in earlier snapshots, whole ones that its file may lack; "
        "the word `edge` says where the file of an account with few months may end or begin instead",
        ("days",),
        ("account", "network", "first", "last", "edge"),
        ("months",),
        more="days",
    ),
    # formats, time, text; `measure` is what they are judged by
    "format_best": Shape(
        "posts of a format do better than others of the same account and month", _PART, ("kind", "key", "measure")
    ),
    "format_worst": Shape("posts of a format do worse", _PART, ("kind", "key", "measure")),
    "format_share": Shape(
        "the share of posts and of interactions of the most used format, of each where several are used as much",
        ("posts_share", "n"),
        ("key",),
        ("interactions_share",),
    ),
    "best_time": Shape("`kind` slot or weekday: posts then do better; keys as in the evidence", _PART, ("kind", "key", "measure")),
    "worst_time": Shape("posts then do worse", _PART, ("kind", "key", "measure")),
    "time_steady": Shape("no hour or weekday differs beyond noise", ("n",), ("measure",)),
    "text_length": Shape("texts of this length do better", _PART, ("kind", "key", "measure")),
    "text_length_worst": Shape("texts of this length do worse", _PART, ("kind", "key", "measure")),
    # traffic
    "traffic": Shape("visits to the website", ("visits",), (), ("cr", "goal_visits", "revenue", *_SOME)),
    "traffic_change": Shape(
        "more or fewer visits, page views or goals, or another revenue", _MOVED, ("measure", "against"), _OF_SOME
    ),
    "traffic_source": Shape(
        "the source that brought far more visits than any other; sources are known of `days` of `all_days`, if not of all",
        ("visits", "all", "share"),
        ("key",),
        ("cr", "days", "all_days", *_SOME),
    ),
    # competitors; `months` of which posts are compared, «2026-05-01/2026-06-30», where these are not all of the period
    "competitor_ahead": Shape(
        "a competitor's median post has a higher rate on the `networks` compared",
        ("own", "theirs", "n"),
        ("competitor", "measure", "networks", "months"),
    ),
    "competitor_behind": Shape(
        "a competitor's median post has a lower rate there",
        ("own", "theirs", "n"),
        ("competitor", "measure", "networks", "months"),
    ),
    "rank": Shape(
        "the place among all on some `networks` by one measure; `tied` says how many competitors share it",
        ("place", "of", "own", "best"),
        ("measure", "leader", "networks", "months"),
        ("second", "tied"),
    ),
    "soe": Shape("own share of all interactions on some `networks`", ("share", "of"), ("leader", "networks", "months")),
    # data and hygiene
    "data_enough": Shape("data is enough to judge by", ("accounts", "enough", "coverage"), (), ("posts",)),
    "data_in_part": Shape(
        "posts are enough to judge by, and measures are missing", ("accounts", "enough", "coverage"), (), ("posts",)
    ),
    "data_gaps": Shape(
        "days of the period of which a watched metric is not known; `incomplete` counts what is wanted and lacks something",
        ("incomplete", "coverage"),
        (),
        ("without", "accounts"),
    ),
    "only_wider": Shape(
        "of an account nothing but totals over days that reach beyond the period; `since` and `until` are theirs",
        ("months",),
        ("account", "network", "since", "until", "first", "last"),
    ),
    "no_data": Shape("nothing is known of an account in the period", ("months",), ("account", "network")),
    "no_posts_imported": Shape(
        "of an account of which something is known no file of posts was imported", (), ("account", "network")
    ),
    "totals_alone": Shape("of an account only what it counts of itself is known, none of its posts", (), ("account", "network")),
    "few_posts": Shape("an account has too few posts to judge by", ("posts",), ("account", "network"), less="posts"),
    "months_in_doubt": Shape(
        "whole months of the period without a post, silent or left out of the file: nobody knows",
        ("months",),
        ("account", "network"),
        more="months",
    ),
    "few_months": Shape("months of the period without data", ("months", "expected"), ("account", "network"), less="months"),
    "undated_posts": Shape("posts whose date is unknown stand in no period", ("posts",), ("account", "network"), more="posts"),
    "dormant_account": Shape(
        "known not to have posted for ninety days or longer", ("days",), ("account", "network", "last"), more="days"
    ),
    "gone_posts": Shape("posts of the period that have since been deleted", ("gone", "posts")),
}

# of one competitor beside the brand
BESIDE_ONE = ("competitor_ahead", "competitor_behind")

# what is known at all: said on the slides of the data, and after everything else in a summary
ABOUT_DATA = (
    "data_gaps", "data_in_part", "data_enough",
    "few_posts", "no_posts_imported", "totals_alone", "few_months", "months_in_doubt", "no_data", "only_wider", "undated_posts",
)  # fmt: skip


def size(finding: Finding) -> Decimal:
    """How much it says among findings of its code that are as strong."""
    shape = CODES[finding.code]
    number, sign = (finding.numbers.get(shape.more), 1) if shape.more else (finding.numbers.get(shape.less), -1)
    return sign * number.value if number and number.value is not None else Decimal(0)
