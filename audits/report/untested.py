"""Why posts of different times or lengths are not compared: they are few, all alike, or alike within an account and a month."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from audits.evidence import Segment
from audits.measures.trials import can_be_asked
from audits.report.telling import Telling
from smmstrategy.reports.document import Text


class Untested(StrEnum):
    FEW = "few"
    ALIKE = "alike"
    WITHIN = "within"


def untested(telling: Telling, *breakdowns: Iterable[Segment]) -> Untested:
    own = telling.evidence.own
    if not any(can_be_asked(segments, f"{own.judged_by}.median") for segments in breakdowns):
        return Untested.FEW
    return Untested.ALIKE if len(set(_values(telling)) - {None}) == 1 else Untested.WITHIN


def _values(telling: Telling) -> list[Decimal | None]:
    own = telling.evidence.own
    return [row.value(own.judged_by) for row in telling.evidence.posts if row.account_id in own.account_ids]


def all_alike(telling: Telling) -> Text:
    """Of all posts, or of those that the measure is known of."""
    own = telling.evidence.own
    number = own.now.numbers[f"{own.judged_by}.median"]
    parts = {"name": telling.label(own.judged_by), "value": telling.figure(number)}
    if None not in _values(telling):
        return telling.say("У всех публикаций {name} — {value}", "Every post has the same {name}, {value}", **parts)
    return telling.say(
        "У всех {n} {n:посчитанной публикации|посчитанных публикаций|посчитанных публикаций} {name} — {value}",
        "All {n} counted posts have the same {name}, {value}",
        n=telling.posts_known(number),
        **parts,
    )
