"""The SQL that compares staged records with what is stored, and writes what differs; the same text for each table.

Of an account's days a rounded value never replaces an exact one, whichever comes later; a correction keeps the old one as a
revision.
"""

from dataclasses import dataclass

from smmstrategy.metrics.records import BITS

ORIGIN = ("client_id", "source", "collected_at", "imported_in_id", "revision")


@dataclass(frozen=True)
class Target:
    """A table that holds the newest rows, and the one beside it (`…revision`) that holds what they were before."""

    name: str
    table: str
    key: tuple[str, ...]
    revision_key: tuple[str, ...]
    fields: tuple[str, ...]
    within: str  # narrows rows of the table, called t, to accounts and posts that an import taken back speaks of
    revisions_within: str
    is_of_its_days: bool = False  # its values stay what they are, so that an exact one says more than any rounded one

    def ref(self, row: str, *, revision: bool = False) -> str:
        """SQL for the name under which a collection confirms a row of the table, or of the one that holds its revisions."""
        columns = self.revision_key if revision else self.key
        parts = [f"{row}.{column}" for column in (*columns, "revision")]
        return f"concat_ws(':', '{self.name}', {', '.join(parts)})"

    def same(self, row: str, other: str) -> str:
        return " AND ".join(f"{row}.{column} = {other}.{column}" for column in self.key)

    def revision_of(self, row: str, revision: str) -> str:
        pairs = zip(self.key, self.revision_key, strict=True)
        return " AND ".join(f"{row}.{column} = {revision}.{column_there}" for column, column_there in pairs)


DETAILS = (*BITS, "has_time")
BY_HAND = 128  # beside that of `published_at`: the date is told by hand
OF_ROW = BITS | {"has_time": BITS["published_at"]}  # a date goes with whether it has a time
TEXTS = ("permalink", "format", "title", "text")
EMPTY = dict.fromkeys(DETAILS, "NULL") | dict.fromkeys(TEXTS, "''") | {"has_time": "true"}

OF_POST = "t.post_id = ANY(ARRAY(SELECT post_id FROM touched))"
POST = Target(
    "post", "metrics_post", ("id",), ("post_id",), ("key", *DETAILS, "said"),
    "t.id = ANY(ARRAY(SELECT post_id FROM touched))", OF_POST,
)  # fmt: skip
POST_VALUE = Target(
    "post_value", "metrics_postobservation", ("post_id", "metric"), ("post_id", "metric"), ("value", "precision"),
    OF_POST, OF_POST,
)  # fmt: skip
OBSERVATION_KEY = ("account_id", "metric", "starts_on", "ends_on", "slice")
VALUE = Target(
    "value", "metrics_observation", OBSERVATION_KEY, OBSERVATION_KEY, ("value", "precision"),
    "t.account_id = ANY(%(accounts)s)", "t.account_id = ANY(%(accounts)s)", is_of_its_days=True,
)  # fmt: skip

GUESSED = "('reconstructed', 'estimated')"
LATER = (
    "(SELECT unnest(confirmed) FROM metrics_collection WHERE account_id = ANY(%(accounts)s) AND collected_at > %(collected_at)s)"
)


def is_exact(row: str) -> str:
    return f"{row}.precision = 'exact'"


def _wins(target: Target) -> str:
    """Whether what comes in replaces the stored row t: measured over guessed, exact over rounded, then the later collection.

    A value keeps the moment it was first said (`first_said`); a post is of the last that has it already.
    """
    is_later = "%(collected_at)s >= t.collected_at" + (f" AND {target.ref('t')} NOT IN {LATER}" if target is not POST else "")
    comes, stands = ["NOT %(guessed)s"], [f"t.source NOT IN {GUESSED}"]
    if target.is_of_its_days:
        comes, stands = [*comes, is_exact("s")], [*stands, is_exact("t")]
    one, other = (f"ROW({', '.join(worth)})" for worth in (comes, stands))
    return f"{one} > {other} OR ({one} = {other} AND {is_later})"


def _status(differs: str, changed_if: str) -> str:
    return f"""CASE WHEN t.revision IS NULL THEN 'new' WHEN {differs} THEN
        CASE WHEN {changed_if} THEN 'changed' ELSE 'overruled' END
      WHEN t.imported_in_id IS DISTINCT FROM %(imported_in)s OR t.collected_at <> %(collected_at)s THEN 'confirmed'
      ELSE 'unchanged' END AS status"""


def is_filled(row: str, column: str) -> str:
    return f"{row}.{column} <> ''" if column in TEXTS else f"{row}.{column} IS NOT NULL"


