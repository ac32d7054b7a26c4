from django.db import migrations, models

import smmstrategy.ledger.verbs


class Migration(migrations.Migration):

    dependencies = [("ledger", "0007_verb_delivered")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="verb",
            field=models.CharField(choices=smmstrategy.ledger.verbs.choices, max_length=60),
        ),
    ]
