"""One post in several tables of a file: known across them as it is known across files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from smmstrategy.metrics.imports.reading.draft import HAS_TIME, KEY, PERMALINK, PUBLISHED_AT, ROW, TEXT, TITLE, Draft, Subject
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records.posts import alike
from smmstrategy.metrics.imports.reading.records.posts.alike import Told
from smmstrategy.metrics.imports.reading.records.posts.identity import is_made

Record = list[Any]


def unite(draft: Draft, time_zone: str) -> None:
    """Give the rows of one post one key, the network's if any has it; where that is not certain, say so."""
    for subject in draft.subjects.values():
        of_table: dict[int | None, list[Record]] = defaultdict(list)
        for post in subject.posts:
            of_table[draft.table_of.get(post[ROW])].append(post)
        if len(of_table) > 1 and any(is_made(post[KEY]) for post in subject.posts):
            told = [_by_key(posts, subject.network, ZoneInfo(time_zone)) for posts in of_table.values()]
            keys, unsure = _across(told)
            _warn_of_unsure([post for post in subject.posts if post[KEY] in unsure], subject, draft)
            for post in subject.posts:
                while post[KEY] in keys:
                    post[KEY] = keys[post[KEY]]


def _across(tables: Sequence[dict[str, Told]]) -> tuple[dict[str, str], set[str]]:
    """By key in one table the key of the same post in another; and the keys of those that may be others as well as not."""
    keys: dict[str, str] = {}
    unsure: set[str] = set()
    known: dict[str, Told] = {}
    for new in tables:
        alone, others = ([one for key, one in some.items() if key not in beside] for some, beside in ((new, known), (known, new)))
        same, may_be = alike.pairs(alone, others)
        for mine, theirs in same.items():
            made, key = (mine, theirs) if is_made(mine) else (theirs, mine)
            keys[made] = key
            known[key] = known.pop(theirs).with_other(new[mine], key)
        known = _united(known, [one for key, one in new.items() if key not in same])
        unsure |= may_be.posts
    return keys, unsure - keys.keys()


def _by_key(posts: Sequence[Record], network: str, zone: ZoneInfo) -> dict[str, Told]:
    dated = [post for post in posts if post[PUBLISHED_AT]]
    moments = [datetime.fromisoformat(post[PUBLISHED_AT]) for post in dated]
    return _united(
        {},
        (
            alike.told(network, zone, post[KEY], post[PERMALINK], at, post[HAS_TIME], post[TITLE], post[TEXT])
            for post, at in zip(dated, moments, strict=True)
        ),
    )


def _united(known: Mapping[str, Told], new: Iterable[Told]) -> dict[str, Told]:
    united = dict(known)
    for one in new:
        united[one.key] = united[one.key].with_other(one, one.key) if one.key in united else one
    return united


def _warn_of_unsure(posts: Sequence[Record], subject: Subject, draft: Draft) -> None:
    if posts:
        told = {"count": len({post[KEY] for post in posts}), "account": subject.handle}
        draft.warnings.append(alike.UNSURE | {"params": told | {"rows": first_of([post[ROW] for post in posts])}})
