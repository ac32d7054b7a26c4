"""Collections keep the months without a post that are known to be silent, and are not left out of a file."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("metrics", "0017_what_people_said_of_a_file"),
    ]

    operations = [
        migrations.AddField(
            model_name="collection",
            name="silent",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.DateField(),
                db_default=[],
                help_text="first days of the months without a post that were silent, as the numbers of messages show or a person has said",
                size=None,
            ),
        ),
    ]
