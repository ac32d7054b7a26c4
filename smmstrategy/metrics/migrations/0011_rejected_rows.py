"""Lets a collection say how many rows of its file were lost; for those there are, about as many as their imports still tell.

The reasons they tell do not say which rows could have been posts: titles of a single cell and rows of tables of days count too,
and a row counts for each account of its file.
"""

from django.db import migrations, models

LOST = (
    "is not a|date lies in the future|older than any social|older than Telegram|is no whole number|cut short|more cells than"
    "|^This message has no (number|date)"
)
FILL = f"""
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_collection c SET rejected = i.lost FROM (
  SELECT i.id, count(*) AS lost FROM metrics_import i, jsonb_array_elements(i.rejected) r
  WHERE r->1->>'text' ~ '{LOST}' GROUP BY i.id) i
WHERE i.id = c.imported_in_id AND c.posts_from IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("metrics", "0010_overruled_revisions")]

    operations = [
        migrations.AddField(
            "collection",
            "rejected",
            models.PositiveIntegerField(
                db_default=0, help_text="rows that were not taken and could have been posts of the account"
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
