"""Records of a brand's accounts, read once, become the evidence of an audit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import pandas as pd

from audits.evidence import Coverage, Evidence, ImportNote, Number, Tracked
from audits.measures import listing, standing, sufficiency, totals, verdicts
from audits.measures.calendar import DAY, Calendar, Rejected, Watched, inside, without
from audits.measures.compared import Compared, compared
from audits.measures.numbers import count, quotient
from audits.measures.posts import Posts
from audits.measures.rates import Parts, interaction_parts, left_out, with_rates
from audits.measures.rhythm import silences, silent_until_the_end
from audits.measures.series import Days, with_stretches
from audits.measures.subjects import Side, measure, questions
from audits.measures.traffic import Stretch
from audits.measures.trials import Answer, trials_of
from audits.measures.windows import Material
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period
from smmstrategy.words import unturned

WINDOWS = ("now", "before", "year_earlier")


@dataclass(frozen=True, slots=True)
class TrackedAccount:
    id: int
    network: str
    handle: str
    name: str
    url: str
    role: str
    group: str

    @property
    def is_social(self) -> bool:
        return is_social(self.network)


@dataclass(frozen=True, slots=True)
class Rows:
    """What the store knows of accounts over some days. `posts` is the table of metrics.queries with `day` as dates."""

    posts: pd.DataFrame
    watched: Watched
    days: Days
    stretches: tuple[Stretch, ...]
    slices: tuple[Stretch, ...]
    undated: dict[int, int]
    imports: tuple[ImportNote, ...]
    collected_until: datetime | None
    wider: Mapping[int, Sequence[Period]] = field(default_factory=dict)  # by account: days of values that reach beyond «now»
    rejected: Rejected = field(default_factory=dict)
    in_doubt: Mapping[int, Sequence[Period]] = field(default_factory=dict)  # whole months without a post, or left out of files


@dataclass(frozen=True, slots=True)
class Records:
    """A brand, its accounts, and their rows in all windows."""

    brand: str
    client: str
    time_zone: str
    currency: str
    periods: dict[str, Period]  # by window
    month_count: int
    accounts: tuple[TrackedAccount, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Prepared:
    """Records sorted out: whose numbers they are, in which windows, and what may be compared."""

    posts: Posts
    material: Material
    periods: dict[str, Period]
    sides: tuple[Side, ...]
    comparisons: tuple[Compared, ...]  # the one with most competitors first

    def comparison(self, key: str) -> Compared | None:
        """The first that has a competitor: in it its questions are asked."""
        return next((one for one in self.comparisons if key in one.sides), None)


def prepared(records: Records) -> Prepared:
    parts = interaction_parts(records.rows.posts)
    posts, material = sorted_out(records, parts)
    periods, sides = _windows_with_data(records, material), tuple(_sides(records.accounts))
    networks = {account.id: account.network for account in records.accounts}
    comparisons = tuple(compared(sides, networks, parts, material, periods["now"]))
    return Prepared(posts, material, periods, sides, comparisons)


def sorted_out(records: Records, parts: Parts) -> tuple[Posts, Material]:
    """All posts with their rates, and what windows are measured from; `parts` are those of interactions."""
    rows, networks = records.rows, {account.id: account.network for account in records.accounts}
    known = with_stretches(rows.days, rows.stretches)
    frame = with_rates(rows.posts.assign(network=rows.posts["account_id"].map(networks)), known, parts)
    months = [day.year * 12 + day.month for day in frame["day"]]
    weeks = [(day.toordinal() - 1) // 7 for day in frame["day"]]
    posts = Posts.of(frame.assign(month=months, week=weeks))
    sure, words = without(rows.watched, rows.in_doubt), posts.without_words()
    known = totals.of_accounts(known, networks, totals.told_by_posts(words, sure, records.periods.values()))
    uncounted = totals.left_out(known) | left_out(rows.posts, parts)
    stretches = tuple(one for one in rows.stretches if one.metric != totals.PUBLISHED)  # `known` has those that count
    return posts, Material(words, rows.days, known, stretches, rows.slices, sure, uncounted, rows.rejected, rows.watched)


def answers(ready: Prepared) -> list[Answer]:
    """Every question of the audit, answered. What is asked of the brand is not asked of an account that has all its posts again."""
    answered: list[Answer] = []
    for side in ready.sides:
        same = {one.asked for one in of_the_brand(side, ready, answered)}
        answered += [one for one in _asked(side, ready) if one.asked not in same]
    return answered


def _asked(side: Side, ready: Prepared) -> Iterator[Answer]:
    """Of a competitor on the networks and of the months in which it is compared; of one that shares none nothing."""
    if side.kind != "competitor":
        yield from questions(side, side, ready.material, ready.periods, "")
    elif one := ready.comparison(side.key):
        common = one.er if side.key in one.comparable & one.months.alike else ""
        yield from questions(one.sides[side.key], one.sides["own"], one.months.material, ready.periods, common)


def of_the_brand(side: Side, ready: Prepared, answered: Iterable[Answer]) -> list[Answer]:
    """The answers about the brand that are those of an account with all its posts too: asking twice would only cost strength."""
    own, posts = ready.sides[0], ready.material.posts
    published = len(posts.of_accounts(own.account_ids))
    if side.kind != "account" or not len(posts.of_accounts(side.account_ids)) == published > 0:
        return []
    return [one for one in answered if one.question == f"{own.key}.{one.asked}" and one.accounts == side.account_ids]


def assemble(records: Records) -> Evidence:
    """All judgement an audit's evidence contains; pure."""
    ready = prepared(records)
    posts, now = ready.material.posts, ready.periods["now"]
    common = {side.key: one.er if (one := ready.comparison(side.key)) else "" for side in ready.sides}
    measured = tuple(measure(side, ready.material, ready.periods, common[side.key]) for side in ready.sides)
    answered = trials_of(answers(ready))
    networks = {account.id: account.network for account in records.accounts}
    subjects = verdicts.with_verdicts(measured, answered)
    tracked = tuple(_tracked(account, _side_of(account.id, ready.sides), records, ready.material) for account in records.accounts)
    coverage = tuple(sufficiency.all_coverage(records.accounts, ready.material, now))
    return Evidence(
        brand=records.brand,
        client=records.client,
        time_zone=records.time_zone,
        currency=records.currency,
        period=now,
        month_count=records.month_count,
        before=ready.periods.get("before"),
        year_earlier=ready.periods.get("year_earlier"),
        collected_until=records.rows.collected_until,
        accounts=tracked,
        subjects=subjects,
        comparisons=standing.comparisons(ready.comparisons, subjects, networks),
        coverage=coverage,
        totals=_totals(tracked, coverage, posts, now),
        posts=listing.post_rows(ready.posts.within(now), [a.id for a in records.accounts], records.time_zone),
        days=listing.day_rows(records.rows.days, now),
        imports=records.rows.imports,
        trials=answered,
        formulas={formula.id: formula.text for formula in FORMULAS.values()},
        earlier_posts=listing.post_rows(_earlier(ready), [a.id for a in records.accounts], records.time_zone),
    )


