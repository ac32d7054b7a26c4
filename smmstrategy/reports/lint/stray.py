"""A finding of the lint, and the numbers of a text as they are compared."""

from dataclasses import dataclass

from smmstrategy.reports import plain
from smmstrategy.reports.drawing import fifteen_digits


class Reason(str):
    """Why something is a finding, in English; of its text, which has {named} places, and their values any language is made."""

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, **values: object) -> "Reason":
        self = super().__new__(cls, text.format(**values))
        self.text, self.values = text, values
        return self


@dataclass(frozen=True, slots=True)
class Stray:
    """A number or label that is not what the manifest says, or, without a token, what is gone, or a slide or sheet."""

    place: str
    token: str
    reason: Reason

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.place, self.token, self.reason)))


def number(text: str) -> str | None:
    """The number that a stored text stands for."""
    try:
        return fifteen_digits(float(text))
    except ValueError:
        return None


def numbers(value: str | float) -> list[str]:
    """All of a text or of a cell."""
    whole = fifteen_digits(value) if isinstance(value, float) else number(value)
    return [whole] if whole else plain.NUMBER.findall(value)


def slide(place: str) -> str:
    """«slide 7» of «slide 7 / Title»."""
    return " ".join(place.split(" ")[:2])
