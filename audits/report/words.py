"""Sentences with places for figures: Russian and English side by side, plurals that agree, spaces that do not break."""

import re
from decimal import Decimal

from smmstrategy.reports.beside import told_apart
from smmstrategy.reports.document import Figure, Part, Shown, Text
from smmstrategy.reports.formats import NBSP, places
from smmstrategy.words import Words

_PLACE = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_BEFORE_PLURAL = re.compile(r"\} (\{\w+:)")
_SHORT_WORD = re.compile(r"(?<![\w-])([ВвКкСсОоУуИиАаЯя]|[Нн][аеи]|[Пп]о|[Зз]а|[Оо]т|[Дд]о|[Ии]з) (?=[\w«{])")


def sentence(words: Words, language: str, **parts: Part | Text) -> Text:
    """The sentence with its places filled in.

    `{n}` stands for a part; `{n:day|days}` (in Russian `{n:день|дня|дней}`) for the word that agrees with figure `n`.
    """
    template = _typeset(words.in_language(language), language)
    filled: list[Part] = []
    at = 0
    for place in _PLACE.finditer(template):
        filled.append(template[at : place.start()])
        filled.extend(_fill(place, language, parts))
        at = place.end()
    filled.append(template[at:])
    return joined(tuple(filled))


def joined(*texts: Part | Text) -> Text:
    """Texts and parts in a row as one text: neighbouring words become one part, different figures read differently."""
    result: list[Part] = []
    for text in texts:
        for part in text if isinstance(text, tuple) else (text,):
            if isinstance(part, str) and result and isinstance(result[-1], str):
                result[-1] += part
            elif part != "":
                result.append(part)
    return told_apart(tuple(result))


def listed(texts: list[Text], language: str) -> Text:
    """«a, b and c»."""
    if len(texts) < 2:
        return joined(*texts)
    conjunction = " и " if language == "ru" else " and "
    commas = [part for text in texts[:-2] for part in (text, ", ")]
    return joined(*commas, texts[-2], conjunction, texts[-1])


def capitalised(text: Text) -> Text:
    first = text[0]
    return (first[:1].upper() + first[1:], *text[1:]) if isinstance(first, str) else text


def uncapitalised(name: str) -> str:
    """A name inside a sentence: «Тон и тексты» → «тон и тексты»; «ER по просмотрам» stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def plural(figure: Figure, forms: list[str], language: str) -> str:
    """The form that agrees with the figure as it is written; a fraction takes the second form."""
    value = figure.value
    if value is None:
        return forms[-1]
    written = abs(Decimal(value))
    if figure.shown == Shown.SHORT and written >= 10_000:
        return forms[-1]
    written = round(written, 0 if figure.shown == Shown.SHORT else places(figure))
    if written != int(written):
        return forms[1]
    return forms[_russian(int(written)) if language == "ru" else min(int(written) != 1, 1)]


def _russian(count: int) -> int:
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def _fill(place: re.Match, language: str, parts: dict[str, Part | Text]) -> Text:
    value = parts[place[1]]
    if place[2] is None:
        return value if isinstance(value, tuple) else (value,)
    figure = value[0] if isinstance(value, tuple) else value
    return (plural(figure, place[2].split("|"), language),)


def _typeset(template: str, language: str) -> str:
    template = _BEFORE_PLURAL.sub(rf"}}{NBSP}\1", template).replace("n = {", f"n{NBSP}={NBSP}{{")
    if language == "ru":
        template = _SHORT_WORD.sub(rf"\1{NBSP}", template)
    return template.replace(" —", f"{NBSP}—")
