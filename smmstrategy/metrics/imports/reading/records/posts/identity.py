"""By what the post of a row is known: its number, its link, or what the row says."""

import hashlib
import re
from collections import Counter, defaultdict

from smmstrategy.metrics.catalogue import Level, codes
from smmstrategy.metrics.imports.reading.cells import links, numbers
from smmstrategy.metrics.imports.reading.cells.dates import Moment
from smmstrategy.metrics.imports.reading.columns import headers
from smmstrategy.metrics.imports.reading.columns.networks import FIELD
from smmstrategy.metrics.imports.reading.columns.values import Columns
from smmstrategy.metrics.imports.reading.kinds.fields import POST
from smmstrategy.metrics.imports.reading.records import owners

MADE = "row-"
MEASURED = frozenset(codes(Level.POST))
TELLING = ("key", "permalink", "text", "title", "published_at")


def of_rows(
    columns: Columns, moments: list[Moment | None], leads_to: list[str], owner_of: list[owners.Owner | None]
) -> list[str | None]:
    """The network's id, else the id in the link, else a fingerprint of what the row says; None for a row said twice."""
    given, urls = columns.text("key"), columns.text("permalink")
    keys: list[str | None] = []
    taken, seen, whose, networks = set(), defaultdict(Counter), _whose(columns), columns.networks()
    for index, (_number, cells) in enumerate(columns.table.rows):
        others = (cell for position, cell in enumerate(cells) if position != columns.positions.get(FIELD))
        whole = (*others, networks[index], leads_to[index])
        if whole in taken and _is_telling(columns, index):
            keys.append(None)
            continue
        taken.add(whole)
        network = (owner_of[index] or ("",))[0] if FIELD in columns else ""
        keys.append(_key(given[index], urls[index]) or _fingerprint(columns, index, moments[index], whose[index], seen[network]))
    return keys


def _key(given: str, url: str) -> str:
    link, given = links.post(url), re.sub(r"^'|\.0$", "", given)
    if link and link.network == "vk":
        return link.key
    if given and not numbers.is_ruined(given):
        return given[:200]
    return link.key if link else url[:200]


def said(columns: Columns, index: int, key: str | None, owner: owners.Owner | None) -> list[str]:
    """The keys by which a row says which post it is about: its own, unless that was made up, and that of its link."""
    in_link = links.key_in(owner[0], columns.text("permalink")[index]) if owner else ""
    return [name for name in (key, in_link) if name and not is_made(name)]


def is_made(key: str) -> bool:
    """It is a fingerprint, of a row without a number or a link."""
    return key.startswith(MADE)


def _is_telling(columns: Columns, index: int) -> bool:
    """The row has words, an address or a moment by which a copy is known from a twin."""
    return any(columns.text(name)[index] for name in TELLING if name in columns)


def _whose(columns: Columns) -> list[str]:
    """What each row calls its account; also where that is its network, as it has always been part of the key."""
    position = headers.columns(columns.table.header, {"account": POST["account"]}).get("account")
    return columns.text(FIELD if "account" not in columns and position == columns.positions.get(FIELD) else "account")


def _fingerprint(columns: Columns, index: int, moment: Moment | None, whose: str, seen: Counter[str]) -> str:
    """A hash of the row's words, moment and account, and its ordinal among rows that say the same, counted in `seen`.

    A row with neither words nor a moment has only its other cells to be known by, but for those that measure.
    """
    words = [columns.text("text")[index], columns.text("title")[index], f"{moment.day} {moment.clock}" if moment else ""]
    texts = [*words, whose] if any(words) else _unmeasured(columns, index)
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:24]
    seen[digest] += 1
    return f"{MADE}{digest}-{seen[digest]}"


def _unmeasured(columns: Columns, index: int) -> list[str]:
    measured = {position for name, position in columns.positions.items() if name.partition("*")[0] in MEASURED}
    return [cell for position, cell in enumerate(columns.table.rows[index][1]) if position not in measured]