def _bits(holds: dict[str, str]) -> str:
    bits = {is_so: BITS[column] for column, is_so in holds.items()} | {f"s.by_hand AND {holds['published_at']}": BY_HAND}
    return " | ".join(f"(({is_so}) IS TRUE)::int * {bit}" for is_so, bit in bits.items())


# Whether a field of the merged post m is as the staged one says.
AS_STAGED = {column: f"s.{column} = m.{column} AND {is_filled('s', column)}" for column in BITS} | {
    "published_at": "(s.published_at, s.has_time) = (m.published_at, m.has_time)"
}
GIVEN = {column: is_filled("s", column) for column in BITS}
# What is settled, where it is said otherwise; else a staged field fills an empty one.
MERGED = {column: f"coalesce(k.{column}, s.{column}, t.{column})" for column in BITS}
MERGED |= {column: f"coalesce(nullif(k.{column}, ''), nullif(s.{column}, ''), t.{column}, '')" for column in TEXTS}
MERGED["has_time"] = "coalesce(k.has_time, CASE WHEN s.published_at IS NOT NULL THEN s.has_time END, t.has_time, s.has_time)"
POST_DIFFERS = f"({', '.join(f'm.{c}' for c in DETAILS)}) IS DISTINCT FROM ({', '.join(f't.{c}' for c in DETAILS)})"


def compare_posts(settled: str) -> str:
    """`settled` names the table of that, or one in brackets."""
    return f"""
SELECT s.ordinal, s.account_id, coalesce(t.id, nextval('metrics_post_id_seq')) AS id, s.key, m.*, w.said,
  given & ~w.said AS overruled, wins, t.revision, {_status(POST_DIFFERS, "true")}
FROM staged_post s LEFT JOIN LATERAL (
  SELECT * FROM metrics_post p WHERE p.account_id = s.account_id AND p.key = s.key OFFSET 0) t ON true
LEFT JOIN {settled} k ON k.post_id = t.id
CROSS JOIN LATERAL (SELECT {", ".join(f"{MERGED[c]} AS {c}" for c in DETAILS)}) m
CROSS JOIN LATERAL (SELECT ({_bits(AS_STAGED)})::smallint AS said, ({_bits(GIVEN)})::smallint AS given,
  t.revision IS NULL OR {_wins(POST)} AS wins OFFSET 0) w
WHERE NOT s.is_gone ORDER BY s.ordinal
"""


VALUE_DIFFERS = f"(s.value, s.precision, %(guessed)s) IS DISTINCT FROM (t.value, t.precision, t.source IN {GUESSED})"
OF_POSTS = """
SELECT p.ordinal, p.account_id, p.id AS post_id, p.status AS post_status, m.metric, m.value,
  CASE WHEN m.metric = ANY(g.rounded) THEN 'rounded' ELSE 'exact' END AS precision
FROM compared_post p JOIN staged_post g USING (ordinal) CROSS JOIN LATERAL unnest(g.metrics, g.numbers) m (metric, value)"""
# What a new post brings is new and needs no comparison; nobody asks for what changes nothing.
# The stored values come from one walk along the key over just these posts, whatever the size of the table.
COMPARE_POST_VALUES = f"""
WITH stored AS MATERIALIZED (SELECT post_id, metric, value, precision, source, collected_at, imported_in_id, revision
  FROM metrics_postobservation WHERE post_id = ANY(ARRAY(SELECT id FROM compared_post WHERE status <> 'new'))),
compared AS (SELECT s.ordinal, s.account_id, s.post_id, s.metric, s.value, s.precision, true AS wins, t.revision,
    t.collected_at AS first_said_at, {_status(VALUE_DIFFERS, _wins(POST_VALUE))}
  FROM ({OF_POSTS} WHERE p.status <> 'new') s LEFT JOIN stored t ON t.post_id = s.post_id AND t.metric = s.metric)
SELECT * FROM compared WHERE status <> 'unchanged'
"""
COMPARE_VALUES = f"""
SELECT s.ordinal, s.account_id, s.metric, s.starts_on, s.ends_on, s.slice, s.value, s.precision,
  true AS wins, t.revision, t.collected_at AS first_said_at, {_status(VALUE_DIFFERS, _wins(VALUE))}
FROM staged_value s LEFT JOIN LATERAL (SELECT * FROM metrics_observation o WHERE o.account_id = s.account_id
  AND o.metric = s.metric AND o.starts_on = s.starts_on AND o.ends_on = s.ends_on AND o.slice = s.slice OFFSET 0) t ON true
"""


# The number of a row names it for those who confirm it, so none is ever given twice at one place.
NEXT = "revision = t.last_revision + 1, last_revision = t.last_revision + 1"


def insert_new(target: Target) -> str:
    """What nobody knew."""
    return _insert(target, f"compared_{target.name}")


