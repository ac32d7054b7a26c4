"""A handle is one page's however it is spelt: accounts are told apart by a key, and those of one page become one.

Only accounts without numbers are joined: numbers of two would have to be compared row by row, which is what bringing a file does.
"""

from collections import defaultdict

from django.db import migrations, models

from smmstrategy.clients import handles
from smmstrategy.clients.models import HandleKey

TWICE = (
    "{accounts} ({client}): одна страница в разных написаниях, и её числа считались бы дважды. Вернитесь к прежней версии, "
    "отмените в ней импорты всех этих аккаунтов, кроме одного, обновите её снова и загрузите их файлы ещё раз. / "
    "One page in different spellings, whose numbers would count twice. Go back to the version before, undo there the imports of all "
    "these accounts but one, upgrade again and bring their files once more."
)


def fill(apps, editor) -> None:
    editor.execute("SELECT set_config('smm.scope', 'system', true); SET CONSTRAINTS ALL IMMEDIATE")
    pages = defaultdict(list)
    for account in apps.get_model("clients", "Account").objects.select_related("client").order_by("pk"):
        pages[account.client.slug, account.network, handles.key(account.network, account.handle)].append(account)
    for (client, _network, _key), accounts in pages.items():
        join(accounts, client).save(update_fields=["key"])


def join(accounts, client):
    """The account that has numbers, else the oldest, is the one of the page; who tracked another tracks it."""
    with_numbers = [account for account in accounts if account.collections.exists()]
    if len(with_numbers) > 1:
        names = ", ".join(f"{account.network}:{account.handle}" for account in with_numbers)
        raise SystemExit(TWICE.format(accounts=names, client=client))
    kept = (with_numbers or accounts)[0]
    for account in accounts:
        if account != kept:
            account.tracking.exclude(brand__in=kept.tracking.values("brand")).update(account=kept)
            account.delete()
    return kept


class Migration(migrations.Migration):
    dependencies = [("clients", "0005_language_until_chosen"), ("metrics", "0011_rejected_rows")]

    operations = [
        migrations.AddField("account", "key", HandleKey(default="", editable=False), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveConstraint("account", "one_account_per_client"),
        migrations.AddConstraint(
            "account", models.UniqueConstraint(fields=["client", "network", "key"], name="one_account_per_client")
        ),
    ]
