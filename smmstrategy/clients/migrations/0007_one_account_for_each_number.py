"""A page's number is one page's in whatever spelling (club123, public123, -123): accounts of one page become one.

As with spellings in other letters, only accounts without numbers of their own are joined.
"""

from importlib import import_module

from django.db import migrations, models

TWICE = (
    "{accounts} ({client}): одна страница, номер которой записан по-разному, и её числа считались бы дважды. Вернитесь к прежней "
    "версии, отмените в ней импорты всех этих аккаунтов, кроме одного, обновите её снова и загрузите их файлы ещё раз. / "
    "One page whose number is spelt in different ways, so that its figures would count twice. Go back to the version before, undo "
    "there the imports of all these accounts but one, upgrade again and bring their files once more."
)
ONE_EACH = models.UniqueConstraint(fields=["client", "network", "key"], name="one_account_per_client")


def fill(apps, editor) -> None:
    import_module("smmstrategy.clients.migrations.0006_one_account_for_each_page").fill(apps, editor, TWICE)


class Migration(migrations.Migration):
    dependencies = [("clients", "0006_one_account_for_each_page"), ("metrics", "0013_keys_in_addresses")]

    operations = [
        migrations.RemoveConstraint("account", "one_account_per_client"),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint("account", ONE_EACH),
    ]
