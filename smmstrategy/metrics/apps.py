"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MetricsConfig(AppConfig):
    name = "smmstrategy.metrics"
    label = "metrics"

    def ready(self) -> None:
        from smmstrategy.clients import navigation
        from smmstrategy.metrics.imports import entries, tasks  # noqa: F401  the queue knows how to import

        navigation.add(navigation.MenuItem("imports", _("Imports"), "upload", "client_imports", order=30))
        entries.tell()
