"""Reading the numbers: tables in which a gap is NaN and never 0, each from one SQL query over the accounts asked for."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pandas
from django.db import connection

from smmstrategy.clients.models import Account, Client
from smmstrategy.metrics.catalogue import Level, codes
from smmstrategy.metrics.models import Collection
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import BITS
from smmstrategy.metrics.silent_months import first_day, in_doubt, number_of

ORIGIN = ["collected_at", "imported_in_id"]
POST_COLUMNS = [
    "account_id", "permalink", "published_at", "has_time", "format", "title", "text",
    "is_paid", "gone_at", "source", *ORIGIN,
]  # fmt: skip

IS_TEXT = f"({{0}}.said & {BITS['text']} > 0 AND {{0}}.text <> '')"
# A text may be said to be empty where something that has the post gives texts of others of its account, of whatever days: who wrote
# it, who wrote what it was before, or who saw it again.
POSTS = f"""
WITH asked AS MATERIALIZED (SELECT * FROM metrics_post
  WHERE account_id = ANY(%(accounts)s) AND published_at >= %(start)s AND published_at < %(end)s),
words AS (
  SELECT id AS post_id, account_id, coalesce(imported_in_id, 0) AS file, {IS_TEXT.format("asked")} AS is_text FROM asked
  UNION ALL SELECT post_id, account_id, coalesce(r.imported_in_id, 0), {IS_TEXT.format("r")}
    FROM metrics_postrevision r JOIN asked ON asked.id = post_id
  UNION ALL SELECT split_part(ref, ':', 2)::bigint, account_id, coalesce(imported_in_id, 0), word.said & {BITS["text"]} > 0
    FROM metrics_collection c CROSS JOIN LATERAL unnest(confirmed, c.said) word (ref, said)
    WHERE account_id = ANY(%(accounts)s) AND word.said IS NOT NULL),
files AS (SELECT account_id, file, bool_or(is_text) AS is_text FROM words GROUP BY 1, 2),
elsewhere AS (SELECT id, account_id, coalesce(imported_in_id, 0) AS file, {IS_TEXT.format("p")} AS is_text FROM metrics_post p
  WHERE account_id = ANY(ARRAY(SELECT account_id FROM files WHERE NOT is_text))),
of_texts AS (SELECT account_id, file FROM files WHERE is_text
  UNION SELECT account_id, file FROM elsewhere WHERE is_text
  UNION SELECT account_id, coalesce(r.imported_in_id, 0) FROM elsewhere CROSS JOIN LATERAL (
    SELECT imported_in_id FROM metrics_postrevision r WHERE post_id = elsewhere.id AND {IS_TEXT.format("r")} OFFSET 0) r)
SELECT p.id, {", ".join(f"p.{column}" for column in POST_COLUMNS)},
  p.id IN (SELECT post_id FROM words JOIN of_texts USING (account_id, file)), o.*
FROM asked p CROSS JOIN LATERAL (
  SELECT {", ".join(f"max(value) FILTER (WHERE metric = '{code}')::float8 AS {code}" for code in codes(Level.POST))}
  FROM metrics_postobservation WHERE post_id = p.id) o
ORDER BY p.account_id, p.published_at, p.id
"""


def posts(accounts: Iterable[Account | int], period: Period, zone: ZoneInfo) -> pandas.DataFrame:
    """The posts of these days in `zone`, a float column for each post metric that occurs (named by its code).

    Columns: post_id, account_id, permalink, published_at (UTC), has_time, day (midnight in `zone`, without zone), weekday (0 is
    Monday), hour (NaN when the source gives only a day), format, title, text, text_length (NaN of an empty text when nothing that
    has the post gives any text of the account), is_paid (None: not said), gone_at, source, collected_at, imported_in_id.
    """
    metrics = codes(Level.POST)
    start, end = period.instants(zone)
    asked = {"accounts": _ids(accounts), "start": start, "end": end}
    table = _table(POSTS, asked, ["post_id", *POST_COLUMNS, "knows_text", *metrics])
    table[metrics] = table[metrics].astype("float64")
    table = table.drop(columns=[code for code in metrics if table[code].isna().all()])
    for column in ("published_at", "gone_at", "collected_at"):
        table[column] = pandas.to_datetime(table[column], utc=True)
    return _with_calendar(table, zone)


def _with_calendar(table: pandas.DataFrame, zone: ZoneInfo) -> pandas.DataFrame:
    local = table["published_at"].dt.tz_convert(zone).dt.tz_localize(None)
    length = table["text"].str.len().astype("float64")
    return table.drop(columns="knows_text").assign(
        day=local.dt.normalize(),
        weekday=local.dt.day_of_week,
        hour=local.dt.hour.astype("float64").where(table["has_time"].astype(bool)),
        text_length=length.where((length > 0) | table["knows_text"].astype(bool)),
    )


def hold_still(accounts: Iterable[Account | int]) -> None:
    """Let nobody store numbers of these accounts until the open transaction ends, so that several readings belong together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM clients_account WHERE id = ANY(%s) ORDER BY id FOR SHARE", [_ids(accounts)])


