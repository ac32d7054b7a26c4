"""Posts keep which of their fields their collection said; of those there are nobody knows any more, so it counts as all."""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_collection SET said = array_fill(255::smallint, ARRAY[cardinality(confirmed)]) WHERE confirmed <> '{}'
"""
OF_POSTS = "which of these the collection gave itself, one bit each; the others it took over"


class Migration(migrations.Migration):
    dependencies = [("metrics", "0006_no_rubric")]
    operations = [
        *(
            migrations.AddField(model, "said", models.SmallIntegerField(db_default=255, help_text=OF_POSTS))
            for model in ("post", "postrevision")
        ),
        migrations.AddField("collection", "said", ArrayField(models.SmallIntegerField(null=True), default=list)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
