"""The check that every number a finished file shows stands in its manifest, at its place."""

from smmstrategy.reports.lint.check import NoDocument, Stray, strays

__all__ = ["NoDocument", "Stray", "strays"]
