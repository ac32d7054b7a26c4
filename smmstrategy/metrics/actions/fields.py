"""The fields of posts: what each collection said of them, and whose word counts.

Each field of a post is that of the word that counts most: whole words before their beginning, a time before its day or that day's
midnight, the network's before one kept by hand (of a row without its number or link), a minute with the seconds that any word has
of it, in whatever order files come and are undone.
A new field is a column of `Publication`, a field of `PostRecord` and the next free bit in `records`.
"""

from typing import Any

from smmstrategy.metrics.actions import at_hand
from smmstrategy.metrics.actions.merging import BY_HAND, DETAILS, EMPTY, GUESSED, OF_ROW, POST, is_filled
from smmstrategy.metrics.records import BEGINNING, BITS

ROW = ("revision", "imported_in_id", "source", "collected_at", "said", *DETAILS)
# Every row of these posts that still is somebody's: it holds the words of who wrote it and of who confirmed it.
WRITTEN = f"""
SELECT {POST.ref("t", revision=True)} AS ref, t.*, account_id FROM (
  SELECT id AS post_id, {", ".join(ROW)} FROM {POST.table} WHERE id = ANY(ARRAY(SELECT post_id FROM touched))
  UNION ALL SELECT post_id, {", ".join(ROW)} FROM {POST.table}revision WHERE post_id = ANY(ARRAY(SELECT post_id FROM touched))
) t JOIN touched USING (post_id)"""
HEARD = f"""
SELECT row_number() OVER () AS n, ref, c.id AS nth, source, collected_at, word.said
FROM metrics_collection c CROSS JOIN LATERAL unnest(confirmed, c.said) word (ref, said)
WHERE account_id = ANY(%(accounts)s) AND word.said IS NOT NULL AND ref LIKE '{POST.name}:%%' AND EXISTS (SELECT FROM touched)"""
# What the staged posts say comes after all others.
THIS_ONE = f"""
UNION ALL SELECT post_id, %(source)s, NOT %(guessed)s, %(collected_at)s, {2**63 - 1}, 0, -1 - (NOT s.by_hand)::int * {BY_HAND},
  {", ".join(f"s.{c}" for c in DETAILS)}
FROM staged_post s JOIN touched USING (ordinal)"""
# Midnight is none where another word says a time of its day.
CLOCK = "(published_at AT TIME ZONE %(zone)s)"
SAYS_TIME = f"has_time AND {CLOCK}::time <> '00:00' AND said & {BITS['published_at']} > 0"
IS_TIME = f"has_time AND ({CLOCK}::time <> '00:00' OR NOT bool_or({SAYS_TIME}) OVER (PARTITION BY post_id, {CLOCK}::date))"
# Posts of which the staged ones say otherwise than is stored.
CONTESTED = f"""
SELECT t.id AS post_id, t.account_id, s.ordinal FROM staged_post s CROSS JOIN LATERAL (
  SELECT * FROM {POST.table} p WHERE p.account_id = s.account_id AND p.key = s.key OFFSET 0) t
WHERE NOT s.is_gone AND ({" OR ".join(f"{is_filled('s', c)} AND {is_filled('t', c)} AND s.{c} <> t.{c}" for c in BITS)}
  OR s.published_at IS NOT NULL AND t.published_at IS NOT NULL AND s.has_time <> t.has_time)"""


NOTHING = f"(SELECT id AS post_id, {', '.join(DETAILS)} FROM {POST.table} WHERE false)"


def contest(cursor: Any, facts: dict[str, Any]) -> str:
    """The table of what is settled of the staged posts: those of which they say otherwise than is stored, and mostly none."""
    if at_hand.keep(cursor, "touched", ["post_id"], CONTESTED, facts):
        settle(cursor, facts, this_one=THIS_ONE)
        return "settled"
    return NOTHING


def settle(cursor: Any, facts: dict[str, Any], *, this_one: str = "") -> None:
    """The table `settled`: of posts in `touched` each field as the word has it that counts most, of all collections' words.

    What was measured counts before a guess, then what was collected later, then what came later; a time always before a day or
    that day's midnight, then the network's before one kept by hand, with the seconds that are known of its minute, and words
    before what is no more than their beginning.
    """
    at_hand.keep(cursor, "written", ["ref"], WRITTEN, facts)
    at_hand.keep(cursor, "heard", ["n"], HEARD, facts)
    order = "measured DESC, collected_at DESC, nth DESC NULLS LAST, revision DESC"
    newest = {c: f"(array_agg({c} ORDER BY {order}))[1]" for c in ("source", "collected_at")}
    newest |= {c: _newest(c, c, order) for c in BITS} | {c: _whole(c, order) for c in ("title", "text")}
    finest = f"is_time DESC, by_hand, {order}"
    newest |= {"published_at": _to_the_second(finest), "has_time": _newest("has_time", "published_at", finest)}
    details = ", ".join(DETAILS)
    words = f"""SELECT *, said & {BY_HAND} > 0 AS by_hand, {IS_TIME} AS is_time FROM (
    SELECT post_id, coalesce(c.source, w.source) AS source, coalesce(c.source, w.source) NOT IN {GUESSED} AS measured,
      coalesce(c.collected_at, w.collected_at) AS collected_at, c.id AS nth, revision, w.said, {details}
    FROM written w LEFT JOIN metrics_collection c ON c.account_id = w.account_id AND c.imported_in_id = w.imported_in_id
    UNION ALL SELECT post_id, h.source, h.source NOT IN {GUESSED}, h.collected_at, nth, revision, h.said, {details}
    FROM heard h JOIN written w USING (ref)
    {this_one}) each_word"""
    fields = f"SELECT post_id, {', '.join(f'{field} AS {c}' for c, field in newest.items())} FROM ({words}) words GROUP BY post_id"
    at_hand.keep(cursor, "settled", ["post_id"], fields, facts)


