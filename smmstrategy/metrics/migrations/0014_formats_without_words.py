"""Formats of posts are codes of the imports, and documents have the words for them: the column needs none."""

from django.db import migrations, models

FORMAT = models.CharField(blank=True, max_length=12)


class Migration(migrations.Migration):
    dependencies = [("metrics", "0013_keys_in_addresses")]

    operations = [
        migrations.AlterField("post", "format", FORMAT),
        migrations.AlterField("postrevision", "format", FORMAT),
    ]
