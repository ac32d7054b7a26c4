"""Audits that were sealed before know which issue of their months they are, as their documents say."""

from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE audits_audit SET issue = counted.issue
FROM (SELECT id, row_number() OVER (PARTITION BY brand_id, first_day, last_day ORDER BY snapshot_id) AS issue
      FROM audits_audit WHERE snapshot_id IS NOT NULL) counted
WHERE audits_audit.id = counted.id
"""


class Migration(migrations.Migration):
    dependencies = [("audits", "0002_summary")]

    operations = [
        migrations.AddField(
            "audit",
            "issue",
            models.PositiveSmallIntegerField(help_text="counts the sealed audits of the same brand and months from 1", null=True),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
