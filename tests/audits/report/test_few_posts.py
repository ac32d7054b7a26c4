"""An account with few of the brand's posts titles a slide last, and with how many they are."""

from dataclasses import replace

import numpy as np
import pytest

from audits.evidence import Evidence
from audits.findings import findings
from audits.measures.assembly import assemble
from audits.report.pages import engagement
from audits.report.telling import Telling
from audits.report.titles import TITLE_LIMIT, strongest, titled
from tests.audits.report.test_one_story import facts, text
from tests.audits.synthetic import NOW, records


def one_moved(kept: int) -> Evidence:
    """The response in the third account is three times what it was; of its posts one in `kept` remains."""
    base = records(3, own=3, competitors=0, posts=600, effect=lambda f: np.where((f.day >= NOW.first) & (f.account_id == 3), 3, 1))
    posts = base.rows.posts
    posts = posts[(posts["account_id"] != 3) | (np.arange(len(posts)) % kept == 0)]
    return assemble(replace(base, rows=replace(base.rows, posts=posts)))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "YouTube, 50 из 420 публикаций бренда: ER по просмотрам в медиане вырос с 2,93 % до 12,01 % год к году"),
        ("en", "YouTube, 50 of the brand’s 420 posts: median ER by views rose from 2.93% to 12.01% year on year"),
    ],
)
def test_what_moved_in_few_posts_is_titled_with_how_many(language: str, title: str) -> None:
    assert text(engagement.pages(Telling(facts(one_moved(4)), language))[0].title, language) == title


@pytest.mark.parametrize(
    ("code", "language", "title"),
    [
        ("er_change", "ru", "Кофейня… (YouTube), 12 % публикаций бренда: ER по просмотрам в медиане вырос до 12,01 % год к году"),
        ("er_change", "en", "Кофейня… (YouTube), 12% of the brand’s posts: median ER by views rose to 12.01% year on year"),
        (
            "er_steady",
            "ru",
            "Кофейня… (YouTube), 12 % публикаций бренда: ER по просмотрам без значимых изменений: 12,01 %, n = 50",
        ),
    ],
)
def test_a_title_of_few_posts_fits_beside_a_long_name(code: str, language: str, title: str) -> None:
    evidence = one_moved(4)
    moved = strongest(Telling(facts(evidence), language), "er_change")
    called = {moved.subject: "Кофейня «Северный ветер»"}
    accounts = tuple(replace(one, network="youtube", name=called.get(one.subject, one.name)) for one in evidence.accounts)
    telling = Telling(replace(facts(evidence), evidence=replace(evidence, accounts=accounts)), language)
    assert text(titled(telling, replace(moved, code=code)), language) == title
    assert len(title) <= TITLE_LIMIT


@pytest.mark.parametrize(("kept", "told"), [(1, "account-3"), (4, "account-1")])
def test_an_account_of_few_posts_speaks_only_where_no_other_has_moved(kept: int, told: str) -> None:
    evidence = one_moved(kept)
    moved = next(f for f in findings(evidence) if f.code == "er_change" and f.subject == "account-3")
    weaker = replace(moved, subject="account-1", strength=moved.strength / 2)
    telling = Telling(replace(facts(evidence), findings=(moved, weaker)), "en")
    assert strongest(telling, "er_change").subject == told
