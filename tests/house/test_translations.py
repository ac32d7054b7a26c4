"""Russian is complete: every message of the code and the templates is translated, and what is compiled is what is written."""

import re
from functools import cache

from tests import messages

OTHER_WORDS = re.compile(
    r"(?<![а-яё])(?<!социальной )(сет(ь|и|ью|ей|ям|ями|ях)|пост(а|у|ом|е|ы|ов|ам|ами|ах)?)(?![а-яё])", re.IGNORECASE
)
OTHER_IDEAS = re.compile(
    r"запечат|нарисова|рисуем|рисуют|подтверждение(?! подлинности)|(?<!шесть )(?<!буквы, )(?<!букву, )цифр",
    re.IGNORECASE,
)
OTHER_ENGLISH = re.compile(r"\b(put away|taken? back|own days|bring\b|brought (for|so|by|%))", re.IGNORECASE)
SAYING = (
    "audits/**/*.py",
    "audits/data/*",
    "smmstrategy/demo/data/*",
    "smmstrategy/law/**/*",
    "smmstrategy/metrics/*.py",
    "smmstrategy/reports/**/*.py",
)


def flat(words):
    return (words,) if isinstance(words, str) else tuple(words)


@cache
def entries():
    return [entry for translation in messages.translations() for entry in translation.read() if entry.id]


def on_pages():
    """The Russian texts of pages and commands."""
    return [text.replace("\xa0", " ") for entry in entries() for text in flat(entry.string)]


def in_documents():
    """The lines of code and data that say what documents do."""
    files = [path for saying in SAYING for path in sorted(messages.PROJECT.glob(saying)) if path.suffix in (".py", ".json")]
    return [line for path in files for line in path.read_text().splitlines()]


def texts(catalogue):
    """Translations by context and message; Babel gives the context of a compiled plural in bytes."""
    context = lambda entry: entry.context.decode() if isinstance(entry.context, bytes) else entry.context  # noqa: E731
    return {(context(entry), *flat(entry.id)): flat(entry.string) for entry in catalogue if entry.id and not entry.fuzzy}


def test_nothing_is_left_untranslated():
    untold = {str(t.po.relative_to(messages.PROJECT)): sorted(words, key=str) for t, words in messages.missing().items()}
    assert untold == {}


def test_nothing_is_translated_that_is_no_longer_said():
    everything = messages.new()
    for entry in entries():
        everything.add(entry.id, entry.string, context=entry.context)
    everything.add(
        "effort %(effort)s, within %(n)s days", "усилия %(effort)s, срок в днях: %(n)s"
    )  # planted: asked for as a plural
    assert messages.stale(everything) == ["effort %(effort)s, within %(n)s days"]


def test_nothing_is_fuzzy_or_empty():
    assert [entry.id for entry in entries() if entry.fuzzy or not all(flat(entry.string))] == []


def test_every_file_says_how_russian_counts():
    assert [t.po for t in messages.translations() if b"Plural-Forms: nplurals=" not in t.po.read_bytes()] == []


def test_every_compiled_file_is_its_source_compiled():
    assert [t.po for t in messages.translations() if texts(t.compiled()) != texts(t.read())] == []


def test_placeholders_survive_translation():
    faults = [(entry.id, str(error)) for entry in entries() for error in entry.check()]
    assert faults == []


def test_a_platform_and_a_publication_have_one_word_each():
    """«Площадка» and «публикация», on pages as in documents; exports read and made have the words of those who make them."""
    assert [text for text in (*on_pages(), *in_documents()) if OTHER_WORDS.search(text)] == []
    named_so = re.compile(r"(?<!«)(?<!Полгода )соцсет", re.IGNORECASE)  # but in the name of a column
    assert [text for text in on_pages() if named_so.search(text)] == []


def test_sealing_drawing_numbers_and_evidence_have_one_word_each():
    """«Зафиксирован», «собран», «показатели», «доказательство»: a «цифра» is a digit."""
    assert [text for text in (*on_pages(), *in_documents()) if OTHER_IDEAS.search(text)] == []


def test_what_stands_for_a_persons_words_is_russian_too():
    """«ЗАГОЛОВОК=ПОЛЕ», in every sentence that asks for it."""
    said = [text for entry in entries() for text in flat(entry.string)]
    assert [text for text in said if re.search(r"[A-Z]{4,}[=:][A-Z]{4,}", text)] == []


def test_what_is_done_with_a_file_has_one_word_in_english():
    """Import, undo, dismiss; days are a custom period."""
    assert [text for entry in entries() for text in flat(entry.id) if OTHER_ENGLISH.search(text)] == []
