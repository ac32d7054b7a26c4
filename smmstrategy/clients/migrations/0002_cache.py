"""The table of Django's database cache. Unlogged: after a crash of the database the cache is empty."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE clients_cache (
              cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
            CREATE INDEX clients_cache_expires ON clients_cache (expires);
            """,
            "DROP TABLE clients_cache",
        )
    ]
