"""Names show something, and the address of a brand has room for its client's before its own."""

from django.db import migrations, models

from smmstrategy.clients.names import validate_visible


class Migration(migrations.Migration):
    dependencies = [("clients", "0007_one_account_for_each_spelling")]

    operations = [
        migrations.AlterField(
            "brand", "name", models.CharField(max_length=120, validators=[validate_visible], verbose_name="name")
        ),
        migrations.AlterField("brand", "slug", models.SlugField(max_length=120, unique=True, verbose_name="address")),
        migrations.AlterField(
            "client", "name", models.CharField(max_length=120, validators=[validate_visible], verbose_name="name")
        ),
    ]
