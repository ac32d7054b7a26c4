"""Whom the title of a table names, beside words of networks and of competitors."""

import re

from smmstrategy.metrics.imports.reading.cells import networks

COMPETITOR = re.compile(r"(?:конкурент\w*|competitors?)", re.IGNORECASE)
BETWEEN = re.compile(r"[\s()«»\"|,:—–-]+")


def name_in(title: str) -> str:
    """The title without the words that stand for a network."""
    return " ".join(word for word in BETWEEN.split(title) if not networks.called(word))


def without_competitor(name: str) -> str:
    """The name without the word that it is a competitor's."""
    return " ".join(word for word in BETWEEN.split(name) if not COMPETITOR.fullmatch(word))


def is_of_competitor(title: str) -> bool:
    return any(map(COMPETITOR.fullmatch, BETWEEN.split(title)))
