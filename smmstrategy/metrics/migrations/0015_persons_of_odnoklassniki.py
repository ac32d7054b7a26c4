"""A person's page of Odnoklassniki is no group's of the same number: an account is called as all links of its posts say.

What cannot be told apart is left, and named: posts of both under one number, or a client's account of that person beside it.
"""

from django.db import migrations

PAGE = r"^(https?://)?([\w-]+\.)*(ok|odnoklassniki)\.ru/{}/(topic|statuses|post)/"
ANY = PAGE.format(r"((group|profile)/)?[\w.]+")
LEFT = (
    "{account} ({client}): здесь публикации страницы человека, которая теперь аккаунт {person}, и её числа могут считаться дважды. "
    "Отмените импорты аккаунта {account} и загрузите их файлы ещё раз. / Posts of a person's page, which is the account {person} "
    "now, stand here, and its figures may count twice. Undo the imports of {account} and bring their files once more."
)


def respell(apps, editor) -> None:
    editor.execute("SELECT set_config('smm.scope', 'system', true)")
    accounts, posts = apps.get_model("clients", "Account").objects, apps.get_model("metrics", "Post").objects
    for account in accounts.filter(network="ok", key__regex=r"^\d+$").select_related("client").order_by("pk"):
        person, linked = f"profile{account.key}", posts.filter(account=account, permalink__iregex=ANY)
        of_person = linked.filter(permalink__iregex=PAGE.format(f"profile/{account.key}")).count()
        is_there = accounts.filter(client=account.client, network="ok", key=person).exists()
        if of_person == linked.count() > 0 and not is_there:
            rename(apps, account, person)
        elif of_person:
            print(LEFT.format(account=f"ok:{account.handle}", client=account.client.slug, person=f"ok:{person}"))


def rename(apps, account, person: str) -> None:
    """Imports name it so too: by these names undoing finds the accounts that they made."""
    named = {"network": "ok", "handle": account.handle}
    imports = apps.get_model("metrics", "Import").objects
    for import_ in imports.filter(client=account.client, summary__accounts__contains=[named]):
        told = import_.summary["accounts"]
        import_.summary["accounts"] = [one | {"handle": person} if named.items() <= one.items() else one for one in told]
        import_.save(update_fields=["summary"])
    account.handle = person
    account.save(update_fields=["handle", "key"])


class Migration(migrations.Migration):
    dependencies = [("metrics", "0014_formats_without_words"), ("clients", "0008_names_and_addresses")]

    operations = [migrations.RunPython(respell, migrations.RunPython.noop)]
