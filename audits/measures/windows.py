"""All measures of one subject in one window."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

import numpy as np

from audits.evidence import Missing, Number, RankedPost, Segment, Window
from audits.measures import breakdowns, days, rhythm, sources, traffic
from audits.measures.calendar import Calendar, Cut, Rejected, Watched, calendar_months, rows_lost
from audits.measures.numbers import count, exact, mean, median, pooled, quotient, share, total
from audits.measures.posts import Posts
from audits.measures.rates import ENGAGEMENT, RATES, TOTALS, Parts, er_day
from audits.measures.series import Days
from audits.measures.traffic import Stretch
from smmstrategy.metrics.catalogue import METRICS, Level, Totals
from smmstrategy.metrics.formulas import identity
from smmstrategy.metrics.periods import Period

SHOWN_POSTS = 5
UNIQUE = tuple(code for code, m in METRICS.items() if Level.POST in m.levels and m.totals is Totals.NEVER)
POOLED = {
    "er_view": ("interactions", "views", "er_view"),
    "ctr": ("clicks", "impressions", "ctr"),
    "link_ctr": ("link_clicks", "impressions", "link_ctr"),
    "vtr": ("video_views", "impressions", "vtr"),
}


@dataclass(frozen=True, slots=True)
class Material:
    """What the windows of all subjects are measured from."""

    posts: Posts
    days: Days  # values of single days
    known: Days  # those, and values of several days
    stretches: tuple[Stretch, ...]
    slices: tuple[Stretch, ...]
    watched: Watched  # without months that are in doubt
    left_out: Parts  # of interactions, by account
    rejected: Rejected = field(default_factory=dict)
    said: Watched = field(default_factory=dict)  # with them, as the files say

    def of_accounts(self, account_ids: tuple[int, ...]) -> "Material":
        """Without the posts and broken-down values of others, which are most of all and would be passed over in every window."""
        return replace(
            self,
            posts=self.posts.of_accounts(account_ids),
            stretches=tuple(one for one in self.stretches if one.account_id in account_ids),
            slices=tuple(one for one in self.slices if one.account_id in account_ids),
        )


def outline(key: str, name: str, period: Period, material: Material, account_ids: tuple[int, ...], er: str) -> Window:
    """The window `name` of the subject `key`, of these accounts, as far as changes are worked out from it: numbers and months."""
    months = steps(f"{key}.{name}.month", material, account_ids, period, er, calendar_months(period))
    posts, calendar = _published(material, account_ids, period)
    known = _numbers(f"{key}.{name}", posts, material, account_ids, calendar)
    said = Calendar.of(material.said, account_ids, period).days_by_account
    return Window(
        name,
        period,
        known,
        months,
        silent=rhythm.silent(posts, calendar),
        of_few_days=calendar.of_few_days,
        in_doubt=tuple(a for a, days in said.items() if days > calendar.days_by_account.get(a, 0)),
    )


def window(key: str, name: str, period: Period, material: Material, account_ids: tuple[int, ...], er: str) -> Window:
    """The whole window; hours, weekdays, lengths and the best and worst posts only of the window «now»."""
    prefix, outlined = f"{key}.{name}", outline(key, name, period, material, account_ids, er)
    posts, calendar = _published(material, account_ids, period)
    given = sources.totals(outlined.numbers, material.known, material.slices, account_ids, period)
    slices = traffic.named_alike(material.slices, account_ids, period)
    slices = sources.with_noughts(slices, account_ids, period, given)
    by_source, of_sources = sources.sources(prefix, slices, account_ids, period, given)
    parts = {
        "weeks": rhythm.weeks(prefix, posts, calendar) if len(posts) else (),
        "formats": breakdowns.formats(prefix, posts, er),
        "promotion": breakdowns.promotion(prefix, posts, er),
        "sources": by_source,
        "of_sources": of_sources,
        "tags": sources.tags(prefix, slices, account_ids, period),
    }
    if name == "now" and len(posts):
        for kind in ("lengths", "of_lengths", "hours", "weekdays", "slots"):
            parts[kind] = getattr(breakdowns, kind)(prefix, posts, er)
        parts["best"], parts["worst"] = _extremes(prefix, posts)
    return replace(outlined, **parts)


def _published(material: Material, account_ids: tuple[int, ...], period: Period) -> tuple[Posts, Calendar]:
    """The posts of these accounts, and how much is known of what they published."""
    posts, calendar = material.posts.of_accounts(account_ids).within(period), Calendar.of(material.watched, account_ids, period)
    lost = sum(rows_lost(material.rejected, account_id, period) for account_id in account_ids)
    return posts, replace(calendar, taken=share(len(posts), len(posts) + lost)) if lost else calendar


def watched(account_ids: tuple[int, ...], period: Period, material: Material) -> Decimal | None:
    """The share of the days of which the posts of these accounts are known, as far as rows were taken."""
    return _published(material, account_ids, period)[1].coverage


def _numbers(prefix: str, posts: Posts, material: Material, account_ids: tuple[int, ...], calendar: Calendar) -> dict[str, Number]:
    period = calendar.period
    numbers = rhythm.rhythm(prefix, posts, calendar) | _of_posts(prefix, posts, calendar)
    numbers |= traffic.whole(prefix, material.stretches, account_ids, period, numbers)
    numbers |= days.audience(prefix, material.known, calendar.accounts, period)
    numbers |= days.flows(prefix, material.known, account_ids, period)
    if numbers["posts"].value is None and not numbers.keys().isdisjoint(days.OF_ACCOUNTS):
        numbers["posts"] = replace(numbers["posts"], reason=Missing.TOTALS_ALONE)
    numbers |= er_day(prefix, posts, material.known, calendar.of_enough())
    numbers = _naming_what_is_left_out(numbers, {a: material.left_out[a] for a in account_ids if a in material.left_out})
    numbers |= traffic.added(prefix, material.slices, account_ids, period, numbers)
    impressions, reach = numbers.get("account_impressions"), numbers.get("account_reach")
    if impressions and reach and impressions.coverage in (None, 1):  # reach is that of all days, so impressions must be
        numbers["frequency"] = quotient(prefix, "frequency", impressions, reach)
    return numbers | days.conversion(prefix, material.known, account_ids, period)


def _of_posts(prefix: str, posts: Posts, calendar: Calendar) -> dict[str, Number]:
    """Totals, means and medians of counts, medians and means of rates: whatever is known of any post."""
    known = [code for code in (*TOTALS, *UNIQUE, *RATES) if len(posts.known(code))]
    silent = rhythm.silent(posts, calendar)
    numbers: dict[str, Number] = {}
    for code in known:
        metric = identity(code)
        if code in TOTALS:
            numbers[code] = _with_silent(total(prefix, code, posts, calendar.coverage), silent)
        numbers[f"{code}.median"] = median(prefix, code, posts, metric)
        numbers[f"{code}.mean"] = mean(prefix, code, posts, metric)
        if code in POOLED:
            numbers[f"{code}.total"] = pooled(prefix, code, posts, metric, *POOLED[code])
    if "shares.mean" in numbers:
        numbers["amplification"] = replace(numbers["shares.mean"], id=f"{prefix}.amplification", metric=identity("amplification"))
    gone = posts.where(~_empty(posts["gone_at"]))
    if len(gone):  # nobody says of a post that it is still there
        numbers["gone"] = count(prefix, "gone", len(gone), accounts=gone.giving())
    return numbers


def _with_silent(number: Number, silent: tuple[int, ...]) -> Number:
    """A sum over posts, which is known of accounts without a post as well: they add nothing."""
    return replace(number, accounts=tuple(sorted({*number.accounts, *silent})))


def _naming_what_is_left_out(numbers: dict[str, Number], left_out: Parts) -> dict[str, Number]:
    """Interactions, and what stands on them, with the parts that do not count among their inputs."""
    without = tuple((f"account-{account_id} without", ", ".join(codes)) for account_id, codes in left_out.items())
    on_them = {"interactions", "account_interactions", "er_day", *ENGAGEMENT}
    return {code: replace(n, inputs=n.inputs + without) if code.split(".")[0] in on_them else n for code, n in numbers.items()}


def numbers(prefix: str, period: Period, material: Material, account_ids: tuple[int, ...]) -> dict[str, Number]:
    """The measures of these accounts without any breakdown."""
    posts, calendar = _published(material, account_ids, period)
    return _numbers(prefix, posts, material, account_ids, calendar)


def steps(prefix: str, material: Material, account_ids: tuple[int, ...], period: Period, er: str, cut: Cut) -> tuple[Segment, ...]:
    """The window step by step: posts and what they got, followers, joined and left, visits."""
    posts, calendar = _published(material, account_ids, period)
    segments = breakdowns.steps(prefix, posts, calendar, er, cut)
    known = days.by_step(prefix, material.known, account_ids, calendar.accounts, cut)
    slices = [one for one in material.slices if traffic.counts(one, account_ids, period)]
    for (key, step), segment in zip(cut, segments, strict=True):
        place = f"{prefix}:{key}"
        known[key] = traffic.whole(place, material.stretches, account_ids, step, segment.numbers) | known[key]
        known[key] |= traffic.added(place, slices, account_ids, step, known[key])
    return days.segments_with(segments, known)


def _extremes(prefix: str, posts: Posts) -> tuple[tuple[RankedPost, ...], tuple[RankedPost, ...]]:
    """Best and worst posts by interactions, as multiples of their account's median; nothing when too few are known.

    A median of 0 has no multiples: the posts of such an account come after all others, in both lists.
    """
    code = next((c for c in ("interactions", "views", "reach") if len(posts.known(c)) >= 2 * SHOWN_POSTS), "")
    if not code:
        return (), ()
    known = posts.having(code)
    middle = {
        account: median(f"{prefix}.account-{account}", code, some, identity(code)) for account, some in known.split("account_id")
    }
    usual = np.asarray([float(middle[account].value or 0) for account in known["account_id"]])
    is_multiple = usual > 0
    times = np.where(is_multiple, known[code] / np.where(is_multiple, usual, 1), -1)
    order = np.lexsort((known["post_id"], -known[code], -times))
    rest = order[SHOWN_POSTS:][::-1]
    weakest = rest[np.argsort(~is_multiple[rest], kind="stable")]
    ranked = lambda rows, kind: tuple(  # noqa: E731
        _ranked(f"{prefix}.{kind}:{place}", known, row, code, place, middle) for place, row in enumerate(rows, 1)
    )
    return ranked(order[:SHOWN_POSTS], "best"), ranked(weakest[:SHOWN_POSTS], "worst")


def _ranked(prefix: str, posts: Posts, row: int, code: str, place: int, middle: dict[int, Number]) -> RankedPost:
    post_id = int(posts["post_id"][row])
    number = Number(f"post-{post_id}.{code}", exact(posts[code][row]), identity(code), n=1, source=str(posts["source"][row]))
    return RankedPost(
        post_id,
        place,
        number,
        quotient(prefix, "times_median", number, middle[int(posts["account_id"][row])], formula="times", n=1),
    )


def _empty(column: np.ndarray) -> np.ndarray:
    return np.asarray([value is None or value != value for value in column], bool)
