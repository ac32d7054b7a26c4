"""What import contracts cannot see: keys that point up by name, who may know that Celery exists, and who writes."""

import ast
import re
import tomllib
from pathlib import Path

from django.apps import apps

from tests.house.code import PRODUCT, PROJECT, Module, modules

PRODUCTS = dict.fromkeys(("audits", "influencers", "reputation", "kpi"), 4)
CONTRACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
ROOMS = CONTRACTS[1]
DIVIDED = ROOMS["containers"]
FREE = ("smmstrategy.clients", "smmstrategy.numbers", "smmstrategy.demo")  # beside the rooms they have modules as they need them
PLACES = {"__init__", "apps", "management", *re.findall(r"\w+", " ".join(ROOMS["layers"]))}
PURE = next(contract["source_modules"] for contract in CONTRACTS if "plain Python" in contract["name"])
CLOCK = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "timezone.now", "Timestamp.now", "Timestamp.today"}
STOREYS = {"clients": 0, "ledger": 1, "jobs": 1, "metrics": 2, "reports": 3, **PRODUCTS}
KNOW_CELERY = ("tasks.py", "celery.py", "poller.py")
WRITE = {"save", "delete", "create", "create_user", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}


def storey(model):
    return STOREYS.get(model._meta.app_label, -1 if not model.__module__.startswith(PRODUCT) else 5)


def test_no_foreign_key_points_up_or_sideways():
    keys = [(model, field) for model in apps.get_models() for field in model._meta.local_fields if field.is_relation]
    ours = [(model, field) for model, field in keys if model.__module__.startswith(PRODUCT)]
    wrong = [
        str(field)
        for model, field in ours
        if model._meta.app_label != field.related_model._meta.app_label and storey(field.related_model) >= storey(model)
    ]
    assert len(ours) > 20
    assert wrong == []


def test_every_part_of_the_house_has_a_storey_in_the_contract_and_in_the_picture():
    parts = {m.name.removesuffix(".py").split("/")[1] for m in modules("smmstrategy")} - {"__init__"}
    pictured = (PROJECT / "docs/architecture.md").read_text().split("```")[1]
    named = {word for line in pictured.splitlines() for word in re.findall(r"\w+", re.split(" {3,}", line)[0])}
    placed = {part.strip().removeprefix("smmstrategy.") for layer in CONTRACTS[0]["layers"] for part in layer.split("|")}
    assert placed == {"audits", *parts}
    assert named == {"smmstrategy", *placed}


def test_every_module_of_an_app_is_a_room_or_plain_or_has_its_place_between_the_rooms():
    assert [m.name for m in modules(*PRODUCT) if not has_a_place(m)] == []


def test_the_rule_sees_a_module_without_a_place(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.house.code.PROJECT", tmp_path)
    names = ("jobs/queries.py", "jobs/leftovers.py", "metrics/imports/leftovers.py", "metrics/imports/reading/leftovers.py")
    found = [name for name in names if not has_a_place(Module(tmp_path / "smmstrategy" / name))]
    assert found == ["jobs/leftovers.py", "metrics/imports/leftovers.py"]


def has_a_place(module: Module) -> bool:
    """Whether it lies outside the apps that rooms divide, or where their contract, or that of what is plain Python, says."""
    name = ".".join(Path(module.name).with_suffix("").parts)
    app = max((one for one in DIVIDED if f"{name}.".startswith(f"{one}.")), key=len, default=None)
    room = name.removeprefix(f"{app}.").split(".")[0]
    return app in (None, *FREE) or room in PLACES or is_pure(module)


def test_only_tasks_and_the_worker_s_poller_know_that_celery_exists():
    def knows(module):
        return any(name.split(".")[0] in ("celery", "kombu") for name in module.imports())

    assert [m.name for m in modules(*PRODUCT) if knows(m) and m.path.name not in KNOW_CELERY] == []


def test_the_product_never_imports_tests_or_benchmarks():
    strangers = {"tests", "benchmarks"}
    assert [m.name for m in modules(*PRODUCT) if strangers & {name.split(".")[0] for name in m.imports()}] == []


def test_only_actions_open_transactions():
    """Besides them the walls themselves."""
    may = ("smmstrategy/clients/isolation.py", "smmstrategy/clients/middleware.py")
    assert [m.name for m in modules(*PRODUCT) if opens_transactions(m) and not is_of_actions(m) and m.name not in may] == []


def test_only_actions_write_rows():
    """Besides them what Django and allauth write through."""
    may = ("smmstrategy/clients/adapter.py", "smmstrategy/clients/models.py", "smmstrategy/clients/sessions.py")
    written = [hit for m in modules(*PRODUCT) if not is_of_actions(m) and m.name not in may for hit in writes(m)]
    assert written == []


def test_the_rules_see_a_module_that_writes_beside_the_actions(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.house.code.PROJECT", tmp_path)
    module = Module(tmp_path / "transactions.py")
    module.path.write_text(
        "from django.db.transaction import atomic\n\n\n"
        "@atomic\n"
        "def transact(user, form):\n"
        "    user.save()\n"
        "    row = form.save(commit=False)\n"
        "    User.objects.filter(pk=row.pk).update(name='')\n"
        "    names = {}\n"
        "    names.update(row.names)\n"
    )
    assert (is_of_actions(module), opens_transactions(module)) == (False, True)
    assert writes(module) == ["transactions.py:6 save", "transactions.py:8 update"]


def test_judgement_and_drawing_know_no_clock():
    """The contract forbids them `time`; what `datetime` and `date` know of the clock no contract can see."""
    assert [hit for m in modules(*PRODUCT) if is_pure(m) for hit in clocks(m)] == []


def test_the_rule_sees_a_pure_module_that_reads_the_clock(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.house.code.PROJECT", tmp_path)
    module = Module(tmp_path / "audits" / "kpis.py")
    module.path.parent.mkdir()
    module.path.write_text("made = datetime.now(UTC)\nday = date.today\nnow = windows.now\n")
    assert (is_pure(module), clocks(module)) == (True, ["audits/kpis.py:1 datetime.now", "audits/kpis.py:2 date.today"])
    assert not is_pure(Module(tmp_path / "audits" / "kpis_of_pages.py"))


def is_pure(module: Module) -> bool:
    """Whether the contract of what is plain Python names it or a package it lies in."""
    name = ".".join(Path(module.name).with_suffix("").parts)
    return any(f"{name}.".startswith(f"{source}.") for source in PURE)


def clocks(module: Module) -> list[str]:
    """Where it asks what time or day it is."""
    told = [(node.lineno, ast.unparse(node)) for node in module.nodes if isinstance(node, ast.Attribute)]
    return [f"{module.name}:{line} {name}" for line, name in sorted(told) if ".".join(name.split(".")[-2:]) in CLOCK]


def is_of_actions(module: Module) -> bool:
    return "actions" in Path(module.name).with_suffix("").parts


def opens_transactions(module: Module) -> bool:
    return "atomic" in {getattr(node, "attr", getattr(node, "id", "")) for node in module.nodes}


def writes(module: Module) -> list[str]:
    """Where it has a row written; a form that only fills one in (`commit=False`) and a `dict` that is updated write none."""
    calls = [node for node in module.nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [f"{module.name}:{node.lineno} {node.func.attr}" for node in calls if _writes(node.func.attr, node.keywords)]


def _writes(verb: str, given: list[ast.keyword]) -> bool:
    if verb == "update":
        return bool(given)
    return verb in WRITE and "commit=False" not in map(ast.unparse, given)
