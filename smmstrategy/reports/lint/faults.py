"""What is wrong with a manifest itself, whatever the file says."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from smmstrategy.reports import plain
from smmstrategy.reports.document import Figure, Shown
from smmstrategy.reports.drawing import fifteen_digits
from smmstrategy.reports.formats import MINUS, MISSING, in_cell, write
from smmstrategy.reports.lint import pieces
from smmstrategy.reports.lint.stray import Reason, Stray, number, slide
from smmstrategy.reports.manifest import Manifest, digest


def manifest_faults(manifest: Manifest) -> Iterator[Stray]:
    """Numbers in plain words, figures without an origin, texts that are not what their figure's value or origin says."""
    if digest(manifest) != manifest.get("sha256"):
        yield Stray("manifest", "", Reason("was edited after the file was drawn"))
    pages = {(slide(place), id) for place, kind, id, _ in manifest["shown"] if kind == "number"}
    for place, kind, id, text in manifest["shown"]:
        if kind == "number" and id and (f"slide {text}", id) not in pages:
            yield Stray(place, text, Reason("not the slide of {id}", id=id))
        figure = manifest["figures"].get(id, {})
        if kind == "word" and not (id or text).startswith(text):
            yield Stray(place, text, Reason("not the beginning of {words}", words=id))
        if kind == "word":
            yield from (
                Stray(place, one, Reason("a number in plain words")) for one in plain.numbers(id or text, manifest["words"])
            )
        if kind == "code" and text not in (id, figure.get("metric"), figure.get("formula")):
            yield Stray(place, text, Reason("neither id, metric nor formula of {id}", id=id))
        if kind != "figure" or "value" not in figure:
            continue
        if "metric" not in figure:
            yield Stray(place, text, Reason("{id} has no origin", id=id))
        if not is_written_so(figure, text, manifest["language"]):
            yield Stray(place, text, _is(id, figure["value"]))
    yield from _undescribed(manifest)


def _is(id: str, value: str | None) -> Reason:
    return Reason("{id} is not known", id=id) if value is None else Reason("{id} is {value}", id=id, value=value)


def _undescribed(manifest: Manifest) -> Iterator[Stray]:
    """Numbers of alternative texts that their slide does not say."""
    said: dict[str, set[str]] = defaultdict(set)
    for place, kind, _, text in manifest["shown"]:
        if kind != "description":
            said[slide(place)].update(line for line in text.split("\n") if plain.has_digit(line))
    for place, kind, _, text in manifest["shown"]:
        if kind == "description":
            numbers = pieces.anywhere(text, said[slide(place)])
            yield from (Stray(place, one, Reason("an alternative text says what its slide does not")) for one in numbers)


def is_written_so(figure: dict[str, Any], text: str, language: str) -> bool:
    """Whether the text is the figure's value in one of its forms."""
    if figure["value"] is None:
        return text == "" or text == MISSING[language]
    value = Decimal(figure["value"])
    stored = (value, *(in_cell(value, shown) for shown in (Shown.DURATION, Shown.POINTS)))
    if number(text) in map(fifteen_digits, stored):
        return True
    forms = [Figure("", value, Shown(shown), places, signed, currency) for shown, places, signed, currency in figure["forms"]]
    has_sign = text.startswith(("+", MINUS))
    return any(write(replace(form, signed=form.signed or has_sign), language) == text for form in forms)
