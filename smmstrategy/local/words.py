"""What the launcher says, in the language of the terminal: it speaks before Django is there."""

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


class Problem(Exception):
    """Why we cannot go on, and the way out: one sentence for the person at the keyboard."""


def language() -> str:
    """«ru» when the terminal is Russian, otherwise «en»."""
    setting = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ru" if setting.lower().startswith("ru") else "en"


def _(message: str) -> str:
    return gettext.translation("django", LOCALE, [language()], fallback=True).gettext(message)
