"""Records on their way into temporary tables: duplicates united, checked, and rendered once for COPY."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from operator import attrgetter
from typing import Any

from smmstrategy.metrics.actions.merging import DETAILS, POST, TEXTS
from smmstrategy.metrics.actions.statement import Statement
from smmstrategy.metrics.catalogue import Level, metric
from smmstrategy.metrics.models import Precision
from smmstrategy.metrics.records import AccountRecord, PostRecord

WORDS = ("key", *TEXTS)
FACTS = tuple(column for column in DETAILS if column not in TEXTS)
STAGED_POST = f"""
CREATE TEMP TABLE staged_post ON COMMIT DROP AS
SELECT 0 AS ordinal, account_id, {", ".join((*WORDS, *FACTS))}, false AS by_hand, false AS is_gone,
  NULL::varchar(40)[] AS metrics, NULL::numeric(24, 6)[] AS numbers, NULL::varchar(40)[] AS rounded
FROM {POST.table} WHERE false"""
STAGED_VALUE = """
CREATE TEMP TABLE staged_value (ordinal int, account_id bigint, metric varchar(40), starts_on date, ends_on date,
  slice varchar(300), value numeric(24, 6), precision varchar(7)) ON COMMIT DROP"""

PRECISION = {False: Precision.EXACT.value, True: Precision.ROUNDED.value}
NULL = r"\N"
words_of, facts_of = attrgetter(*WORDS), attrgetter(*FACTS, "by_hand", "is_gone")


def stage_posts(cursor: Any, statements: Sequence[Statement]) -> None:
    """Copy posts and their metrics into staged_post; a ValueError says which record cannot be stored."""
    distinct = _united(statements)
    _check_codes({code for _n, _account, post in distinct for code in post.metrics}, Level.POST)
    cursor.execute(STAGED_POST)
    _copy(cursor, "staged_post", (_post_line(*line) for line in distinct))


def stage_values(cursor: Any, statements: Sequence[Statement]) -> None:
    """Copy values about accounts into staged_value; a ValueError says which record cannot be stored."""
    values = enumerate((s.account.pk, value) for s in statements for value in s.values)
    distinct = {(pk, v.metric, v.starts_on, v.ends_on, v.slice): (n, pk, v) for n, (pk, v) in values}
    _check_codes({code for _pk, code, *_rest in distinct}, Level.ACCOUNT)
    cursor.execute(STAGED_VALUE)
    _copy(cursor, "staged_value", (_value_line(*line) for line in distinct.values()))


def _united(statements: Sequence[Statement]) -> list[tuple[int, int, PostRecord]]:
    """One post for each key of an account, at the place of its last record: ordinal, account, post."""
    distinct: dict[tuple[int, str], tuple[int, int, PostRecord]] = {}
    posts = enumerate((s.account.pk, post) for s in statements for post in s.posts)
    for n, (pk, post) in posts:
        if not post.key:
            raise ValueError(f"post number {n + 1} has no key")
        if (before := distinct.get((pk, post.key))) is not None:
            rounded = (before[2].rounded - post.metrics.keys()) | post.rounded
            post = replace(post, metrics={**before[2].metrics, **post.metrics}, rounded=rounded)
        distinct[pk, post.key] = (n, pk, post)
    return list(distinct.values())


def _check_codes(codes: set[str], level: Level) -> None:
    for code in codes:
        if level not in metric(code).levels:
            raise ValueError(f"«{code}» is not a metric of a {level}")


def _post_line(n: int, account: int, post: PostRecord) -> str:
    if post.published_at is not None and post.published_at.tzinfo is None:
        raise ValueError(f"post {post.key}: {post.published_at} has no time zone")
    facts = [NULL if fact is None else str(fact) for fact in facts_of(post)]
    numbers = _numbers(post.metrics.values(), post.key)
    metrics = f"{{{','.join(post.metrics)}}}\t{{{numbers}}}\t{{{','.join(post.rounded)}}}\n"
    return "\t".join([str(n), str(account), *map(_text, words_of(post)), *facts, metrics])


def _value_line(n: int, account: int, v: AccountRecord) -> str:
    if v.ends_on < v.starts_on:
        raise ValueError(f"«{v.metric}» from {v.starts_on} ends before, on {v.ends_on}")
    number = _numbers([v.value], v.metric)
    return f"{n}\t{account}\t{v.metric}\t{v.starts_on}\t{v.ends_on}\t{_text(v.slice)}\t{number}\t{PRECISION[v.is_rounded]}\n"


def _numbers(values: Iterable[Decimal], where: str) -> str:
    text = ",".join(map(str, values))
    if "N" in text or "I" in text:
        raise ValueError(f"{where}: {text} is not a number")
    return text


def _text(text: str) -> str:
    return text.replace("\\", r"\\").replace("\t", r"\t").replace("\n", r"\n").replace("\r", r"\r")


def _copy(cursor: Any, table: str, lines: Iterable[str]) -> None:
    cursor.copy_expert(f"COPY {table} FROM STDIN", BytesIO(_encoded("".join(lines).replace("\0", ""))), 1 << 20)


def _encoded(text: str) -> bytes:
    """As UTF-8; half a surrogate pair, which PostgreSQL cannot hold, becomes a replacement character."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
