"""Importing: take a file in, read it, show what it would change, apply it whole, take it back whole."""

from smmstrategy.metrics.imports.actions.importing import (
    NotNow,
    again,
    answer,
    confirm,
    forget_file,
    is_as_shown,
    keep,
    put_away,
    read,
    rehearsal,
    show,
    show_anew,
    start,
    tell,
    undo,
    write,
)

__all__ = [
    "NotNow",
    "again",
    "answer",
    "confirm",
    "forget_file",
    "is_as_shown",
    "keep",
    "put_away",
    "read",
    "rehearsal",
    "show",
    "show_anew",
    "start",
    "tell",
    "undo",
    "write",
]
