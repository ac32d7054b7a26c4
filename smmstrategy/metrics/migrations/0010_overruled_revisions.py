"""Lets what was overruled at once be kept among the revisions; the numbers given so far are those of the standing rows."""

from django.db import migrations, models
from django.db.models.functions import Now

NEWEST, REVISIONS = ("observation", "post", "postobservation"), ("observationrevision", "postobservationrevision", "postrevision")
FILL = "SELECT set_config('smm.scope', 'system', true);" + "".join(
    f"UPDATE metrics_{name} SET last_revision = revision WHERE revision > 1;" for name in NEWEST
)


class Migration(migrations.Migration):
    dependencies = [("metrics", "0009_words_of_a_collection")]

    operations = [
        *(
            migrations.AddField(
                name,
                "last_revision",
                models.PositiveIntegerField(db_default=1, help_text="the highest number given to what was said here"),
            )
            for name in NEWEST
        ),
        *(
            migrations.AlterField(
                name, "replaced_at", models.DateTimeField(db_default=Now(), help_text="empty when it never stood", null=True)
            )
            for name in REVISIONS
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
