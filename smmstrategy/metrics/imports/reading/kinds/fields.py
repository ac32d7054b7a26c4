"""The fields of posts under all names by which exports, the catalogue and other languages call them."""

from collections.abc import Mapping, Sequence

from smmstrategy.metrics.catalogue import METRICS, SITE, Level
from smmstrategy.metrics.imports.reading.columns import headers, networks
from smmstrategy.metrics.imports.reading.vocabulary import accounts, posts
from smmstrategy.metrics.imports.reading.vocabulary.languages import with_other_languages


def with_own_names(columns: Mapping[str, str], level: Level) -> dict[str, str]:
    """The columns with what the catalogue calls each metric of social networks, where a name means nothing else yet."""
    known, aliases = headers.spread(columns), dict(columns)
    for metric in METRICS.values():
        if level in metric.levels and metric.networks != {SITE}:
            own = [name for name in (metric.en, metric.ru) if headers.normalise(name) not in known]
            if names := "|".join([*filter(None, [aliases.get(metric.code)]), *own]):
                aliases[metric.code] = names
    return aliases


_POST = networks.HEADERS | posts.FIELDS | {"account": f"{posts.FIELDS['account']}|{accounts.NAMES}"}
POST = with_own_names(with_other_languages(_POST), Level.POST)
DESCRIPTIONS = {field: POST[field] for field in ("clock", "format", "title", "text", "hashtags", "duration", "is_paid")}


def addressed(header: Sequence[str]) -> dict[str, int]:
    """The columns in which rows may have the address of a post or a page."""
    return headers.columns(header, {name: POST[name] for name in ("permalink", "account")})


def describes(name: str) -> bool:
    """It says more of a post that other columns name: a text, a format, a time."""
    return bool(headers.columns([name], DESCRIPTIONS))
