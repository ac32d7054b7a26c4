"""`manage.py up`: the whole system on this machine, until Ctrl-C."""

import signal

from django.core.management.base import BaseCommand

from smmstrategy.local import environment, first_start, launcher
from smmstrategy.local.progress import say
from smmstrategy.local.state import explained
from smmstrategy.local.words import _


class Command(BaseCommand):
    help = "Run PostgreSQL, Redis, web, worker and beat on this machine until Ctrl-C"
    requires_system_checks = ()

    def handle(self, **options) -> None:
        services = environment.hosted
        try:
            with explained(services.state.folder):
                launcher.start(services.state, services.family)
                first_start.load_demo(services.state)
                first_start.wait_for_audits(services.family)
                first_start.welcome(services.state, f"http://127.0.0.1:{environment.port()}/")
                launcher.watch(services.family)
        except KeyboardInterrupt:
            say("\n" + _("Stopping…"))
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            services.stop(wait_for_guests=False)
        say(_("Stopped. The data stays; start again with: make run"))
