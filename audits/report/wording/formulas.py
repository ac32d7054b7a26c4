"""Formulas in the words of a document."""

import re

from audits.report import measure_names
from smmstrategy.words import Words

OPERANDS = {
    "start": Words("подписчики в начале", "followers at the start"),
    "end": Words("подписчики в конце", "followers at the end"),
    "total": Words("сумма", "sum"),
    "days": Words("дни", "days"),
    "days_with_a_post": Words("дни с публикацией", "days with a post"),
    "clicks": Words("клики", "clicks"),
    "post": Words("публикация", "post"),
    "next": Words("следующая", "the next one"),
    "first": Words("первый день", "first day"),
    "last": Words("последний день", "last day"),
    "now": Words("сейчас", "now"),
    "then": Words("тогда", "then"),
    "part": Words("часть", "part"),
    "whole": Words("целое", "whole"),
    "value": Words("значение", "value"),
    "base": Words("основание", "base"),
    "known": Words("известно", "known"),
    "expected": Words("нужно", "expected"),
    "n": Words("число", "number"),
    "score": Words("оценка", "score"),
    "weight": Words("вес", "weight"),
    "weight_now": Words("вес сейчас", "weight now"),
    "weight_then": Words("вес тогда", "weight then"),
    "rate_now": Words("отклик сейчас", "rate now"),
    "rate_then": Words("отклик тогда", "rate then"),
    "whole_then": Words("отклик целого тогда", "rate of the whole then"),
    "mean_level": Words("среднее по измерениям без дробной части", "mean of the dimensions without its fraction"),
    "lowest_level": Words("низший из уровней", "lowest of the levels"),
    "estimate": Words("оценка", "estimate"),
    "interactions_of_all": Words("взаимодействия всех", "interactions of all"),
}
_CODE = re.compile("[a-z_]+")


def in_words(text: str, language: str) -> str:
    """A formula in the words of the document: «interactions ÷ views» → «взаимодействия ÷ просмотры»."""
    return _CODE.sub(lambda found: _in_formula(found.group(), language), text)


def _in_formula(code: str, language: str) -> str:
    return OPERANDS[code].in_language(language) if code in OPERANDS else measure_names.measure(code).words.in_language(language)
