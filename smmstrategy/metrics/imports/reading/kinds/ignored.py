"""Tables that belong to an export but hold nothing an audit measures: their rows are refused with the reason."""

from smmstrategy.metrics.imports.reading.kinds.kind import Kind, Rows
from smmstrategy.metrics.imports.reading.kinds.meta_days import INTERACTIONS

COMMENT = "This row is somebody's comment; comments are not imported, their number stands with the post."
REACTION = "This row is one kind of reaction; the number of all reactions stands with the post."
SAID_NOTHING = 'The table was left out: nothing was said of what its columns hold (--columns "HEADER=FIELD;…").'
BY_COMMAND = "The table was left out, as the command line says (--leave-out)."
ALONE = "This line stands in a table of one column; it holds no data."
KINDS = (
    Kind("comments", "Comments", Rows.NOTHING, {}, headers=("post tg message id", "tg message id"), notice=COMMENT),
    Kind("comments", "Comments", Rows.NOTHING, {}, headers=("comment id", "vidid"), notice=COMMENT),
    Kind(
        "reactions", "Reactions by kind", Rows.NOTHING, {}, headers=("entity type", "reaction", "reaction count"), notice=REACTION
    ),
    INTERACTIONS,
)
# Known not by their headers.
LEFT_OUT = Kind("left_out", "Table left out", Rows.NOTHING, {}, notice=SAID_NOTHING)
LEFT_OUT_BY_COMMAND = Kind("left_out", "Table left out", Rows.NOTHING, {}, notice=BY_COMMAND)
NOTES = Kind("notes", "Notes", Rows.NOTHING, {}, notice=ALONE)
