"""What people said of how to read a file gets names of its own, and what was kept of its columns a place of its own."""

from django.db import migrations, models

FILL = """
SELECT set_config('smm.scope', 'system', true);
UPDATE metrics_import
SET remembered = coalesce(options -> 'remembered', '{}'),
    options = (options - '{remembered,accounts,columns,fields,leave_out}'::text[]) || coalesce((
      SELECT jsonb_object_agg(names.after, options -> names.before)
      FROM (VALUES ('accounts', 'accounts_by_network'), ('columns', 'columns_by_signature'), ('fields', 'fields_by_header'),
                   ('leave_out', 'tables_left_out')) names (before, after)
      WHERE options ? names.before), '{}')
"""


class Migration(migrations.Migration):

    dependencies = [
        ('metrics', '0016_import_dismissed'),
    ]

    operations = [
        migrations.AddField(
            model_name='import',
            name='remembered',
            field=models.JSONField(default=dict, help_text='what was kept for later files of its columns: by signature its hash'),
        ),
        migrations.AlterField(
            model_name='import',
            name='options',
            field=models.JSONField(default=dict, help_text='what people said of how to read it: imports.reading.options.Options'),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
