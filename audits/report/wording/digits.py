"""The closed list of an audit's plain words with digits in them; whatever else has digits is a figure, a day or a quotation."""

from audits.report.wording.formulas import in_words
from smmstrategy.law.rules import rules_ever
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS
from smmstrategy.reports.plain import has_digit

LENGTHS = ("1–199", "200–499", "500–999", "1000–1999", "от 2000", "2000 and more")
STATED_DAYS = ("7 дней", "28 дней", "7 days", "28 days")  # of measures that a network gives for so many days
CRITERIA = ("10 000 подписчиков", "10,000 followers")
_FORMULAS = [text for f in FORMULAS.values() for text in (f.id, in_words(f.text, "ru"), in_words(f.text, "en"))]
_LAWS = [text for rule in rules_ever() for text in (rule.basis.ru, rule.basis.en)]

WITH_DIGITS = frozenset(filter(has_digit, (*LENGTHS, *STATED_DAYS, *CRITERIA, *METRICS, *_FORMULAS, *_LAWS, "SHA-256")))
