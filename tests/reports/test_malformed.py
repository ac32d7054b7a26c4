"""JSON that is like a manifest is either told from one or held against the file: nothing in it breaks the lint."""

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from smmstrategy.reports.document import Field, Figure, Grid, Sheet, Shown
from smmstrategy.reports.excel import draw
from smmstrategy.reports.lint import OtherForm, Stray, is_manifest, strays
from smmstrategy.reports.manifest import manifest
from tests.reports import example
from tests.reports.powerpoint import test_moved_slides
from tests.reports.test_damaged import book
from tests.reports.test_saved_again import drawn as months

NODES = st.sampled_from(
    [None, True, -1, 7, 7.0, 2**70, 0.5, "1\n", "", "²", "1E99", "slide 1", "Месяцы!B5", [], {}, ["a", 1], {"value": "1"}]
)


@cache
def moved() -> tuple[bytes, dict]:
    content, listed = test_moved_slides.drawn()
    return test_moved_slides.arranged(content, [1, 3, 2, 5]), listed


def steps(node: Any, way: tuple = ()) -> Iterator[tuple]:
    """The way to everything in it."""
    for step in node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield (*way, step)
        yield from steps(node[step], (*way, step))


@cache
def ways(drawn: Any) -> dict[str, list[tuple]]:
    """By the key that they lead into."""
    listed = drawn()[1]
    return {key: [(key,), *steps(listed[key], (key,))] for key in listed}


def test_a_manifest_of_a_rate_with_any_number_of_decimal_places_is_one():
    rate = Figure("rate", Decimal(1) / 7_000_000, Shown.PERCENT)
    document = example.document(Sheet("ER", (Grid((Field("ER"),), ((rate,),)),)))
    assert is_manifest(manifest(document, draw(document)))


def changed(listed: dict, way: tuple, value: Any) -> dict:
    other = node = copy.deepcopy(listed)
    for step in way[:-1]:
        node = node[step]
    node[way[-1]] = value
    return other


@pytest.mark.parametrize("drawn", [book, moved, months])
@settings(max_examples=50, derandomize=True, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_manifest_it_is_told_from_one_or_held_as_edited(drawn, data):
    content, listed = drawn()
    key = data.draw(st.sampled_from(sorted(listed)))
    way = data.draw(st.sampled_from(ways(drawn)[key]))
    other = changed(listed, way, data.draw(NODES))
    if other != listed and is_manifest(other):
        with suppress(OtherForm):
            assert strays(content, other)[0] == Stray("manifest", "", "was edited after the file was drawn")
    assert is_manifest(listed)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Another version of the program made the manifest {file}, and this one does not read it."),
        ("ru", "Манифест {file} создан другой версией программы, эта его не читает."),
    ],
)
@pytest.mark.parametrize("drawers", ["12", "99", None])
def test_a_manifest_of_another_version_is_said_to_be_one(tmp_path, drawers, language, sentence):
    workbook, beside = tmp_path / "a.xlsx", tmp_path / "a.xlsx.manifest.json"
    content, listed = book()
    workbook.write_bytes(content)
    beside.write_text(json.dumps({"drawn_with": drawers, "figures": listed["figures"]}))
    with override(language), pytest.raises(CommandError) as refused:
        call_command("report_lint", workbook)
    assert (str(refused.value), refused.value.returncode) == (sentence.format(file=beside), 2)
