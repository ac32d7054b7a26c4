"""Everything a finding or a page may use: frozen values that carry their identity, and their way to JSON and back.

A measure is looked up by its code in `numbers`. A plain code of the metric catalogue (`views`, `likes`, `visits`) or `posts` and
`interactions` is a total; an ending says how posts became one number: `.median`, `.mean` (one value per post), `.total` (sum of
numerators over sum of denominators). A rate's ending follows its formula's code: `er_view.median`, `er_reach.mean`. Reach has
no total: it is `reach.median`, `reach.mean` or the network's own `account_reach`. A number's id is "subject.window.measure" or
"subject.window.breakdown:key.measure": "own.now.er_view.median", "account-7.now.month:2026-05.posts". What is compared over some
accounts of a subject names them: "own:7+9.before.posts".
"""

from audits.evidence.findings import Finding, Severity
from audits.evidence.numbers import ENDINGS, MEAN_DAY, UNCOUNTED, Missing, Number, Segment
from audits.evidence.rows import Coverage, DayRow, ImportNote, PostRow, Tracked
from audits.evidence.subjects import CONVINCING, Change, Decomposition, Effect, RankedPost, Subject, Verdict, Window
from audits.evidence.whole import METHODOLOGIES_READ, METHODOLOGY, OF_FOLLOWERS, Comparison, Evidence, Rank, Standing, Trial

__all__ = [
    "CONVINCING",
    "ENDINGS",
    "MEAN_DAY",
    "METHODOLOGIES_READ",
    "METHODOLOGY",
    "OF_FOLLOWERS",
    "UNCOUNTED",
    "Change",
    "Comparison",
    "Coverage",
    "DayRow",
    "Decomposition",
    "Effect",
    "Evidence",
    "Finding",
    "ImportNote",
    "Missing",
    "Number",
    "PostRow",
    "Rank",
    "RankedPost",
    "Segment",
    "Severity",
    "Standing",
    "Subject",
    "Tracked",
    "Trial",
    "Verdict",
    "Window",
]
