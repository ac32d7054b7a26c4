"""The Celery application: it carries hints that there is work; the work itself is a row in PostgreSQL."""

import os
import signal

from celery import Celery
from celery.signals import worker_process_init

from smmstrategy.jobs.poller import Poller
from smmstrategy.memory import collect_rarely
from smmstrategy.orphans import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smmstrategy.settings")
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")  # they load every page, and Celery does not look at what they find

app = Celery("smmstrategy")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add(Poller)


@worker_process_init.connect
def begin(**_signal) -> None:
    """A process of the pool does not work on when its worker was killed: the job's lease lets another take over."""
    die_with_parent(signal.SIGKILL)
    collect_rarely()
