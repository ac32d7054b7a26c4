"""Takes the rubric of a post away: no source gave one and no page showed it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("metrics", "0003_days_of_posts")]
    operations = [
        migrations.RemoveField(model_name="post", name="rubric"),
        migrations.RemoveField(model_name="postrevision", name="rubric"),
    ]
