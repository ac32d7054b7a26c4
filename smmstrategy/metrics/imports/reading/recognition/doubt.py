"""What a doubt about a table is: what of it is asked, from where the answer starts, and for which tables it holds."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.kinds.kind import Rows
from smmstrategy.metrics.imports.reading.messages import Message

COLUMNS = "columns"  # what they mean, wherever they are


class Doubt(NamedTuple):
    """What its rows rather are; the question in words of its own; whether of one column alone; how that may be read instead."""

    rows: Rows
    why: Message | None = None
    is_of_one: bool = False
    instead: Mapping[str, int] | None = None
    kept: KeptUnder | None = None  # where others with this header are not in doubt
    are_rows_sure: bool = False  # they are that for certain, whatever was read of them
    about: str = COLUMNS  # what is in doubt: of one table of one file an answer settles that, and no other doubt about it
    column: str | None = None  # of which an answer must speak; of the figures of the table where it is empty
    is_guessed: bool = True  # the guess is an answer, where its sentence offers it


def first_open(found: Iterable[Doubt], settled: Collection[str]) -> Doubt | None:
    """The first that no answer has settled."""
    return next((doubt for doubt in found if doubt.about not in settled), None)
