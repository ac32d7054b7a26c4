"""The app's place in Django."""

from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "audits"
    label = "audits"

    def ready(self) -> None:
        from audits import tasks  # noqa: F401  the worker learns what to do
