"""How numbers, days and texts are written in the language of a document; the only place where a figure becomes characters.

Pure: no clock, no locale of the machine. Halves are rounded away from zero, as Excel and PowerPoint do when they show a
stored value, so that text, cell and chart label agree.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

from smmstrategy.reports.directions import in_line
from smmstrategy.reports.document import Code, Day, Figure, Part, Quote, Shown, SlideNumber, Text

NBSP = "\u00a0"
MINUS = "\u2212"
SECONDS_A_DAY = 86_400
MOST_DIGITS = 6  # after the decimal sign of a share
DUST = Decimal("1e-9")  # numbers are kept to twelve places: of a smaller rate no two digits are sure
SHORT_FROM = 10_000  # smaller numbers stand in full
MISSING = {"ru": "н/д", "en": "n/a"}

_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)
_SEPARATORS = {"ru": (NBSP, ","), "en": (",", ".")}  # thousands, decimal
_PERCENT = {"ru": f"{NBSP}%", "en": "%"}
_POINTS = {"ru": f"{NBSP}п.п.", "en": f"{NBSP}pp"}
SCALES = {
    "ru": ((10**3, f"{NBSP}тыс."), (10**6, f"{NBSP}млн"), (10**9, f"{NBSP}млрд")),
    "en": ((10**3, "K"), (10**6, "M"), (10**9, "B")),
}
_SYMBOLS = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "BYN": "Br"}
TAGS = {"ru": "[$-419]", "en": "[$-409]"}
MONTHS = {
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT_MONTHS = {
    "ru": ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
_PLACES = {Shown.INTEGER: 0, Shown.MONEY: 2}
RATES = (Shown.PERCENT, Shown.POINTS)
_LEAST = {Shown.PERCENT: Context(prec=2, rounding=ROUND_HALF_UP), Shown.POINTS: Context(prec=1, rounding=ROUND_HALF_UP)}


def write(value: Part | Text, language: str) -> str:
    """The characters of a part, or of a text of several parts, in «ru» or «en»."""
    if isinstance(value, tuple):
        return "".join(write(part, language) for part in in_line(value))
    if isinstance(value, Figure):
        return _figure(value, language)
    if isinstance(value, Day):
        return _day(value, language)
    if isinstance(value, SlideNumber):
        return str(value.number)
    return value.text if isinstance(value, Quote | Code) else value


def places(figure: Figure) -> int:
    """Digits after the decimal sign: the figure's own, or the custom of its kind.

    As many more as keep nearly all from 100 %, and what is not nought from 0 %: that has at most two significant digits, in points
    one. A change in whole per cent stays one: what of it is less is nought.
    """
    digits = usual_places(figure)
    if figure.shown not in RATES or figure.value is None or abs(figure.value) < DUST:
        return digits
    hundredths = Decimal(figure.value) * 100
    if not rounded(hundredths, digits):
        return 0 if figure.signed and not digits else _places_of(_LEAST[figure.shown].create_decimal(hundredths))
    if figure.shown is Shown.PERCENT and hundredths < 100:
        return next((more for more in range(digits, MOST_DIGITS) if rounded(hundredths, more) < 100), MOST_DIGITS)
    return digits


def usual_places(figure: Figure) -> int:
    return _PLACES.get(figure.shown, 1) if figure.places is None else figure.places


def telling_places(rate: Decimal) -> int:
    """Digits after the decimal sign that two significant ones of a rate take in per cent."""
    return max(1 - (rate * 100).adjusted(), 0)


def excel_format(figure: Figure, language: str, *, sign: str = "") -> str:
    """The number format code with which a cell shows the figure as words do; without a value, any figure like it.

    Codes are written the invariant way (comma thousands, point decimals); Excel shows them in the reader's own way.
    `sign` is written before every value in place of its own. The cell holds what `in_cell` gives.
    """
    code = (f'"{sign}"' if sign else "") + _CODES.get(figure.shown, _plain_code)(figure, language)
    if sign or (figure.value and _is_nought(_body(figure, language))):
        code = f"{code};{code}"
    elif figure.signed and ";" not in code:
        code = f'"+"{code};"{MINUS}"{code};{code}'
    return _in_language(code, language)


def lasting_format(figure: Figure, language: str, *, sign: str = "") -> str:
    """The code that any figure like it keeps, with as many digits as this one needs: of a formula, or of a label of a chart."""
    return excel_format(replace(figure, value=None, places=places(figure)), language, sign=sign)


def column_format(values: Iterable[Decimal | int], shown: Shown, language: str) -> str:
    """The code of a column of numbers: the custom of its kind, and as many more digits as rates that would read as nought need."""
    usual = Figure("", None, shown)
    rates = [abs(value) for value in values if value] if shown is Shown.PERCENT else []
    fine = places(replace(usual, value=min(rates))) if rates else 0
    if fine <= places(usual):
        return excel_format(usual, language)
    code, finer = (_percent_code(replace(usual, places=digits), language) for digits in (places(usual), fine))
    least = Decimal(5).scaleb(-places(usual) - 3)  # reads as more than nought in the usual digits
    return _in_language(f"[=0]{code};[<{least:f}]{finer};{code}", language)


def in_cell(value: Decimal | int, shown: Shown | None) -> Decimal | int:
    """The number a cell holds for its code to write: a duration is a part of a day there, and points are hundredths."""
    if shown is Shown.DURATION:
        return Decimal(value) / SECONDS_A_DAY
    return Decimal(value) * 100 if shown is Shown.POINTS else value


def of_hundredths(code: str) -> str:
    """The code of a share for a cell that holds hundredths already: its per cent sign is only a word."""
    return code.replace("%", "\\%")


def tick_format(shown: Shown, highest: float, step: float, language: str) -> str:
    """The number format code of an axis that ends at `highest` and has a tick every `step`: one unit, no idle digits."""
    if shown in (Shown.PERCENT, Shown.POINTS):
        return excel_format(Figure("", None, Shown.PERCENT, _places_of(_tidy(step * 100))), language)
    if shown is Shown.DURATION:
        return excel_format(Figure("", None, shown), language)
    size, word = 1, ""
    for size_above, word_above in SCALES[language]:
        if highest >= max(size_above, SHORT_FROM):
            size, word = size_above, word_above
    return _in_language(_scaled_code(_places_of(_tidy(step / size)), size, word), language)


def _in_language(code: str, language: str) -> str:
    """Each section of the code tagged with the language, which some programs need for its separators."""
    return ";".join(f"{TAGS[language]}{section}" for section in code.split(";"))


def _places_of(value: Decimal) -> int:
    """Decimal digits that the value, and any multiple of it, needs."""
    return max(-value.normalize().as_tuple().exponent, 0)


def _tidy(value: float) -> Decimal:
    """Without the dust of binary fractions."""
    return Decimal(f"{value:.12g}")


def _figure(figure: Figure, language: str) -> str:
    if figure.value is None:
        return MISSING[language]
    body = _body(figure, language)
    if _is_nought(body):
        return body
    return (MINUS if figure.value < 0 else "+" if figure.signed else "") + body


def _body(figure: Figure, language: str) -> str:
    return _BODIES.get(figure.shown, _plain)(figure, abs(Decimal(figure.value)), language)


def _is_nought(body: str) -> bool:
    """A zero after rounding: it has no sign."""
    return not any(character in "123456789" for character in body)


def _plain(figure: Figure, value: Decimal, language: str) -> str:
    return _digits(value, places(figure), language)


def _short(figure: Figure, value: Decimal, language: str) -> str:
    digits, size, word = _scale(figure, value, language)
    return _digits(value / size, digits, language) + word


def _scale(figure: Figure, value: Decimal, language: str) -> tuple[int, int, str]:
    """The digits of a shortened number, what it is divided by, and the word for that."""
    if value < SHORT_FROM:
        whole = value >= 1000 or value == value.to_integral_value()
        return 0 if whole else places(figure), 1, ""
    fits = (scale for scale in SCALES[language] if rounded(value / scale[0], places(figure)) < 1000)
    return places(figure), *next(fits, SCALES[language][-1])


def _percent(figure: Figure, value: Decimal, language: str) -> str:
    return _digits(value * 100, places(figure), language) + _PERCENT[language]


def _points(figure: Figure, value: Decimal, language: str) -> str:
    return _digits(value * 100, places(figure), language) + _POINTS[language]


def _money(figure: Figure, value: Decimal, language: str) -> str:
    symbol = _SYMBOLS.get(figure.currency, figure.currency)
    body = _digits(value, places(figure), language)
    if not symbol:
        return body
    return body + NBSP + symbol if language == "ru" or len(symbol) > 1 else symbol + body


def _duration(figure: Figure, value: Decimal, language: str) -> str:
    minutes, seconds = divmod(int(rounded(value, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


_BODIES: dict[Shown, Callable[[Figure, Decimal, str], str]] = {
    Shown.SHORT: _short,
    Shown.PERCENT: _percent,
    Shown.POINTS: _points,
    Shown.MONEY: _money,
    Shown.DURATION: _duration,
}


def rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), context=_ROUNDING)


def _digits(value: Decimal, digits: int, language: str) -> str:
    thousands, decimal = _SEPARATORS[language]
    return f"{rounded(value, digits):,f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)


def _day(value: Day, language: str) -> str:
    if not value.with_day:
        return f"{SHORT_MONTHS[language][value.day.month - 1]} {value.day.year}"
    month = MONTHS[language][value.day.month - 1]
    year = f"{NBSP}{value.day.year}" if value.with_year else ""
    return f"{value.day.day}{NBSP}{month}{year}"


def _plain_code(figure: Figure, language: str) -> str:
    return "#,##0" + _fraction(places(figure))


def _percent_code(figure: Figure, language: str) -> str:
    return f"0{_fraction(places(figure))}" + (f'"{NBSP}"%' if language == "ru" else "%")


def _points_code(figure: Figure, language: str) -> str:
    return f'0{_fraction(places(figure))}"{_POINTS[language]}"'


def _money_code(figure: Figure, language: str) -> str:
    symbol = _SYMBOLS.get(figure.currency, figure.currency)
    body = _plain_code(figure, language)
    if not symbol:
        return body
    return f'{body}"{NBSP}{symbol}"' if language == "ru" or len(symbol) > 1 else f'"{symbol}"{body}'


def _short_code(figure: Figure, language: str) -> str:
    if figure.value is not None:
        return _scaled_code(*_scale(figure, abs(Decimal(figure.value)), language))
    (thousand, *_), (million, *_), _ = SCALES[language]
    in_thousands, in_millions = (_scaled_code(places(figure), *scale) for scale in SCALES[language][:2])
    rounds_up_from = million - Decimal(thousand // 2).scaleb(-places(figure))
    return f"[>={rounds_up_from.normalize():f}]{in_millions};[>={SHORT_FROM}]{in_thousands};#,##0"


def _scaled_code(digits: int, size: int, word: str) -> str:
    """Each comma at the end divides by a thousand."""
    commas = "," * (len(str(size)) // 3)
    return f"#,##0{_fraction(digits)}{commas}" + (f'"{word}"' if word else "")


_CODES: dict[Shown, Callable[[Figure, str], str]] = {
    Shown.SHORT: _short_code,
    Shown.PERCENT: _percent_code,
    Shown.POINTS: _points_code,
    Shown.MONEY: _money_code,
    Shown.DURATION: lambda figure, language: "[h]:mm:ss",
}


def _fraction(digits: int) -> str:
    return "." + "0" * digits if digits else ""
