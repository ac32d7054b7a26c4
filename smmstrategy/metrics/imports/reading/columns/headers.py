"""Names of columns made comparable, and which column of a table is which field."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from smmstrategy.metrics.imports.reading.columns.money import bare
from smmstrategy.metrics.imports.reading.vocabulary.units import IN_SCALE, SCALES

Aliases = Mapping[str, str]
FOOTNOTES = re.compile(r"[*†‡¹²³⁰⁴-⁹]+")
_STRETCH = "дня|недели|месяца|квартала|года|периода|day|week|month|quarter|year|period"
_AT = rf"(?:на|at)(?: the)? (?:{{}})(?: (?:of )?(?:the )?(?:{_STRETCH}))?"
NOTE = re.compile(
    r"(.*\S)\s*(?:[(\[]([^()\[\]]*)[)\]]|,\s*([^,()]+)|\s((?:шт|чел|тыс|млн)\.?|utc|gmt|мск|msk)|(?<!дата)(?<!date)\s("
    rf"{_AT.format('конец|end')}))"
)
AT_BEGINNING = re.compile(rf"(.*\S)\W+{_AT.format('начало|beginning|start')}\W*")
# Words of notes that leave a column what it is called; any other may make it another: «Охват (рекламный)».
HARMLESS = re.compile(
    r"шт|штук|чел|человек|ед|единиц|раз|pcs|people|times|количество|кол-во|count|number|всего|итого|total|utc|gmt|мск|msk|за|на|по|"
    r"конец|день|дня|"
    r"недели|месяца|квартала|года|периода|момент|выгрузки|at|of|the|end|day|week|month|quarter|year|period|" + "|".join(SCALES)
)
FORMAT = re.compile(r"([dmyhsдмгчс])\1{1,3}|(?:utc|gmt)?[+−-]\d{1,2}(?::\d\d)?|\d\d:\d\d")  # dd.mm.yyyy, utc+3
QUANTITY = re.compile(r"(?:количество|кол-во|к-во|число|number of) (?=\w)")  # «Кол-во лайков» are «лайков»
AND = re.compile(r"\s*(?:,| and | & | и |\+)\s*")
RANK_OF_PLAIN = 1000


@lru_cache(maxsize=10_000)
def normalise(header: str) -> str:
    """A header without case, quotes, underscores, marks of footnotes and stray blanks; text in brackets is kept."""
    text = (
        FOOTNOTES.sub("", header)
        .replace("\ufeff", "")
        .replace("\u00a0", " ")
        .replace("_", " ")
        .strip()
        .strip("\"'«»")
        .casefold()
        .replace("ё", "е")
    )
    return re.sub(r"\s+", " ", text.replace("(", " (").replace("«", '"').replace("»", '"').replace('""', '"')).strip()


@lru_cache(maxsize=10_000)
def plain(header: str) -> str:
    """A normalised header without units and notes that leave it what it is: «подписчики» of «Подписчики, тыс. (на конец дня)».

    Nor has it the full stop of what is cut short, or the word that it is a quantity.
    """
    return QUANTITY.sub("", _without_notes(normalise(header))[0].rstrip("."), count=1)


def scale(header: str) -> str:
    """The word for the thousands or millions in which a column counts, also of something, «тыс. визитов»; empty for ones."""
    name, words = _without_notes(bare(normalise(header)))
    of_something = _words(m)[:1] if (m := NOTE.fullmatch(name)) else []
    return next((SCALES[word] for word in [*words, *of_something] if word in SCALES), "")


def noted(header: str) -> str:
    """What a header is called before a note that may make it something else; empty without one."""
    m = NOTE.fullmatch(plain(header))
    return m[1].rstrip(", ") if m else ""


def listed(header: str) -> list[str]:
    """What a header names one after another; one name where it is no list."""
    return AND.split(normalise(header))


def at_beginning(header: str) -> str:
    """What a column is called that counts where its period begins; empty for any other."""
    m = AT_BEGINNING.fullmatch(normalise(header))
    return plain(m[1]) if m else ""


def _without_notes(name: str) -> tuple[str, list[str]]:
    name, notes = IN_SCALE.sub("", name), list[str]()
    while m := NOTE.fullmatch(name):
        words = _words(m)
        if not all(HARMLESS.fullmatch(word) or FORMAT.fullmatch(word) for word in words):
            break
        name, notes = m[1].rstrip(", "), [*notes, *words]
    return name, notes


def _words(note: re.Match[str]) -> list[str]:
    return re.split(r"[\s./]+", (note[2] or note[3] or note[4] or note[5] or "").strip(". "))


def spread(aliases: Aliases) -> Mapping[str, tuple[str, int]]:
    """Normalised header → (field, rank among the field's names); a lower rank wins when several columns claim a field."""
    return _spread(tuple(aliases.items()))


@lru_cache(maxsize=1000)
def _spread(aliases: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, int]]:
    return {normalise(name): (field, rank) for field, names in aliases for rank, name in enumerate(names.split("|"))}


def columns(header: Sequence[str], aliases: Aliases) -> dict[str, int]:
    """Field → position of the column that holds it; of two equal headers the first counts."""
    return dict(_columns(tuple(header), tuple(aliases.items())))


@lru_cache(maxsize=1000)
def _columns(header: Sequence[str], aliases: tuple[tuple[str, str], ...]) -> Mapping[str, int]:
    known, chosen = _spread(aliases), {}
    for position, name in enumerate(header):
        if ranked := _ranked(name, known):
            field, rank = ranked
            if field not in chosen or rank < chosen[field][0]:
                chosen[field] = (rank, position)
    return {field: position for field, (_rank, position) in chosen.items()}


def _ranked(name: str, known: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """A name as it stands counts more than one without its notes, and that more than one in thousands.

    Only of revenue a currency may stand at the end.
    """
    if whole := known.get(normalise(name)):
        return whole
    field, rank = known.get(plain(name)) or known.get(plain(bare(normalise(name))), ("", 0))
    is_meant = field == "revenue" or plain(name) in known
    return (field, rank + RANK_OF_PLAIN * (1 + bool(scale(name)))) if is_meant else None


def apart(names: Sequence[str]) -> list[str]:
    """What to call columns where each needs a name of its own: of equal ones the second is «NAME (2)»."""
    taken, counts, apart_names = set(map(normalise, names)), Counter[str](), []
    for name in names:
        own, called = name, normalise(name)
        counts[called] += 1
        while name and counts[called] > 1 and normalise(own) in taken:
            own = f"{name} ({counts[called]})"
            counts[called] += normalise(own) in taken
        taken.add(normalise(own))
        apart_names.append(own)
    return apart_names


def signature(header: Sequence[str]) -> str:
    """The same for every file with these columns in this order."""
    return hashlib.sha256("\n".join(map(normalise, header)).encode()).hexdigest()
