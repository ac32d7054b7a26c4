"""Rectangles on a slide, in EMU (914,400 to the inch), and how to cut them."""

from dataclasses import dataclass, replace

INCH = 914_400
POINT = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def right(self) -> int:
        return self.x + self.width

    def top(self, height: int) -> "Box":
        return replace(self, height=height)

    def below(self, height: int) -> "Box":
        """What is left under a strip of that height."""
        return replace(self, y=self.y + height, height=self.height - height)

    def inset(self, across: int, down: int) -> "Box":
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def columns(self, count: int, gap: int) -> list["Box"]:
        width = (self.width - gap * (count - 1)) // count
        return [replace(self, x=self.x + n * (width + gap), width=width) for n in range(count)]

    def rows(self, count: int, gap: int) -> list["Box"]:
        height = (self.height - gap * (count - 1)) // count
        return [replace(self, y=self.y + n * (height + gap), height=height) for n in range(count)]
