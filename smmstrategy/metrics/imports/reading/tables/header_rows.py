"""Two rows of names above a table as one: groups over their columns, figures over networks or networks over figures."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.cells import networks


class Known(NamedTuple):
    """What the name of a column says."""

    is_column: Callable[[str], bool]  # somebody exports one called so
    is_figure: Callable[[str], bool]  # it measures accounts or posts of networks


def may_be_groups(header: Sequence[str]) -> bool:
    """Names stand over the empty cells beside them, or those of networks over each of their columns."""
    return "" in header or any(one == other and networks.called(one) for one, other in pairwise(header))


def joined(above: Sequence[str], below: Sequence[str], known: Known) -> list[str]:
    """Two header rows as one; a name above stands for the empty cells to its right that have a name below.

    A name below says nothing without its group if it comes again, unless a whole table does, or beside groups of networks; nor does
    a group over several columns without the names below.
    """
    names, groups, times = [], _groups(above, below), Counter(below)
    first = next((name for over, name in zip_longest(above, below, fillvalue="") if over or name), "")
    is_table_again = bool(first) and times[first] > 1
    of_networks = not is_table_again and _are_of_networks(above, groups, below, known)
    for (group, width), name in zip(groups, below, strict=True):
        both = f"{group} {name}".strip()
        alone = name if is_table_again or times[name] == 1 else ""
        above_all = group if known.is_column(group) and (width == 1 or not name) else both
        said = next((text for text in (both, alone) if text and known.is_column(text)), above_all)
        names.append(both if of_networks and known.is_figure(name) else said)
    return names


def _groups(above: Sequence[str], below: Sequence[str]) -> list[tuple[str, int]]:
    """Of each column the group it stands under, and over how many that stands; written over each of them it ends with them."""
    is_over_each = any(one and one == other for one, other in pairwise(above))
    found: list[tuple[str, int]] = []
    group, begins = "", 0
    for position, name in enumerate(below):
        over = above[position] if position < len(above) else ""
        if over and not (is_over_each and over == group):
            group, begins = over, position
        elif not over and (is_over_each or not name):
            group = ""
        found.append((group, begins if group else position))
    widths = Counter(begins for _group, begins in found)
    return [(group, widths[begins]) for group, begins in found]


def _are_of_networks(above: Sequence[str], groups: Sequence[tuple[str, int]], below: Sequence[str], known: Known) -> bool:
    """Groups of networks, among which there may be others: a line of words that names one is none."""
    over_figures = [(group, width) for (group, width), name in zip(groups, below, strict=True) if group and known.is_figure(name)]
    figures = Counter(name for name in below if known.is_figure(name))
    is_spread = any(width > 1 for _group, width in over_figures) or max(figures.values(), default=0) > 1
    return networks.are_beyond_doubt(above) and (is_spread or all(networks.called(group) for group, _width in over_figures))
