"""Audits that were sealed before know by which methodology, as their snapshots say."""

import json
import zlib
from contextlib import suppress
from typing import Any

from django.db import migrations, models


def fill(apps: Any, editor: Any) -> None:
    editor.execute("SELECT set_config('smm.scope', 'system', true)")
    audits = apps.get_model("audits", "Audit").objects
    for audit in audits.filter(snapshot__isnull=False).select_related("snapshot").iterator(chunk_size=10):
        with suppress(zlib.error, ValueError):  # one that is damaged stays unread
            sealed = json.loads(zlib.decompress(bytes(audit.snapshot.content)))
            audits.filter(pk=audit.pk).update(methodology=sealed.get("versions", {}).get("methodology", ""))


class Migration(migrations.Migration):
    dependencies = [("audits", "0003_issue")]

    operations = [
        migrations.AddField(
            "audit",
            "methodology",
            models.CharField(default="", help_text="version of what worked out the sealed numbers", max_length=10),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
