"""The brand beside its competitors: each comparison there is, who takes part, with what numbers, and what must be said of it."""

from collections.abc import Collection
from dataclasses import replace

from audits.evidence import ENDINGS, Comparison, Missing, Number, Standing, Subject
from audits.measures.numbers import is_of_few
from audits.measures.sufficiency import counted
from audits.report import names
from audits.report.telling import Telling
from audits.report.wording.parts import during
from audits.report.words import joined, listed
from smmstrategy.metrics.catalogue import is_social
from smmstrategy.metrics.formulas import INTERACTION_PARTS
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.document import Day, Figure, Part, Text
from smmstrategy.reports.formats import NBSP

COLUMNS = ("followers_end", "growth_rate", "posts_per_week", "interactions.median")
RANKED = ("interactions.median", "views.median", "growth_rate", "followers_end")
CHARTS = 2


def comparisons(telling: Telling) -> tuple[Comparison, ...]:
    """Where no network is shared one of all there is, in which nobody has a place."""
    everyone = (telling.evidence.own, *telling.evidence.competitors)
    apart = Comparison((), "", {subject.key: subject.now.numbers for subject in everyone}, ())
    return telling.evidence.comparisons or (apart,) * bool(telling.evidence.competitors)


def sides(telling: Telling, comparison: Comparison) -> list[Subject]:
    """All own accounts together, then every competitor that takes part."""
    return [s for s in (telling.evidence.own, *telling.evidence.competitors) if s.key in comparison.beside]


def name(telling: Telling, subject: Subject) -> Part:
    return telling.brand() if subject.kind == "own" else telling.subject(subject)


def networks(telling: Telling, subject: Subject, comparison: Comparison) -> str:
    """Those that its numbers are of."""
    counted = [n for n in there(subject, comparison).networks if is_social(n)]
    return ", ".join(names.network(n, telling.language) for n in dict.fromkeys(counted))


def there(subject: Subject, comparison: Comparison) -> Subject:
    """With its accounts on the networks compared alone; where none is shared, with all."""
    accounts = [
        (account, network)
        for account, network in zip(subject.account_ids, subject.networks, strict=True)
        if network in comparison.networks or not comparison.networks
    ]
    return replace(subject, account_ids=tuple(a for a, _ in accounts), networks=tuple(n for _, n in accounts))


def beside(comparison: Comparison, subject: Subject, code: str) -> Number | None:
    """A number that may stand beside the others'."""
    number = comparison.beside[subject.key].get(code)
    return number if number is not None and number.value is not None else None


def keyed(telling: Telling, comparison: Comparison, key: str) -> str:
    """Of a page or figure of the comparison."""
    return f"{key}:{'+'.join(comparison.networks)}" if comparison in telling.evidence.comparisons[1:] else key


def posts_compared(telling: Telling, comparison: Comparison, drawn: Collection[str] = ()) -> Figure:
    """The posts that a page of the comparison stands on: of those `drawn` there, else of all."""
    counts = _published(telling, comparison, drawn)
    key = keyed(telling, comparison, ".".join(("posts_compared", *(drawn and counts))))
    return telling.own(key, sum(int(n.value) for n in counts.values()), "posts compared", *map(telling.figure, counts.values()))


def days_compared(telling: Telling, comparison: Comparison, drawn: Collection[str] = ()) -> list[Number]:
    """Of whom days are known the posts, whose coverage says of how many: of medians it says of how many posts alone."""
    return [number for number in _published(telling, comparison, drawn).values() if number.coverage]


def of_posts(telling: Telling, comparison: Comparison) -> Text:
    """Of which days posts are compared, or in how many months where there is a gap between these; () in all of the period."""
    days = telling.evidence.part_compared(comparison)
    if len(days) == 1:
        return telling.say(", публикации за {days}", ", posts of {days}", days=telling.period(days[0].first, days[0].last))
    return joined(telling.word(", публикации", ", posts"), during(telling, days)) if days else ()


def _published(telling: Telling, comparison: Comparison, drawn: Collection[str]) -> dict[str, Number]:
    among = [side for side in sides(telling, comparison) if not drawn or side.key in drawn]
    return {side.key: n for side in among if (n := beside(comparison, side, "posts"))}


