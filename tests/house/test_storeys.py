"""What import contracts cannot see: keys that point up by name, and who may know that Celery exists."""

import re
import tomllib

from django.apps import apps

from tests.house.code import PRODUCT, PROJECT, modules

PRODUCTS = dict.fromkeys(("audits", "influencers", "reputation", "kpi"), 4)
STOREYS = {"clients": 0, "ledger": 1, "jobs": 1, "metrics": 2, "reports": 3, **PRODUCTS}
KNOW_CELERY = ("tasks.py", "celery.py", "poller.py")


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
    contract = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    pictured = (PROJECT / "docs/architecture.md").read_text().split("```")[1]
    named = {word for line in pictured.splitlines() for word in re.findall(r"\w+", re.split(" {3,}", line)[0])}
    placed = {part.strip().removeprefix("smmstrategy.") for layer in contract["layers"] for part in layer.split("|")}
    assert placed == {"audits", *parts}
    assert named == {"smmstrategy", *placed}


def test_only_tasks_and_the_worker_s_poller_know_that_celery_exists():
    def knows(module):
        return any(name.split(".")[0] in ("celery", "kombu") for name in module.imports())

    assert [m.name for m in modules(*PRODUCT) if knows(m) and m.path.name not in KNOW_CELERY] == []


def test_the_product_never_imports_tests_or_benchmarks():
    strangers = {"tests", "benchmarks"}
    assert [m.name for m in modules(*PRODUCT) if strangers & {name.split(".")[0] for name in m.imports()}] == []


def test_only_actions_open_transactions():
    """Besides them the walls themselves."""
    may = ("clients/isolation.py", "clients/middleware.py")

    def opens(module):
        return "transaction.atomic" in module.text or "@atomic" in module.text

    rooms = [m.name for m in modules(*PRODUCT) if opens(m) and "actions" not in m.name]
    assert [name for name in rooms if not name.endswith(may)] == []