def _earlier(ready: Prepared) -> Posts:
    """Own posts of the windows before."""
    own = ready.posts.of_accounts(ready.sides[0].account_ids)
    periods = [period for name, period in ready.periods.items() if name != "now"]
    return own.where(np.array([any(period.first <= day <= period.last for period in periods) for day in own["day"].tolist()], bool))


def _windows_with_data(records: Records, material: Material) -> dict[str, Period]:
    """«now» always; an earlier window when any own account has a post or a value in it."""
    own = tuple(a.id for a in records.accounts if a.role == "own")
    asked = {name: records.periods[name] for name in WINDOWS[1:] if name in records.periods}
    return {"now": records.periods["now"]} | {name: period for name, period in asked.items() if _holds(material, own, period)}


def _holds(material: Material, account_ids: tuple[int, ...], period: Period) -> bool:
    of_days = any(one.within(period).days for (account, _), one in material.known.items() if account in account_ids)
    longer = any(one.account_id in account_ids and one.lies_in(period) for one in (*material.stretches, *material.slices))
    return of_days or longer or bool(len(material.posts.of_accounts(account_ids).within(period)))


def _sides(accounts: tuple[TrackedAccount, ...]) -> Iterator[Side]:
    """All own accounts, each of them, then every competitor: accounts that share a group, as it is shown, or one alone."""
    own = [a for a in accounts if a.role == "own"]
    yield Side("own", "own", "", tuple(a.id for a in own), tuple(a.network for a in own))
    for account in own:
        yield Side(f"account-{account.id}", "account", account.name or account.handle, (account.id,), (account.network,))
    groups: dict[str, list[TrackedAccount]] = {}
    for account in accounts:
        if account.role == "competitor":
            groups.setdefault(unturned(account.group or account.name) or account.handle, []).append(account)
    for place, (name, members) in enumerate(sorted(groups.items()), 1):
        yield Side(f"competitor-{place}", "competitor", name, tuple(a.id for a in members), tuple(a.network for a in members))


