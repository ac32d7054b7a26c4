"""What is known of the brand's accounts, and of others beside them, before a file is read."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial

_by_network = partial(defaultdict, dict)


@dataclass
class Known:
    """All of it by network; names are given as they are compared, accounts by their handles.

    `names` are those of one account each, `bearers` who bears the names of none or several, as files said, and `said_in` the import
    whose file said so. `called` are all whom people or any file in force call so, `perhaps` those whose posts somebody of that name
    alone has written. By account, `pages` are the handles and numbers under which files in force, or a person, know it, none where
    its name alone is known, and `brought_in` the imports in force that speak of it.
    """

    own: dict[str, list[str]] = field(default_factory=dict)
    competitors: dict[str, list[str]] = field(default_factory=dict)
    there: dict[str, list[str]] = field(default_factory=dict)  # the keys of all accounts of the client
    stands_on: dict[str, dict[str, str]] = field(default_factory=_by_network)  # of these keys: the wall of most of their posts
    names: dict[str, dict[str, str]] = field(default_factory=_by_network)
    bearers: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    said_in: dict[str, dict[str, int]] = field(default_factory=_by_network)
    called: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    perhaps: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    pages: dict[str, dict[str, list[str]]] = field(default_factory=_by_network)
    brought_in: dict[str, dict[str, list[int]]] = field(default_factory=_by_network)