def undated_posts(accounts: Iterable[Account | int]) -> dict[int, int]:
    """How many posts of each account have no date and so stand in no period; accounts without any are left out."""
    sql = "SELECT account_id, count(*) FROM metrics_post WHERE account_id = ANY(%s) AND published_at IS NULL GROUP BY 1"
    return dict(_rows(sql, [_ids(accounts)]))


def has_numbers(client: Client) -> bool:
    """Whether anything was ever collected about the client's accounts and not taken back."""
    return Collection.objects.filter(client=client).exists()


def months_known(accounts: Iterable[Account | int], zone: ZoneInfo) -> dict[int, list[date]]:
    """By account the first days of the months in `zone` of which any post, value or silence is known, in order."""
    sql = """
    WITH spans AS (SELECT DISTINCT account_id, starts_on, ends_on, false AS of_posts FROM metrics_observation
        WHERE account_id = ANY(%s)
      UNION SELECT account_id, posts_from, posts_until, true FROM metrics_collection
        WHERE account_id = ANY(%s) AND posts_from IS NOT NULL)
    SELECT account_id, month, bool_and(of_posts) FROM (
      SELECT account_id, date_trunc('month', published_at AT TIME ZONE %s)::date AS month, false AS of_posts FROM metrics_post
        WHERE account_id = ANY(%s) AND published_at IS NOT NULL
      UNION SELECT account_id, generate_series(date_trunc('month', starts_on), ends_on, '1 month')::date, of_posts FROM spans) m
    GROUP BY 1, 2 ORDER BY 1, 2"""
    ids, known = _ids(accounts), {}
    in_doubt = {account_id: {month.first for month in months} for account_id, months in months_in_doubt(ids, zone).items()}
    for account_id, month, is_of_days_of_posts in _rows(sql, [ids, ids, zone.key, ids]):
        if not (is_of_days_of_posts and month in in_doubt.get(account_id, ())):
            known.setdefault(account_id, []).append(month)
    return known


def days_of_posts(accounts: Iterable[Account | int]) -> dict[int, list[Period]]:
    """The days of each account on which no post was missed, in order and apart; accounts of which nobody knows are left out."""
    sql = """
    SELECT account_id, unnest(range_agg(daterange(posts_from, posts_until, '[]'))) FROM metrics_collection
    WHERE account_id = ANY(%s) AND posts_from IS NOT NULL GROUP BY account_id"""
    known: dict[int, list[Period]] = {}
    for account_id, days in _rows(sql, [_ids(accounts)]):
        known.setdefault(account_id, []).append(Period(days.lower, days.upper - timedelta(days=1)))
    return known


def months_in_doubt(accounts: Iterable[Account | int], zone: ZoneInfo) -> dict[int, list[Period]]:
    """Of `days_of_posts` the whole months in `zone` of which nobody knows whether they were silent or are left out of the files."""
    found = {
        account_id: [Period.months(first_day(month), 1) for month in in_doubt(by_month)]
        for account_id, by_month in posts_by_month(accounts, zone).items()
    }
    return {account_id: months for account_id, months in found.items() if months}


def posts_by_month(
    accounts: Iterable[Account | int], zone: ZoneInfo, but: Sequence[tuple[int, str]] = ()
) -> dict[int, dict[int, int]]:
    """By account and number of a month in `zone` how many posts it has, `but` those of these accounts and keys.

    It is 0 of one without a post that is known to be silent; others without a post are left out.
    """
    sql = """
    SELECT account_id, month, max(posts) FROM (
      SELECT account_id, date_trunc('month', published_at AT TIME ZONE %s)::date AS month, count(*) AS posts FROM metrics_post p
        WHERE account_id = ANY(%s) AND published_at IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(%s::bigint[], %s::text[])
          but (account_id, key) WHERE but.account_id = p.account_id AND but.key = p.key) GROUP BY 1, 2
      UNION SELECT account_id, unnest(silent), 0 FROM metrics_collection WHERE account_id = ANY(%s)) m
    GROUP BY 1, 2"""
    ids, posts = _ids(accounts), {}
    left_out = [account_id for account_id, _key in but], [key for _account_id, key in but]
    for account_id, month, count in _rows(sql, [zone.key, ids, *left_out, ids]):
        posts.setdefault(account_id, {})[number_of(month)] = count
    return posts


