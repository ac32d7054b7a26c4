"""Why posts of different times or lengths are not compared: they are few, all alike, or alike within an account and a month."""

from collections.abc import Iterable
from enum import StrEnum

from audits.evidence import Segment
from audits.measures.trials import can_be_asked
from audits.report.telling import Telling
from audits.report.words import capitalised
from smmstrategy.reports.document import Text


class Untested(StrEnum):
    FEW = "few"
    ALIKE = "alike"
    WITHIN = "within"


def untested(telling: Telling, *breakdowns: Iterable[Segment]) -> Untested:
    own = telling.evidence.own
    if not any(can_be_asked(segments, f"{own.judged_by}.median") for segments in breakdowns):
        return Untested.FEW
    values = {row.value(own.judged_by) for row in telling.evidence.posts if row.account_id in own.account_ids} - {None}
    return Untested.ALIKE if len(values) == 1 else Untested.WITHIN


def all_alike(telling: Telling) -> Text:
    own = telling.evidence.own
    return capitalised(
        telling.say(
            "У всех публикаций {name} — {value}",
            "Every post has the same {name}, {value}",
            name=telling.label(own.judged_by),
            value=telling.figure(own.now.numbers[f"{own.judged_by}.median"]),
        )
    )
