"""The pictures of the README: `python -m tests.pictures DECK WORKBOOK` draws them anew, as LibreOffice shows these files."""

import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from tests.machine import LIBREOFFICE
from tests.messages import PROJECT
from tests.reports.reading import converted

PICTURES = PROJECT / "docs" / "pictures"
SLIDES = (2, 7, 13, 21)
WIDTH, GAP, AROUND = 700, (12, 16), "#d9d9d6"  # of a slide, between them, and the colour there
SUMMARY = (2,)
SHEET_WIDTH, MARGIN, FOOTER = 1232, 14, 0.05


def pages(path: Path, numbers: tuple[int, ...], width: int | None = None) -> list[Image.Image]:
    """These pages of a document as pictures, twice as large when nothing is said of their width."""
    with tempfile.TemporaryDirectory() as folder:
        ending = path.suffix.lstrip(".")
        document = pypdfium2.PdfDocument(converted(LIBREOFFICE.path, Path(folder), path.read_bytes(), "pdf", ending))
        found = [document[number - 1] for number in numbers]
        return [page.render(scale=width / page.get_width() if width else 2).to_pil().convert("RGB") for page in found]


def side_by_side(slides: list[Image.Image]) -> Image.Image:
    """Four slides, two in a row."""
    (width, height), (across, down) = slides[0].size, GAP
    whole = Image.new("RGB", (2 * width + across, 2 * height + down), AROUND)
    for number, slide in enumerate(slides):
        whole.paste(slide, (number % 2 * (width + across), number // 2 * (height + down)))
    return whole


def cut(page: Image.Image) -> Image.Image:
    """What is written on a page above its footer, with a margin."""
    page = page.crop((0, 0, page.width, round(page.height * (1 - FOOTER))))
    left, top, right, bottom = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    around = (max(left - MARGIN, 0), max(top - MARGIN, 0), min(right + MARGIN, page.width), min(bottom + MARGIN, page.height))
    written = page.crop(around)
    return written.resize((SHEET_WIDTH, round(written.height * SHEET_WIDTH / written.width)), Image.Resampling.LANCZOS)


def draw(deck: Path, workbook: Path) -> None:
    for name, picture in (("deck", side_by_side(pages(deck, SLIDES, WIDTH))), ("workbook", cut(*pages(workbook, SUMMARY)))):
        picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    draw(*map(Path, sys.argv[1:3]))
