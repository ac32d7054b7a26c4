"""Benchmarks run seldom: what they take from the product is looked for here."""

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.code import PRODUCT

BENCHMARKS = sorted(path for path in Path("benchmarks").glob("*.py") if path.name != "__main__.py")


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_what_a_benchmark_takes_from_a_module_of_the_product_is_there(path: Path) -> None:
    module = import_module("benchmarks" if path.stem == "__init__" else f"benchmarks.{path.stem}")
    taken = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Attribute)]
    of_modules = [(vars(module).get(node.value.id), node.attr) for node in taken if isinstance(node.value, ast.Name)]
    ours = [(found, name) for found, name in of_modules if isinstance(found, ModuleType) and found.__name__.startswith(PRODUCT)]
    assert [f"{found.__name__}.{name}" for found, name in ours if not hasattr(found, name)] == []
