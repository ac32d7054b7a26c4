"""Sizes and names: small modules, small functions, and no drawer for odds and ends."""

import statistics
import subprocess

from tests.house.code import PRODUCT, PROJECT, kept, modules, templates

VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "service", "misc", "base", "lib"}
TOP = {
    *("manage.py", "smmstrategy", "audits", "influencers", "reputation", "kpi", "templates", "static", "tests"),
    *("requirements.txt", "requirements.in", "requirements-dev.txt", "requirements-dev.in", "docker-compose.yml", "Dockerfile"),
    *("README.md", "Makefile", "pyproject.toml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs", "benchmarks"),
    *(".ci", ".dockerignore", ".env.example", ".gitignore", ".gitattributes"),
}


def lengths(folders):
    return [module.length for module in modules(*folders) if module.length > 1]


def test_the_top_level_holds_what_the_plan_says():
    assert {name.split("/")[0] for name in kept(PROJECT)} - TOP == set()


def test_what_a_person_lays_beside_the_code_is_not_the_projects(tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name in ("README.md", "exports/vk.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    subprocess.run(["git", "-C", tmp_path, "add", "README.md"], check=True)
    assert kept(tmp_path) == ["README.md"]


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
