"""One subject through all windows: its measures, its changes, what they are made of, and the questions worth asking."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain

from audits.evidence import Change, Decomposition, Subject, Window
from audits.measures import trials
from audits.measures.calendar import Calendar
from audits.measures.changes import are_alike, changes, decomposition, growth
from audits.measures.daily import sums, values
from audits.measures.days import FLOWS, NET, known_at_both_ends, known_within, net_of_all_days
from audits.measures.posts import Posts
from audits.measures.rates import ENGAGEMENT, RATES
from audits.measures.rhythm import weekly_posts
from audits.measures.websites import of_one_set
from audits.measures.windows import Material, outline, watched, window
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Side:
    key: str
    kind: str
    name: str
    account_ids: tuple[int, ...]
    networks: tuple[str, ...]  # of each of these accounts

    def told(self, material: Material, period: Period) -> Material:
        """What is known of its accounts, of websites without those that are not told together with the others."""
        return of_one_set(material.of_accounts(self.account_ids), self.account_ids, self.networks, period)


def measure(
    side: Side, material: Material, periods: dict[str, Period], common: str, windowed: Callable[..., Window] = window
) -> Subject:
    """Windows (whole ones, or whatever `windowed` makes of them), changes and decompositions.

    A competitor's rate is the one it has in common with the brand.
    """
    material = side.told(material, periods["now"])
    now_posts = material.posts.within(periods["now"])
    er = common if side.kind == "competitor" and len(now_posts.known(common)) else main_rate(now_posts)
    windows = {name: windowed(side.key, name, period, material, side.account_ids, er) for name, period in periods.items()}

    @cache
    def outlined(name: str, accounts: tuple[int, ...]) -> Window:
        return outline(f"{side.key}:{'+'.join(map(str, accounts))}", name, periods[name], material, accounts, er)

    each = {account: material.of_accounts((account,)) for account in side.account_ids}
    summed = cache(partial(sums, material=each, valued=cache(partial(values, material=each))))
    known = cache(partial(watched, material=material))
    changed = tuple(
        change
        for against in periods
        if against != "now"
        for change in changes(
            windows["now"], windows[against], lambda window, accounts: outlined(window.name, accounts), summed, known
        )
    )
    rate = f"{er}.total" if er == "er_view" else f"{er}.mean"
    made_of = tuple(chain.from_iterable(_why(side, c, material.posts, periods) for c in changed if c.measure == rate))
    grown = growth(windows["now"].numbers)
    return Subject(
        side.key,
        side.kind,
        side.name,
        side.account_ids,
        side.networks,
        er,
        windows,
        changed,
        grown,
        made_of,
        judged_by=judged_by(now_posts, er),
    )


def main_rate(posts: Posts) -> str:
    """The engagement rate whose figures the most posts give, "" when none has it.

    A post that got more than was seen of it counts: what is wrong with one post is no reason to judge all by another rate.
    """
    given = {code: _giving(posts, *RATES[code].inputs) for code in ENGAGEMENT if len(posts.known(code))}
    return max(given, key=lambda code: given[code], default="")


def _giving(posts: Posts, above: str, below: str) -> int:
    return int((posts.having(above, below).known(below) > 0).sum())


def judged_by(posts: Posts, er: str) -> str:
    """The engagement rate, or else interactions, or else views: the first known of enough posts to test, else of any."""
    counts = {code: len(posts.known(code)) for code in (er, "interactions", "views") if code}
    return next((code for least in (ENOUGH_POSTS, 1) for code, n in counts.items() if n >= least), "")


def questions(side: Side, own: Side, material: Material, periods: dict[str, Period], common: str) -> Iterator[trials.Answer]:
    """What is asked of a side: did it move, does it grow, is it even, do its parts differ; of a competitor only who is ahead.

    `common` is the rate by which a competitor may be compared, "" when by none.
    """
    mine, material = material.posts.of_accounts(own.account_ids), side.told(material, periods["now"])
    now = material.posts.within(periods["now"])
    if side.kind == "competitor":
        if common:
            yield from trials.ahead(side.key, mine.within(periods["now"]), now, common)
        return
    er = main_rate(now)
    for against in [name for name in periods if name != "now"]:
        yield from _moved(side, against, material, periods, er)
    grown = known_at_both_ends(material.known, side.account_ids, periods["now"])
    yield from trials.grew(side.key, material.known, grown, periods["now"])
    calendar = Calendar.of(material.watched, side.account_ids, periods["now"]).of_enough()
    yield from trials.uneven(side.key, weekly_posts(now, calendar), now.of_accounts(calendar.known_accounts).giving())
    if code := judged_by(now, er):
        yield from trials.formats(side.key, now, code)
        if side.kind == "own":
            yield from trials.lengths_and_times(side.key, now, code)


def _moved(side: Side, against: str, material: Material, periods: dict[str, Period], er: str) -> Iterator[trials.Answer]:
    """As changes do, each asks the accounts that know what it is about in both windows."""
    both, posts = (periods["now"], periods[against]), material.posts
    codes = (*((er,) if er else ()), *trials.MOVING)
    alike = lambda accounts: are_alike(*(watched(accounts, period, material) for period in both))  # noqa: E731
    yield from trials.rose_or_fell(side.key, against, *(posts.within(period) for period in both), codes, alike)
    publishing = _in_both(Calendar.of(material.watched, side.account_ids, period).of_enough().known_accounts for period in both)
    weeks = [weekly_posts(posts.of_accounts(publishing), Calendar.of(material.watched, publishing, period)) for period in both]
    yield from trials.published(side.key, against, *weeks, posts.of_accounts(publishing).giving())
    if side.kind == "own":
        for code in FLOWS:
            known = _in_both(known_within(material.known, code, side.account_ids, period) for period in both)
            yield from trials.flowed(code, against, material.known, known, *both)
        if not any(known_at_both_ends(material.known, side.account_ids, period) for period in both):
            known = _in_both(net_of_all_days(material.known, side.account_ids, period) for period in both)
            yield from trials.flowed(NET, against, material.known, known, *both)


def _in_both(accounts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    now, then = accounts
    return tuple(account for account in now if account in then)


def has_data(account_id: int, material: Material, period: Period) -> bool:
    longer = (one for one in chain(material.stretches, material.slices) if one.account_id == account_id)
    return (
        any(one.within(period).days for (a, _code), one in material.days.items() if a == account_id)
        or any(one.lies_in(period) for one in longer)
        or bool(len(material.posts.of_accounts((account_id,)).within(period)))
        or bool(Calendar.of(material.watched, (account_id,), period).days_by_account)
    )


def _why(side: Side, change: Change, posts: Posts, periods: dict[str, Period]) -> Iterator[Decomposition]:
    """By formats, and by accounts, of the accounts that the change is about."""
    now, then = (posts.of_accounts(change.accounts).within(periods[name]) for name in ("now", change.against))
    for column, by in (("format", "format"), ("account_id", "account")):
        if by == "format" or len(change.accounts) > 1:
            made_of = decomposition(f"{side.key}.now", change, column, by, now, then)
            if made_of is not None and len(made_of.effects) > 1:
                yield made_of
