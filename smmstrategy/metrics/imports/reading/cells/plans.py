"""Whether a title or a cell says a plan or what came true."""

import re

from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import CONTENT_PLAN, FACT, PLAN

# A word alone, or with what it is of: «План», «План на май 2026», «Факт (предв.)», «Плановые показатели».
ALONE = re.compile(r"(\w+)(?: (?:показател|значени|figure|value)\w*)?\W*(?: (?:на|за|for|of|in) .+| .*20\d\d|[(\[,;:].*)?")


def says_plan(title: str) -> bool:
    """It speaks of a plan or a forecast, and of no fact; one of posts to be written is another thing."""
    words = _plain(title)
    return bool(PLAN.search(CONTENT_PLAN.sub("", words))) and not FACT.search(words)


def is_plan(cell: str) -> bool:
    return bool((m := ALONE.fullmatch(_plain(cell))) and PLAN.fullmatch(m[1]))


def is_fact(cell: str) -> bool:
    return bool((m := ALONE.fullmatch(_plain(cell))) and FACT.fullmatch(m[1]))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("_", " ").split())
