"""Judgement: pure functions from evidence to findings, one module for each theme.

GOOD and BAD are claims of an effect and pass a test corrected for everything the audit asked; NEUTRAL states a fact, that
nothing moved, or that it is not sure; WARNING is about the data or about how accounts are kept.
"""

from audits.evidence import Evidence, Finding
from audits.findings import (
    community,
    competitors,
    engagement,
    formats,
    hygiene,
    reach,
    sufficiency,
    text,
    time,
    traffic,
    volume,
)

THEMES = (sufficiency, hygiene, reach, engagement, community, volume, formats, time, text, traffic, competitors)


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """All findings, theme by theme."""
    return tuple(finding for theme in THEMES for finding in theme.findings(evidence))
