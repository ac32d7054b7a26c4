"""The worker's own look at the table of jobs, for as long as the broker is away."""

import logging
import threading

from celery import Celery, bootsteps
from django.db import connection
from kombu.exceptions import OperationalError

POLL_SECONDS = 1
CONNECT_SECONDS = 2

log = logging.getLogger(__name__)


class Poller(bootsteps.StartStopStep):
    """A thread beside the consumer, which meanwhile tries to reach the broker again; it does due jobs one after the other."""

    def __init__(self, worker: object, **_options: object) -> None:
        self.ended = threading.Event()

    def start(self, worker) -> None:
        threading.Thread(target=self._watch, args=(worker.app,), name="poller", daemon=True).start()

    def stop(self, worker: object) -> None:
        self.ended.set()

    def _watch(self, app: Celery) -> None:
        while not self.ended.wait(POLL_SECONDS):
            try:
                if not broker_answers(app):
                    self._work()
            except Exception:
                log.exception("looking for jobs without the broker")
            finally:
                connection.close()

    def _work(self) -> None:
        from smmstrategy.jobs import actions

        for job_id in actions.due():
            if self.ended.is_set():
                return
            log.warning("the broker is away: job %s is done without its hint", job_id)
            actions.run(job_id)


def broker_answers(app: Celery) -> bool:
    try:
        with app.connection_for_read(connect_timeout=CONNECT_SECONDS) as broker:
            broker.ensure_connection(max_retries=1, timeout=CONNECT_SECONDS)
    except OperationalError:
        return False
    return True
