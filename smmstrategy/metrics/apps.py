"""The app's place in Django."""

from django.apps import AppConfig


class MetricsConfig(AppConfig):
    name = "smmstrategy.metrics"
    label = "metrics"
