"""A page in its frame: section, footer, notes, what to do about it, and the note the law asks for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice, product

from audits.evidence import Number
from audits.opportunities import recommendation
from audits.report import names
from audits.report.advice import advised
from audits.report.telling import Telling, value
from audits.report.titles import strongest
from audits.report.words import joined
from smmstrategy.law.meta import META_NOTE, names_meta
from smmstrategy.metrics.catalogue import METRICS, Totals
from smmstrategy.metrics.formulas import identity
from smmstrategy.reports.beside import evenly_fine
from smmstrategy.reports.document import Block, Callout, Chart, Code, Figure, Heatmap, Layout, Page, Text
from smmstrategy.reports.document.walk import figures, texts
from smmstrategy.reports.formats import write
from smmstrategy.words import Words

IDS_IN_NOTE = 12
METHODS_NAMED = 4
# Plain arithmetic is no method, and neither is what somebody estimates.
PLAIN = {identity(code) for code in ("count", "share", "times", "coverage", "change", "estimate")}
_SUM = Words("Итоги", "Results")
_DATA = Words("Данные", "Data")
_AUDIENCE = Words("Аудитория и видимость", "Audience and visibility")
_ENGAGEMENT = Words("Вовлечённость", "Engagement")
_CONTENT = Words("Контент", "Content")
_TRAFFIC = Words("Трафик", "Traffic")
_COMPETITORS = Words("Конкуренты", "Competitors")
_QUALITY = Words("Качество и зрелость", "Quality and maturity")
_PLAN = Words("План действий", "Action plan")
_APPENDIX = Words("Приложение", "Appendix")
SECTIONS = (
    dict.fromkeys(("summary", "scorecard", "networks"), _SUM)
    | dict.fromkeys(("data", "presence"), _DATA)
    | dict.fromkeys(("audience", "visibility", "reach_parts"), _AUDIENCE)
    | dict.fromkeys(("engagement", "er_change", "totals"), _ENGAGEMENT)
    | dict.fromkeys(("volume", "hours", "formats", "lengths", "posts"), _CONTENT)
    | dict.fromkeys(("traffic", "sources"), _TRAFFIC)
    | dict.fromkeys(("competitors", "competitors_map", "competitors_rank"), _COMPETITORS)
    | dict.fromkeys(("quality", "criteria", "maturity", "levels"), _QUALITY)
    | dict.fromkeys(("balance", "opportunities", "plan", "roadmap", "risks"), _PLAN)
    | dict.fromkeys(("gaps", "accounts", "method"), _APPENDIX)
)


def framed(
    telling: Telling,
    key: str,
    title: Text,
    *blocks: Block,
    subtitle: Text = (),
    numbers: Sequence[Number] = (),
    n: Figure | None = None,
    of_posts: Text = (),
    layout: Layout = Layout.CONTENT,
    codes: Sequence[str] = (),
    lists: Sequence[str] = (),
    of: Collection[str] = (),
    changes: Collection[tuple[str, str, str]] = (),
    advises: bool = True,
    footnote: Text = (),
) -> Page:
    """A content page; `numbers` are those whose source, method and coverage the footer names, `of_posts` of
    which days its posts are where these are not all of the period.

    `codes` are those of the findings it shows, `of` whom: of nobody named, of whom the strongest is about. If it `advises`, it ends
    in what to do about that one. `lists` are codes whose findings of anybody it shows in rows, `changes` those its table lists:
    whose, of which measure, against which window.
    """
    finding = strongest(telling, *codes)
    shown = product(codes, of or ([finding.subject] if finding else []))
    telling.pages = dict.fromkeys(shown, key) | telling.pages
    telling.lists = dict.fromkeys(lists, key) | telling.lists
    telling.changes = dict.fromkeys(changes, key) | telling.changes
    page = Page(
        key,
        title,
        tuple(map(_evenly_fine, blocks)) + (so_what(telling, codes) if advises else ()),
        layout,
        subtitle,
        _dotted([footer(telling, *numbers, n=n, of_posts=of_posts), *([footnote] if footnote else [])]),
        section=section(telling, key),
    )
    return with_meta_note(replace(page, notes=notes(telling, page)), telling.language)


def _evenly_fine(block: Block) -> Block:
    """Rates of one chart or map are written with the same places."""
    if isinstance(block, Chart):
        fine = iter(evenly_fine(figure for series in block.series for figure in series.values))
        return replace(block, series=tuple(replace(one, values=tuple(islice(fine, len(one.values)))) for one in block.series))
    if isinstance(block, Heatmap):
        fine = iter(evenly_fine(figure for row in block.values for figure in row))
        return replace(block, values=tuple(tuple(islice(fine, len(row))) for row in block.values))
    return block


def so_what(telling: Telling, codes: Sequence[str]) -> tuple[Callout, ...]:
    finding = strongest(telling, *codes)
    advice = recommendation(finding, telling.facts.opportunities_version) if finding else None
    return (Callout(advised(telling, advice, [finding])),) if advice else ()


def section(telling: Telling, key: str) -> Text:
    """The chapter a page belongs to."""
    words = SECTIONS[key.split(":")[0]]
    return (words.in_language(telling.language),)


def notes(telling: Telling, page: Page) -> tuple[Text, ...]:
    """For the speaker: every method of the page with its formula and the ids of its figures; of which days levels are."""
    by_method: dict[tuple[str, str], dict[str, None]] = {}
    for figure in figures(page):
        origin = telling.origins[figure.id]
        by_method.setdefault((origin.metric, origin.formula), {})[figure.id] = None
    methods = (_note(metric, formula, list(ids)) for (metric, formula), ids in by_method.items())
    return (*methods, *_of_levels(telling, (metric for metric, _formula in by_method)))


def _of_levels(telling: Telling, methods: Iterable[str]) -> list[Text]:
    levels = dict.fromkeys(code for one in methods if (code := one.partition("@")[0]) in METRICS)
    noted = (METRICS[code].note(telling.language) for code in levels if METRICS[code].totals is Totals.LAST)
    return [(note,) for note in noted if note]


def _note(metric: str, formula: str, ids: list[str]) -> Text:
    method = (Code(ids[0], metric), *((": ", Code(ids[0], formula)) if formula else ()))
    listed = _listed([Code(id, id) for id in ids[:IDS_IN_NOTE]])
    return (*method, " — ", *listed, *((" …",) if len(ids) > IDS_IN_NOTE else ()))


def _listed(codes: Sequence[Code]) -> Text:
    return (codes[0], *(part for code in codes[1:] for part in (", ", code)))


def footer(telling: Telling, *numbers: Number, n: Figure | None = None, of_posts: Text = ()) -> Text:
    """Of the numbers a page shows, or, where it judges the whole, of all posts; a part that is not known is left out."""
    evidence = telling.evidence
    posts = value(evidence.own.now, "posts")
    if posts and not any(number.source or number.coverage is not None for number in numbers):
        numbers, n = (posts, evidence.totals["coverage"]), n or telling.figure(posts)
    parts: list[Text] = [source] if (source := _sources(telling, numbers)) else []
    parts.append(joined(telling.period(evidence.period.first, evidence.period.last), of_posts))
    if n is not None and n.value:
        parts.append(joined(telling.say("n = {n}", "n = {n}", n=n), _uncounted(telling, numbers)))
    if evidence.collected_until:
        parts.append(telling.say("собрано {day}", "collected {day}", day=telling.day(evidence.collected_until)))
    by_formula = {number.metric: number for number in numbers if number.formula and number.metric not in PLAIN}
    if by_formula:
        parts.append(_methods(telling, [by_formula[metric] for metric in sorted(by_formula)]))
    if share := _coverage(telling, numbers):
        shares = {number.coverage for number in numbers if number.coverage is not None}
        words = ("покрытие от {share}", "coverage from {share}") if len(shares) > 1 else ("покрытие {share}", "coverage {share}")
        parts.append(telling.say(*words, share=share))
    return _dotted(parts)


def _methods(telling: Telling, numbers: list[Number]) -> Text:
    """By name, or how many where the names would take a line of their own."""
    if len(numbers) <= METHODS_NAMED:
        return telling.say("методика {methods}", "method {methods}", methods=_listed([telling.method(n) for n in numbers]))
    n = telling.own(f"methods_of_page.{len(numbers)}", len(numbers), "formulas of the page’s numbers")
    return telling.say("методик {n}, все в приложении", "{n} methods, see the appendix", n=n)


def _uncounted(telling: Telling, numbers: Sequence[Number]) -> Text:
    """How many posts a rate is without because its formula does not count them; of several rates that differ the most."""
    by_count = {number.uncounted: number for number in numbers if number.uncounted}
    if not by_count:
        return ()
    most = max(by_count)
    n = telling.posts_uncounted(by_count[most])
    if len(by_count) > 1:
        return telling.say(", не считается по правилам формул: до {n}", ", not counted by the formulas’ rules: up to {n}", n=n)
    return telling.say(", не считается по правилу формулы: {n}", ", not counted by the formula’s rule: {n}", n=n)


def posts_of_all(telling: Telling) -> Figure | None:
    """How many posts all own accounts have in the period: the n of a page that speaks of all of them."""
    posts = value(telling.evidence.own.now, "posts")
    return telling.figure(posts) if posts else None


def views_apart(telling: Telling, *codes: str, mark: str = "") -> Text:
    """The footnote of a page where one of these adds up what networks count in different ways."""
    if not any(telling.mixes_networks(code) for code in codes):
        return ()
    lead = f"{mark} " if mark else ""
    return telling.say(f"{lead}площадки считают просмотры по-разному", f"{lead}networks count views differently")


def with_meta_note(page: Page, language: str) -> Page:
    """In Russian documents the footnote goes under every page that names a network of Meta."""
    if language != "ru" or not any(names_meta(write(text, language)) for text in texts(page)):
        return page
    return replace(page, footer=_dotted([*([page.footer] if page.footer else []), (META_NOTE,)]))


def _sources(telling: Telling, numbers: tuple[Number, ...]) -> Text:
    codes = sorted({code for number in numbers for code in number.source.split(", ") if code})
    codes = codes or ["import"] * bool(telling.evidence.imports)
    if not codes:
        return ()
    return telling.say(
        "Источник: {names}", "Source: {names}", names=", ".join(names.source(code, telling.language) for code in codes)
    )


def _coverage(telling: Telling, numbers: tuple[Number, ...]) -> Figure | None:
    """Of the least covered number; of all that is watched where a number of coverage is among them."""
    if whole := next((number for number in numbers if number.id == "audit.coverage" and number.value is not None), None):
        return telling.percent(whole)
    known = [number for number in numbers if number.coverage is not None]
    if not known:
        return None
    return telling.coverage_of(min(known, key=lambda number: number.coverage))


def _dotted(parts: list[Text]) -> Text:
    return joined(parts[0], *(piece for part in parts[1:] for piece in (" · ", part)))
