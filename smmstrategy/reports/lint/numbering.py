"""Numbers of slides, which are what they were drawn as or, after slides were moved, where these now stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from smmstrategy.reports.drawing import STEP
from smmstrategy.reports.lint.stray import Reason, Stray


class Numbering:
    """`places`: by the number that a slide was drawn with, the one it now has; None where it is gone. `lines`: what each place
    says with the numbers of now."""

    def __init__(self, places: Mapping[int, int | None]) -> None:
        self.places = {str(drawn): now for drawn, now in places.items()}
        self.is_another = any(drawn != now for drawn, now in places.items())
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.outdated: list[str] = []  # slides that name others by the numbers they had

    def declare(self, place: str, kind: str, id: str, lines: Sequence[str]) -> None:
        if not self.is_another:
            return
        if kind == "number" and (id or place.endswith(f"{STEP}Slide number")):
            now = [self.places.get(line) for line in lines]
            lines = [str(number) for number in now if number]
        self.lines[place] += lines

    def strays(self) -> list[Stray]:
        slides = ", ".join(dict.fromkeys(self.outdated))
        return [Stray(slides, "", Reason("still names other slides by the numbers they had"))] if slides else []
