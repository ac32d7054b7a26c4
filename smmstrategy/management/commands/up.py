"""`manage.py up`: the whole system on this machine, until Ctrl-C."""

from django.core.management.base import BaseCommand

from smmstrategy.local import environment, launcher


class Command(BaseCommand):
    help = "Run PostgreSQL, Redis, web, worker and beat on this machine until Ctrl-C"
    requires_system_checks = ()

    def handle(self, **options) -> None:
        launcher.run(environment.hosted)
