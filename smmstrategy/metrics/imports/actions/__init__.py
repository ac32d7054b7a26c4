"""Importing: take a file in, read it, show what it would change, apply it whole, take it back whole."""

from smmstrategy.metrics.imports.actions.applied import count_as_silent, undo
from smmstrategy.metrics.imports.actions.importing import (
    NotNow,
    again,
    answer,
    confirm,
    dismiss,
    forget_file,
    keep,
    read,
    rehearsal,
    show,
    show_anew,
    start,
    take_up,
    tell,
)
from smmstrategy.metrics.imports.actions.ready import confirm_ready, write_apart, write_ready
from smmstrategy.metrics.imports.actions.remembering import Remembered, keep_columns, record_columns, remember_columns
from smmstrategy.metrics.imports.actions.writing import Written, enter, record_written, write, write_as_shown

__all__ = [
    "NotNow",
    "Remembered",
    "Written",
    "again",
    "answer",
    "confirm",
    "confirm_ready",
    "count_as_silent",
    "dismiss",
    "enter",
    "forget_file",
    "keep",
    "keep_columns",
    "read",
    "record_columns",
    "record_written",
    "rehearsal",
    "remember_columns",
    "show",
    "show_anew",
    "start",
    "take_up",
    "tell",
    "undo",
    "write",
    "write_apart",
    "write_as_shown",
    "write_ready",
]
