"""What an audit says in short, as plain text for pages: the headline, what works, what does not, what to do, figures, titles."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from audits.measures.changes import uncompared
from audits.measures.numbers import share
from audits.report import FAMILIES, scorecard
from audits.report.facts import Facts
from audits.report.reasons import UNCOMPARED
from audits.report.telling import Telling
from audits.report.words import joined
from smmstrategy.reports.document import Bullets, Delta, Figure, Page, Shown, Text
from smmstrategy.reports.formats import write

ENOUGH_KNOWN = Decimal("0.9")  # of a figure; with less it is shown as one to be careful with


def digests(facts: dict[str, Any], languages: Iterable[str]) -> dict[str, Any]:
    """The digest of sealed facts in each of the languages."""
    known = Facts.from_facts(facts)
    return {language: _digest(Telling(known, language)) for language in languages}


def _digest(telling: Telling) -> dict[str, Any]:
    """headline; said: heading, tone and sentences of each list of the summary; figures: label, value, changes against «before» or
    «year_earlier»; titles: pages."""
    pages = [page for family in FAMILIES for page in family.pages(telling)]
    summary = next(page for page in pages if page.key == "summary")
    return {
        "headline": write(summary.title, telling.language),
        "said": [_list(block, telling) for block in summary.blocks if isinstance(block, Bullets) and block.items],
        "figures": [_figure(line, telling) for line in scorecard.lines(telling, telling.evidence.own)],
        "titles": [_title(page, telling) for page in pages if page.key not in ("cover", "summary")],
    }


def _list(block: Bullets, telling: Telling) -> dict[str, Any]:
    sentences = [write(item, telling.language) for item in block.items]
    return {"heading": write(block.heading, telling.language), "tone": block.tone, "sentences": sentences}


def _figure(line: scorecard.Line, telling: Telling) -> dict[str, Any]:
    changes = ((line.before, "before"), (line.year_earlier, "year_earlier"))
    return {
        "label": write(telling.qualified(line.code), telling.language),
        "value": write(line.now, telling.language),
        "known": _known(line.code, telling),
        "why": "" if line.before or line.year_earlier else _why(telling, line.code),
        "changes": [_change(delta, against, telling) for delta, against in changes if delta],
    }


def _known(code: str, telling: Telling) -> dict[str, Any] | None:
    """How much of a figure is known: the share, and the days where that is the share of them."""
    number = telling.evidence.own.now.numbers[code]
    if number.coverage is None:
        return None
    own = telling.evidence.own.account_ids if code == "posts" else number.accounts
    rows = [c for c in telling.evidence.coverage if c.metric == code and c.level == "account" and c.account_id in own]
    known, expected = sum(row.known for row in rows), sum(row.expected for row in rows)
    is_of_days = share(known, expected) == number.coverage
    return {
        "share": write(Figure("", number.coverage, Shown.PERCENT, 0), telling.language),
        "days": known if is_of_days else None,
        "of": expected if is_of_days else None,
        "poor": number.coverage < ENOUGH_KNOWN,
    }


def _why(telling: Telling, code: str) -> str:
    """Why a figure has no change."""
    own = telling.evidence.own
    windows = [name for name in scorecard.WINDOWS if name in own.windows]
    return UNCOMPARED[uncompared(own, code, windows[0])].in_language(telling.language) if windows else ""


def _change(delta: Delta, against: str, telling: Telling) -> dict[str, Any]:
    text = joined(delta.figure, " (", delta.against, ")") if delta.against else delta.figure
    return {"text": write(text, telling.language), "good": delta.good, "against": against}


def _title(page: Page, telling: Telling) -> list[str]:
    parts: tuple[Text, Text] = (page.section, page.title)
    return [write(text, telling.language) for text in parts]
