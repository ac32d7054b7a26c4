"""The deck drawer: a document's pages become a .pptx with native charts and real tables."""

from smmstrategy.reports.powerpoint.deck import draw

__all__ = ["draw"]
