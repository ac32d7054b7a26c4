"""Accounts that one table of a file names in words alone and another beside an address: they are one."""

from smmstrategy.clients import handles
from smmstrategy.metrics.imports.reading.cells import names
from smmstrategy.metrics.imports.reading.draft import Draft


def unite(draft: Draft) -> None:
    """What was taken for an account of that name goes to the one whose address stands beside the name."""
    for page in draft.by_name_alone & draft.subjects.keys():
        subject = draft.subjects[page]
        owner = draft.tied_to(names.compared(subject.handle), subject.network)
        if not owner or (owner[0], handles.key(*owner)) == page:
            continue
        addressed = draft.subject(*owner)
        addressed.name = addressed.name or subject.name
        for taken in ("posts", "values", "rows"):
            getattr(addressed, taken).extend(getattr(subject, taken))
        draft.lost |= {row: owner for row, lost in draft.lost.items() if lost and (lost[0], handles.key(*lost)) == page}
        draft.others |= {(owner[0], handles.key(*owner)): draft.others[page]} if page in draft.others else {}
        del draft.subjects[page]
