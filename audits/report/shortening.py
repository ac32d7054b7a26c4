"""Names cut to the room there is for them, closed where they open, and told apart from those they stand among."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, pairwise, takewhile

LEAST_OF_A_PART = 6  # four letters, «…» and a blank
_CLOSING = {"«": "»", "“": "”", "„": "“", "(": ")", '"': '"'}
_AT_ENDS = " ,.;:—–-|/•·"


def shortened(text: str, limit: int, among: Iterable[str] = ()) -> str:
    """At most `limit` characters, cut at a word where possible, with «…» when something was cut.

    Where its beginning could be that of one of those `among` which it stands, it is cut to what could be none of them.
    """
    line = _one_line(text)
    others = [other for other in dict.fromkeys(map(_one_line, among)) if other != line]
    plain = _cut(line, limit)
    alike = [other for other in others if could_be(other, plain)]
    if len(line) <= limit or not alike:
        return plain
    taken_for: dict[str, int] = {}
    for cut in _telling_cuts(line, limit, alike, others):
        taken_for[cut] = sum(could_be(other, cut) for other in others)
        if not taken_for[cut]:
            return cut
    return min(taken_for, key=taken_for.__getitem__, default=plain)


def _telling_cuts(line: str, limit: int, alike: list[str], others: list[str]) -> Iterator[str]:
    """Its beginning and where it parts from one that begins alike, else from any; then what may tell it without."""
    room = limit * 2 // 3
    starts = sorted({_parting(line, other, room) for other in alike} - {0})
    starts.sort(key=lambda start: (len(line) - start > room, start if len(line) - start <= room else -start))
    begins = sorted({_parting(line, other, room) for other in others} - {0})
    beginning_first = ((0, start) for start in (*starts, *begins))
    tails_alone = chain(((start,) for start in (*starts, *begins)), combinations(begins, 2))
    return filter(None, (_from(line, some, limit) for some in chain(beginning_first, tails_alone)))


def _from(line: str, starts: tuple[int, ...], limit: int) -> str:
    """What begins at each of these places, as far as there is room; "" where there is none."""
    if starts[0]:
        parts = _parts(line, starts, limit - 1)
        return parts and _closed("…", parts)
    return _parts(line, starts, limit)


def _parts(line: str, starts: tuple[int, ...], limit: int) -> str:
    first, *others = starts
    if not others:
        return _cut(line[first:], limit)
    tail = _parts(line, tuple(others), min(limit * 2 // 3, limit - LEAST_OF_A_PART))
    if not tail or limit - len(tail) < LEAST_OF_A_PART:
        return ""
    return _cut(line[first : others[0]].rstrip(), limit, " " * (line[others[0] - 1] == " ") + tail)


def could_be(line: str, cut: str) -> bool:
    """Whether a line has the parts of a cut in their order, whatever marks and capitals they have."""
    parts = (re.escape(part.strip()) for part in letters(cut).split("…"))
    return re.fullmatch(".*".join(parts), letters(line)) is not None


def letters(text: str) -> str:
    """What tells names apart: no capitals, and none of the marks around and between words but that of a cut."""
    return re.sub(r"[^\w…]+", " ", text.casefold()).strip()


def bare(text: str) -> str:
    """Without the marks at its ends, or those that enclose all of it."""
    line = _one_line(text).strip(_AT_ENDS)
    while len(line) > 2 and line[-1] == _CLOSING.get(line[0]) and line[-1] not in line[1:-1]:
        line = line[1:-1].strip(_AT_ENDS)
    return line


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _parting(line: str, other: str, room: int) -> int:
    """Where the word begins in which a line parts from another, or where it does inside a word too long to be shown so far.

    A mark between words is none of them.
    """
    same = _length_alike(line, other)
    word = line.rfind(" ", 0, same + 1) + 1
    start = word if same - word < room - 2 else same
    return len(line) - len(line[start:].lstrip(_AT_ENDS))


def _length_alike(line: str, other: str) -> int:
    """How far a line reads as another, whatever marks stand in either."""
    mine, theirs = _read(line), _read(other)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0][1] == pair[1][1], zip(mine, theirs, strict=False)))
    return mine[alike][0] if alike < len(mine) else len(line)


def _read(line: str) -> list[tuple[int, str]]:
    """Where each of its `letters` stands."""
    return [(found.start(), (found[1] or " ").casefold()) for found in re.finditer(r"([\w…])|(?<=[\w…])[^\w…]+", line)]


def _cut(line: str, limit: int, tail: str = "") -> str:
    if len(line) + len(tail) <= limit:
        return line + tail
    cuts = (_closed(_whole_words(line, room) + "…", tail) for room in range(limit - 1 - len(tail), -1, -1))
    return next(cut for cut in cuts if len(cut) <= limit)


def _whole_words(line: str, room: int) -> str:
    cut = line[:room]
    return (cut[: cut.rfind(" ")] if cut.rfind(" ") > room // 2 else cut).rstrip(_AT_ENDS + "".join(_CLOSING))


def _closed(head: str, tail: str) -> str:
    """What the head opens is closed in the tail or before it; what the tail alone opens stays as it is."""
    opened = _paired(tail, "")[1]
    tail, awaited = _paired(tail, _paired(head, "")[1])
    return head + awaited.removeprefix(opened) + tail


def _paired(text: str, awaited: str) -> tuple[str, str]:
    """Without marks that close nothing, and which marks are awaited after it."""
    kept = ""
    for before, mark in pairwise(f" {text}"):
        if awaited.startswith(mark):
            awaited = awaited[1:]
        elif mark in _CLOSING and not before.isalnum():
            awaited = _CLOSING[mark] + awaited
        elif mark in "»”)":
            continue
        kept += mark
    return kept, awaited
