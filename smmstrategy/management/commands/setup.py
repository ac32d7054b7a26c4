"""`manage.py setup`: makes the database and loads the demo agency, then leaves everything ready for `up`."""

from django.utils.translation import gettext_noop

from smmstrategy.commands import Spoken
from smmstrategy.local import environment, first_start


class Command(Spoken):
    help = gettext_noop("Make the database on this machine and, unless DEMO=0, load the demo agency.")

    def handle(self, **options) -> None:
        first_start.set_up(environment.hosted.state)