def _insert(target: Target, rows: str) -> str:
    columns = ", ".join((*target.key, *(["account_id"] if target is POST else []), *target.fields))
    return f"""
    INSERT INTO {target.table} ({columns}, client_id, source, collected_at, imported_in_id, revision)
    SELECT {columns}, %(client)s, %(source)s, %(collected_at)s, %(imported_in)s, 1 FROM {rows} WHERE status = 'new'"""


INSERT_VALUES_OF_NEW_POSTS = _insert(POST_VALUE, f"(SELECT *, post_status AS status FROM ({OF_POSTS}) v) n")


def replace_changed(target: Target) -> str:
    """The new row takes its place and the old one goes to the revisions, in one statement."""
    kept = (*target.fields, *ORIGIN)
    return f"""
    WITH replaced AS (
      UPDATE {target.table} t SET {", ".join(f"{c} = j.{c}" for c in target.fields)}, {NEXT},
        source = CASE WHEN wins THEN %(source)s ELSE t.source END, imported_in_id = %(imported_in)s,
        collected_at = CASE WHEN wins THEN %(collected_at)s ELSE t.collected_at END
      FROM compared_{target.name} j WHERE {target.same("t", "j")} AND j.status = 'changed'
      RETURNING {", ".join(f"old.{c}" for c in (*target.key, *kept))})
    INSERT INTO {target.table}revision ({", ".join((*target.revision_key, *kept))}, replaced_in_id)
    SELECT *, %(imported_in)s FROM replaced"""


# A post is of the last collection that has it; what came without a file has no other place that says when.
SEE_AGAIN = f"""
UPDATE {POST.table} t SET source = %(source)s, collected_at = %(collected_at)s FROM compared_post j
WHERE t.id = j.id AND j.status = 'confirmed' AND wins AND t.imported_in_id IS NOT NULL
  AND (t.source, t.collected_at) IS DISTINCT FROM (%(source)s, %(collected_at)s)"""


# Of a post just the fields that give way: what else it says stands.
GIVING_WAY = {c: f"CASE WHEN overruled & {OF_ROW[c]} > 0 THEN s.{c} ELSE {EMPTY[c]} END AS {c}" for c in DETAILS}
OVERRULED_POSTS = f"""FROM (SELECT c.id, s.key, {", ".join(GIVING_WAY.values())}, c.overruled AS said
  FROM compared_post c JOIN staged_post s USING (ordinal) WHERE overruled > 0) overruled"""


def overruled(target: Target) -> str:
    """What gives way to the standing row: of a post just the fields that do."""
    from_now = OVERRULED_POSTS if target is POST else f"FROM compared_{target.name} WHERE status = 'overruled'"
    return f"SELECT {', '.join((*target.key, *target.fields))} {from_now}"


def not_kept_yet(target: Target) -> str:
    """What this collection said before is kept already, and is found in one walk along the key."""
    first, theirs = target.revision_key[0], target.key[0]
    return f"""{overruled(target)}
    EXCEPT SELECT {", ".join((*target.revision_key, *target.fields))} FROM {target.table}revision
      WHERE {first} = ANY(ARRAY(SELECT {theirs} FROM ({overruled(target)}) o)) AND collected_at = %(collected_at)s
        AND imported_in_id IS NOT DISTINCT FROM %(imported_in)s"""


def keep_overruled(target: Target) -> str:
    """A revision that never stood: it takes the place of the standing row once that one is taken back."""
    columns = (*target.key, *target.fields)
    return f"""
    WITH kept AS (
      UPDATE {target.table} t SET last_revision = t.last_revision + 1 FROM overruled_{target.name} j
      WHERE {target.same("t", "j")} RETURNING {", ".join(f"j.{c}" for c in columns)}, t.last_revision)
    INSERT INTO {target.table}revision ({", ".join((*target.revision_key, *target.fields))},
      revision, client_id, source, collected_at, imported_in_id, replaced_at)
    SELECT *, %(client)s, %(source)s, %(collected_at)s, %(imported_in)s, NULL FROM kept"""


def to_remember(target: Target) -> str:
    """Which accounts something was written about, every row found to be so already, and every post that is missed."""
    bits = "said" if target is POST else "NULL"
    missed = "UNION ALL SELECT account_id, NULL, NULL, key FROM staged_post WHERE is_gone" if target is POST else ""
    return f"""
    SELECT DISTINCT account_id, NULL AS ref, NULL::smallint AS said, NULL AS missed FROM compared_{target.name}
      WHERE status IN ('new', 'changed', 'overruled')
    UNION ALL SELECT account_id, {target.ref("j")}, {bits}, NULL FROM compared_{target.name} j WHERE status = 'confirmed'
    {missed}"""
