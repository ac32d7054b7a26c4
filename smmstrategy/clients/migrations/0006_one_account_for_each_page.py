"""A handle is one page's in whatever letters: accounts are told apart by a key, and two of one page have to become one first."""

from collections import defaultdict

from django.db import migrations, models

from smmstrategy.clients.models import HandleKey

TWICE = (
    "{accounts} of the client {client} are one page in different letters, and its numbers count twice. With the version before "
    "this one undo the imports of all but one of them, delete what is left of those from clients_tracking and clients_account, "
    "migrate, and bring their files again."
)


def fill(apps, editor) -> None:
    editor.execute("SELECT set_config('smm.scope', 'system', true)")
    pages = defaultdict(list)
    for account in apps.get_model("clients", "Account").objects.select_related("client").order_by("pk"):
        account.save(update_fields=["key"])
        pages[account.client.slug, account.network, account.key].append(account)
    for (client, network, _key), accounts in pages.items():
        if len(accounts) > 1:
            names = " and ".join(f"{network}:{account.handle}" for account in accounts)
            raise ValueError(TWICE.format(accounts=names, client=client))


class Migration(migrations.Migration):
    dependencies = [("clients", "0005_language_until_chosen")]

    operations = [
        migrations.AddField("account", "key", HandleKey(default="", editable=False), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveConstraint("account", "one_account_per_client"),
        migrations.AddConstraint(
            "account", models.UniqueConstraint(fields=["client", "network", "key"], name="one_account_per_client")
        ),
    ]
