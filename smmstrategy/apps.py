"""The top of the house in Django: wires the queue and what must know several products."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SmmStrategyConfig(AppConfig):
    name = "smmstrategy"
    label = "smmstrategy"

    def ready(self) -> None:
        from smmstrategy import celery  # noqa: F401  shared tasks bind to this application
        from smmstrategy.clients import navigation
        from smmstrategy.clients.access import MANAGER, OWNER

        navigation.add(navigation.MenuItem("overview", _("Overview"), "layout-dashboard", "client", order=10))
        navigation.add(navigation.MenuItem("numbers", _("Numbers"), "chart-line", "client_numbers", order=20))
        navigation.add(
            navigation.MenuItem("ledger", _("Ledger"), "scroll-text", "client_ledger", order=60, roles=frozenset({OWNER, MANAGER}))
        )
