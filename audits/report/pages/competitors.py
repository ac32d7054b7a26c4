"""The brand among its competitors on the networks they share: a table, a map of pace and engagement, places."""

from dataclasses import replace
from decimal import Decimal

from audits.evidence import Missing, Number, Standing, Subject
from audits.report import names
from audits.report.blocks import alt, table
from audits.report.frame import framed
from audits.report.telling import Telling
from audits.report.titles import headline, strongest, titled
from audits.report.words import joined, listed
from smmstrategy.reports.document import Chart, ChartKind, Figure, Layout, Page, Part, Row, Series, Text
from smmstrategy.reports.formats import write

BESIDE_ONE = ("competitor_ahead", "competitor_behind")
COLUMNS = ("followers_end", "growth_rate", "posts_per_week", "interactions.median", "soe")
NAME = 24


def pages(telling: Telling) -> tuple[Page, ...]:
    if not telling.evidence.competitors:
        return ()
    found = (_table(telling), _map(telling), _ranking(telling))
    return tuple(page for page in found if page)


def sides(telling: Telling) -> list[Subject]:
    """All own accounts together, then every competitor."""
    return [telling.evidence.own, *telling.evidence.competitors]


def name(telling: Telling, subject: Subject) -> Part:
    return telling.brand(NAME) if subject.kind == "own" else telling.subject(subject, NAME)


def networks(telling: Telling, subject: Subject) -> str:
    """Those that its numbers are of: the shared ones it is in; where none is shared, all it is in."""
    counted = telling.evidence.shared_networks or [n for n in subject.networks if n != "website"]
    return ", ".join(names.network(n, telling.language) for n in dict.fromkeys(subject.networks) if n in counted)


def beside(telling: Telling, subject: Subject, code: str) -> Number | None:
    """A number that may stand beside the others'; where no network is shared, the subject's own in all of its networks."""
    number = (subject.beside if telling.evidence.shared_networks else subject.now.numbers).get(code)
    return number if number is not None and number.value is not None else None


def _posts(telling: Telling) -> Figure:
    """The posts that a page of the comparison stands on."""
    counts = [n for side in sides(telling) if (n := beside(telling, side, "posts"))]
    return telling.own("posts_compared", sum(int(n.value) for n in counts), "posts compared", *map(telling.figure, counts))


def shared(telling: Telling) -> Text:
    """Of which networks the numbers are, and whose interactions are not among them."""
    found = ", ".join(names.network(n, telling.language) for n in telling.evidence.shared_networks)
    if not found:
        return telling.say(
            "Общих площадок нет: числа каждого бренда — по всем его площадкам, сравнивать их нельзя",
            "No network is shared: the numbers of each brand cover all its networks and do not compare",
        )
    lead = telling.say("По общим площадкам: {networks}", "On the shared networks: {networks}", networks=found)
    return joined(lead, _counted_apart(telling))


def _counted_apart(telling: Telling) -> Text:
    """Who has a dash for rate and interactions though they are known; () where all count the same ones."""
    withheld = [s for s in sides(telling) if any(n.reason == Missing.COUNTED_APART for n in s.beside.values())]
    if not withheld:
        return ()
    return telling.say(
        "; ER и взаимодействия не сравнить, посчитаны другие действия: {names}",
        "; ER and interactions do not compare, other ones are counted: {names}",
        names=listed([(name(telling, s),) for s in withheld], telling.language),
    )


def measures(telling: Telling) -> list[str]:
    """Those that the brand and at least one competitor have; the common engagement rate among them."""
    er = f"{telling.evidence.common_er}.median" if telling.evidence.common_er else ""
    competitors = telling.evidence.competitors
    wanted = [*COLUMNS[:4], *([er] if er else []), COLUMNS[4]]
    return [c for c in wanted if beside(telling, telling.evidence.own, c) and any(beside(telling, r, c) for r in competitors)]


def _table(telling: Telling) -> Page | None:
    codes = measures(telling)
    if not codes:
        return None
    heads = [(telling.word("Бренд", "Brand"), "left", 4), (telling.word("Площадки", "Networks"), "left", 4)]
    heads += [(telling.named(code), "right", 2) for code in codes]
    first = next(code for code in ("soe", "interactions.median", *codes) if code in codes)
    ordered = sorted(sides(telling), key=lambda s: -(n.value if (n := beside(telling, s, first)) else -1))
    rows = [Row(_cells(telling, s, codes), emphasis=s.kind == "own") for s in ordered]
    numbers = [beside(telling, s, code) or _unknown(telling, s, code) for s in ordered for code in codes]
    codes = ("soe",)
    title = headline(telling, *codes) or _ranked_title(telling, first) or _table_title(telling)
    subtitle = joined(
        shared(telling), "; ", telling.say("прочерк — данных нет или мало дней", "a dash means no data or too few days")
    )
    compared = table(telling, heads, rows, title)
    return framed(telling, "competitors", title, compared, subtitle=subtitle, numbers=numbers, n=_posts(telling), codes=codes)


def _unknown(telling: Telling, side: Subject, code: str) -> Number:
    """The number in place of which a dash stands, or that it would be a share of, so that the footer says how little is known."""
    if withheld := side.beside.get("interactions" if code == "soe" else code):
        return withheld
    metric = beside(telling, telling.evidence.own, code).metric
    return Number(f"{side.key}.beside.{code}", None, metric, coverage=Decimal(0), reason=Missing.NOT_IMPORTED)


def _cells(telling: Telling, side: Subject, codes: list[str]) -> tuple[Part, ...]:
    numbers = (beside(telling, side, code) for code in codes)
    return (name(telling, side), networks(telling, side), *(telling.figure(n) if n else "—" for n in numbers))


