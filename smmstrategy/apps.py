"""The top of the house in Django: wires the queue and what must know several products."""

from django.apps import AppConfig


class SmmStrategyConfig(AppConfig):
    name = "smmstrategy"
    label = "smmstrategy"

    def ready(self) -> None:
        from smmstrategy import celery  # noqa: F401  shared tasks bind to this application
