"""What is said in both languages, and what would turn it round."""

import re
from dataclasses import dataclass

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides and isolates of the direction of writing
_BETWEEN_SPACES = re.compile(f" (?:{TURNS.pattern}+ )+")


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in Russian and in English."""

    ru: str
    en: str

    def in_language(self, language: str) -> str:
        return self.ru if language == "ru" else self.en


def unturned(text: str) -> str:
    """The text without characters that change in which direction what follows them is written, our own words among it; one
    that stands between two spaces takes one of them along."""
    return TURNS.sub("", _BETWEEN_SPACES.sub(" ", text))
