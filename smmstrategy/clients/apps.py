"""The app's place in Django; after every migration the walls are brought in step with the models."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ClientsConfig(AppConfig):
    name = "smmstrategy.clients"
    label = "clients"

    def ready(self) -> None:
        from smmstrategy.clients import checks, isolation  # noqa: F401  the check registers itself

        post_migrate.connect(isolation.fortify, sender=self, dispatch_uid="fortify")
