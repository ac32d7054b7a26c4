"""Bytes to text: which encoding a text file is in, decided from the file alone."""

import codecs
import re
from collections import Counter
from typing import Any

from smmstrategy.metrics.imports.reading.messages import Message, Refused, say

MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
FREQUENT = {
    letter: weight
    for weight, letters in ((4, "оеаинт"), (3, "срвлк"), (2, "мдпуяы"), (1, "ьгзбчйхжшюцщэфъё"))
    for letter in letters
}
SAMPLE = 400_000
UNWANTED_ESCAPES = re.compile(r"\\u(?:0000|d[89a-f]|feff|fff[ef])", re.IGNORECASE)
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")  # in a text there are none
LETTER = re.compile(rb"[\xc0-\xff]")  # elsewhere above ASCII are marks, too
LATIN = re.compile(rb"[A-Za-z]")
WORD = re.compile(rb"[A-Za-z\x80-\x9f\xa1-\xff]+")  # without the blank that does not break lines
BETWEEN_DIGITS = re.compile(rb"(?<=\d)[\x80-\xff](?=\d)")  # thousands: a blank in one encoding is a letter in another


def decode(content: bytes) -> tuple[str, list[Message]]:
    """The text of a file without control characters, and what has to be said about its encoding."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _clean(content[len(mark) :].decode(encoding, "replace")), []
    try:
        return _clean(_utf16_by_zero_bytes(content) or content.decode("utf-8")), []
    except UnicodeDecodeError:
        encoding = _eight_bit(content[:SAMPLE])
    if encoding == "utf-8":
        return _clean(content.decode("utf-8", "replace")), [
            say("Some bytes of the file are damaged; the letters there show as «�».")
        ]
    return _clean(content.decode(encoding, "replace")), []


def wide(content: bytes) -> str | None:
    """The text of a file in which letters take two or four bytes; None for any other."""
    for mark, encoding in MARKS[1:]:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    return _utf16_by_zero_bytes(content)


def _utf16_by_zero_bytes(content: bytes) -> str | None:
    sample = content[:4000]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if high.count(0) + high.count(4) > len(sample) * 0.2 and sample[1 - offset :: 2].count(0) == 0:
            return content.decode(encoding, "replace")
    return None


def _eight_bit(content: bytes) -> str:
    if _mostly_utf8(content):
        return "utf-8"
    if _is_latin(content):
        return "cp1252"
    words = BETWEEN_DIGITS.sub(b"", content)
    scores = {encoding: _russian(words.decode(encoding, "replace")) for encoding in CYRILLIC}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0.8 else "latin-1"


def _mostly_utf8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(ch > "\x7f" for ch in text) - damaged > damaged * 3


def _is_latin(content: bytes) -> bool:
    """Letters beyond ASCII stand in words with Latin ones rather than in words of their own, or there are none.

    One alone is no word: «à» or «и».
    """
    words = [word for word in WORD.findall(content) if len(word) > 1]
    beside_latin = sum(len(LETTER.findall(word)) for word in words if LATIN.search(word))
    apart = sum(len(word) for word in words if not LATIN.search(word))
    return beside_latin > apart or not (apart or LETTER.search(content))


def _russian(text: str) -> float:
    """How Russian the letters beyond ASCII are: about 2.7 for prose, below 1 for another encoding's letters."""
    counts = Counter(ch for ch in text if ch > "\x7f")
    total = sum(counts.values())
    return sum(n * _weight(ch) for ch, n in counts.items()) / total if total else 0.0


def _weight(ch: str) -> float:
    if ch in FREQUENT:
        return FREQUENT[ch]
    if ch.lower() in FREQUENT:
        return FREQUENT[ch.lower()] / 4
    return 0.5 if ch in "\xa0«»—–„“”№…•" else -2.0


def cleaned(value: Any) -> Any:
    """A value of JSON with the same characters gone from all its words, which escapes have let through."""
    if isinstance(value, str):
        return value.translate(_UNWANTED)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return {cleaned(name): cleaned(item) for name, item in value.items()} if isinstance(value, dict) else value


def _clean(text: str) -> str:
    start = text[:SAMPLE]
    if start.count("\0") > 8 or len(CONTROLS.findall(start)) > len(start) / 100:
        raise Refused("This is not a table: the file holds binary data.")
    return text.translate(_UNWANTED)


_UNWANTED = {0: "\ufffd", 0xFEFF: "", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
