"""The app's place in Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "smmstrategy.jobs"
    label = "jobs"

    def ready(self) -> None:
        from smmstrategy.jobs import tasks  # noqa: F401  a new job sends its hint
