"""Words found by others that they begin, or that begin them, without a look at each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Beginnings(Generic[Thing]):
    """Things by their words."""

    def __init__(self, things: Iterable[tuple[str, Thing]]):
        self.of_words: dict[str, list[Thing]] = defaultdict(list)
        for words, thing in things:
            self.of_words[words].append(thing)
        self.in_order = sorted(self.of_words)
        self.lengths = sorted({*map(len, self.in_order)})

    def beside(self, words: str, least: int = 0) -> list[Thing]:
        """Those of the same words, and those of which one says no more than the beginning of the other, `least` letters or more."""
        return [thing for found in self._words(words, least) for thing in self.of_words[found]]

    def _words(self, words: str, least: int) -> Iterator[str]:
        if words in self.of_words:
            yield words
        for length in takewhile(lambda length: length < len(words), self.lengths):
            if length >= least and words[:length] in self.of_words:
                yield words[:length]
        if len(words) >= least:
            longer = (self.in_order[n] for n in range(bisect_left(self.in_order, words), len(self.in_order)))
            yield from (one for one in takewhile(lambda one: one.startswith(words), longer) if one != words)
