"""The check that every number and label a finished file shows stands in its manifest, at its place."""

from smmstrategy.reports.lint.check import Checked, NoDocument, OtherForm, checked, strays
from smmstrategy.reports.lint.shape import is_manifest, is_of_others
from smmstrategy.reports.lint.stray import Stray

__all__ = ["Checked", "NoDocument", "OtherForm", "Stray", "checked", "is_manifest", "is_of_others", "strays"]
