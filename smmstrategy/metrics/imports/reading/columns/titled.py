"""What the title of a table says: what a column counts that is called «Primary» alone, which network or page the table is of."""

import re

from smmstrategy.metrics.catalogue import METRICS, Unit
from smmstrategy.metrics.imports.reading.cells import networks, pages
from smmstrategy.metrics.imports.reading.tables.layout import Table
from smmstrategy.metrics.imports.reading.vocabulary.units import SCALES

CALLED = "Primary"
SCALE = re.compile(rf"(?:(?<!\w)(?:в|in)|,|\()\s*(?P<word>{'|'.join(SCALES)})(?!\w)", re.IGNORECASE)  # «Показатели в тыс. чел.»


def by_title(title: str) -> str:
    """What the column is called in a table of this title."""
    return f"{CALLED}: {title}"


def network(table: Table) -> str:
    """The one network that a sheet is called by or that stands above a table, next to its rows first."""
    return networks.spoken_in(table.section) or networks.called(table.name) or networks.spoken_in(table.title)


def address(table: Table) -> str:
    """The last line above the table, where it is the address of a page alone."""
    line = next(reversed(table.notes), "")
    return line if pages.profile(line) else ""


def scale(table: Table, code: str) -> str:
    """The word for the thousands or millions in which a line above the table says that it counts; posts are counted one by one."""
    is_counted = code in METRICS and METRICS[code].unit is Unit.COUNT and code not in ("posts_published", "posts_total")
    said = SCALE.search(" ".join(table.notes)) if is_counted else None
    return SCALES[said["word"].casefold()] if said else ""
