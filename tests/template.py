"""A migrated database from which the processes of one run copy theirs; for the server of that run alone, which it ends with."""

from django.conf import settings
from django.db import connection, connections

LOCK = 1


def prepare(name: str) -> None:
    """Make it, unless it is there, and have the database of this process copied from it."""
    server = connections.create_connection("default")
    with server.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        cursor.execute("SELECT FROM pg_database WHERE datname = %s AND datistemplate", [name])
        if not cursor.rowcount:
            _migrate(name)
            cursor.execute(f"ALTER DATABASE {name} IS_TEMPLATE true")
        cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
    server.close()
    connection.settings_dict["TEST"]["TEMPLATE"] = name


def _migrate(name: str) -> None:
    told, before = connection.settings_dict["TEST"], settings.DATABASES["default"]["NAME"]
    own, told["NAME"] = told["NAME"], name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.creation.destroy_test_db(before, verbosity=0, keepdb=True)
    told["NAME"] = own