def days_with_rejected_rows(accounts: Iterable[Account | int]) -> dict[int, list[tuple[Period, int]]]:
    """Of `days_of_posts` those that a file knows of which rows were not taken that could have been posts, and how many at most.

    Days that another file without such rows knows are left out; accounts without any are too. Parts of one file's days have
    that file's count each.
    """
    sql = """
    WITH whole AS (SELECT account_id, range_agg(daterange(posts_from, posts_until, '[]')) AS days FROM metrics_collection
      WHERE account_id = ANY(%s) AND posts_from IS NOT NULL AND rejected = 0 GROUP BY account_id)
    SELECT account_id, part, max(rejected) FROM metrics_collection LEFT JOIN whole USING (account_id)
    CROSS JOIN LATERAL unnest(datemultirange(daterange(posts_from, posts_until, '[]')) - coalesce(days, '{}')) part
    WHERE account_id = ANY(%s) AND posts_from IS NOT NULL AND rejected > 0 GROUP BY 1, 2 ORDER BY 1, 2"""
    ids, by_account = _ids(accounts), {}
    for account_id, days, rejected in _rows(sql, [ids, ids]):
        by_account.setdefault(account_id, []).append((Period(days.lower, days.upper - timedelta(days=1)), rejected))
    return by_account


def daily(accounts: Iterable[Account | int], codes: Iterable[str], period: Period) -> pandas.DataFrame:
    """Values of single days, whole (not sliced): account_id, metric, day, value (Decimal), and which collection gave it."""
    sql = f"""
    SELECT account_id, metric, starts_on, value, {", ".join(ORIGIN)} FROM metrics_observation
    WHERE account_id = ANY(%s) AND metric = ANY(%s) AND starts_on BETWEEN %s AND %s AND ends_on = starts_on AND slice = ''
    ORDER BY account_id, metric, starts_on"""
    return _table(sql, _asked(accounts, codes, period), ["account_id", "metric", "day", "value", *ORIGIN])


def stretches(accounts: Iterable[Account | int], codes: Iterable[str], period: Period) -> pandas.DataFrame:
    """Values that a source gives for several days at once, lying inside the period: …, starts_on, ends_on, value, …"""
    sql = f"""
    SELECT account_id, metric, starts_on, ends_on, value, {", ".join(ORIGIN)}
    FROM metrics_observation
    WHERE account_id = ANY(%s) AND metric = ANY(%s) AND starts_on >= %s AND ends_on <= %s AND ends_on > starts_on AND slice = ''
    ORDER BY account_id, metric, starts_on, ends_on"""
    columns = ["account_id", "metric", "starts_on", "ends_on", "value", *ORIGIN]
    return _table(sql, _asked(accounts, codes, period), columns)


def slices(accounts: Iterable[Account | int], codes: Iterable[str], period: Period) -> pandas.DataFrame:
    """Broken-down values of days and stretches inside the period; `slice` is a dict such as {"utm_source": "vk"}."""
    sql = f"""
    SELECT account_id, metric, starts_on, ends_on, slice, value, {", ".join(ORIGIN)} FROM metrics_observation
    WHERE account_id = ANY(%s) AND metric = ANY(%s) AND starts_on >= %s AND ends_on <= %s AND slice <> ''
    ORDER BY account_id, metric, starts_on, ends_on, slice"""
    columns = ["account_id", "metric", "starts_on", "ends_on", "slice", "value", *ORIGIN]
    table = _table(sql, _asked(accounts, codes, period), columns)
    known = {text: dict(parse_qsl(text, keep_blank_values=True)) for text in set(table["slice"])}
    return table.assign(slice=[known[text] for text in table["slice"]])


def wider_stretches(accounts: Iterable[Account | int], period: Period) -> dict[int, list[Period]]:
    """By account the days of values that reach beyond the period on either side and so cannot be cut to it, the longest first."""
    sql = """
    SELECT DISTINCT account_id, starts_on, ends_on FROM metrics_observation
    WHERE account_id = ANY(%s) AND ends_on >= %s AND starts_on <= %s AND (starts_on < %s OR ends_on > %s)"""
    by_account: dict[int, list[Period]] = {}
    for account_id, first, last in _rows(sql, [_ids(accounts), period.first, period.last, period.first, period.last]):
        by_account.setdefault(account_id, []).append(Period(first, last))
    return {
        account_id: sorted(periods, key=lambda stretch: (-stretch.days, stretch.first))
        for account_id, periods in by_account.items()
    }


def _ids(accounts: Iterable[Account | int]) -> list[int]:
    return [account.pk if isinstance(account, Account) else account for account in accounts]


def _asked(accounts: Iterable[Account | int], codes: Iterable[str], period: Period) -> list[Any]:
    return [_ids(accounts), list(codes), period.first, period.last]


def _rows(sql: str, params: list[Any] | dict[str, Any]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _table(sql: str, params: list[Any] | dict[str, Any], columns: list[str]) -> pandas.DataFrame:
    return pandas.DataFrame(_rows(sql, params), columns=columns)
