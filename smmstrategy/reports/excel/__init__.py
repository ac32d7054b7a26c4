"""The workbook drawer: a document's sheets as real numbers, live formulas and native charts."""

from smmstrategy.reports.excel.drawer import draw

__all__ = ["draw"]
