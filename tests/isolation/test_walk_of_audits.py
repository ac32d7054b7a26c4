"""Nobody sees or touches what is not theirs at the addresses of audits, walked beside all others."""

import pytest

from smmstrategy.clients.checks import addresses
from tests.isolation.extent import is_of_audits

pytestmark = pytest.mark.slow


def test_nobody_sees_or_touches_audits_that_are_not_theirs(walker):
    findings = walker.found((route, pattern) for route, pattern in addresses() if is_of_audits(pattern))
    assert not findings, "\n".join(findings)
