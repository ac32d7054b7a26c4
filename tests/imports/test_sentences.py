"""Whatever an import says to a person can be said in Russian."""

import ast
import re
from datetime import date

import pytest
from django.utils import translation

from smmstrategy.metrics.imports import labels
from smmstrategy.metrics.imports.queries import sentence
from smmstrategy.metrics.imports.reading import kinds
from smmstrategy.metrics.imports.reading.answers import explained
from smmstrategy.metrics.imports.reading.kinds import dimensions
from smmstrategy.metrics.imports.reading.messages import say
from smmstrategy.metrics.imports.reading.records.values.slices import slice_of
from tests import messages

FOLDER = messages.PROJECT / "smmstrategy/metrics/imports"
GIVEN_BY_COMMAND = re.compile(r"that --|leave --name out|через --name|в --|из --")  # an option it has given, said to itself alone
SAYING = ("say", "note", "note_of", "warn", "warn_of", "Refused")


def sentences() -> set[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    said = [
        text for call in calls if (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) in SAYING for text in call.args
    ]
    parts = [part for text in said for part in ast.walk(text)]
    return {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value}


def in_all_forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


@pytest.mark.parametrize(
    ("language", "count", "start"),
    [
        ("en", 1, "1 post has no date"),
        ("en", 2, "2 posts have no date"),
        ("ru", 1, "1 публикация в файле без даты"),
        ("ru", 3, "3 публикации в файле без даты"),
        ("ru", 11, "11 публикаций в файле без даты"),
    ],
)
def test_what_is_counted_is_said_in_its_number(understood, language, count, start):
    found = understood("Дата,Ссылка,Лайки\n" + "".join(f",https://vk.com/wall-1_{n},5\n" for n in range(count)))
    with translation.override(language):
        assert [text for text in map(sentence, found["warnings"]) if text.startswith(start)]


@pytest.mark.parametrize(
    ("language", "one", "few"),
    [
        ("en", "1 row: 1 new, 1 changed, 1 unchanged, 1 rejected", "3 rows: 3 new, 3 changed, 3 unchanged, 3 rejected"),
        (
            "ru",
            "1 строка: 1 новая, 1 изменена, 1 без изменений, 1 отклонена",
            "3 строки: 3 новые, 3 изменены, 3 без изменений, 3 отклонены",
        ),
    ],
)
def test_what_became_of_rows_is_said_in_its_number(language, one, few):
    with translation.override(language):
        names = ("rows", "new", "changed", "unchanged", "rejected")
        assert [labels.outcome(dict.fromkeys(names, count)) for count in (1, 3)] == [one, few]


def test_on_a_page_accounts_are_called_by_the_names_of_their_networks():
    command = "Rows name another account (vk:club1, telegram:a), ratio:5; taken for ok:b. Name it (--account NETWORK:HANDLE)."
    with translation.override("en"):
        assert labels.on_a_page(command) == (
            "Rows name another account (VK: club1, Telegram: a), ratio:5; taken for Odnoklassniki: b. Name it."
        )


def test_every_sentence_every_kind_and_every_field_has_its_russian():
    entries = [entry for entry in messages.translation_of(FOLDER / "plan.py").read() if all(in_all_forms(entry.string))]
    told = {text for entry in entries for text in in_all_forms(entry.id)}
    of_kinds = set(kinds.NAMES.values()) | {kind.notice for kind in kinds.KINDS if kind.notice}
    assert len(sentences()) > 50
    assert sorted((sentences() | of_kinds | {*explained.FIELDS.values(), *dimensions.NAMES.values()}) - told) == []


def test_no_sentence_of_a_page_speaks_of_an_option_of_the_command():
    of_kinds = {kind.notice for kind in kinds.KINDS if kind.notice}
    said = sentences() | of_kinds
    catalogue = messages.translation_of(FOLDER / "plan.py").read()
    told = [text for one in catalogue if said.intersection(in_all_forms(one.id)) for text in in_all_forms(one.string)]
    left = [text for text in [*said, *told] if "--" in labels.on_a_page(text)]
    assert sorted(text for text in left if not GIVEN_BY_COMMAND.search(text)) == []


def test_every_dimension_of_a_kind_has_a_name_and_no_other_has():
    assert {name for kind in kinds.KINDS for name in kind.columns if name.startswith("by ")} == dimensions.NAMES.keys()


@pytest.mark.parametrize(
    ("field", "english", "russian"),
    [
        ("by page", "page", "страница"),
        ("by source_medium", "source and medium", "источник и канал"),
        ("by utm_campaign", "utm_campaign", "utm_campaign"),
        ("by тип_размещения", "тип размещения", "тип размещения"),
    ],
)
def test_a_dimension_has_a_name_in_the_readers_language_and_an_unknown_one_that_of_the_file(field, english, russian):
    told = []
    for language in ("en", "ru"):
        with translation.override(language):
            told.append(labels.field(field))
    assert told == [english, russian]


@pytest.mark.parametrize(
    ("language", "of"),
    [
        ("en", "site · 5 January 2026 · campaign: sale & more · medium: cpc · тип размещения: (not set)"),
        ("ru", "site · 5 января 2026 · кампания: sale & more · канал: cpc · тип размещения: (not set)"),
    ],
)
def test_a_value_of_a_slice_that_would_be_replaced_is_said_by_its_dimensions(language, of):
    sliced = slice_of({"campaign": "sale & more", "medium": "cpc", "тип_размещения": "(not set)"})
    one = {"metric": "visits", "account": "site", "post": "", "first": "2026-01-05", "last": "2026-01-05", "slice": sliced}
    with translation.override(language):
        assert labels.change({**one, "before": "1", "after": "2"}, "RUB")["of"] == of


@pytest.mark.parametrize(
    ("language", "day", "months", "count"),
    [
        ("en", "those of 29 November 2026.", "no rows for March 2026, May 2026 – August 2026.", "more than 300,000 rows"),
        ("ru", "за значения на 29 ноября 2026.", "нет строк за март 2026, май 2026 – август 2026.", "больше 300\xa0000 строк"),
    ],
)
def test_days_months_and_counts_are_said_as_pages_write_them(language, day, months, count):
    list_of_today = "The list has no date; its figures were taken for those of {day}. To change that, say "
    told = [
        say(f"{list_of_today}the day (--period YYYY-MM-DD:YYYY-MM-DD).", day=date(2026, 11, 29)),
        say("The file has no rows for {months}.", months="2026-03, 2026-05 – 2026-08"),
        say("The file has more than {count} rows. Export a shorter period.", count=300_000),
    ]
    with translation.override(language):
        assert [words in sentence(one) for words, one in zip((day, months, count), told, strict=True)] == [True] * 3
