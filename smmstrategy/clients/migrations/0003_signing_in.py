"""Second factors that were kept in the clear are encrypted; a password is read through a function."""

from collections.abc import Callable

from django.db import migrations

from smmstrategy.clients.encryption import decrypt, encrypt
from smmstrategy.clients.passwords import PasswordField


def rewrite(change: Callable[[str], str]) -> Callable[..., None]:
    def run(apps, _editor) -> None:
        for factor in apps.get_model("mfa", "Authenticator").objects.filter(type__in=["totp", "recovery_codes"]):
            for name in factor.data.keys() & {"secret", "seed"}:
                factor.data[name] = change(factor.data[name])
            if codes := factor.data.get("migrated_codes"):
                factor.data["migrated_codes"] = [change(code) for code in codes]
            factor.save(update_fields=["data"])

    return run


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_cache"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [
        migrations.AlterField("user", "password", PasswordField(max_length=128, verbose_name="password")),
        migrations.RunPython(rewrite(encrypt), rewrite(decrypt)),
    ]
