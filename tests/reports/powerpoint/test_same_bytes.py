"""The same document is the same deck, byte for byte, in another process, zone, locale and folder."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample

SCRIPT = """
import hashlib
from smmstrategy.reports.powerpoint import draw
from tests.reports.powerpoint import sample
print(hashlib.sha256(draw(sample.document("ru", nasty=True)).content).hexdigest())
"""


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "1", "TZ": "Asia/Vladivostok", "LC_ALL": "C"}, {"PYTHONHASHSEED": "77", "TZ": "America/New_York"}],
)
def test_another_process_draws_the_same_bytes(environment, tmp_path):
    here = hashlib.sha256(draw(sample.document("ru", nasty=True)).content).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | environment | {"PYTHONPATH": str(Path(__file__).parents[3])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here
