"""One subject through all windows: its measures, its changes, what they are made of, and the questions worth asking."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from audits.evidence import Change, Decomposition, Subject, Window
from audits.measures import trials
from audits.measures.calendar import Calendar
from audits.measures.changes import changes, decomposition, growth
from audits.measures.days import known_at_both_ends
from audits.measures.posts import Posts, within
from audits.measures.rates import ENGAGEMENT
from audits.measures.rhythm import weekly_posts
from audits.measures.traffic import VISITED
from audits.measures.windows import Material, outline, window
from audits.statistics import ENOUGH_POSTS
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Side:
    key: str
    kind: str
    name: str
    account_ids: tuple[int, ...]
    networks: tuple[str, ...]


def measure(
    side: Side, material: Material, spans: dict[str, Period], common: str, windowed: Callable[..., Window] = window
) -> Subject:
    """Windows (whole ones, or whatever `windowed` makes of them), changes and decompositions.

    A competitor's rate is the one it has in common with the brand.
    """
    material = material.of_accounts(side.account_ids)
    now_posts = within(material.posts, spans["now"])
    er = common if side.kind == "competitor" and len(now_posts.known(common)) else main_rate(now_posts)
    windows = {name: windowed(side.key, name, span, material, side.account_ids, er) for name, span in spans.items()}
    moved: tuple[Change, ...] = ()
    made_of: tuple[Decomposition, ...] = ()
    for against in [name for name in spans if name != "now"]:
        shared = shared_accounts(side, material, spans["now"], spans[against])
        if not shared:
            continue
        now, then = windows["now"], windows[against]
        if _all_shared(side, shared, material, spans["now"], spans[against]):
            shared = side.account_ids
        else:
            now = outline(side.key, f"now_like_{against}", spans["now"], material, shared, er)
            then = outline(side.key, f"{against}_like_now", spans[against], material, shared, er)
        moved += changes(now, then, against, shared)
        made_of += tuple(_why(side, against, shared, er, material.posts.of_accounts(shared), spans))
    grown = growth(windows["now"].numbers, side.account_ids)
    return Subject(
        side.key,
        side.kind,
        side.name,
        side.account_ids,
        side.networks,
        er,
        windows,
        moved,
        grown,
        made_of,
        judged_by=judged_by(now_posts, er),
    )


def main_rate(posts: Posts) -> str:
    """The engagement rate known of the most posts, "" when of none."""
    known = {code: len(posts.known(code)) for code in ENGAGEMENT}
    best = max(known, key=lambda code: known[code])
    return best if known[best] else ""


def judged_by(posts: Posts, er: str) -> str:
    """The engagement rate, or else interactions, or else views: the first known of enough posts to test, else of any."""
    counts = {code: len(posts.known(code)) for code in (er, "interactions", "views") if code}
    return next((code for least in (ENOUGH_POSTS, 1) for code, n in counts.items() if n >= least), "")


def questions(side: Side, own: Side, material: Material, spans: dict[str, Period], common: str) -> Iterator[trials.Answer]:
    """What is asked of a side: did it move, does it grow, is it even, do its parts differ; of a competitor only who is ahead.

    `common` is the rate by which a competitor may be compared, "" when by none.
    """
    mine, material = material.posts.of_accounts(own.account_ids), material.of_accounts(side.account_ids)
    now = within(material.posts, spans["now"])
    if side.kind == "competitor":
        if common:
            yield from trials.ahead(side.key, within(mine, spans["now"]), now, common)
        return
    er = main_rate(now)
    for against in [name for name in spans if name != "now"]:
        shared = shared_accounts(side, material, spans["now"], spans[against])
        yield from _moved(side, against, shared, material, spans, er)
    yield from trials.grew(
        side.key, material.days, known_at_both_ends(material.known, side.account_ids, spans["now"]), spans["now"]
    )
    yield from trials.uneven(side.key, weekly_posts(now, Calendar.of(material.watched, side.account_ids, spans["now"])))
    if code := judged_by(now, er):
        yield from trials.formats(side.key, now, code)
        if side.kind == "own":
            yield from trials.lengths_and_times(side.key, now, code)


def _moved(
    side: Side, against: str, shared: tuple[int, ...], material: Material, spans: dict[str, Period], er: str
) -> Iterator[trials.Answer]:
    now, then, posts = spans["now"], spans[against], material.posts.of_accounts(shared)
    codes = (*((er,) if er else ()), *trials.MOVING)
    yield from trials.moved(side.key, against, within(posts, now), within(posts, then), codes)
    weeks = [weekly_posts(posts, Calendar.of(material.watched, shared, span)) for span in (now, then)]
    yield from trials.published(side.key, against, *weeks)
    if side.kind == "own":
        for code in VISITED:
            yield from trials.visited(code, against, material.days, shared, now, then)


def shared_accounts(side: Side, material: Material, now: Period, then: Period) -> tuple[int, ...]:
    """The accounts that have data in both windows."""
    return tuple(a for a in side.account_ids if has_data(a, material, now) and has_data(a, material, then))


def _all_shared(side: Side, shared: tuple[int, ...], material: Material, now: Period, then: Period) -> bool:
    """Whether nobody else has data in either window, so that the windows of the whole side are alike."""
    others = [a for a in side.account_ids if a not in shared]
    return not any(has_data(a, material, span) for a in others for span in (now, then))


def has_data(account_id: int, material: Material, span: Period) -> bool:
    longer = (one for one in chain(material.stretches, material.slices) if one.account_id == account_id)
    return (
        any(one.within(span).days for (a, _code), one in material.days.items() if a == account_id)
        or any(one.lies_in(span) for one in longer)
        or bool(Calendar.of(material.watched, (account_id,), span).days_by_account)
    )


def _why(
    side: Side, against: str, shared: tuple[int, ...], er: str, posts: Posts, spans: dict[str, Period]
) -> Iterator[Decomposition]:
    if not er:
        return
    code = f"{er}.total" if er == "er_view" else f"{er}.mean"
    now, then = within(posts, spans["now"]), within(posts, spans[against])
    for column, by in (("format", "format"), ("account_id", "account")):
        if by == "format" or len(shared) > 1:
            made_of = decomposition(f"{side.key}.now", against, column, by, shared, code, now, then)
            if made_of is not None and len(made_of.effects) > 1:
                yield made_of
