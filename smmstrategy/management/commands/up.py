"""`manage.py up`: the whole system on this machine, until Ctrl-C."""

from django.utils.translation import gettext_noop

from smmstrategy.commands import Spoken
from smmstrategy.local import environment, launcher


class Command(Spoken):
    help = gettext_noop("Run PostgreSQL, Redis, web, worker and beat on this machine until Ctrl-C.")

    def handle(self, **options) -> None:
        launcher.run(environment.hosted)
