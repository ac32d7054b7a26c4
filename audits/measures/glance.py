"""Some accounts by themselves, in any days: the measures, changes, verdicts and coverage an audit of them alone would have."""

from dataclasses import dataclass

from audits.evidence import Coverage, Segment, Subject
from audits.measures import sufficiency, windows
from audits.measures.assembly import Rows, TrackedAccount, sorted_out
from audits.measures.calendar import Cut
from audits.measures.posts import Posts, within
from audits.measures.subjects import Side, measure, questions
from audits.measures.trials import judged
from audits.measures.verdicts import judged as with_verdicts
from audits.measures.windows import Material
from smmstrategy.metrics.periods import Period


@dataclass(frozen=True, slots=True)
class Glance:
    """`posts` are those of the window «now», with their rates and words; `coverage` is that of «now», account by account."""

    accounts: tuple[TrackedAccount, ...]
    subject: Subject
    material: Material
    posts: Posts
    coverage: tuple[Coverage, ...]

    def steps(self, window: str, cut: Cut) -> tuple[Segment, ...]:
        """A window in steps, with the measures that a month of an audit has."""
        span = self.subject.windows[window].span
        return windows.steps(f"own.{window}.step", self.material, self.subject.account_ids, span, self.subject.er, cut)


def glanced(accounts: tuple[TrackedAccount, ...], rows: Rows, spans: dict[str, Period]) -> Glance:
    """`spans` has the window «now» and those it is compared with; the questions asked are corrected for each other alone."""
    posts, material = sorted_out(accounts, rows)
    side = Side("own", "own", "", tuple(a.id for a in accounts), tuple(dict.fromkeys(a.network for a in accounts)))
    asked = judged(list(questions(side, side, material, spans, "")))
    (subject,) = with_verdicts((measure(side, material, spans, ""),), asked)
    coverage = sufficiency.all_coverage(accounts, material, spans["now"], rows.origins)
    return Glance(accounts, subject, material, within(posts, spans["now"]), tuple(coverage))
