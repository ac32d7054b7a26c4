"""Whatever was not written may be dismissed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("metrics", "0018_months_known_to_be_silent"),
    ]

    operations = [
        migrations.AlterField(
            model_name="import",
            name="dismissed_at",
            field=models.DateTimeField(
                null=True, help_text="when somebody took a file of which nothing was written off the first page"
            ),
        ),
    ]
