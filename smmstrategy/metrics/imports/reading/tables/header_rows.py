"""Rows of names above a table as one: groups over their columns, figures over networks or networks over figures, and a title."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.cells import networks
from smmstrategy.metrics.imports.reading.cells.other_figures import ANOTHER
from smmstrategy.metrics.imports.reading.vocabulary.calendar import DAY_NAMES

NUMERIC = re.compile(r"(?=.*\d)[-+−~]?[\d\s.,:/%'\u00a0\u202f−–-]+(?:[kmb%₽$]|тыс\.?|млн\.?)?|[∞]", re.IGNORECASE)
YEAR = re.compile(r"20\d\d", re.ASCII)


class NamesKnown(NamedTuple):
    """What the name of a column says."""

    is_exported: Callable[[str], bool]  # somebody exports one called so
    is_of_network: Callable[[str], bool]  # it names the network of what it holds
    is_figure: Callable[[str], bool]  # it measures accounts or posts of networks
    describes: Callable[[str], bool]  # it says more of a post, and not which it is

    def tells_of_it(self, name: str) -> bool:
        """It is a figure or a text of what other columns name."""
        return self.is_figure(name) or self.describes(name)

    def is_column(self, name: str) -> bool:
        return self.is_exported(name) or self.is_of_network(name)


def are_labels(cells: Sequence[str]) -> bool:
    return not any(NUMERIC.fullmatch(cell) for cell in cells if cell) and max(map(len, cells), default=0) < 200


def is_line(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) == 1 and are_labels(cells)


def is_year(cells: Sequence[str]) -> bool:
    """A line of one bare year, as it stands over a table of its months."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and YEAR.fullmatch(filled[0]) is not None


