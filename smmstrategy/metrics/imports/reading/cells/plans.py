"""Whether a title or a cell says a plan or what came true."""

import re

from smmstrategy.metrics.imports.reading.vocabulary.not_the_whole import CONTENT_PLAN, FACT, PLAN, PLAN_OF_A_SITE

# A word alone, or with what it is of: «План», «План на май 2026», «Факт (предв.)», «Плановые показатели».
ALONE = re.compile(r"(\w+)(?: (?:показател|значени|figure|value)\w*)?\W*(?: (?:на|за|for|of|in) .+| .*20\d\d|[(\[,;:].*)?")


def says_plan(title: str, *, of_site: bool) -> bool:
    """It speaks of a plan or a forecast, and of no fact; one of posts to be written is another thing, as are goals of a site."""
    words = _plain(title)
    return bool(_plan(of_site).search(CONTENT_PLAN.sub("", words))) and not FACT.search(words)


def tells_both(heading: str) -> bool:
    """What stands below is now a plan, now a fact."""
    return bool(PLAN.search(_plain(heading)) and FACT.search(_plain(heading)))


def is_plan(cell: str, *, of_site: bool = False) -> bool:
    return bool((m := ALONE.fullmatch(_plain(cell))) and _plan(of_site).fullmatch(m[1]))


def is_fact(cell: str) -> bool:
    return bool((m := ALONE.fullmatch(_plain(cell))) and FACT.fullmatch(m[1]))


def _plan(of_site: bool) -> re.Pattern[str]:
    return PLAN_OF_A_SITE if of_site else PLAN


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("_", " ").split())
