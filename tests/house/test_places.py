"""The project names no machine: no absolute folder of somebody's, no registry of their own."""

import re

from tests.house.code import PROJECT, files

SOMEBODYS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/[\w./-]*")
REGISTRY = re.compile(r"--(?:extra-)?index[-]url[= ]\S+|--trusted[-]host[= ]\S+|--find[-]links[= ]\S+")
TEXTS = ("*.py", "*.md", "*.html", "*.toml", "*.yml", "*.in", "*.txt", "*.sql", "*.po", "*.js", "*.css", "Makefile", "run")


def test_no_folder_of_one_machine_and_no_registry():
    texts = {str(p.relative_to(PROJECT)): p.read_text(encoding="utf-8", errors="replace") for p in files(*TEXTS)}
    hits = {name: SOMEBODYS.findall(text) + REGISTRY.findall(text) for name, text in texts.items()}
    assert {name: found for name, found in hits.items() if found} == {}
