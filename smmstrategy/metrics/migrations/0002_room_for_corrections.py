"""Leaves room in the pages of rows that corrections rewrite, so that a rewritten row stays where its index points."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("metrics", "0001_initial")]
    operations = [
        migrations.RunSQL(f"ALTER TABLE {table} SET (fillfactor = 80)", f"ALTER TABLE {table} RESET (fillfactor)")
        for table in ("metrics_post", "metrics_postobservation", "metrics_observation")
    ]
