"""What a drawer hands back: the file, and every text with a value in it that the file shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """One value as it stands in the file.

    place: «slide 7», «slide 7 notes», «slide 7 chart 1» (its cached points and its embedded workbook) or «sheet Посты».
    kind: «figure» (id names the figure), «quote», «day», «word» (the product's own words, written with digits in them)
    or «number» (the drawer's own: slide numbers, ordinals, axis scales, the invisible base of a waterfall).
    text: exactly as written; for chart points and cells the value as stored: repr(float(value)).
    """

    place: str
    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    content: bytes
    shown: tuple[Shown, ...]
