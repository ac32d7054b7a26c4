"""An import was put away, and is dismissed: one word for one thing."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('metrics', '0015_persons_of_odnoklassniki'),
    ]

    operations = [
        migrations.RenameField(
            model_name='import',
            old_name='put_away_at',
            new_name='dismissed_at',
        ),
    ]