def _newest(column: str, field: str, order: str) -> str:
    return f"({_told(column, field, order)})[1]"


def _told(column: str, field: str, order: str) -> str:
    """All words of a field, those that count most first."""
    return f"array_agg({column} ORDER BY {order}) FILTER (WHERE said & {BITS[field]} > 0 AND {is_filled('words', field)})"


def _whole(column: str, order: str) -> str:
    """The newest words, or the longest of which these are the beginning, whatever signs a file puts where it cuts.

    Mostly all words are the same: to look at their letters takes longer than everything else that is asked of a post.
    """
    told = _told(column, column, order)
    longest = f"""(SELECT one FROM (SELECT {told} AS told) t CROSS JOIN unnest(told) WITH ORDINALITY w (one, n)
      CROSS JOIN LATERAL (SELECT {_letters("told[1]")} AS newest, {_letters("one")} AS letters) c
      WHERE n = 1 OR (length(newest) >= {BEGINNING} AND starts_with(letters, newest)) ORDER BY length(letters) DESC, n LIMIT 1)"""
    return f"CASE WHEN ({told})[1] = ALL ({told}) THEN ({told})[1] ELSE {longest} END"


def _to_the_second(order: str) -> str:
    """The moment that counts most, with the seconds of the word that counts most of those that have them of its minute."""
    return f"""(SELECT at FROM (SELECT {_told("published_at", "published_at", order)} AS told) t
      CROSS JOIN unnest(told) WITH ORDINALITY w (at, n)
      WHERE n = 1 OR date_trunc('minute', at) = told[1] ORDER BY at = told[1], n LIMIT 1)"""


def _letters(words: str) -> str:
    return rf"lower(regexp_replace({words}, '[\W_]+', '', 'g'))"


SETTLED = {c: f"coalesce(k.{c}, {EMPTY[c]})" for c in DETAILS}
# What came without a file has no other place that says when.
SETTLED |= {c: f"CASE WHEN t.imported_in_id IS NULL THEN t.{c} ELSE k.{c} END" for c in ("source", "collected_at")}


def stand_settled() -> str:
    """The standing rows get the fields that are settled, and who was the last to have the post.

    A field that somebody has said or confirmed in its row is not written over: such a row becomes a revision, and one of nobody's
    own words stands.
    """
    bits = "(t.said | coalesce(ever_said, 0))"
    is_lost = " OR ".join(
        f"{bits} & {OF_ROW[c]} > 0 AND {is_filled('t', c)} AND t.{c} IS DISTINCT FROM {SETTLED[c]}" for c in DETAILS
    )
    kept = ("key", *DETAILS, "said", "client_id", "source", "collected_at", "imported_in_id", "revision")
    return f"""
    WITH due AS (SELECT t.id, {", ".join(f"{is_so} AS {c}" for c, is_so in SETTLED.items())}, (({is_lost}) IS TRUE)::int AS is_lost
      FROM settled k JOIN {POST.table} t ON t.id = k.post_id LEFT JOIN seen ON seen.ref = {POST.ref("t")}
      WHERE ({", ".join(SETTLED.values())}) IS DISTINCT FROM ({", ".join(f"t.{c}" for c in SETTLED)})),
    settling AS (UPDATE {POST.table} t SET {", ".join(f"{c} = due.{c}" for c in SETTLED)}, said = t.said * (1 - is_lost),
        revision = CASE is_lost WHEN 1 THEN last_revision + 1 ELSE revision END, last_revision = last_revision + is_lost
      FROM due WHERE t.id = due.id RETURNING is_lost, old.id, {", ".join(f"old.{c}" for c in kept)})
    INSERT INTO {POST.table}revision (post_id, {", ".join(kept)}) SELECT id, {", ".join(kept)} FROM settling WHERE is_lost = 1"""


def forget_taken_over() -> str:
    """What a revision has taken over from others, and nobody said in it, goes."""
    bits = "(w.said | coalesce(ever_said, 0))"
    own = {c: f"CASE WHEN {bits} & {OF_ROW[c]} > 0 THEN t.{c} ELSE {EMPTY[c]} END" for c in DETAILS}
    return f"""
    UPDATE {POST.table}revision t SET {", ".join(f"{c} = {own[c]}" for c in DETAILS)}
    FROM written w LEFT JOIN seen USING (ref) WHERE t.post_id = w.post_id AND t.revision = w.revision
      AND ({", ".join(own.values())}) IS DISTINCT FROM ({", ".join(f"t.{c}" for c in DETAILS)})"""
