"""The app's place in Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "smmstrategy.reports"
    label = "reports"
