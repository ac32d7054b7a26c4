"""The check that every number a finished file shows stands in its manifest, at its place."""

from smmstrategy.reports.lint.check import Stray, strays

__all__ = ["Stray", "strays"]
