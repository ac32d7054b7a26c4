"""Which slide or sheet of a file is which of its manifest, by its own id or name, or else by the numbers it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence

_ALIKE = 0.5  # of the numbers of both, at the least

Numbers = frozenset[str]


def recognised(
    own: Sequence[str], listed: Sequence[str], in_file: Callable[[int], Numbers], in_manifest: Callable[[int], Numbers]
) -> dict[int, int]:
    """By position in the file: position in the manifest. `own`, `listed`: ids in the file and in the manifest; `in_file`,
    `in_manifest`: the numbers of one, asked of those alone that no id tells. A program that counts slides anew keeps what they
    say, and what is most like another is a copy of it."""
    which = {n: listed.index(id) for n, id in enumerate(own) if id in listed}
    rest = [n for n in range(len(own)) if n not in which]
    if not rest or len(which) == len(listed):
        return which
    known = [in_manifest(m) for m in range(len(listed))]
    alike = {n: [_likeness(numbers, one) for one in known] for n in rest for numbers in [in_file(n)]}
    pairs = [(n, m) for n in rest for m in range(len(listed)) if alike[n][m] >= max(_ALIKE, *alike[n])]
    for n, m in sorted(pairs, key=lambda pair: (-alike[pair[0]][pair[1]], pair)):
        if n not in which and m not in which.values():
            which[n] = m
    return which


def moved(which: Mapping[int, int]) -> list[int]:
    """The fewest positions in the file whose parts, taken out, leave the others in the manifest's order."""
    chains: dict[int, list[int]] = {}
    for n in sorted(which):
        before = (chain for other, chain in chains.items() if which[other] < which[n])
        chains[n] = [*max(before, key=len, default=[]), n]
    kept = max(chains.values(), key=len, default=[])
    return [n for n in sorted(which) if n not in kept]


def missing(which: Mapping[int, int], listed: Sequence[str]) -> Iterator[int]:
    return (m for m in range(len(listed)) if m not in which.values())


def _likeness(one: Numbers, other: Numbers) -> float:
    """The share of their numbers that both have; two without any are alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1
