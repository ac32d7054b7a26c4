"""The product's own processes: web, worker and beat, in order up and in order down."""

import os
import signal
import sys
import time

from smmstrategy.local import environment, first_start, health
from smmstrategy.local.processes import Child, Family
from smmstrategy.local.progress import step
from smmstrategy.local.services import Services
from smmstrategy.local.state import PROJECT, State, explained

WATCH_SECONDS = 0.5
GUNICORN = "--worker-class gthread --workers 2 --threads 4 --preload --no-control-socket --graceful-timeout 5"


def children(state: State, port: int) -> tuple[Child, Child, Child]:
    """Worker, beat and web, in the order of their start: the pages come last and go first."""
    env = {**os.environ, "PYTHONPATH": str(PROJECT), "DJANGO_SETTINGS_MODULE": "smmstrategy.settings", "PYTHONUNBUFFERED": "1"}
    celery = [sys.executable, "-m", "celery", "-A", "smmstrategy.celery"]
    worker = [*celery, "worker", "--without-gossip", "--without-mingle", "--concurrency", "2", "--loglevel", "INFO"]
    beat = [*celery, "beat", "--schedule", state.folder / "beat", "--pidfile", "", "--loglevel", "INFO"]
    web = [sys.executable, "-m", "gunicorn", "smmstrategy.wsgi:application", "--bind", f"127.0.0.1:{port}", *GUNICORN.split()]
    return (
        Child("Celery worker", worker, state.log("worker"), env, ends_at_once_on=signal.SIGKILL),
        Child("Celery beat", beat, state.log("beat"), env),
        Child("web", web, state.log("web"), env, ends_at_once_on=signal.SIGQUIT),
    )


def run(services: Services) -> None:
    """Bring everything up, and stay until somebody ends us or a service dies."""
    with explained(services.state.folder):
        start(services.state, services.family)
        first_start.load_demo(services.state)
        first_start.wait_for_audits(services.family)
        first_start.welcome(services.state, f"http://127.0.0.1:{environment.port()}/")
        watch(services.family)


def start(state: State, family: Family) -> None:
    """Start the three at once, then wait for each to prove that it works."""
    port = environment.port()
    worker, beat, web = children(state, port)
    for child in (worker, beat, web):
        family.start(child)
    step("web", lambda: web.wait_until(lambda: health.page_answers(port)))
    step("Celery worker", lambda: worker.wait_until(lambda: health.worker_answers(0.3)))
    step("Celery beat", lambda: beat.wait_until(lambda: beat.said("beat: Starting")))


def watch(family: Family) -> None:
    """Sit here until somebody ends us; raise Problem when a child ends that cannot be started again."""
    while True:
        family.require_alive()
        time.sleep(WATCH_SECONDS)
