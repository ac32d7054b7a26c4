"""What importing reads: imports, the posts and accounts beside theirs, and what a file is read with."""

from smmstrategy.metrics.imports.queries.accounts import There, accounts_of_walls, called_by_wall, held_already, key_of_page, there
from smmstrategy.metrics.imports.queries.known import context
from smmstrategy.metrics.imports.queries.known_posts import Otherwise, known_otherwise
from smmstrategy.metrics.imports.queries.posts import known_before, shorter_than_stored
from smmstrategy.metrics.imports.queries.shown import (
    collected_at,
    imports,
    is_outdated,
    named_day,
    newly_tracked,
    preview,
    questions_settled_by,
    same_file,
    sentence,
    took_alike,
)
from smmstrategy.metrics.imports.queries.silence import days_in_doubt, in_doubt, silences
from smmstrategy.metrics.imports.queries.states import (
    WAITING,
    WORKED_ON,
    State,
    counted,
    in_order_of_need,
    with_state,
)

__all__ = [
    "WAITING",
    "WORKED_ON",
    "Otherwise",
    "State",
    "There",
    "accounts_of_walls",
    "called_by_wall",
    "collected_at",
    "context",
    "counted",
    "days_in_doubt",
    "held_already",
    "imports",
    "in_doubt",
    "in_order_of_need",
    "is_outdated",
    "key_of_page",
    "known_before",
    "known_otherwise",
    "named_day",
    "newly_tracked",
    "preview",
    "questions_settled_by",
    "same_file",
    "sentence",
    "shorter_than_stored",
    "silences",
    "there",
    "took_alike",
    "with_state",
]
