"""Pages and forms reach a client's rows through access and queries only; and the walker's own world leaves nothing out."""

import ast

from django.apps import apps
from django.db.models import QuerySet

from smmstrategy.clients.isolation import isolated_models
from tests.house.code import PRODUCT, Module, modules
from tests.isolation.people import LABELS, canary
from tests.isolation.world import text_fields, text_rows

DOORS = {"objects", "_default_manager", "_base_manager"}
ROOMS = {"views", "forms", "urls", "invitations", "templatetags"}
MODELS = {model.__name__ for model in isolated_models()}
RELATIONS = {
    relation.get_accessor_name()
    for model in apps.get_models()
    for relation in model._meta.related_objects
    if relation.related_model in isolated_models() and not relation.one_to_one
}
ASKING = {name for name in dir(QuerySet) if not name.startswith("_")} - {"none"}
FETCHING = {"get_object_or_404", "get_list_or_404", "fetch", "visible"}


def reaches(module: Module) -> list[str]:
    """Where a module asks a client's model, or a relation to one, for rows by itself; `none()` reads nothing."""
    asked = [node.value for node in module.nodes if isinstance(node, ast.Attribute) and node.attr in ASKING]
    calls = [node for node in module.nodes if isinstance(node, ast.Call) and _name(node.func) in FETCHING]
    asked += [one for call in calls for one in call.args]
    managers = [node for node in asked if isinstance(node, ast.Attribute) and _leads_to_rows(node)]
    return [f"{module.name}:{node.lineno} {ast.unparse(node)}" for node in sorted(managers, key=lambda node: node.lineno)]


def _leads_to_rows(node: ast.Attribute) -> bool:
    return node.attr in RELATIONS or (node.attr in DOORS and _name(node.value) in MODELS)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def pages() -> list[Module]:
    return [module for module in modules(*PRODUCT) if ROOMS & {*module.path.parts, module.path.stem}]


def test_pages_and_forms_reach_rows_through_access_and_queries_only():
    assert [hit for module in pages() for hit in reaches(module)] == []


def test_the_rule_sees_a_page_that_reaches_for_rows(tmp_path, monkeypatch):
    page = tmp_path / "views.py"
    page.write_text(
        "rows = Brand.objects.filter(pk=1)\n"
        "nothing = Brand.objects.none()\n"
        "mine = visible(Brand, user)\n"
        "theirs = audit.opportunities.filter(pk=1)\n"
        "one = get_object_or_404(audit.opportunities, pk=1)\n"
        "planned = queries.opportunities(audit).count()\n"
        "named = user.memberships.all()\n"
        "count = len(evidence.accounts)\n"
    )
    monkeypatch.setattr("tests.house.code.PROJECT", tmp_path)
    assert reaches(Module(page)) == [
        "views.py:1 Brand.objects",
        "views.py:4 audit.opportunities",
        "views.py:5 audit.opportunities",
        "views.py:7 user.memberships",
    ]


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
