"""Keys of accounts follow the rule for spellings as it has become: of sites, and of pages that networks number."""

from importlib import import_module

from django.db import migrations

before = import_module("smmstrategy.clients.migrations.0006_one_account_for_each_page")


class Migration(migrations.Migration):
    dependencies = [("clients", "0006_one_account_for_each_page")]

    operations = [migrations.RunPython(before.fill, migrations.RunPython.noop)]
