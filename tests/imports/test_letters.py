"""Which letters the bytes of a text file stand for: accented ones of Latin words, or Cyrillic ones."""

import pytest

from tests.imports.forms_of_files import posts

TABLE = "Date;Link;Text;Likes\n2026-03-05;https://x.com/a/status/1;{};5\n"


@pytest.mark.parametrize(
    "text",
    [
        "Señor Müller, très élégant café",
        "Canción ñ é ü",
        "Publicação e edição às três",
        "Größe, Straße, Übergröße",
        "À Paris, à l’été «créée» où l’on est",
        "#money\xa0#business don’t",
    ],
)
def test_accented_letters_of_latin_words_are_not_taken_for_cyrillic(understood, text):
    assert posts(understood(TABLE.format(text).encode("cp1252")))[0][7] == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_cyrillic_letters_beside_latin_words_stay_cyrillic(understood, encoding):
    text = "Я и SMMщик: в IT-отделе с iPhone и Mac о том, о сём"
    assert posts(understood(TABLE.format(text).encode(encoding)))[0][7] == text
