"""An import knows its newest job; those there are find theirs by what the job was asked to do."""

from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_import i SET job_id = j.id
FROM (SELECT DISTINCT ON (payload->>'import') id, (payload->>'import')::bigint AS import
  FROM jobs_job WHERE kind = 'metrics.import' ORDER BY payload->>'import', id DESC) j
WHERE j.import = i.id
"""


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial"), ("metrics", "0003_days_of_posts")]
    operations = [
        migrations.AddField(
            model_name="import",
            name="job",
            field=models.ForeignKey(
                to="jobs.job",
                on_delete=models.SET_NULL,
                null=True,
                related_name="+",
                help_text="the newest work done or waiting for it",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
