"""Numbers as people and networks write them: «1 234,5», (12), 1.2K, 12 %, 0:04:10, 5 мин; a dash is none, and so is a hidden -1."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

HIDDEN = frozenset({"hidden", "скрыто"})  # in words
EXCEL_ERRORS = frozenset(
    [
        *("#ref!", "#name?", "#value!", "#num!", "#null!", "#div/0!", "#n/a"),
        *("#ссылка!", "#имя?", "#знач!", "#число!", "#пусто!", "#дел/0!", "#н/д"),
    ]
)
ABSENT = (
    HIDDEN
    | EXCEL_ERRORS
    | {
        *("", "-", "–", "—", "--", "…", "...", "?"),
        *("n/a", "n.a.", "n. a.", "na", "null", "none", "nan", "not available"),
        *("н/д", "н.д.", "н. д.", "нд", "нет данных", "нет", "недоступно"),
        *("n.c.", "n. c.", "nc", "non communiqué", "n/d", "n.d.", "n. d.", "nd", "non disponible", "s.o.", "s. o.", "sans objet"),
        *("k.a.", "k. a.", "keine angabe", "keine angaben", "n.v.", "n. v.", "nicht verfügbar"),
        *("s/d", "s.d.", "sin datos", "no disponible", "sem dados", "não disponível", "non disponibile"),
    }
)
SCALES = {"k": 10**3, "к": 10**3, "тыс": 10**3, "m": 10**6, "м": 10**6, "млн": 10**6, "b": 10**9, "млрд": 10**9}
SCALE = "тыс|млн|млрд|k|m|b|к|м"
NUMBER = re.compile(rf"([+-]?)([0-9][0-9., ]*|[.,][0-9]+)(?:e([+-]?[0-9]{{1,3}}))?({SCALE})?\.?(%?)", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\A\(([0-9.,][^()]*)\)\Z")
INEXACT = re.compile(r"[<>≤≥~≈]=?\s*(.+)|(.+?)\s*[+*†?]+")
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+|[+-]?[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
# Thousands in the whole part of a number, or lakhs as India has them: «12,34,567»; a day, «1.06.2026», has none.
GROUPED = re.compile(r"[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}", re.ASCII)
RUINED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+|(?=\d{16})\d+00000", re.IGNORECASE)
DIGITS = re.compile(rf"([+-]?[0-9., ]*)((?:{SCALE})(?![^\W\d_]))?", re.IGNORECASE)
CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,6}):([0-5]?\d)(?:[.,](\d{1,6}))?", re.ASCII)
UNITS = {
    86_400: "days|day|d|дней|день|дня|дн|д",
    3600: "hours|hour|hrs|hr|h|часов|часа|час|ч",
    60: "minutes|minute|mins|min|m|минуты|минута|минут|мин|м",
    1: "seconds|second|secs|sec|s|секунды|секунда|секунд|сек|с",
}
_PIECES = [rf"(?:([0-9][0-9.,]*)\s*(?:{unit})\.?[\s:,]*)?" for unit in UNITS.values()]
IN_UNITS = re.compile(rf"(?:p(?=[0-9t]))?{'t?'.join(_PIECES)}", re.IGNORECASE)
MILLIONS = re.compile(r"[0-9.,\s]+[MМ]\.?")  # with a capital: «1.2M» seconds
MINUS = dict.fromkeys(map(ord, "−–"), "-")
BLANK = "[ \u00a0\u202f\u2009\u2007'’]"
BETWEEN_GROUPS = re.compile(rf"(?<=\d){BLANK}+(?=\d)", re.ASCII)
NEEDLESS = re.compile(rf"(?<!\d){BLANK}+|{BLANK}+(?!\d)|[₽$€£]", re.ASCII)
MINUS_ONE = re.compile(r"-1(?:[.,]00?)?")  # how networks write what they show to nobody
HOUR = 3600
LONGEST = 10**9  # seconds; more is no duration
LIMIT = Decimal(10) ** 12  # a million rows of the largest number still add up to one that can be stored


class NotANumber(ValueError):
    """The text is there but says no number."""


def decimal_sign(texts: Iterable[str], *, counts: bool, comma_likely: bool = False) -> str:
    """The decimal sign of a whole column. `counts`: its values are whole, so that «1,701» and «1.701» are thousands."""
    pairs = [DIGITS.match(_unspaced(text)).groups() for text in set(texts)]
    numerals = [digits.rstrip(".,") for pair in pairs if _may_be_number(digits := pair[0].strip("+- "))]
    scaled = [digits for digits, scale in pairs if scale]
    for signs in (map(_own_sign, numerals), map(_lone_sign, scaled)):
        if certain := Counter(filter(None, signs)):
            return max(",.", key=lambda sign: certain[sign])
    if counts:
        return "." if any("," in digits for digits in numerals) else ","
    return "," if comma_likely and not any("." in digits for digits in numerals) else "."


def _unspaced(text: str) -> str:
    """Without currencies and the blanks that part no groups, and with a minus where brackets say it: «(12)» of accounts."""
    if text.isascii() and text.isdigit():
        return text
    return IN_BRACKETS.sub(r"-\1", NEEDLESS.sub("", BETWEEN_GROUPS.sub(" ", text.translate(MINUS))))


def _own_sign(digits: str) -> str:
    """The decimal sign a number shows by itself: 1.234,5 and 0,12 and 1234,567 and 1.234.567 do, 1,234 does not."""
    if "," in digits and "." in digits:
        return max(",.", key=digits.rfind)
    if GROUPED.fullmatch(digits) and len(signs := re.findall("[.,]", digits)) > 1:
        return "," if signs[0] == "." else "."
    return next((sign for sign in ",." if digits.count(sign) == 1 and not THOUSANDS.fullmatch(digits)), "")


def _lone_sign(digits: str) -> str:
    """The only separator of a number that stands before a word: 1.045M is a little more than a million."""
    return next((sign for sign in ",." if digits.count(sign) == 1), "")


def _without_groups(digits: str, sign: str) -> str:
    """The digits with nothing but a point between them; empty where they are parted in another way than numbers are."""
    if digits.isdigit():
        return digits
    whole, _sign, fraction = digits.partition(sign)
    is_parted_well = (whole or "0").isdigit() or GROUPED.fullmatch(whole)
    return f"{re.sub('[., ]', '', whole)}.{fraction}" if is_parted_well and (fraction or "0").isdigit() else ""


def _may_be_number(digits: str) -> bool:
    return any(_without_groups(digits, sign) for sign in ",.")


def parse(text: str, sign: str) -> tuple[Decimal, bool] | None:
    """The number and whether the source rounded it (1.2K); None when there is none. Raises NotANumber.

    Percent come back as a share: «3,2 %» is 0.032. `sign` is the column's decimal sign.
    """
    if text.lower() in ABSENT:
        return None
    match = NUMBER.fullmatch(_unspaced(text))
    if match is None:
        raise NotANumber(text)
    minus, digits, exponent, scale, percent = match.groups()
    bare = _without_groups(digits, _own_sign(digits) or sign)
    if not bare or (exponent and abs(int(exponent)) > 20):
        raise NotANumber(text)
    value = Decimal(f"{minus}{bare}") * SCALES.get((scale or "").lower(), 1)
    if exponent:
        value = value.scaleb(int(exponent))
    value = value / 100 if percent else value
    if abs(value) >= LIMIT:
        raise NotANumber(text)
    return value.quantize(Decimal("0.000001")).normalize() + 0, scale is not None


def seconds(text: str, sign: str, factor: int = 1) -> tuple[Decimal, bool] | None:
    """Seconds from h:mm:ss, m:ss, «1 мин 5 с», PT1M5S or a bare number; None when there is none. Raises NotANumber.

    A bare number is of `factor` seconds; where that is an hour, a clock of two parts is h:mm.
    """
    if match := CLOCK.fullmatch(text if factor < HOUR or text.count(":") != 1 else f"{text}:00"):
        hours, minutes, rest, fraction = match.groups()
        return Decimal(int(hours or 0) * 3600 + int(minutes) * 60 + int(rest)) + Decimal(f"0.{fraction or 0}").normalize(), False
    if pieces := _in_units(text):
        parsed, factor = (sum(_exact(piece, sign) * length for length, piece in pieces.items()), False), 1
    else:
        parsed = parse(text, sign)
    if parsed and abs(parsed[0] * factor) >= LIMIT:
        raise NotANumber(text)
    return parsed and (parsed[0] * factor, parsed[1])


def _in_units(text: str) -> dict[int, str]:
    """By the seconds of a unit how many of it the text says; nothing where it names no unit of time."""
    match = None if MILLIONS.fullmatch(text) else IN_UNITS.fullmatch(text)
    return {length: piece for length, piece in zip(UNITS, match.groups(), strict=True) if piece} if match else {}


def _exact(text: str, sign: str) -> Decimal:
    return parse(text, sign)[0]


def are_parts_of_a_day(texts: Iterable[str]) -> bool:
    """Durations that have lost their format in Excel: 0.0028935 is 4 minutes 10 seconds."""
    telling = {text for text in texts if text.strip("0-– ")}
    return bool(telling) and all(re.fullmatch(r"0[.,]\d{3,}", text) for text in telling)


def part_of_a_day(text: str, _sign: str) -> tuple[Decimal, bool] | None:
    if parse(text, ".") is None:
        return None
    return Decimal(round(Decimal(text.replace(",", ".")) * 86_400)), False


def is_number(text: str) -> bool:
    """The text is a number and nothing else, however large."""
    match = NUMBER.fullmatch(_unspaced(text))
    return match is not None and _may_be_number(match[2])


def is_hidden(text: str) -> bool:
    """The text stands for a number that nobody is shown: a word, or a minus one, not one in brackets."""
    return text.lower() in HIDDEN or ("(" not in text and MINUS_ONE.fullmatch(_unspaced(text)) is not None)


def is_ruined(text: str) -> bool:
    """A long number as Excel keeps it, without its last digits: «1.22158E+17»."""
    return RUINED.fullmatch(text) is not None


def may_be_rounded(exact: str, rounded: str) -> bool:
    low, high = exact_of(rounded)
    return low <= Decimal(exact) < high


def exact_of(rounded: str) -> tuple[Decimal, Decimal]:
    """From where to below where it may lie, rounded or cut off by its last digit that is no nought: of 1200 from 1150 to 1300."""
    number = Decimal(rounded)
    step = Decimal(1).scaleb(number.normalize().as_tuple().exponent)
    return number - step / 2, number + step


def agree(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Two figures, each with whether it is rounded, may be one and the same."""
    (number, is_rounded), (theirs, is_theirs_rounded) = one, other
    return (
        number == theirs
        or (is_rounded and may_be_rounded(theirs, number))
        or (is_theirs_rounded and may_be_rounded(number, theirs))
    )


def is_inexact(text: str, *, is_time: bool = False) -> bool:
    """The text says about how many, or a number with a mark whose meaning nobody knows: «10+», «<10», «12*», of a time «~1:20»."""
    match = INEXACT.fullmatch(text)
    inner = match and (match[1] or match[2])
    return bool(inner) and (is_number(inner) or (is_time and says_time(inner)))


def says_time(text: str) -> bool:
    return CLOCK.fullmatch(text) is not None or bool(_in_units(text))


def clock(seconds: int) -> str:
    """Seconds as h:mm:ss."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def plain(value: Decimal) -> str:
    """The shortest decimal notation, without an exponent."""
    return f"{value.normalize():f}"


def is_share(text: str) -> bool:
    return "%" not in text and text.strip("0.,") != "" and text[:1].isdigit()


def is_above_one(text: str) -> bool:
    try:
        return "%" not in text and float(text.replace(",", ".")) > 1
    except ValueError:
        return False
