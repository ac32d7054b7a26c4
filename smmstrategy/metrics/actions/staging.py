"""Records on their way into temporary tables: duplicates united, checked, and rendered once for COPY."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

from smmstrategy.metrics.catalogue import Level, metric
from smmstrategy.metrics.models import Precision
from smmstrategy.metrics.records import AccountRecord, PostRecord

STAGED_POST = """
CREATE TEMP TABLE staged_post (ordinal int, key varchar(200), permalink varchar(2000), published_at timestamptz, has_time boolean,
  format varchar(12), title text, text text, rubric varchar(80), duration_seconds int, is_paid boolean, gone_at timestamptz)
  ON COMMIT DROP"""
STAGED_POST_VALUE = """
CREATE TEMP TABLE staged_post_value (ordinal int, metric varchar(40), value numeric(24, 6), precision varchar(7)) ON COMMIT DROP"""
STAGED_VALUE = """
CREATE TEMP TABLE staged_value (ordinal int, metric varchar(40), starts_on date, ends_on date, slice varchar(300),
  value numeric(24, 6), precision varchar(7)) ON COMMIT DROP"""

PRECISION = {False: Precision.EXACT.value, True: Precision.ROUNDED.value}
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": None, **SURROGATES})


def stage_posts(cursor: Any, posts: Sequence[PostRecord]) -> None:
    """Copy posts and their metrics into staged_post and staged_post_value; a ValueError says which record cannot be stored."""
    distinct = _united(posts)
    _check_codes({code for _n, post in distinct for code in post.metrics}, Level.POST)
    cursor.execute(STAGED_POST + ";" + STAGED_POST_VALUE)
    _copy(cursor, "staged_post", (_post_line(n, post) for n, post in distinct))
    _copy(cursor, "staged_post_value", _metric_lines(distinct))
    cursor.execute("ANALYZE staged_post; ANALYZE staged_post_value")


def stage_values(cursor: Any, values: Sequence[AccountRecord]) -> None:
    """Copy values about the account into staged_value; a ValueError says which record cannot be stored."""
    _check_codes({value.metric for value in values}, Level.ACCOUNT)
    distinct = {(v.metric, v.starts_on, v.ends_on, v.slice): (n, v) for n, v in enumerate(values)}
    cursor.execute(STAGED_VALUE)
    _copy(cursor, "staged_value", (_value_line(n, value) for n, value in distinct.values()))
    cursor.execute("ANALYZE staged_value")


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
    cells = [
        post.key, post.permalink, post.published_at, post.has_time, post.format, post.title, post.text, post.rubric,
        post.duration_seconds, post.is_paid, post.gone_at,
    ]  # fmt: skip
    return f"{n}\t" + "\t".join(r"\N" if cell is None else str(cell).translate(ESCAPES) for cell in cells) + "\n"


def _metric_lines(posts: Iterable[tuple[int, PostRecord]]) -> Iterator[str]:
    for n, post in posts:
        for code, value in post.metrics.items():
            yield f"{n}\t{code}\t{_number(value, post.key)}\t{PRECISION[code in post.rounded]}\n"


def _value_line(n: int, v: AccountRecord) -> str:
    if v.ends_on < v.starts_on:
        raise ValueError(f"«{v.metric}» from {v.starts_on} ends before, on {v.ends_on}")
    number = _number(v.value, v.metric)
    return f"{n}\t{v.metric}\t{v.starts_on}\t{v.ends_on}\t{v.slice.translate(ESCAPES)}\t{number}\t{PRECISION[v.is_rounded]}\n"


def _number(value: Decimal, where: str) -> str:
    if not value.is_finite():
        raise ValueError(f"{where}: {value} is not a number")
    return str(value)


def _copy(cursor: Any, table: str, lines: Iterable[str]) -> None:
    cursor.copy_expert(f"COPY {table} FROM STDIN", StringIO("".join(lines)))
