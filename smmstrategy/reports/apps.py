"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "smmstrategy.reports"
    label = "reports"

    def ready(self) -> None:
        from smmstrategy.clients import access, navigation
        from smmstrategy.reports import entries

        navigation.add(navigation.MenuItem("reports", _("Reports"), "folder-down", "client_reports", 50, access.EVERYONE))
        entries.tell()
