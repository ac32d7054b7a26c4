"""Collections keep which posts they miss, and a post's mark is what all of them say, no longer a field of its rows.

Who said a mark wrote the row that bears it, or confirmed that row with this bit of what it said. Such a row holds nothing else of
its own, so it becomes that of the collection that said the rest.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

GONE = 64  # the bit of the mark; the one above it takes its place
SHIFTED = f"(said & {GONE - 1}) | ((said >> 1) & {GONE})"
ORIGIN = ("imported_in_id", "source", "collected_at", "said")
ROWS = ("id", "revision", *ORIGIN, "gone_at")
GIVEN_BACK = f"SET {', '.join(f'{column} = b.{column}' for column in ORIGIN)} FROM before b WHERE b.own = t.revision AND b.id ="
FILL = f"""
SELECT set_config('smm.scope', 'system', true);
CREATE TEMP TABLE rows ON COMMIT DROP AS
  SELECT {", ".join(ROWS)} FROM metrics_post UNION ALL SELECT post_id, {", ".join(ROWS[1:])} FROM metrics_postrevision;
CREATE TEMP TABLE marks ON COMMIT DROP AS
  SELECT p.account_id, p.key, concat_ws(':', 'post', r.id, r.revision) AS ref, r.*
  FROM rows r JOIN metrics_post p USING (id) WHERE r.gone_at IS NOT NULL;
CREATE TEMP TABLE confirmed_marks ON COMMIT DROP AS
  SELECT c.id, m.key, nth FROM metrics_collection c CROSS JOIN LATERAL unnest(confirmed, c.said) WITH ORDINALITY s (ref, said, nth)
  JOIN marks m USING (ref) WHERE s.said & {GONE} > 0;
WITH missed AS (
  SELECT c.id, m.key FROM marks m JOIN metrics_collection c ON c.account_id = m.account_id
    AND c.imported_in_id IS NOT DISTINCT FROM m.imported_in_id
    AND (m.imported_in_id IS NOT NULL OR c.collected_at = m.collected_at)
  WHERE m.said & {GONE} > 0
  UNION SELECT id, key FROM confirmed_marks)
UPDATE metrics_collection c SET missed = found.keys
FROM (SELECT id, array_agg(key ORDER BY key) AS keys FROM missed GROUP BY id) found WHERE found.id = c.id;
UPDATE metrics_collection c SET confirmed = left_over.refs, said = left_over.said
FROM (SELECT c.id, coalesce(array_agg(s.ref ORDER BY nth) FILTER (WHERE m.id IS NULL), '{{}}') AS refs,
    coalesce(array_agg(s.said ORDER BY nth) FILTER (WHERE m.id IS NULL), '{{}}') AS said
  FROM metrics_collection c CROSS JOIN LATERAL unnest(confirmed, c.said) WITH ORDINALITY s (ref, said, nth)
  LEFT JOIN confirmed_marks m USING (id, nth) WHERE c.id IN (SELECT id FROM confirmed_marks) GROUP BY c.id) left_over
WHERE left_over.id = c.id;
CREATE TEMP TABLE before ON COMMIT DROP AS
  SELECT DISTINCT ON (m.id, m.revision) m.revision AS own, r.* FROM marks m JOIN rows r ON r.id = m.id AND r.revision < m.revision
  WHERE m.said & {GONE} > 0 AND (r.gone_at IS NULL OR r.said & {GONE} = 0) ORDER BY m.id, m.revision, r.revision DESC;
UPDATE metrics_post t {GIVEN_BACK} t.id;
UPDATE metrics_postrevision t {GIVEN_BACK} t.post_id;
UPDATE metrics_post SET said = {SHIFTED};
UPDATE metrics_postrevision SET said = {SHIFTED};
UPDATE metrics_collection c SET said = ARRAY(SELECT {SHIFTED} FROM unnest(c.said) WITH ORDINALITY s (said, nth) ORDER BY nth)
  WHERE said <> '{{}}';
"""
OF_POSTS = "which of these the collection gave itself, one bit each; the others it took over"


class Migration(migrations.Migration):
    dependencies = [("metrics", "0011_rejected_rows")]

    operations = [
        migrations.AddField(
            "collection",
            "missed",
            ArrayField(models.TextField(), default=list, help_text="the keys of posts that it says are gone"),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RemoveField("postrevision", "gone_at"),
        *(
            migrations.AlterField(model, "said", models.SmallIntegerField(db_default=127, help_text=OF_POSTS))
            for model in ("post", "postrevision")
        ),
        migrations.AlterField(
            "post",
            "gone_at",
            models.DateTimeField(null=True, help_text="when the post was first found deleted: what all collections say together"),
        ),
    ]
