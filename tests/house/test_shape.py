"""Sizes and names: small modules, small functions, and no drawer for odds and ends."""

import statistics

from tests.house.code import PRODUCT, PROJECT, modules, templates

VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "service", "misc", "base", "lib"}
TOP = {
    *("manage.py", "smmstrategy", "audits", "influencers", "reputation", "kpi", "templates", "static", "tests"),
    *("requirements.txt", "requirements.in", "requirements-dev.txt", "requirements-dev.in", "docker-compose.yml", "Dockerfile"),
    *("README.md", "Makefile", "pyproject.toml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs", "benchmarks"),
    *(".ci", ".dockerignore", ".env.example", ".gitignore", ".gitattributes"),
    *(".git", ".venv", ".venv.lock", "var", "out", "staticfiles"),  # made, not kept
}
MADE = {".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache", ".env", "__pycache__"}


def lengths(folders):
    return [module.length for module in modules(*folders) if module.length > 1]


def test_the_top_level_holds_what_the_plan_says():
    assert {path.name for path in PROJECT.iterdir()} - TOP - MADE == set()


def test_every_module_says_in_one_sentence_what_lives_there():
    import ast

    silent = [m.name for m in modules(*PRODUCT, "tests", "benchmarks") if m.text.strip() and not ast.get_docstring(m.tree)]
    assert silent == []


def test_no_module_is_named_after_nothing():
    names = [m.name for m in modules(*PRODUCT, "tests", "benchmarks")]
    assert [name for name in names if VAGUE & set(name.removesuffix(".py").split("/"))] == []


def test_modules_stay_under_300_lines():
    assert [(m.name, m.length) for m in modules(*PRODUCT, "tests", "benchmarks") if m.length > 300] == []


def test_modules_are_small_in_the_median():
    assert statistics.median(lengths(PRODUCT)) <= 90


def test_functions_stay_under_40_lines():
    functions = [found for m in modules(*PRODUCT, "tests", "benchmarks") for found in m.functions()]
    assert [(name, lines) for name, lines in functions if lines > 40] == []


def test_functions_are_small_in_the_median():
    assert statistics.median(lines for m in modules(*PRODUCT) for _name, lines in m.functions()) <= 8


def test_templates_stay_under_150_lines():
    assert [path.name for path in templates() if path.read_text().count("\n") > 150] == []
