"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditsConfig(AppConfig):
    name = "audits"
    label = "audits"

    def ready(self) -> None:
        from audits import entries, tasks  # noqa: F401  the worker learns what to do
        from smmstrategy.clients import access, navigation

        navigation.add(navigation.MenuItem("audits", _("Audits"), "clipboard-check", "client_audits", 40, access.EVERYONE))
        entries.tell()
