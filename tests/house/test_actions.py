"""Actions are called alike: the object acted on, then everything by its name, and `by=`; what they lock others may refer to."""

import ast
import inspect
from importlib import import_module
from types import FunctionType

import pytest

from tests.house.code import PRODUCT, modules

DEMO = "smmstrategy.demo"  # its people are its own cast, and each act there says which of them does it
BESIDE = {  # what stands beside the object without a name
    "smmstrategy.ledger": {"record": "about", "record_each": "rows"},  # a verb and what it is about read as a sentence
    "smmstrategy.metrics.imports": {
        **dict.fromkeys(("start", "keep"), "file"),  # what is brought to a brand
        **dict.fromkeys(
            ("show", "show_anew", "enter", "write", "write_as_shown", "write_ready"), "reading"
        ),  # what was found in it
    },
    "smmstrategy.reports": {"keep": "drawn"},  # the files of a snapshot
}
FOR_NOBODY = {  # without an entry or a row that keeps who did it
    "audits": {"hold"},
    "smmstrategy.agency": {"begin_brand"},  # `record_brand` says who
    "smmstrategy.clients": {"choose_language"},  # for oneself
    "smmstrategy.jobs": {"handler", "claim", "run", "due"},  # a job's row says who asked
    "smmstrategy.ledger": {"facts"},
    "smmstrategy.metrics": {"record", "record_all", "compare", "compare_all", "retract"},  # their import says who
    "smmstrategy.metrics.imports": {"forget_file", "rehearsal", "read", "show", "show_anew", "enter", "tell"},
}
# Rows that are to go; what refers to one waits until it is gone.
GOING = {("smmstrategy/metrics/imports/actions/tracking.py", "_untracked")}


def apps() -> list[str]:
    """Every app with actions but the demo, by its full name."""
    names = [m.name.removesuffix("/__init__.py").removesuffix(".py") for m in modules(*PRODUCT)]
    return sorted({name.removesuffix("/actions").replace("/", ".") for name in names if name.endswith("/actions")} - {DEMO})


def acts(app: str) -> dict[str, inspect.Signature]:
    room = import_module(f"{app}.actions")
    own = {name: act for name, act in vars(room).items() if isinstance(act, FunctionType) and not name.startswith("_")}
    return {name: inspect.signature(act) for name, act in own.items() if act.__module__.startswith(room.__name__)}


def unnamed(signature: inspect.Signature) -> list[str]:
    """What is taken without its name behind the object."""
    return [one.name for one in list(signature.parameters.values())[1:] if one.kind is one.POSITIONAL_OR_KEYWORD]


def test_every_app_with_actions_is_looked_at():
    assert {"audits", *BESIDE, *FOR_NOBODY} <= set(apps())


@pytest.mark.parametrize("app", apps())
def test_behind_the_object_an_action_takes_everything_by_its_name(app):
    beside = {name: [one] for name, one in BESIDE.get(app, {}).items()}
    assert {name: taken for name, signature in acts(app).items() if (taken := unnamed(signature))} == beside


@pytest.mark.parametrize("app", apps())
def test_an_action_says_by_whom(app):
    assert {name for name, signature in acts(app).items() if "by" not in signature.parameters} == FOR_NOBODY.get(app, set())


def test_rows_are_locked_so_that_others_may_refer_to_them():
    """The check of a reference waits for FOR UPDATE, when a transaction that may hold the ledger ends; not for NO KEY UPDATE."""
    whole = {
        (module.name, function.name)
        for module in modules(*PRODUCT)
        if "select_for_update" in module.text
        for function in module.nodes
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "select_for_update"
        if "no_key" not in {word.arg for word in call.keywords}
    }
    assert whole == GOING
