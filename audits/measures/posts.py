"""Posts as columns of numbers: chosen, split and asked for what is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from smmstrategy.metrics.periods import Period

WORDS = ("permalink", "title", "text")


@dataclass(frozen=True, slots=True)
class Posts:
    """Columns of equal length; NaN is «not known». Rates of a post stand beside its metrics, by formula code."""

    columns: dict[str, np.ndarray]
    source_names: tuple[str, ...] = ()  # bit n of the column `source_bit` stands for the n-th

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Posts":
        """Times become plain UTC without a zone."""
        times = {name: frame[name].dt.tz_convert("UTC").dt.tz_localize(None) for name in frame.select_dtypes("datetimetz")}
        columns = {name: times.get(name, frame[name]).to_numpy() for name in frame.columns}
        names, place = np.unique(frame["source"].to_numpy(str), return_inverse=True)
        return cls(columns | {"source_bit": 1 << place}, tuple(names.tolist()))

    def without_words(self) -> "Posts":
        """Lighter to choose from: what is counted, without what is read."""
        return Posts({name: column for name, column in self.columns.items() if name not in WORDS}, self.source_names)

    def __len__(self) -> int:
        return len(self.columns["account_id"])

    def __getitem__(self, code: str) -> np.ndarray:
        """The column, NaN throughout when no post has the metric."""
        column = self.columns.get(code)
        return np.full(len(self), np.nan) if column is None else column

    def known(self, code: str) -> np.ndarray:
        """The values that are known, in the order of the posts."""
        column = self[code].astype(float)
        return column[~np.isnan(column)]

    def where(self, chosen: np.ndarray) -> "Posts":
        """The posts of a mask or of positions."""
        return Posts({name: column[chosen] for name, column in self.columns.items()}, self.source_names)

    def having(self, *codes: str) -> "Posts":
        """The posts of which all these are known."""
        known = np.ones(len(self), bool)
        for code in codes:
            known &= ~np.isnan(self[code].astype(float))
        return self.where(known)

    def giving(self, *codes: str) -> tuple[int, ...]:
        """The accounts with a post of which all these are known."""
        known = np.ones(len(self), bool)
        for code in codes:
            known &= ~np.isnan(self[code].astype(float))
        return tuple(sorted(set(self.columns["account_id"][known].tolist())))

    def split(self, column: str) -> Iterator[tuple[Any, "Posts"]]:
        """(key, its posts) in the order of the keys; posts without a key are left out."""
        keys = self.columns[column]
        present = ~pd.isna(keys)
        for key in sorted(set(keys[present].tolist())):
            yield key, self.where(keys == key)

    def of_accounts(self, account_ids: tuple[int, ...]) -> "Posts":
        return self.where(np.isin(self.columns["account_id"], account_ids))

    @property
    def sources(self) -> str:
        """Codes of the sources, comma-separated."""
        held = int(np.bitwise_or.reduce(self.columns["source_bit"])) if len(self) else 0
        return ", ".join(source for place, source in enumerate(self.source_names) if held >> place & 1)


def within(posts: Posts, period: Period) -> Posts:
    return posts.where((posts["day"] >= period.first) & (posts["day"] <= period.last))
