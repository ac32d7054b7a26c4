"""Fills the environment that settings read: from outside, from running services, or by starting services of our own."""

import atexit
import os
import signal
from collections.abc import Callable
from types import FrameType

from smmstrategy.local import ports, postgres, redis
from smmstrategy.local.progress import quietly, say, step
from smmstrategy.local.services import Services, environment_of, fill
from smmstrategy.local.state import DEMO, PORT, State, explained
from smmstrategy.local.words import Problem, _

LAUNCHERS = {"up", "setup"}
AS_OWNER = {"migrate", "showmigrations", "sqlmigrate", "dbshell", "flush"}
WITHOUT_SERVICES = {"help", "version", "check", "compilemessages", "makemessages", "makemigrations", "collectstatic", "findstatic"}
NOWHERE = {"DATABASE_URL": "postgres://nobody@127.0.0.1:9/none", "REDIS_URL": "redis://127.0.0.1:9/0", "SECRET_KEY": "not used"}
ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
AGAIN_SECONDS = 2
ON_THE_LOOPBACK = {"HTTPS": "0", "WHITENOISE_USE_FINDERS": "1"}

hosted: Services | None = None  # the services that this very process runs
joined: Services | None = None  # those of another process, which this one uses


def prepare(arguments: list[str]) -> None:
    """Make sure DATABASE_URL, REDIS_URL and SECRET_KEY are set before Django starts; raise Problem when they cannot be.

    What is given from outside stays. What is missing is found beside us, or hosted by this process until it ends.
    """
    command = arguments[0] if arguments and not arguments[0].startswith("-") else "help"
    if command in LAUNCHERS:
        end_politely(_until_caught)
    if command in WITHOUT_SERVICES or {"-h", "--help"} & set(arguments):
        fill(NOWHERE)
        return
    if command in LAUNCHERS:
        demo_is_wanted()
    _require_given_servers(command)
    own_database, own_broker = "DATABASE_URL" not in os.environ, "REDIS_URL" not in os.environ
    if own_database or own_broker or command in LAUNCHERS:
        state = State.of_this_machine()
        with explained(state.folder):
            state.prepare()
            os.environ["SMM_STATE"] = str(state.folder)
            fill(ON_THE_LOOPBACK)
            _find_or_host(Services(state, own_database, own_broker), command)


def _require_given_servers(command: str) -> None:
    """Raise Problem when a server named from outside does not let us in; only launchers need the broker at once."""
    given = [("DATABASE_URL", "postgres://USER:PASSWORD@HOST:PORT/NAME", postgres.refusal)]
    if command in LAUNCHERS:
        given.append(("REDIS_URL", "redis://:PASSWORD@HOST:PORT/0", redis.refusal))
    for name, shape, refusal in given:
        if name in os.environ and (reason := refusal(os.environ[name])):
            sentence = _("The server of {name} does not let us in ({reason}): start it, or set {name} to {shape}, or leave it out.")
            raise Problem(sentence.format(name=name, reason=reason, shape=shape))


def port() -> int:
    """Where the pages are to be served on the loopback."""
    setting = os.environ.get("PORT", PORT)
    if not setting.isdecimal() or not 0 < int(setting) < 65536:
        raise Problem(_("PORT={port} is not a port: take a number from 1 to 65535.").format(port=setting))
    return int(setting)


def demo_is_wanted() -> bool:
    """Whether a new installation is to have the demo agency."""
    setting = os.environ.get("DEMO") or DEMO
    if setting not in ("0", "1"):
        raise Problem(_("DEMO={demo} says neither: take 1 for the demo agency, 0 to leave it out.").format(demo=setting))
    return setting == "1"


def _find_or_host(services: Services, command: str) -> None:
    """Join the services that run here, or host our own, also in the place of those that have just stopped."""
    global joined
    if services.become_host():
        _host(services, command)
    elif command in LAUNCHERS:
        raise Problem(_second_copy(services.state.host()))
    elif credentials := services.wait_as_guest():
        joined = services
        fill(environment_of(credentials, as_owner=command in AS_OWNER))
    else:
        _host(services, command)


