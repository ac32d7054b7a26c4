"""The teller of one document: facts and a language in, texts and figures out, and the origin of every figure it has let out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from audits.evidence import Change, Evidence, Number, Segment, Subject, Tracked, Trial, Verdict, Window
from audits.measures.calendar import by_clock, why_one
from audits.measures.sufficiency import counted_apart
from audits.measures.traffic import is_added
from audits.report import measure_names, names
from audits.report.facts import Facts
from audits.report.words import joined, sentence
from smmstrategy.metrics.catalogue import METRICS, VIEWS_EN
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.metrics.periods import Period
from smmstrategy.reports import document
from smmstrategy.reports.document import Code, Day, Delta, Figure, Origin, Quote, Shown, Text
from smmstrategy.reports.formats import NBSP
from smmstrategy.words import Words

HALF_A_PER_CENT = Decimal("0.005")
OF_INTERACTIONS = ("interactions.median", "interactions.mean")


@dataclass(slots=True)
class Telling:
    facts: Facts
    language: str
    file_kinds: Mapping[str, str] = field(default_factory=dict)  # what kinds of export files are called, by code
    origins: dict[str, Origin] = field(default_factory=dict)
    pages: dict[tuple[str, str], str] = field(default_factory=dict)  # code and subject of a finding → key of the page showing it
    lists: dict[str, str] = field(default_factory=dict)  # code of a finding → the page listing it of anybody
    changes: dict[tuple[str, str, str], str] = field(default_factory=dict)  # subject, measure, against → the page listing it
    days_apart: dict[str, tuple[Period, ...]] = field(default_factory=dict)  # of the numbers that are not of the whole period
    room: tuple[int, int] = (0, names.WHOLE)  # for a name: so many characters at least and at most, whatever its place has

    def __post_init__(self) -> None:
        self.days_apart = self.days_apart or self.evidence.days_apart()

    @property
    def evidence(self) -> Evidence:
        return self.facts.evidence

    @property
    def website_alone(self) -> Tracked | None:
        """The website of a brand that has no other account."""
        own = [account for account in self.evidence.accounts if account.role == "own"]
        return own[0] if len(own) == 1 and not own[0].is_social else None

    @property
    def websites(self) -> int:
        """How many of the brand's own accounts are websites."""
        return sum(account.role == "own" and not account.is_social for account in self.evidence.accounts)

    def beside_accounts(self, one: tuple[str, str], more: tuple[str, str]) -> str:
        """What is said after accounts where a website, or several, are among what is counted; "" where none is."""
        return self.word(*(one if self.websites == 1 else more)) if self.websites else ""

    def of_kept(self, every: Figure) -> Text:
        """«5 аккаунтов» after «из»; a website among them is no account."""
        if self.websites:
            return self.say("{n} аккаунтов и сайтов", "{n} accounts and websites", n=every)
        return self.say("{n} {n:аккаунта|аккаунтов|аккаунтов}", "{n} {n:account|accounts}", n=every)

    def tested(self, *questions: str) -> bool:
        """Whether a test was put to the posts of all own accounts together: «format:», each the beginning of a question."""
        return bool(self._trials(*questions))

    def differs(self, *questions: str) -> bool:
        """Whether one of these tests found a difference."""
        return any(trial.convinces for trial in self._trials(*questions))

    @property
    def has_tested_changes(self) -> bool:
        """Whether any change of all own accounts together was tested."""
        return any(change.verdict is not Verdict.UNTESTED for change in self.evidence.own.changes)

    def is_steady(self, measure: str) -> bool:
        """Whether the measure of all own accounts together did."""
        return self.evidence.is_steady(self.evidence.own, measure)

    def mixes_networks(self, code: str) -> bool:
        """Whether the number of all own accounts is made of what networks count in different ways: their views, interactions."""
        if code in OF_INTERACTIONS:
            return counted_apart(self.evidence, code)
        giving = [s for s in self.evidence.own_accounts if value(s.now, code)]
        return code in METRICS and METRICS[code].note_en == VIEWS_EN and len({s.networks for s in giving}) > 1

    @property
    def mixes_rates(self) -> bool:
        """Whether own accounts are judged by engagement rates of different formulas."""
        return len({s.er for s in self.evidence.own_accounts if value(s.now, f"{s.er}.median")}) > 1

    def say(self, ru: str, en: str, **parts: document.Part | Text) -> Text:
        return sentence(Words(ru, en), self.language, **parts)

    def word(self, ru: str, en: str) -> str:
        return ru if self.language == "ru" else en

    def figure(self, number: Number, *, short: bool = False, places: int | None = None, signed: bool = False) -> Figure:
        """The number, written as its measure is; `short` writes large counts as «1,2 млн»."""
        how = measure_names.measure(number.id)
        self.origins[number.id] = self._origin(number)
        shown = Shown.SHORT if short and how.shown == Shown.INTEGER else how.shown
        digits = how.places if places is None else places
        if shown == Shown.SHORT:
            digits = 1
        elif shown == Shown.INTEGER and number.value is not None and number.value != int(number.value):
            shown, digits = Shown.DECIMAL, 1
        if number.is_per_day and shown in (Shown.SHORT, Shown.DECIMAL, Shown.MONEY):
            digits = measure_names.places_of_a_day(number.value, shown)
        return Figure(
            number.id, number.value, shown, digits, signed or how.is_signed, self.evidence.currency if shown == Shown.MONEY else ""
        )

    def points(self, number: Number) -> Figure:
        """A difference of two rates, in percentage points, with its sign."""
        return replace(self.figure(number, signed=True), shown=Shown.POINTS, places=2)

    def percent(self, number: Number, *, places: int = 0, signed: bool = False) -> Figure:
        return replace(self.figure(number, signed=signed), shown=Shown.PERCENT, places=places, currency="")

    def own(
        self,
        key: str,
        value: Decimal | int | None,
        formula: str,
        *inputs: Figure,
        shown: Shown = Shown.INTEGER,
        places: int | None = None,
        metric: str = FORMULAS["count"].id,
    ) -> Figure:
        """A figure the report works out itself: a count of rows, a score, a threshold."""
        figure_id = f"report.{key}"
        self.origins[figure_id] = Origin(metric, formula, tuple((figure.id, str(figure.value)) for figure in inputs), "report")
        return Figure(figure_id, value, shown, places)

    def posts_known(self, number: Number) -> Figure:
        """On how many posts the number stands."""
        return self.own(f"n.{number.id}", number.n, "posts of which the measure is known")

    def posts_uncounted(self, number: Number) -> Figure:
        """How many posts its formula does not count."""
        return self.own(f"uncounted.{number.id}", number.uncounted, "posts with all that the formula needs, refused by its rule")

    def coverage_of(self, number: Number) -> Figure:
        """How much of what the number needs is known."""
        key, metric = f"coverage.{number.id}", FORMULAS["coverage"].id
        return self.own(key, number.coverage, f"coverage of {number.id}", shown=Shown.PERCENT, places=0, metric=metric)

    def delta(self, change: Change | None, against: Text = ()) -> Delta | None:
        """The change as a chip: points for rates, per cent for everything else; None when it cannot be said."""
        if change is None:
            return None
        if measure_names.measure(change.measure).is_rate:
            return None if change.absolute.value is None else Delta(self.points(change.absolute), change.good, against)
        return None if change.relative.value is None else Delta(self._relative(change), change.good, against)

    def _relative(self, change: Change) -> Figure:
        """In whole per cent, as the changes beside it; what is said to have changed is not said to be nought."""
        is_fine = change.is_told and abs(change.relative.value) < HALF_A_PER_CENT
        return self.percent(change.relative, signed=True, places=int(is_fine))

    def label(self, code: str) -> str:
        return measure_names.measure(code).words.in_language(self.language)

    def title_label(self, code: str) -> str:
        return measure_names.titled(code, self.language)

    def named(self, code: str) -> str:
        return measure_names.named(code, self.language)

    def in_a_sentence(self, code: str) -> str:
        return measure_names.in_a_sentence(code, self.language)

    def method(self, number: Number) -> Code:
        """The formula of a number, by code and version."""
        return Code(self.figure(number).id, number.metric)

    def qualified(self, code: str) -> Text:
        """The name of a measure of all own accounts, with what must be said beside it."""
        own, name = self.evidence.own, (self.named(code),)
        number = own.now.numbers[code]
        for beside in (self.of_parts(number), self.of_another_day(number), self.in_accounts(own, number)):
            name = joined(name, " (", beside, ")") if beside else name
        return name

    def in_accounts(self, subject: Subject, number: Number) -> Text:
        """Of how many accounts a number is, () where it stands on all of its kind."""
        numbers = subject.some_of(number)
        return self.some_accounts(*numbers) if numbers else ()

    def some_accounts(self, known: Number, of: Number) -> Text:
        """«по 1 из 3 аккаунтов», and «по 2 аккаунтам» where no other network gives the measure; one website is named."""
        if sites := [a for a in self.evidence.accounts if a.account_id in known.accounts and not a.is_social]:
            return self._some_websites(known, of, sites)
        known, of = self.figure(known), self.figure(of)
        if known.value == of.value:
            return self.say("по {n} {n:аккаунту|аккаунтам|аккаунтам}", "in {n} {n:account|accounts}", n=known)
        return self.say(
            "по {known} из {of} {of:аккаунта|аккаунтов|аккаунтов}", "in {known} of {of} {of:account|accounts}", known=known, of=of
        )

    def _some_websites(self, known: Number, of: Number, sites: Sequence[Tracked]) -> Text:
        parts = {"known": self.figure(known), "of": self.figure(of)}
        if len(sites) > 1:
            return self.say("по {known} из {of} {of:сайта|сайтов|сайтов}", "in {known} of {of} {of:website|websites}", **parts)
        (site,) = sites
        name = Quote(names.own_name(site, self.evidence, self._room(names.SHORT)), site.url)
        return self.say(
            "по {known} из {of} {of:сайта|сайтов|сайтов}, {name}",
            "in {known} of {of} {of:website|websites}, {name}",
            name=name,
            **parts,
        )

    def of_parts(self, number: Number) -> str:
        """What must be said beside the sum of a breakdown, of which nobody says that it is all there was; "" beside a total."""
        return self.word("сумма разбивки", "sum of a breakdown") if is_added(number) else ""

    def of_another_day(self, number: Number) -> str:
        """What must be said beside followers at the end of the period where its last day is not known; "" beside all else."""
        is_of_end = number.id.endswith(".now.followers_end") and self.lacks_followers(number.accounts, self.evidence.period.last)
        return self.word("на ближайший известный день", "on the nearest known day") if is_of_end else ""

    def lacks_followers(self, accounts: Collection[int], day: date) -> bool:
        """Whether those of one of these accounts are not known on that very day of the period."""
        rows = (c for c in self.evidence.coverage if c.metric == "followers" and c.account_id in accounts)
        return any(gap.first <= day <= gap.last for c in rows for gap in c.gaps)

    def subject(self, subject: Subject, limit: int = names.SHORT) -> document.Part:
        if subject.kind == "own":
            return self.word("все аккаунты", "all accounts")
        if subject.kind == "account":
            return self.account(subject.account_ids[0], limit)
        return self.beside_others(subject.name, limit)

    def account(self, account_id: int, limit: int = names.SHORT) -> Quote:
        tracked = next(a for a in self.evidence.accounts if a.account_id == account_id)
        return Quote(names.account_name(tracked, self.evidence, self.language, self._room(limit)), tracked.url)

    def file_kind(self, code: str) -> str:
        """What kind of export a file is; the code itself for a kind that is not known."""
        return self.file_kinds.get(code, code)

    def brand(self, limit: int = names.SHORT) -> Quote:
        return self.beside_others(self.evidence.brand, limit)

    def beside_others(self, name: str, limit: int = names.SHORT) -> Quote:
        """The name of the brand or a competitor, told from those it stands beside."""
        all_names = (self.evidence.brand, *(one.name for one in self.evidence.competitors))
        return Quote(names.fitted(name, self._room(limit), all_names))

    def _room(self, limit: int) -> int:
        least, most = self.room
        return max(least, min(limit, most))

    def clock(self, moment: datetime) -> datetime:
        """In the client's zone."""
        return by_clock(moment, self.evidence.time_zone)

    def day(self, moment: datetime) -> Day:
        """The day it was for the client."""
        return Day(self.clock(moment).date())

    def period(self, first: date, last: date) -> Text:
        return (Day(first, with_year=first.year != last.year), f"{NBSP}— ", Day(last))

    def called(self, window: str) -> str:
        """The window by which its days are called: those before a whole year are the year earlier."""
        return "year_earlier" if window == "before" and why_one(self.evidence.period) == "same" else window

    def window(self, name: str) -> str:
        return {
            "now": self.word("период аудита", "audit period"),
            "before": self.word("прошлое полугодие", "previous half-year")
            if self.evidence.month_count == 6
            else self.word("прошлый период", "previous period"),
            "year_earlier": self.word("год назад", "a year earlier"),
        }[self.called(name)]

    def _trials(self, *questions: str) -> list[Trial]:
        asked = tuple(f"own.{question}" for question in questions)
        return [trial for question, trial in self.evidence.trials.items() if question.startswith(asked)]

    def _origin(self, number: Number) -> Origin:
        return Origin(number.metric, number.formula, number.inputs, number.source, self._period(number.id), number.coverage)

    def _period(self, number_id: str) -> str:
        return " ".join(f"{days.first}/{days.last}" for days in self.days_apart.get(number_id, (self.evidence.period,)))


def value(holder: Window | Segment | None, code: str) -> Number | None:
    """The number of a window or of a line of a breakdown, if it is there and known."""
    number = holder.numbers.get(code) if holder else None
    return number if number is not None and number.value is not None else None