def _side_of(account_id: int, sides: tuple[Side, ...]) -> str:
    return next((side.key for side in sides if side.kind != "own" and account_id in side.account_ids), "")


def _tracked(account: TrackedAccount, subject: str, records: Records, material: Material) -> Tracked:
    now, rows = records.periods["now"], records.rows
    mine, in_doubt = material.posts.of_accounts((account.id,)), rows.in_doubt.get(account.id, ())
    watched = without(rows.watched, rows.in_doubt)
    here, calendar = mine.within(now), Calendar.of(watched, (account.id,), now)
    days = sufficiency.known_days(account.id, rows.days, rows.stretches + rows.slices, now) | {*calendar.days(account.id)}
    months = sufficiency.months_with_data(days, sufficiency.days_of_levels(account.id, rows.days, now) | {*here["day"]}, now)
    silent = silences(here, Calendar.of(rows.watched, (account.id,), now)) if len(here) else ()
    undated = rows.undated.get(account.id, 0)
    posts_known = len(here) if len(here) or calendar.days_by_account else None
    counted = sufficiency.has_totals(account.id, material, now)
    level, reasons = sufficiency.of_account(
        account.network, months, records.month_count, posts_known, undated, silent, in_doubt, has_totals=counted
    )
    last = max((d for d in mine["day"].tolist() if d <= now.last), default=None)
    since = Calendar.of(watched, (account.id,), Period(last + DAY, now.last)) if last and last < now.last else None
    return Tracked(
        account_id=account.id,
        network=account.network,
        handle=account.handle,
        name=account.name,
        url=account.url,
        role=account.role,
        group=account.group,
        subject=subject,
        months_with_data=months,
        months_expected=records.month_count,
        posts=len(here),
        undated_posts=undated,
        silences=silent,
        last_post_on=last,
        sufficiency=level,
        reasons=reasons,
        silent_days=silent_until_the_end(since) if since else 0,
        wider=next(iter(rows.wider.get(account.id, ())), None),
        in_doubt=inside(in_doubt, records.periods.values()),
    )


def _totals(tracked: tuple[Tracked, ...], coverage: Iterable[Coverage], posts: Posts, now: Period) -> dict[str, Number]:
    own = [a for a in tracked if a.role == "own"]
    watched = [row for row in coverage if row.account_id in {a.account_id for a in own}]
    expected = count("audit", "months_expected", max((a.months_expected for a in own), default=0))
    known = count("audit", "months_with_data", max((a.months_with_data for a in own), default=0))
    numbers = {
        "accounts": count("audit", "accounts", len(own)),
        "accounts_enough": count("audit", "accounts_enough", sum(a.sufficiency == "enough" for a in own)),
        "competitors": count("audit", "competitors", len({a.subject for a in tracked if a.role == "competitor"})),
        "posts": count("audit", "posts", len(posts.within(now))),
        "posts_own": count("audit", "posts_own", sum(a.posts for a in own)),
        "undated": count("audit", "undated", sum(a.undated_posts for a in own)),
        "months_with_data": known,
        "months_expected": expected,
        "months_share": quotient("audit", "months_share", known, expected, formula="share"),
        "incomplete": count("audit", "incomplete", sum(row.is_incomplete for row in sufficiency.wanted(watched))),
        "coverage": sufficiency.mean_coverage(watched),
    }
    return {name: number for name, number in numbers.items() if number.value is not None}
