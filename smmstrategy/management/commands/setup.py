"""`manage.py setup`: makes the database and loads the demo agency, then leaves everything ready for `up`."""

from django.core.management.base import BaseCommand

from smmstrategy.local import environment, first_start
from smmstrategy.local.progress import say
from smmstrategy.local.words import _


class Command(BaseCommand):
    help = "Make the database on this machine and, unless DEMO=0, load the demo agency"
    requires_system_checks = ()

    def handle(self, **options) -> None:
        first_start.load_demo(environment.hosted.state)
        say(_("Ready in {folder}; start with: make run").format(folder=environment.hosted.state.folder))
