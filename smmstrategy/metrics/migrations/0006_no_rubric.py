"""Takes the rubric of a post away: no source gave one and no page showed it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("metrics", "0005_deliveries_with_zone_and_currency")]
    operations = [
        migrations.RemoveField(model_name="post", name="rubric"),
        migrations.RemoveField(model_name="postrevision", name="rubric"),
    ]
