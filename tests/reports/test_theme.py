"""Deck, workbook and page share one palette."""

import re
from itertools import combinations
from pathlib import Path

from smmstrategy.reports import theme

TOKENS = Path(__file__).parents[2] / "static/css/tokens.css"
SHARED = {
    "ink": "INK",
    "ink-soft": "SLATE",
    "line": "LINE",
    "canvas": "PAPER",
    "surface": "WHITE",
    "accent": "ACCENT",
    "accent-soft": "ACCENT_SOFT",
    "good": "GOOD",
    "bad": "BAD",
}


def test_documents_have_the_colours_of_the_light_pages():
    light = TOKENS.read_text().partition(":root {")[2].partition("}")[0]
    tokens = {name: value.upper() for name, value in re.findall(r"--([a-z-]+): #([0-9a-f]{6});", light)}
    assert {name: tokens[name] for name in SHARED} == {name: getattr(theme, of) for name, of in SHARED.items()}


def test_no_two_lines_have_colours_that_look_alike():
    colors = [*theme.NETWORKS.values(), *theme.FREE]
    apart = {
        (one, other): sum(abs(a - b) for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))
        for one, other in combinations(colors, 2)
    }
    assert {pair: steps for pair, steps in apart.items() if steps < 76} == {}
