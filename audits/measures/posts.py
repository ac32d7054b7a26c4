"""Posts as columns of numbers: chosen, split and asked for what is known of them."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from smmstrategy.metrics.formula import PostRate
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period

WORDS = ("permalink", "title", "text")
UNTOLD = object()

T = TypeVar("T")


def once(method: Callable[..., T]) -> Callable[..., T]:
    """What a method says of posts is worked out once: many measures ask for the same."""

    @wraps(method)
    def told(self: "Posts", *asked: Hashable) -> T:
        key = (method, *asked)
        answer = self._told.get(key, UNTOLD)
        if answer is UNTOLD:
            answer = self._told[key] = method(self, *asked)
        return answer

    return told


class Chosen(Mapping[str, np.ndarray]):
    """Some rows of columns, each column taken when it is first asked for: most are never."""

    def __init__(self, columns: Mapping[str, np.ndarray], chosen: np.ndarray) -> None:
        """Rows of a mask or of positions."""
        rows = np.flatnonzero(chosen) if chosen.dtype == bool else chosen
        is_chosen = isinstance(columns, Chosen)
        self._whole: Mapping[str, np.ndarray] = columns._whole if is_chosen else columns
        self._rows: np.ndarray = columns._rows[rows] if is_chosen else rows
        self._taken: dict[str, np.ndarray] = {}

    def __getitem__(self, name: str) -> np.ndarray:
        column = self._taken.get(name)
        if column is None:
            column = self._taken[name] = self._whole[name][self._rows]
        return column

    def __contains__(self, name: object) -> bool:
        return name in self._whole

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


@dataclass(frozen=True, slots=True)
class Posts:
    """Columns of equal length; NaN is «not known». Rates of a post stand beside its metrics, by formula code."""

    columns: Mapping[str, np.ndarray]
    source_names: tuple[str, ...] = ()  # bit n of the column `source_bit` stands for the n-th
    _told: dict[tuple, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        return self.columns[code] if code in self.columns else np.full(len(self), np.nan)

    @once
    def known(self, code: str) -> np.ndarray:
        """The values that are known, in the order of the posts."""
        column, is_known = self._known(code)
        return column[is_known]

    def where(self, chosen: np.ndarray) -> "Posts":
        """The posts of a mask or of positions."""
        return Posts(Chosen(self.columns, chosen), self.source_names)

    @once
    def having(self, *codes: str) -> "Posts":
        """The posts of which all these are known."""
        return self.where(self._with(codes))

    @once
    def giving(self, *codes: str) -> tuple[int, ...]:
        """The accounts with a post of which all these are known."""
        return tuple(sorted(set(self.columns["account_id"][self._with(codes)].tolist())))

    def _with(self, codes: tuple[str, ...]) -> np.ndarray:
        """Of each post whether all these are known."""
        known = np.ones(len(self), bool)
        for code in codes:
            known &= self._known(code)[1]
        return known

    @once
    def _known(self, code: str) -> tuple[np.ndarray, np.ndarray]:
        """The column as floats, and of each post whether it is known."""
        column = np.asarray(self[code], float)
        return column, ~np.isnan(column)

    @once
    def uncounted(self, code: str) -> int:
        """How many have no rate by the rule of its formula alone."""
        rate = FORMULAS.get(code)
        return int(rate.uncounted(self).sum()) if isinstance(rate, PostRate) and rate.counted else 0

    def split(self, column: str) -> Iterator[tuple[Any, "Posts"]]:
        """(key, its posts) in the order of the keys; posts without a key are left out."""
        keys = self.columns[column]
        present = ~pd.isna(keys)
        for key in sorted(set(keys[present].tolist())):
            yield key, self.where(keys == key)

    @once
    def of_accounts(self, account_ids: tuple[int, ...]) -> "Posts":
        chosen = np.zeros(len(self), bool)
        for account_id in account_ids:
            chosen |= self.columns["account_id"] == account_id
        return self.where(chosen)

    @once
    def within(self, period: Period) -> "Posts":
        return self.where((self["day"] >= period.first) & (self["day"] <= period.last))

    @property
    @once
    def sources(self) -> str:
        """Codes of the sources, comma-separated."""
        held = int(np.bitwise_or.reduce(self.columns["source_bit"])) if len(self) else 0
        return ", ".join(source for place, source in enumerate(self.source_names) if held >> place & 1)
