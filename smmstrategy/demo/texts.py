"""Words of posts, put together from phrases by rubric; no text comes twice."""

import json
import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from smmstrategy.demo.scenario import drawn

LENGTHS = {"note": 22, "usual": 44, "long": 24, "story": 10}
SENTENCES = {"note": (0, 1), "usual": (2, 4), "long": (6, 8), "story": (11, 12)}
LINKED = {"use": 0.25, "product": 0.6, "behind": 0.1, "contest": 0.8, "ugc": 0.15}


@cache
def phrases() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "data" / "phrases.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    text: str
    length: str


@dataclass(slots=True)
class Writer:
    """Writes for one page: its tag stands under its posts, its links carry the network's UTM tags."""

    tag: str
    source: str = ""
    site: str = ""
    written: set[str] = field(default_factory=set)

    def write(self, rubric: str, chance: random.Random) -> Words:
        while True:
            words = self._draft(rubric, chance)
            if words.text not in self.written:
                self.written.add(words.text)
                return words

    def _draft(self, rubric: str, chance: random.Random) -> Words:
        pool, length = phrases()["rubrics"][rubric], drawn(chance, LENGTHS)
        fewest, most = SENTENCES[length]
        title = _filled(chance.choice(pool["open"]), chance)
        body = chance.sample(pool["body"], min(chance.randint(fewest, most), len(pool["body"])))
        lines = [title, " ".join(_filled(sentence, chance) for sentence in body), _filled(chance.choice(pool["close"]), chance)]
        return Words(title, "\n\n".join(filter(None, [*lines, self._link(rubric, chance), self._tail(rubric, chance)])), length)

    def _link(self, rubric: str, chance: random.Random) -> str:
        if not self.site or chance.random() > LINKED[rubric]:
            return ""
        return f"{self.site}{chance.choice(('menu', 'table', 'beans', 'news'))}?utm_source={self.source}&utm_medium=social"

    def _tail(self, rubric: str, chance: random.Random) -> str:
        tags = f"#{self.tag} #{phrases()['rubrics'][rubric]['name'].replace(' ', '_')}"
        return f"{tags} {chance.choice(phrases()['emoji'])}" if chance.random() < 0.6 else tags


def _filled(phrase: str, chance: random.Random) -> str:
    said = {name: chance.choice(words) for name, words in phrases()["slots"].items()}
    capital = {f"{name}_cap": word[0].upper() + word[1:] for name, word in said.items()}
    return phrase.format(**said, **capital)
