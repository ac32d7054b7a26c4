"""What every command of ours has in common: its help is in the language of the terminal, and says what is ours to say."""

import os
import signal
import sys
from argparse import SUPPRESS
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext

UNLISTED = frozenset(
    ["--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color", "--skip-checks"]
)
UNREAD = 128 + signal.SIGPIPE  # the exit status of whatever writes to a pipe that nobody reads


class Spoken(BaseCommand):
    """`help` is a message to be translated; what all commands of Django take is taken, too, and not listed.

    At the command line a failure is its sentence alone, and whoever stops reading (`| head`) ends the command in silence.
    """

    requires_system_checks = ()  # they load every page, which takes longer than most commands: `check` and the tests make them

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.description = gettext(self.help)
        for action in parser._actions:
            action.help = SUPPRESS if UNLISTED.intersection(action.option_strings) else action.help
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        try:
            try:
                super().run_from_argv(argv)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python itself writes out at its end
            sys.exit(UNREAD)

    def execute(self, *args: Any, **options: Any) -> str | None:
        try:
            return super().execute(*args, **options)
        except CommandError as error:
            if options["traceback"] or not self._called_from_command_line:
                raise
            self.stderr.write(str(error))
            sys.exit(error.returncode)
