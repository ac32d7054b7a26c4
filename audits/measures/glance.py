"""Some accounts of a brand in any days: the measures, changes, verdicts and coverage that an audit of the brand has of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from audits.evidence import Coverage, Segment, Subject, Trial
from audits.measures import sufficiency, windows
from audits.measures.assembly import Prepared, Records, TrackedAccount, answers, of_the_brand, prepared
from audits.measures.calendar import Cut
from audits.measures.posts import Posts
from audits.measures.subjects import Side, measure, questions
from audits.measures.trials import trials_of
from audits.measures.verdicts import with_verdicts
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
        subject, period = self.subject, self.subject.windows[window].period
        return windows.steps(f"{subject.key}.{window}.step", self.material, subject.account_ids, period, subject.er, cut)


def glanced(records: Records, account_id: int | None, shown: Iterable[str]) -> Glance:
    """An account, or all own ones, in the windows `shown`, judged as an audit of the brand in all windows of the records."""
    ready = prepared(records)
    accounts = tuple(a for a in records.accounts if (a.id == account_id if account_id else a.role == "own"))
    side, asked = _asked(ready, records.periods, accounts)
    periods = {name: records.periods[name] for name in shown}
    (subject,) = with_verdicts((measure(side, ready.material, periods, "", windows.outline),), asked)
    coverage = sufficiency.all_coverage(accounts, ready.material, periods["now"])
    posts = ready.posts.of_accounts(side.account_ids).within(periods["now"])
    return Glance(accounts, subject, side.told(ready.material, periods["now"]), posts, tuple(coverage))


def _asked(ready: Prepared, periods: dict[str, Period], accounts: tuple[TrackedAccount, ...]) -> tuple[Side, dict[str, Trial]]:
    """The accounts as a side, and its trials; no audit asks how a competitor changed, so its account is asked alone."""
    ids = tuple(account.id for account in accounts)
    side = next((one for one in ready.sides if one.kind != "competitor" and one.account_ids == ids), None)
    if side is None:
        alone = Side("own", "own", "", ids, tuple(account.network for account in accounts))
        return alone, trials_of(list(questions(alone, alone, ready.material, periods, "")))
    answered = answers(ready)
    trials = trials_of(answered)
    shared = {f"{side.key}.{one.asked}": trials[one.question] for one in of_the_brand(side, ready, answered)}
    return side, trials | shared