def begin_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Two headers of tables of one kind: their first names are the same, or both of days."""
    return first_name(one) == first_name(other) or {first_name(one).casefold(), first_name(other).casefold()} <= DAY_NAMES


def first_name(cells: Sequence[str]) -> str:
    return next(filter(None, cells), "")


def is_upper(above: Sequence[str], header: Sequence[str]) -> bool:
    """Groups above their columns: fewer than the names below, networks, or names where those below have none."""
    filled = sum(map(bool, above))
    completes = any(name and not below for name, below in zip(above, header, strict=False))
    is_pair = filled >= 2 and (completes or filled < sum(map(bool, header)) or networks.are_beyond_doubt(above))
    return is_pair and are_labels(above) and are_labels(header) and not above[0].startswith("#")


def first_of_its_kind(rows: Sequence[list[str]], known: NamesKnown) -> int:
    """Where the header stands, or one above it that begins so, too, and has figures below: it is that of a table before."""
    position, labels = _header_position(rows, known), list(map(are_labels, rows))
    above = (n for n in range(position) if labels[n] and sum(map(bool, rows[n])) > 1 and not all(labels[n:position]))
    return next((n for n in above if first_name(rows[n]) == first_name(rows[position])), position)


def _header_position(rows: Sequence[list[str]], known: NamesKnown) -> int:
    for position, cells in enumerate(rows):
        if is_header(cells, known):
            return position
    labels = [
        (sum(map(bool, cells)), -position)
        for position, cells in enumerate(rows)
        if are_labels(cells) and not cells[0].startswith("#")
    ]
    return -max(labels, default=(0, 0))[1]


def is_header(cells: Sequence[str], known: NamesKnown) -> bool:
    return sum(map(known.is_column, list(filter(None, cells))[:60])) >= 2 and are_labels(cells)


def are_pair(header: Sequence[str], below: Sequence[str], known: NamesKnown) -> bool:
    """Names stand over the empty cells beside them or those of networks over each of their columns, or figures over networks."""
    own = header[: len(below)]
    may_be_groups = "" in own or any(one == other and networks.called(one) for one, other in pairwise(own))
    return (may_be_groups and is_upper(header, below)) or (are_labels(below) and _are_over_networks(header, below, known))


def under_groups(header: list[str], above: Sequence[Sequence[str]], known: NamesKnown) -> list[str]:
    """The names with the groups in the row above, and with the networks in the row above these."""
    if not above or not is_upper(above[-1], header):
        return header
    header = joined(above[-1], header, known)
    over_them = above[-2] if above[1:] else []
    has_networks = networks.are_beyond_doubt(over_them) and is_upper(over_them, header)
    return joined(over_them, header, known) if has_networks else header


def joined(above: Sequence[str], below: Sequence[str], known: NamesKnown) -> list[str]:
    """Two header rows as one; a name above stands for the empty cells to its right that have a name below.

    A name below says nothing without its group if it comes again, unless a whole table does, or beside groups of networks; nor does
    a group over several columns without the names below, or a network without the figure above it.
    """
    below = [*below, *[""] * (len(above) - len(below))]
    names, groups, times = [], _groups(above, below), Counter(below)
    first = next((name for over, name in zip_longest(above, below, fillvalue="") if over or name), "")
    is_table_again = bool(first) and times[first] > 1
    over_networks = _are_over_networks([group for group, _width in groups], below, known)
    of_networks = not is_table_again and _are_of_networks(above, groups, below, known)
    for (group, width), name in zip(groups, below, strict=True):
        both = group if group == name else f"{group} {name}".strip()
        is_both = (of_networks and known.is_figure(name)) or (over_networks and networks.called(name))
        alone = name if is_table_again or (times[name] == 1 and not _makes_another(group)) else ""
        alone = group if over_networks and width == 1 and known.is_exported(group) else alone
        stands_for_all = known.is_exported(group) and (width == 1 or not name)
        names.append(both if is_both else _known(both, alone, known) or (group if stands_for_all else both))
    return names


def _known(both: str, alone: str, known: NamesKnown) -> str:
    """Of a group with its name, and the one of them that says enough alone, the first that files have."""
    return next((text for text in (both, alone) if text and known.is_exported(text)), "")


def _makes_another(group: str) -> bool:
    """«План» over «Подписчики», which is not how many there are."""
    return bool(ANOTHER.search(group.casefold())) and not networks.called(group)


def titled(header: list[str], above: Sequence[Sequence[str]], sheet: str, known: NamesKnown) -> list[str]:
    """The names with the title above them, where they are those of networks alone; it may be that of the sheet."""
    if not networks.are_beyond_doubt(header):
        return header
    lines = [line for cells in reversed(above) if is_line(cells) and not networks.called(line := "".join(cells).strip("#-= "))]
    is_of_days = not DAY_NAMES.isdisjoint(map(str.casefold, header))
    words = [line for line in lines if is_of_days and not any(map(str.isdigit, line))]
    title = next(filter(known.is_figure, [*lines, sheet]), next(iter(words), ""))
    return [f"{title} {name}".strip() if networks.called(name) else name for name in header]


def _groups(above: Sequence[str], below: Sequence[str]) -> list[tuple[str, int]]:
    """Of each column the group it stands under, and over how many that stands; written over each of them it ends with them."""
    is_over_each = any(one and one == other for one, other in pairwise(above))
    begun: list[tuple[str, int]] = []
    group, begins = "", 0
    for position, name in enumerate(below):
        over = above[position] if position < len(above) else ""
        if over and not (is_over_each and over == group):
            group, begins = over, position
        elif not over and (is_over_each or not name):
            group = ""
        begun.append((group, begins if group else position))
    widths = Counter(begins for _group, begins in begun)
    return [(group, widths[begins]) for group, begins in begun]


def _are_of_networks(above: Sequence[str], groups: Sequence[tuple[str, int]], below: Sequence[str], known: NamesKnown) -> bool:
    """Groups of networks, among which there may be others: a line of words that names one is none."""
    over_figures = [(group, width) for (group, width), name in zip(groups, below, strict=True) if group and known.is_figure(name)]
    figures = Counter(name for name in below if known.is_figure(name))
    is_spread = any(width > 1 for _group, width in over_figures) or max(figures.values(), default=0) > 1
    return networks.are_beyond_doubt(above) and (is_spread or all(networks.called(group) for group, _width in over_figures))


def _are_over_networks(above: Sequence[str], below: Sequence[str], known: NamesKnown) -> bool:
    """Networks stand under figures, or nothing else under what nobody knows: no row of a table has words there."""
    under = [(over, name) for over, name in zip(above, below, strict=False) if name and name != over]
    figures = [over for over, name in under if networks.called(name)]
    are_alone = len(figures) == len(under) > 1 and below[0] in ("", above[0])
    return networks.are_beyond_doubt(below) and (are_alone or any(map(known.is_figure, figures)))
