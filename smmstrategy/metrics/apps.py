"""The app's place in Django."""

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "smmstrategy.metrics"
    label = "metrics"

    def ready(self) -> None:
        from smmstrategy.metrics.imports import tasks  # noqa: F401  the queue knows how to import
