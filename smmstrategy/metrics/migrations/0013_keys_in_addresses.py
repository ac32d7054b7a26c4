"""Posts known by an address that named their number all along become known by the number; one stored under both stays two."""

from django.db import migrations

HOST = r"(?i)^(?:https?://)?(?:[\w-]+\.)*"
NUMBER = rf"""coalesce(substring(key FROM '{HOST}(?:twitter|x)\.com/i/(?:web/)?status(?:es)?/(\d+)'),
  substring(key FROM '{HOST}facebook\.com/(?:permalink|story)\.php\?(?:\S*&)?story_fbid=(pfbid\w+|\d+)'),
  substring(key FROM '{HOST}facebook\.com/(?:watch/?|(?:video|photo)\.php)\?(?:\S*&)?v=(\d+)(?![\w-])'),
  substring(key FROM '{HOST}facebook\.com/photo(?:\.php)?/?\?(?:\S*&)?fbid=(\d+)'))"""
FILL = rf"""
SELECT set_config('smm.scope', 'system', true);
CREATE TEMP TABLE numbered ON COMMIT DROP AS
SELECT DISTINCT ON (account_id, number) id, account_id, key, number
FROM metrics_post p CROSS JOIN LATERAL (SELECT {NUMBER} AS number) n
WHERE number IS NOT NULL AND NOT EXISTS (SELECT FROM metrics_post o WHERE o.account_id = p.account_id AND o.key = number)
ORDER BY account_id, number, id;
UPDATE metrics_post p SET key = number FROM numbered n WHERE n.id = p.id;
UPDATE metrics_postrevision r SET key = number FROM numbered n WHERE n.id = r.post_id;
UPDATE metrics_collection c SET missed = ARRAY(
  SELECT coalesce(n.number, missed.key) FROM unnest(c.missed) WITH ORDINALITY missed (key, place)
  LEFT JOIN numbered n ON n.account_id = c.account_id AND n.key = missed.key ORDER BY place)
WHERE account_id IN (SELECT account_id FROM numbered)
"""


class Migration(migrations.Migration):
    dependencies = [("metrics", "0012_missed_posts")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