def _table_title(telling: Telling) -> Text:
    count = telling.own("competitors_compared", len(telling.evidence.competitors), "competitors in the audit")
    if not telling.evidence.shared_networks:
        return telling.say(
            "В сравнении {n} {n:конкурент|конкурента|конкурентов}, общих с брендом площадок нет",
            "{n} {n:competitor|competitors} compared, with no network shared with the brand",
            n=count,
        )
    return telling.say(
        "В сравнении {n} {n:конкурент|конкурента|конкурентов}, данных для сравнения мало",
        "{n} {n:competitor|competitors} compared, with little data to compare by",
        n=count,
    )


def _ranked_title(telling: Telling, measure: str) -> Text | None:
    """The brand's place by the measure, where it has one."""
    places = (f for f in telling.facts.findings if f.code == "rank" and f.words["measure"] == measure)
    return next((titled(telling, place) for place in places), None)


def _map(telling: Telling) -> Page | None:
    """Who is ahead or behind, if their points are drawn; where no network is shared nothing is."""
    y = f"{telling.evidence.common_er}.median" if telling.evidence.common_er else "interactions.median"
    placed = [s for s in sides(telling) if beside(telling, s, "posts_per_week") and beside(telling, s, y)]
    if not telling.evidence.shared_networks or len(placed) < 2 or placed[0].kind != "own":
        return None
    series = tuple(
        Series(
            name(telling, s),
            (telling.figure(s.beside[y]),),
            (telling.figure(s.beside["posts_per_week"]),),
            accent=s.kind == "own",
        )
        for s in placed
    )
    told = strongest(telling, *BESIDE_ONE)
    codes = BESIDE_ONE if told and any(s.key == told.subject for s in placed) else ()
    title = headline(telling, *codes) or _map_title(telling)
    subtitle = shared(telling)
    chart = Chart(
        ChartKind.SCATTER,
        (),
        (),
        series,
        alt(telling, title),
        x_title=telling.title_label("posts_per_week"),
        y_title=telling.named(y),
    )
    numbers = [s.beside[y] for s in placed]
    n = _posts(telling)
    return framed(
        telling, "competitors_map", title, chart, subtitle=subtitle, numbers=numbers, n=n, codes=codes, of=[s.key for s in placed]
    )


def _map_title(telling: Telling) -> Text:
    """Who posts more often, as written: what reads alike is not called more."""
    own, *theirs = (telling.figure(pace) for side in sides(telling) if (pace := beside(telling, side, "posts_per_week")))
    as_busy = [figure for figure in theirs if write(figure, telling.language) == write(own, telling.language)]
    busier = [figure for figure in theirs if figure not in as_busy and figure.value > own.value]
    parts = {
        "busier": telling.own("competitors_busier", len(busier), "competitors that post more often", own, *theirs),
        "as_busy": telling.own("competitors_as_busy", len(as_busy), "competitors that post as often", own, *theirs),
        "of": telling.own("competitors_paced", len(theirs), "competitors whose pace is known"),
        "w": own,
    }
    if busier:
        return telling.say(
            "Чаще бренда {busier:публикует|публикуют|публикуют} {busier} из {of} {of:конкурента|конкурентов|конкурентов}: "
            "у бренда {w} в неделю",
            "{busier} of {of} {of:competitor|competitors} {busier:posts|post} more often than the brand’s {w} a week",
            **parts,
        )
    if as_busy:
        return telling.say(
            "Чаще бренда не публикует никто: {w} в неделю, столько же — у {as_busy} из {of} "
            "{of:конкурента|конкурентов|конкурентов}",
            "No competitor posts more often than the brand’s {w} a week, and {as_busy} of {of} {as_busy:posts|post} as often",
            **parts,
        )
    return telling.say(
        "Бренд публикует чаще всех: {w} в неделю, конкурентов в сравнении — {of}",
        "The brand posts more often than all {of} competitors: {w} a week",
        **parts,
    )


def _ranking(telling: Telling) -> Page | None:
    wanted = (f"{telling.evidence.common_er}.median", "interactions.median", "views.median", "growth_rate", "followers_end")
    found = [s for code in wanted for s in telling.evidence.standings if s.measure == code][:2]
    if not found:
        return None
    charts = tuple(_ranked(telling, standing) for standing in found)
    title = _ranked_title(telling, found[0].measure)
    subtitle = joined(shared(telling), "; ", telling.say("бренд выделен цветом", "the brand is in colour"))
    numbers = [rank.number for standing in found for rank in standing.ranks]
    return framed(
        telling,
        "competitors_rank",
        title,
        *charts,
        subtitle=subtitle,
        numbers=numbers,
        n=_posts(telling),
        layout=Layout.GRID,
        codes=("rank",),
    )


def _ranked(telling: Telling, standing: Standing) -> Chart:
    """Two series over the same names, so that the brand's bar alone is in colour."""
    brands = tuple(name(telling, telling.evidence.subject(rank.subject)) for rank in standing.ranks)
    blank = telling.own("blank", None, "")
    figures = {r.subject: telling.figure(r.number) for r in standing.ranks}
    gaps = {key: replace(figure, id=blank.id, value=None) for key, figure in figures.items()}
    mine = tuple((figures if key == "own" else gaps)[key] for key in figures)
    theirs = tuple((gaps if key == "own" else figures)[key] for key in figures)
    title = (telling.named(standing.measure),)
    series = (Series(telling.brand(NAME), mine, accent=True), Series(telling.word("Конкуренты", "Competitors"), theirs))
    return Chart(ChartKind.BARS, title, brands, series, alt(telling, title))
