"""The one door in for numbers: `record` stores what a source says, `compare` foretells it, `retract` takes an import back.

`record_all` and `compare_all` do the same for many accounts of a client at once.

Rules, for posts and values alike:
- The same records twice change nothing the second time; only what differs is rewritten, and the old row becomes a revision.
- What was measured (api, import, manual) always replaces what was guessed (reconstructed, estimated), never the reverse.
- Of an account's days what is exact always replaces what is rounded, never the reverse; a post goes on being seen: its later
  figure counts, however rounded.
- Among equals the later collection wins, of the same moment the one that came last; what differs in an older one is «overruled»,
  also when a later one only saw it again.
- An overruled value becomes a revision that never stood; undoing gives a place to the value that counts most of those left.
- A value is of the first collection that says it with no other word between it and now, in whatever order they come: what was
  corrected and said again is as old as when it was said again.
- Each field of a post is decided by itself, in whatever order collections come: an empty one never erases a filled one, a day
  never replaces a time, nor midnight a time of its day, nor a minute its seconds, nor a time kept by hand the network's; an older
  one still fills gaps.
- A post counts as collected when the last collection that has it was, in whatever order they come.
- A post is gone since the first collection that misses it after the last that has it, in whatever order they come; a guess
  says nothing of that.
- A key given twice in one call counts once: the last record wins, a post's metrics are united, earlier ones are «unchanged».
"""

from smmstrategy.metrics.actions.outcome import Outcome, Replacement, Status
from smmstrategy.metrics.actions.recording import compare, compare_all, record, record_all
from smmstrategy.metrics.actions.retracting import retract
from smmstrategy.metrics.actions.statement import Statement

__all__ = ["Outcome", "Replacement", "Statement", "Status", "compare", "compare_all", "record", "record_all", "retract"]
