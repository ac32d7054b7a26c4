"""Posts as columns of numbers: chosen, split and asked for what is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd


@dataclass(frozen=True, slots=True)
class Posts:
    """Columns of equal length; NaN is «not known». Rates of a post stand beside its metrics, by formula code."""

    columns: dict[str, np.ndarray]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Posts":
        """Times become plain UTC without a zone."""
        times = {name: frame[name].dt.tz_convert("UTC").dt.tz_localize(None) for name in frame.select_dtypes("datetimetz")}
        return cls({name: times.get(name, frame[name]).to_numpy() for name in frame.columns})

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
        return Posts({name: column[chosen] for name, column in self.columns.items()})

    def having(self, *codes: str) -> "Posts":
        """The posts of which all these are known."""
        known = np.ones(len(self), bool)
        for code in codes:
            known &= ~np.isnan(self[code].astype(float))
        return self.where(known)

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
        return ", ".join(sorted({str(s) for s in self.columns["source"]})) if "source" in self.columns else ""
