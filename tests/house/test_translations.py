"""Russian is complete: every message of the code and the templates is translated, and what is compiled is what is written."""

from tests import messages


def flat(words):
    return (words,) if isinstance(words, str) else tuple(words)


def entries():
    return [entry for translation in messages.translations() for entry in translation.read() if entry.id]


def texts(catalogue):
    """Translations by context and message; Babel gives the context of a compiled plural in bytes."""
    context = lambda entry: entry.context.decode() if isinstance(entry.context, bytes) else entry.context  # noqa: E731
    return {(context(entry), *flat(entry.id)): flat(entry.string) for entry in catalogue if entry.id and not entry.fuzzy}


def test_nothing_is_left_untranslated():
    untold = {str(t.po.relative_to(messages.PROJECT)): sorted(words, key=str) for t, words in messages.missing().items()}
    assert untold == {}


def test_nothing_is_fuzzy_or_empty():
    assert [entry.id for entry in entries() if entry.fuzzy or not all(flat(entry.string))] == []


def test_every_file_says_how_russian_counts():
    assert [t.po for t in messages.translations() if b"Plural-Forms: nplurals=" not in t.po.read_bytes()] == []


def test_every_compiled_file_is_its_source_compiled():
    assert [t.po for t in messages.translations() if texts(t.compiled()) != texts(t.read())] == []


def test_placeholders_survive_translation():
    faults = [(entry.id, str(error)) for entry in entries() for error in entry.check()]
    assert faults == []