def shared(telling: Telling, comparison: Comparison, shown: Collection[str]) -> Text:
    """Of which networks and months the numbers are, whose interactions are not among them, who has no place by those `shown`, and
    who is not beside the brand anywhere."""
    named = ", ".join(names.network(n, telling.language) for n in comparison.networks)
    if not named:
        return telling.say(
            "Общих площадок нет: числа каждого бренда — по всем его площадкам, сравнивать их нельзя",
            "No network is shared: the numbers of each brand cover all its networks and do not compare",
        )
    lead = telling.say("По общим площадкам: {networks}", "On the shared networks: {networks}", networks=named)
    return joined(
        lead,
        _of_networks(telling, comparison),
        _months(telling, comparison),
        _counted_apart(telling, comparison),
        _of_few(telling, comparison, shown),
        _in_doubt(telling, comparison),
        _elsewhere(telling),
    )


def _of_networks(telling: Telling, comparison: Comparison) -> Text:
    """In which networks the brand's posts are known, where it is not in all of them: only these are compared."""
    posts = beside(comparison, telling.evidence.own, "posts")
    own = telling.evidence.own
    known = {network for one, network in zip(own.account_ids, own.networks, strict=True) if posts and one in posts.accounts}
    if not known or known.issuperset(comparison.networks):
        return ()
    named = ", ".join(names.network(n, telling.language) for n in comparison.networks if n in known)
    return telling.say("; публикации — лишь {networks}", "; posts of {networks} alone", networks=named)


def _months(telling: Telling, comparison: Comparison) -> Text:
    """Of which months posts are compared where these are not all, and who knows others; where none is shared, whose are which."""
    mine = comparison.days.get("own", ())
    known = [side for side in sides(telling, comparison) if comparison.days.get(side.key) and side.key not in comparison.partly]
    others = [side for side in known if comparison.days[side.key] != mine]
    if others and len(others) + 1 >= len(known):
        words = "; общих месяцев нет, публикации не сравнить: {each}", "; no month is shared, so posts do not compare: {each}"
        return joined(telling.say(*words, each=_each_with_months(telling, comparison, known)), _known_in_part(telling, comparison))
    return joined(
        telling.say("; публикации — {months}", "; posts of {months}", months=_of_months(days))
        if (days := telling.evidence.part_compared(comparison))
        else (),
        telling.say(
            "; места по публикациям нет, месяцы другие: {each}",
            "; no place by posts, as the months are others: {each}",
            each=_each_with_months(telling, comparison, others),
        )
        if others
        else (),
        _known_in_part(telling, comparison),
    )


def _known_in_part(telling: Telling, comparison: Comparison) -> Text:
    """Whose posts are not known in which networks, of all of the brand's months or of some."""
    if not comparison.partly:
        return ()
    each = [
        joined(name(telling, side), " (", listed([_in_network(telling, *one) for one in lacking.items()], telling.language), ")")
        for side in sides(telling, comparison)
        if (lacking := comparison.partly.get(side.key))
    ]
    return telling.say(
        "; места по публикациям нет, известны не все: {each}",
        "; no place by posts, as not all are known: {each}",
        each=listed(each, telling.language),
    )


def _in_network(telling: Telling, network: str, known: Collection[Period]) -> Text:
    where = names.network(network, telling.language)
    if not known:
        return telling.say("{network}: ни одной", "{network}: none", network=where)
    return telling.say("{network}: лишь {months}", "{network}: {months} alone", network=where, months=_of_months(known))


def _each_with_months(telling: Telling, comparison: Comparison, known: Collection[Subject]) -> Text:
    each = [joined(name(telling, side), " (", _of_months(comparison.days[side.key]), ")") for side in known]
    return listed(each, telling.language)


def _of_months(days: Collection[Period]) -> Text:
    """«янв 2026 — мар 2026, май 2026»."""
    return joined(*[part for one in days for part in (", ", *_run(one))][1:])


def _run(days: Period) -> Text:
    first, last = (Day(day, with_day=False) for day in (days.first, days.last))
    return (first, f"{NBSP}— ", last) if days.month_count > 1 else (first,)


