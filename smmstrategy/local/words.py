"""What the launcher says, in the language of the terminal: it speaks before Django is there."""

import gettext
from pathlib import Path

from smmstrategy.local.installation import language

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "django"


def gettext_noop(message: str) -> str:
    """Marks what Python itself asks the translation of."""
    return message


OF_ARGPARSE = (
    gettext_noop("usage: "),
    gettext_noop("positional arguments"),
    gettext_noop("options"),
    gettext_noop("show this help message and exit"),
    gettext_noop("%(prog)s: error: %(message)s\n"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("expected one argument"),
    gettext_noop("expected at least one argument"),
    gettext_noop("invalid %(type)s value: %(value)r"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
    gettext_noop("ambiguous option: %(option)s could match %(matches)s"),
)


class Problem(Exception):
    """Why we cannot go on, and the way out: one sentence for the person at the keyboard."""


def _(message: str) -> str:
    return gettext.translation(DOMAIN, LOCALE, [language()], fallback=True).gettext(message)


def teach_argparse() -> None:
    """Let what Python says of wrong options be in the language of the terminal too: it asks the domain that is set."""
    if language() == "ru":
        gettext.bindtextdomain(DOMAIN, LOCALE)
        gettext.textdomain(DOMAIN)
