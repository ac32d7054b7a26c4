"""Posts that differ by rank though their medians are equal: nothing claims that they do better, nothing that they are alike.

And of formats, lengths, accounts and groups of criteria none is called the greatest or the least where several are.
"""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest

from audits.evidence import Evidence, Segment, Trial
from audits.findings import formats, time
from audits.findings import text as texts
from audits.measures.assembly import assemble
from audits.report.facts import Facts
from audits.report.pages import content, timing
from audits.report.telling import Telling
from smmstrategy.metrics.periods import Period
from smmstrategy.reports.formats import write
from tests.audits.report.builder import full
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import NOW, records
from tests.audits.test_same_accounts import daily, measured

QUESTIONS = ("own.weekday:5", "own.length:200-499", "own.format:video")


def tied(corrected: str) -> Evidence:
    """Every group of posts has the median of all of them; a test of one group of each kind comes out like this."""
    evidence = full().evidence
    own, code = evidence.own, f"{evidence.own.judged_by}.median"

    def alike(parts: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return tuple(replace(part, numbers=part.numbers | {code: own.now.numbers[code]}) for part in parts)

    kinds = {kind: alike(getattr(own.now, kind)) for kind in ("formats", "lengths", "weekdays", "slots")}
    now, trial = replace(own.now, **kinds), Trial(Decimal("4.2"), Decimal("0.001"), Decimal(corrected), 40)
    subjects = (replace(own, windows=own.windows | {"now": now}), *evidence.subjects[1:])
    return replace(evidence, subjects=subjects, trials=dict.fromkeys(QUESTIONS, trial))


def titles(evidence: Evidence, language: str) -> list[str]:
    found = tuple(one for theme in (time, texts, formats) for one in theme.findings(evidence) if one.code != "format_share")
    telling = Telling(Facts(full().about, evidence, found), language)
    pages = {page.key: page for page in (*timing.pages(telling), *content.pages(telling))}
    return [write(pages[key].title, language) for key in ("hours", "formats", "lengths")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_groups_that_a_test_tells_apart_are_not_called_alike(language: str) -> None:
    claim = {"ru": "значимых", "en": "significant"}[language]
    assert [claim in title for title in titles(tied("0.001"), language)] == [False, False, False]
    assert [claim in title for title in titles(tied("0.9"), language)] == [True, True, True]


def test_times_are_steady_only_where_no_test_tells_them_apart() -> None:
    assert [found.code for found in time.findings(tied("0.001"))] == []
    assert [found.code for found in time.findings(tied("0.9"))] == ["time_steady"]


def test_times_that_are_alike_are_those_of_the_posts_that_were_tested() -> None:
    base = records(7, own=1, competitors=0, posts=1500)
    posts = base.rows.posts.copy()
    posts.loc[np.arange(1500) % 4 > 0, ["views", "likes", "comments", "shares"]] = np.nan
    evidence = assemble(replace(base, rows=replace(base.rows, posts=posts)))
    (steady,) = (found for found in time.findings(evidence) if found.code == "time_steady")
    own = evidence.own.now.numbers
    assert steady.numbers["n"].value == own["er_view.median"].n < own["posts"].value


def in_turns(column: str, values: tuple[object, ...]) -> Evidence:
    """Sixty posts of VK and as many of Telegram have what of the column in turns; their likes, 0 to 6 in turns, are 174."""
    days = Period(NOW.first, NOW.first + timedelta(days=59))
    frames = [daily(account, days, views=100.0, likes=[at % 7.0 for at in range(60)]) for account in (1, 2)]
    turns = [frame.assign(**{column: [values[at % len(values)] for at in range(60)]}) for frame in frames]
    return assemble(measured(turns))


FORMATS, LENGTHS = ("text", "image", "video"), (0, 9, 300)


@pytest.mark.parametrize(
    ("column", "values", "page", "ru", "en"),
    [
        (
            "format",
            FORMATS,
            "formats",
            "Форматы без значимых различий; чаще всего, поровну, выходят картинки, тексты и видео — по 33 % публикаций",
            "No significant difference between formats; posts are most often pictures, text posts and videos, 33% each",
        ),
        (
            "format",
            (*FORMATS, "carousel"),
            "formats",
            "Форматы без значимых различий; 4 формата поровну, по 25 % публикаций",
            "No significant difference between formats; 4 formats alike, 25% of posts each",
        ),
        (
            "format",
            ("text", "image", "image", "video", "link"),
            "formats",
            "Форматы без значимых различий; чаще всего выходят картинки — 40 % публикаций",
            "No significant difference between formats; posts are most often pictures (40%)",
        ),
        (
            "text_length",
            LENGTHS,
            "lengths",
            "Длина текста без значимых различий; поровну чаще всего: без текста, 1–199 и 200–499, по n = 40",
            "Length of text makes no significant difference; equally common: no text, 1–199 and 200–499, n = 40 each",
        ),
        (
            "text_length",
            (*LENGTHS, 700, 1500),
            "lengths",
            "Длина текста без значимых различий; 5 длин поровну, по n = 24",
            "Length of text makes no significant difference; 5 lengths alike, n = 24 each",
        ),
        (
            "format",
            ("image",),
            "networks",
            "Больше всего взаимодействий, по 174 из 348, дают 2 аккаунта сразу",
            "2 accounts bring the most interactions, 174 of 348 each",
        ),
        (
            "format",
            ("image",),
            "accounts:1",
            "Карточки аккаунтов: больше всего публикаций, по 60, в 2 аккаунтах",
            "Account cards: the most posts come out in 2 accounts, 60 each",
        ),
    ],
)
def test_what_is_as_great_as_the_greatest_is_said_to_be(
    column: str, values: tuple[object, ...], page: str, ru: str, en: str
) -> None:
    evidence = in_turns(column, values)
    assert {language: text(pages(evidence, language)[page].title, language) for language in ("ru", "en")} == {"ru": ru, "en": en}
