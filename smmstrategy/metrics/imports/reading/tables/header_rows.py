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


def joined(above: Sequence[str], below: Sequence[str], known: Known) -> list[str]:
    """Two header rows as one; a name above stands for the empty cells to its right that have a name below.

    A name below says nothing without its group if it comes again, unless a whole table does, or if one is a figure and the other
    its network. Groups that are written over each of their columns end with them.
    """
    names, group, times = [], "", Counter(below)
    first = next((name for over, name in zip_longest(above, below, fillvalue="") if over or name), "")
    is_table_again = bool(first) and times[first] > 1
    of_networks = not is_table_again and (_are_of_networks(above, below, known) or _are_of_networks(below, above, known))
    is_over_each = any(one and one == other for one, other in pairwise(above))
    for position, name in enumerate(below):
        over = above[position] if position < len(above) else ""
        group = over or (group if name and not is_over_each else "")
        both = f"{group} {name}".strip()
        alone = name if is_table_again or times[name] == 1 else ""
        said = next((text for text in (both, alone) if text and known.is_column(text)), group if known.is_column(group) else both)
        names.append(both if of_networks and _is_of_network(group, name, known) else said)
    return names


def _are_of_networks(above: Sequence[str], below: Sequence[str], known: Known) -> bool:
    """All that stands above figures are networks, or below them."""
    told = [name for name, figure in zip(above, below, strict=False) if name and known.is_figure(figure)]
    return networks.are_beyond_doubt(above) and all(map(networks.called, told))


def _is_of_network(one: str, other: str, known: Known) -> bool:
    return any(networks.called(name) and known.is_figure(figure) for name, figure in ((one, other), (other, one)))
