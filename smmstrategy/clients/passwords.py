"""The hash of a password: known only to the database's own function, which tells it to whoever is signing in."""

from typing import Any

from django.db import models


class PasswordField(models.CharField):
    """Read as `smm_password(id)`: None outside signing in, "!" when there is no password; the column itself is closed."""

    def select_format(self, compiler: Any, sql: str, params: Any) -> tuple[str, Any]:
        table = sql.rpartition(".")[0]
        return f"smm_password({table}.id)", params
