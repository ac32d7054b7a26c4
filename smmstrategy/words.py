"""What is said in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in Russian and in English."""

    ru: str
    en: str

    def in_language(self, language: str) -> str:
        return self.ru if language == "ru" else self.en
