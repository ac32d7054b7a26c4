"""Records on their way into temporary tables: duplicates united, checked, and rendered once for COPY."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

from smmstrategy.metrics.catalogue import Level, metric
from smmstrategy.metrics.models import Precision
from smmstrategy.metrics.records import AccountRecord, PostRecord

STAGED_POST = """
CREATE TEMP TABLE staged_post (ordinal int, key varchar(200), permalink varchar(2000), format varchar(12), title text, text text,
  rubric varchar(80), published_at timestamptz, has_time boolean, duration_seconds int, is_paid boolean, gone_at timestamptz,
  metrics varchar(40)[], numbers numeric(24, 6)[], rounded varchar(40)[]) ON COMMIT DROP"""
STAGED_VALUE = """
CREATE TEMP TABLE staged_value (ordinal int, metric varchar(40), starts_on date, ends_on date, slice varchar(300),
  value numeric(24, 6), precision varchar(7)) ON COMMIT DROP"""

PRECISION = {False: Precision.EXACT.value, True: Precision.ROUNDED.value}
NULL = r"\N"


def stage_posts(cursor: Any, posts: Sequence[PostRecord]) -> None:
    """Copy posts and their metrics into staged_post; a ValueError says which record cannot be stored."""
    distinct = _united(posts)
    _check_codes({code for _n, post in distinct for code in post.metrics}, Level.POST)
    cursor.execute(STAGED_POST)
    _copy(cursor, "staged_post", (_post_line(n, post) for n, post in distinct))


def stage_values(cursor: Any, values: Sequence[AccountRecord]) -> None:
    """Copy values about the account into staged_value; a ValueError says which record cannot be stored."""
    _check_codes({value.metric for value in values}, Level.ACCOUNT)
    distinct = {(v.metric, v.starts_on, v.ends_on, v.slice): (n, v) for n, v in enumerate(values)}
    cursor.execute(STAGED_VALUE)
    _copy(cursor, "staged_value", (_value_line(n, value) for n, value in distinct.values()))


def _united(posts: Sequence[PostRecord]) -> list[tuple[int, PostRecord]]:
    """One post for each key, at the place of its last record."""
    distinct: dict[str, tuple[int, PostRecord]] = {}
    for n, post in enumerate(posts):
        if not post.key:
            raise ValueError(f"post number {n + 1} has no key")
        if (before := distinct.get(post.key)) is not None:
            rounded = (before[1].rounded - post.metrics.keys()) | post.rounded
            post = replace(post, metrics={**before[1].metrics, **post.metrics}, rounded=rounded)
        distinct[post.key] = (n, post)
    return list(distinct.values())


def _check_codes(codes: set[str], level: Level) -> None:
    for code in codes:
        if level not in metric(code).levels:
            raise ValueError(f"«{code}» is not a metric of a {level}")


def _post_line(n: int, post: PostRecord) -> str:
    if post.published_at is not None and post.published_at.tzinfo is None:
        raise ValueError(f"post {post.key}: {post.published_at} has no time zone")
    texts = map(_text, (post.key, post.permalink, post.format, post.title, post.text, post.rubric))
    facts = map(_fact, (post.published_at, post.has_time, post.duration_seconds, post.is_paid, post.gone_at))
    numbers = _numbers(post.metrics.values(), post.key)
    metrics = f"{{{','.join(post.metrics)}}}\t{{{numbers}}}\t{{{','.join(post.rounded)}}}\n"
    return "\t".join([str(n), *texts, *facts, metrics])


def _value_line(n: int, v: AccountRecord) -> str:
    if v.ends_on < v.starts_on:
        raise ValueError(f"«{v.metric}» from {v.starts_on} ends before, on {v.ends_on}")
    number = _numbers([v.value], v.metric)
    return f"{n}\t{v.metric}\t{v.starts_on}\t{v.ends_on}\t{_text(v.slice)}\t{number}\t{PRECISION[v.is_rounded]}\n"


def _numbers(values: Iterable[Decimal], where: str) -> str:
    text = ",".join(map(str, values))
    if "N" in text or "I" in text:
        raise ValueError(f"{where}: {text} is not a number")
    return text


def _text(text: str) -> str:
    return text.replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")


def _fact(value: object) -> str:
    return NULL if value is None else str(value)


def _copy(cursor: Any, table: str, lines: Iterable[str]) -> None:
    cursor.copy_expert(f"COPY {table} FROM STDIN", BytesIO(_encoded("".join(lines).replace("\0", ""))), 1 << 20)


def _encoded(text: str) -> bytes:
    """As UTF-8; half a surrogate pair, which PostgreSQL cannot hold, becomes a replacement character."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
