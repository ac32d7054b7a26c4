"""The trigger that guarded the hashes of passwords gives way to a policy for the whole row of a user."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clients", "0003_signing_in")]

    operations = [
        migrations.RunSQL("DROP TRIGGER IF EXISTS smm_password ON clients_user", migrations.RunSQL.noop),
    ]