def failure(error: Exception) -> str:
    """One sentence about a database that failed under a command; of one that was stopped meanwhile what to do."""
    if joined and joined.own_database and (joined.are_leaving() or joined.become_host()):
        return _("SMM Strategy was stopped while the command ran: give the command again, it starts the services it needs.")
    return postgres.failure(error)


def _host(services: Services, command: str) -> None:
    global hosted
    hosted = services
    is_launcher = command in LAUNCHERS
    services.state.sign(command=command, address=f"http://127.0.0.1:{port()}/")
    if not is_launcher:
        end_politely(signal.default_int_handler)
    atexit.register(_end, services, is_launcher=is_launcher)
    services.family.end_orphans()
    if command == "up":
        _require_free_port()
    show = step if is_launcher else quietly
    credentials = services.start(show)
    owner = environment_of(credentials, as_owner=True)
    given = os.environ.get("OWNER_DATABASE_URL") or os.environ.get("DATABASE_URL")
    fill(environment_of(credentials, as_owner=command in AS_OWNER))
    if (is_launcher or services.own_database) and command not in AS_OWNER:
        services.migrate(given or owner["DATABASE_URL"], show)


def end_politely(interrupt: Callable[[int, FrameType | None], None]) -> None:
    """Let every way of asking us to end do what Ctrl-C does, even when a shell has told us to ignore Ctrl-C."""
    for number in ENDS:
        signal.signal(number, interrupt)


def _until_caught(_number: int, _frame: FrameType | None) -> None:
    """Python drops a KeyboardInterrupt that meets an import or a destructor: a launcher's comes again until it is caught."""
    signal.signal(signal.SIGALRM, _until_caught)
    signal.setitimer(signal.ITIMER_REAL, AGAIN_SECONDS)
    raise KeyboardInterrupt


def interrupted(command: str = "") -> int:
    """Somebody has asked us to end: a launcher ends what it hosts and says so. The exit status."""
    if command in LAUNCHERS:
        _ask_no_more()
        say("\n" + _("Stopping…"))
        if hosted:
            hosted.stop(wait_for_guests=False)
        say(_("Stopped. The data stays; start again with: {command}").format(command=State.of_this_machine().start()))
    return 0 if command == "up" else 130


def _ask_no_more() -> None:
    """Asking a launcher again, while it ends, must not leave the end half-done."""
    for number in (*ENDS, signal.SIGALRM):
        signal.signal(number, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _end(services: Services, *, is_launcher: bool) -> None:
    """A command waits for its guests."""
    if is_launcher:
        _ask_no_more()
    services.stop(wait_for_guests=not is_launcher)


def _require_free_port() -> None:
    if ports.is_free(port()):
        return
    if not ports.is_open_to_us(port()):
        raise Problem(
            _("Port {port} is for root alone: choose another from 1024 on: {command}").format(
                port=port(), command=State.of_this_machine().start(PORT=PORT)
            )
        )
    holder = ports.holder(port())
    raise Problem(
        _("Port {port} is taken{holder}: end that program, or choose another port: {command}").format(
            port=port(),
            holder=f" ({holder})" if holder else "",
            command=State.of_this_machine().start(PORT=port() + 1),
        )
    )


def _second_copy(host: dict) -> str:
    if host.get("command") == "up" and host.get("is_leaving"):
        return _("SMM Strategy is just stopping in this folder (process {pid}): wait a moment and try again.").format(**host)
    if host.get("command") == "up":
        return _(
            "SMM Strategy already runs from this folder (process {pid}): open {address}, or end it with Ctrl-C in its window."
        ).format(**host)
    if not host:
        return _("Another process is just starting the services of this folder: try again in a moment.")
    return _("The command «{command}» (process {pid}) is using the services: try again when it is done.").format(**host)
