"""Accounts that one table of a file names in words alone and another beside an address: they are one."""

from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.draft import Draft, page


def unite(draft: Draft) -> None:
    """What was taken for an account of that name goes to the one whose address stands beside the name."""
    for by_name in draft.by_name_alone & draft.subjects.keys():
        subject = draft.subjects[by_name]
        owner = draft.tied_to(names.compared(subject.handle), subject.network)
        if not owner or page(*owner) == by_name:
            continue
        addressed = draft.subject(*owner)
        addressed.name = addressed.name or subject.name
        for taken in ("posts", "values", "rows", "united"):
            getattr(addressed, taken).extend(getattr(subject, taken))
        draft.lost |= {row: owner for row, lost in draft.lost.items() if lost and page(*lost) == by_name}
        draft.others |= {page(*owner): draft.others[by_name]} if by_name in draft.others else {}
        del draft.subjects[by_name]
