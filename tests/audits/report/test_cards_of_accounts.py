"""Cards of accounts that go on over several slides say on each who has the most posts of all."""

from dataclasses import replace

import pytest

from audits.measures.assembly import assemble
from tests.audits.report.test_one_story import pages, text
from tests.audits.synthetic import records


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (
            "en",
            [
                "Account cards: the most posts come out in Page 6 (Telegram), {n}",
                "Account cards: the most posts come out in Page 6 (Telegram), {n} (continued)",
            ],
        ),
        (
            "ru",
            [
                "Карточки аккаунтов: больше всего публикаций — Page 6 (Telegram), {n}",
                "Карточки аккаунтов: больше всего публикаций — Page 6 (Telegram), {n} (продолжение)",
            ],
        ),
    ],
)
def test_the_leader_is_that_of_all_accounts_on_each_of_their_slides(language: str, titles: list[str]) -> None:
    """The leader stands on the second slide."""
    base = records(4, own=7, competitors=0, posts=120)
    telegram = tuple(replace(one, network="telegram") for one in base.accounts)
    rare = base.rows.posts["account_id"].ne(6) & (base.rows.posts.index % 3 > 0)
    evidence = assemble(replace(base, accounts=telegram, rows=replace(base.rows, posts=base.rows.posts[~rare])))
    most = evidence.subject("account-6").now.numbers["posts"].value
    found = pages(evidence, language)
    assert [text(found[f"accounts:{n}"].title, language) for n in (1, 2)] == [title.format(n=most) for title in titles]
