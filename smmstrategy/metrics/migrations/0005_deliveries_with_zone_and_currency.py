"""Deliveries keep the zone their days were counted in and the currency of their amounts: so far both were the client's."""

from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_collection c SET time_zone = k.time_zone, currency = k.currency FROM clients_client k WHERE k.id = c.client_id
"""


class Migration(migrations.Migration):
    dependencies = [("metrics", "0004_import_job")]

    operations = [
        migrations.AddField(
            "collection",
            "time_zone",
            models.CharField(max_length=40, default="UTC", help_text="in which its days were counted"),
            preserve_default=False,
        ),
        migrations.AddField(
            "collection",
            "currency",
            models.CharField(max_length=3, default="RUB", help_text="of its amounts"),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
