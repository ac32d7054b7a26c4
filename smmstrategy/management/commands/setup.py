"""`manage.py setup`: makes the database and loads the demo agency, then leaves everything ready for `up`."""

from django.core.management.base import BaseCommand

from smmstrategy.local import environment, first_start


class Command(BaseCommand):
    help = "Make the database on this machine and, unless DEMO=0, load the demo agency"
    requires_system_checks = ()

    def handle(self, **options) -> None:
        first_start.set_up(environment.hosted.state)
