"""One subject through all windows: its measures, its changes, what they are made of, and the questions worth asking."""

from collections.abc import Iterator
from dataclasses import dataclass

from audits.evidence import Change, Decomposition, Span, Subject
from audits.measures import trials
from audits.measures.changes import changes, decomposition
from audits.measures.posts import Posts
from audits.measures.rates import ENGAGEMENT
from audits.measures.rhythm import weekly_posts
from audits.measures.windows import Material, main_measure, window, within


@dataclass(frozen=True, slots=True)
class Side:
    key: str
    kind: str
    name: str
    account_ids: tuple[int, ...]
    networks: tuple[str, ...]


def measure(side: Side, material: Material, spans: dict[str, Span], common: str) -> Subject:
    """Windows, changes and decompositions. A rival's rate is the one it has in common with the brand."""
    posts = material.posts.of_accounts(side.account_ids)
    er = common if side.kind == "rival" and len(within(posts, spans["now"]).known(common)) else main_rate(within(posts, spans["now"]))
    windows = {name: window(side.key, name, span, material, side.account_ids, er) for name, span in spans.items()}
    moved: tuple[Change, ...] = ()
    made_of: tuple[Decomposition, ...] = ()
    for against in [name for name in spans if name != "now"]:
        shared = _shared(side, material, spans["now"], spans[against])
        if not shared:
            continue
        now, then = windows["now"], windows[against]
        if shared != side.account_ids:
            now = window(side.key, f"now_like_{against}", spans["now"], material, shared, er)
            then = window(side.key, f"{against}_like_now", spans[against], material, shared, er)
        moved += changes(now, then, against, shared)
        made_of += tuple(_why(side, against, shared, er, posts.of_accounts(shared), spans))
    return Subject(side.key, side.kind, side.name, side.account_ids, side.networks, er, windows, moved, made_of)


def main_rate(posts: Posts) -> str:
    """The engagement rate known of the most posts, "" when of none."""
    known = {code: len(posts.known(code)) for code in ENGAGEMENT}
    best = max(known, key=lambda code: known[code])
    return best if known[best] else ""


def questions(
    subject: Subject, own: Subject, material: Material, spans: dict[str, Span], comparable_rate: str
) -> Iterator[trials.Answer]:
    """What is asked of a subject: did it move, does it grow, do its parts differ; of a rival only who is ahead, and only by the same rate."""
    posts = material.posts.of_accounts(subject.account_ids)
    now = within(posts, spans["now"])
    if subject.kind == "rival":
        if comparable_rate:
            yield from trials.ahead(subject.key, within(material.posts.of_accounts(own.account_ids), spans["now"]), now, comparable_rate)
        return
    for against in [name for name in spans if name != "now"]:
        codes = tuple(dict.fromkeys((*(c for c in (subject.er,) if c), *trials.MOVING)))
        shared = next((c.accounts for c in subject.changes if c.against == against), ())
        then = within(posts.of_accounts(shared), spans[against])
        yield from trials.moved(subject.key, against, now.of_accounts(shared), then, codes)
        weeks = (weekly_posts(posts.of_accounts(shared), spans[name]) for name in ("now", against))
        yield from trials.published(subject.key, against, *weeks)
        if subject.kind == "own":
            yield from trials.visited(against, material.days, shared, spans["now"], spans[against])
    yield from trials.grew(subject.key, material.days, subject.account_ids, spans["now"])
    yield from trials.uneven(subject.key, weekly_posts(now, spans["now"]))
    if code := main_measure(now, subject.er):
        yield from trials.formats(subject.key, now, code)
        if subject.kind == "own":
            yield from trials.lengths_and_times(subject.key, now, code)


def _shared(side: Side, material: Material, now: Span, then: Span) -> tuple[int, ...]:
    """The accounts that have data in both windows."""

    def has_data(account_id: int, span: Span) -> bool:
        days = any(one.within(span).days for (a, _code), one in material.days.items() if a == account_id)
        stretches = any(one.account_id == account_id and one.lies_in(span) for one in material.stretches + material.slices)
        return days or stretches or bool(len(within(material.posts.of_accounts((account_id,)), span)))

    return tuple(a for a in side.account_ids if has_data(a, now) and has_data(a, then))


def _why(side: Side, against: str, shared: tuple[int, ...], er: str, posts: Posts, spans: dict[str, Span]) -> Iterator[Decomposition]:
    if not er:
        return
    code = f"{er}.total" if er == "er_view" else f"{er}.mean"
    now, then = within(posts, spans["now"]), within(posts, spans[against])
    for column, by in (("format", "format"), ("account_id", "account")):
        if by == "format" or len(shared) > 1:
            made_of = decomposition(f"{side.key}.now", against, column, by, shared, code, now, then)
            if made_of is not None and len(made_of.effects) > 1:
                yield made_of
