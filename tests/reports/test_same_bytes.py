"""The same document is the same bytes: in another process, with another hash seed, zone, language and folder."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smmstrategy.reports.excel import draw
from tests.reports import example

SCRIPT = """
import hashlib
from smmstrategy.reports.excel import draw
from tests.reports import example
print(hashlib.sha256(draw(example.full(1200)).content).hexdigest())
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Vladivostok", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
    ],
)
def test_another_process_draws_the_same_bytes(environment, tmp_path):
    here = hashlib.sha256(draw(example.full(1200)).content).hexdigest()
    root = str(Path(__file__).parents[2])
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | environment | {"PYTHONPATH": root, "TMPDIR": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here
