"""What every command of ours has in common: its help is in the language of the terminal, and says what is ours to say."""

from argparse import SUPPRESS
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext

UNLISTED = frozenset(
    ["--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color", "--skip-checks"]
)


class Spoken(BaseCommand):
    """`help` is a message to be translated; what all commands of Django take is taken, too, and not listed."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.description = gettext(self.help)
        for action in parser._actions:
            action.help = SUPPRESS if UNLISTED.intersection(action.option_strings) else action.help
        return parser