def _counted_apart(telling: Telling, comparison: Comparison) -> Text:
    """Who has a dash for rate and interactions though they are known; () where all count the same ones."""
    withheld = [
        s for s in sides(telling, comparison) if any(n.reason == Missing.COUNTED_APART for n in comparison.beside[s.key].values())
    ]
    if not withheld:
        return ()
    own = there(telling.evidence.own, comparison)
    mine = frozenset().union(*(counted(telling.evidence.coverage, account) for account in own.account_ids))
    if not mine:
        return telling.say(
            "; ER и взаимодействия не сравнить: у бренда они неизвестны",
            "; ER and interactions do not compare: the brand’s are not known",
        )
    return telling.say(
        "; ER и взаимодействия не сравнить: у бренда посчитаны {mine}, иначе — у {names}",
        "; ER and interactions do not compare: the brand’s are {mine}, others are counted of {names}",
        mine=listed([(telling.label(code),) for code in INTERACTION_PARTS if code in mine], telling.language),
        names=listed([(name(telling, s),) for s in withheld], telling.language),
    )


def _of_few(telling: Telling, comparison: Comparison, shown: Collection[str]) -> Text:
    """Who has no place by medians shown, each being of too few posts, and by which where it is not so of all its medians."""
    named: dict[tuple[str, ...], list[Text]] = {}
    for side in sides(telling, comparison):
        medians = _medians(comparison, side)
        few = {code for code, number in medians.items() if is_of_few(number) and not _is_ranked(comparison, side, code)}
        if here := [code for code in dict.fromkeys(shown) if code in few]:
            named.setdefault(() if few == medians.keys() else tuple(here), []).append((name(telling, side),))
    return joined(*(_without_place(telling, codes, listed(who, telling.language)) for codes, who in named.items()))


def _in_doubt(telling: Telling, comparison: Comparison) -> Text:
    """Of whom whole months have no post, which their files may lack: these are not among the months compared."""
    whose = [(name(telling, side),) for side in sides(telling, comparison) if side.now.in_doubt]
    if not whose:
        return ()
    return telling.say(
        "; есть месяцы без публикаций (пауза или пропуск в файле): {names}",
        "; months without a post (silent, or left out of the file): {names}",
        names=listed(whose, telling.language),
    )


def _medians(comparison: Comparison, subject: Subject) -> dict[str, Number]:
    return {
        code: n for code in comparison.beside[subject.key] if code.endswith(ENDINGS) and (n := beside(comparison, subject, code))
    }


def _is_ranked(comparison: Comparison, subject: Subject, code: str) -> bool:
    return any(
        rank.subject == subject.key for standing in comparison.standings if standing.measure == code for rank in standing.ranks
    )


def _without_place(telling: Telling, codes: tuple[str, ...], names: Text) -> Text:
    """By these medians, or by any."""
    if not codes:
        return telling.say(
            "; места по медианам нет, публикаций мало: {names}", "; no place by medians, too few posts: {names}", names=names
        )
    return telling.say(
        "; места по медиане ({which}) нет, мало публикаций с данными: {names}",
        "; no place by median {which}, too few posts with data: {names}",
        which=listed([(telling.label(code),) for code in codes], telling.language),
        names=names,
    )


def _elsewhere(telling: Telling) -> Text:
    """Who shares no network with the brand; () where nobody does."""
    apart = [s for s in telling.evidence.competitors if telling.evidence.comparison(s.key) is None]
    if not apart:
        return ()
    return telling.say(
        "; на других площадках: {names}",
        "; on other networks: {names}",
        names=listed([(name(telling, s),) for s in apart], telling.language),
    )


def measures(telling: Telling, comparison: Comparison) -> list[str]:
    """Those that the brand and at least one competitor have; the common engagement rate among them, and what has a chart."""
    own, *competitors = sides(telling, comparison)
    drawn = [standing.measure for standing in charted(comparison)]
    wanted = dict.fromkeys((*COLUMNS, *([f"{comparison.er}.median"] if comparison.er else []), "soe", *drawn))
    return [c for c in wanted if beside(comparison, own, c) and any(beside(comparison, r, c) for r in competitors)]


def charted(comparison: Comparison) -> list[Standing]:
    return [s for code in (f"{comparison.er}.median", *RANKED) for s in comparison.standings if s.measure == code][:CHARTS]
