"""Pages and forms reach a client's rows through access and queries only; and the walker's own world leaves nothing out."""

import ast

from smmstrategy.clients.isolation import isolated_models
from tests.house.code import PRODUCT, Module, modules
from tests.isolation.people import LABELS, canary
from tests.isolation.world import text_fields, text_rows

DOORS = {"objects", "_default_manager", "_base_manager"}
ROOMS = {"views", "forms", "urls", "invitations", "templatetags"}
MODELS = {model.__name__ for model in isolated_models()}


def reaches(module: Module) -> list[str]:
    """Where a module asks a client's model for rows by itself; `none()` reads nothing."""
    harmless = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute) and node.attr == "none"}
    return [
        f"{module.name}:{node.lineno} {node.value.id}.{node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in DOORS and id(node) not in harmless
        if isinstance(node.value, ast.Name) and node.value.id in MODELS
    ]


def pages() -> list[Module]:
    return [module for module in modules(*PRODUCT) if ROOMS & {*module.path.parts, module.path.stem}]


def test_pages_and_forms_reach_rows_through_access_and_queries_only():
    assert [hit for module in pages() for hit in reaches(module)] == []


def test_the_rule_sees_a_page_that_reaches_for_rows(tmp_path, monkeypatch):
    page = tmp_path / "views.py"
    page.write_text("rows = Brand.objects.filter(pk=1)\nnothing = Brand.objects.none()\nmine = visible(Brand, user)\n")
    monkeypatch.setattr("tests.house.code.PROJECT", tmp_path)
    assert reaches(Module(page)) == ["views.py:1 Brand.objects"]


def test_every_client_has_a_row_in_every_table(world):
    """Whoever adds a table adds a row of it for each client to tests/isolation/world.py."""
    missing = [(label, model.__name__) for label in LABELS for model in isolated_models() if world.row(label, model) is None]
    assert missing == []


def test_every_text_of_a_client_holds_its_word(world):
    silent = [
        (model.__name__, field.name)
        for label in LABELS
        for model, rows in text_rows(world.holdings[label].client)
        for field in text_fields(model)
        if not all(
            canary(label, "within") in value or canary(label, "handed") in value
            for value in rows.values_list(field.name, flat=True)
        )
    ]
    assert silent == []
