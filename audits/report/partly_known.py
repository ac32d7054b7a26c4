"""Which months of a chart are not known of all days, as its heading says it."""

from collections.abc import Sequence
from itertools import groupby

from audits.evidence import Segment
from audits.measures.daily import OF_POSTS, is_sum
from audits.report.telling import HALF_A_PER_CENT, Telling, value
from audits.report.words import joined, listed
from smmstrategy.reports.document import Part, Text
from smmstrategy.reports.formats import write

ALL = 1 - HALF_A_PER_CENT  # from here on a share is written as all of it
MONTHS_NAMED = 3  # each with its share; of more the least is told
ROOM = 68  # signs, beside what else stands in the two lines of a heading at the side


def partly_known(telling: Telling, months: Sequence[Segment], code: str, categories: Sequence[Part]) -> Text:
    """Of which of these months what is summed up is not known of all days, each with the share that is; of many how many they are.

    They are named while there is room.
    """
    known = [value(month, "posts" if code in OF_POSTS else code) for month in months]
    part = [(n, month) for n, month in zip(known, categories, strict=True) if n and n.coverage is not None and n.coverage < ALL]
    if not part or not is_sum(code):
        return ()
    if len(part) <= MONTHS_NAMED:
        each = [telling.say("{m} — {share}", "{m} {share}", m=month, share=telling.coverage_of(n)) for n, month in part]
        return telling.say("известны не все дни: {each}", "not all days known: {each}", each=listed(each, telling.language))
    number, month = min(part, key=lambda one: one[0].coverage)
    named = telling.say(
        "известны не все дни: {months} (от {share})",
        "not all days known: {months} (from {share})",
        months=_stretches([month for _number, month in part], categories),
        share=telling.coverage_of(number),
    )
    if len(write(named, telling.language)) <= ROOM:
        return named
    return telling.say(
        "известны не все дни {n} {n:месяца|месяцев|месяцев}, меньше всего — {month}, {share}",
        "not all days of {n} {n:month|months} are known, least of all of {month}, {share}",
        n=telling.own(f"{code}.months_in_part", len(part), "months drawn of which not all days are known"),
        month=month,
        share=telling.coverage_of(number),
    )


def _stretches(months: Sequence[Part], categories: Sequence[Part]) -> Text:
    """«янв, мар–июн»: of those that follow each other in a chart the first and the last."""
    runs = [list(run) for _, run in groupby(categories, key=lambda one: one in months)]
    stretches = [joined(run[0], *(("–", run[-1]) if len(run) > 1 else ())) for run in runs if run[0] in months]
    return joined(stretches[0], *(part for one in stretches[1:] for part in (", ", one)))
