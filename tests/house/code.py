"""The files of the project, as the house rules read them."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("smmstrategy", "audits", "influencers", "reputation", "kpi")


@dataclass(frozen=True)
class Module:
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree, as `ast.walk` finds them: to walk takes longer than to parse, and most rules do."""
        return list(ast.walk(self.tree))

    @property
    def name(self) -> str:
        return str(self.path.relative_to(PROJECT))

    @property
    def length(self) -> int:
        return self.text.count("\n")

    def imports(self) -> set[str]:
        """Full names of the modules it imports."""
        plain = {alias.name for node in self.nodes if isinstance(node, ast.Import) for alias in node.names}
        return plain | {node.module for node in self.nodes if isinstance(node, ast.ImportFrom) and node.module}

    def functions(self) -> list[tuple[str, int]]:
        """Name and number of lines of each function, its docstring and decorators left out."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef
        return [(f"{self.name}:{node.name}", _lines(node)) for node in self.nodes if isinstance(node, kinds)]


def _lines(function: ast.FunctionDef) -> int:
    docstring = ast.get_docstring(function, clean=False)
    return function.end_lineno - function.lineno + 1 - (docstring.count("\n") + 1 if docstring is not None else 0)


def kept(folder: Path) -> list[str]:
    """What git keeps there; what a person lays beside it is nobody's but theirs."""
    if not (folder / ".git").exists():
        pytest.skip(f"{folder} is no clone: nothing says which files are kept")
    told = subprocess.run(["git", "-C", folder, "ls-files", "-z"], capture_output=True, text=True, check=True)
    return told.stdout.split("\0")[:-1]


def modules(*folders: str) -> list[Module]:
    return [module for folder in folders for module in _modules(PROJECT / folder)]


@cache
def _modules(folder: Path) -> list[Module]:
    """Each is read and parsed once, whatever rules ask of it."""
    return [Module(path) for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def templates() -> list[Path]:
    folders = [PROJECT / "templates", *(PROJECT / name for name in PRODUCT)]
    return [path for folder in folders for path in sorted(folder.rglob("*.html"))]


def files(*patterns: str) -> list[Path]:
    """Text files of ours that match, wherever they lie; what others wrote (vendor) and what is made (var, .venv) left out."""
    ours = [PROJECT, *(PROJECT / name for name in (*PRODUCT, "templates", "static", "tests", "docs", "benchmarks", ".ci"))]
    found = {path for folder in ours[1:] for pattern in patterns for path in folder.rglob(pattern)}
    found |= {path for pattern in patterns for path in PROJECT.glob(pattern)}
    return sorted(path for path in found if path.is_file() and "vendor" not in path.parts)
