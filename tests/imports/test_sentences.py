"""Whatever an import says to a person can be said in Russian."""

import ast

from smmstrategy.metrics.imports import kinds, mapper
from tests import messages

FOLDER = messages.PROJECT / "smmstrategy/metrics/imports"
SAYING = ("say", "warn", "Refused")


def sentences() -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    first = [call.args[0] for call in calls if (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) in SAYING]
    return {text.value for text in first if isinstance(text, ast.Constant)}


def test_every_sentence_every_kind_and_every_field_has_its_russian():
    told = {entry.id for entry in messages.translation_of(FOLDER / "plan.py").read() if entry.string}
    of_kinds = set(kinds.NAMES.values()) | {kind.notice for kind in kinds.KINDS if kind.notice}
    assert len(sentences()) > 50
    assert sorted((sentences() | of_kinds | set(mapper.FIELDS.values())) - told) == []
