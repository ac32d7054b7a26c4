"""What a person says of accounts and names that several files lack: said once of all of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records.one_name import TOLD_IN_VAIN
from smmstrategy.metrics.models import Import


def left_unsaid(import_: Import) -> list[list[str]]:
    """Of one of several files nothing is said of names, without saving; the names told in vain of it, if it was read."""
    if "warnings" not in import_.summary:
        return []
    warnings = import_.summary["warnings"]
    others = [warning for warning in warnings if warning["text"] != TOLD_IN_VAIN]
    import_.summary = {**import_.summary, "warnings": others}
    return [["{name}={account}".format(**one["params"]) for one in warnings if one["text"] == TOLD_IN_VAIN]]


def say_absent(own: Sequence[str], summaries: Sequence[Mapping[str, Any]], say: Callable[[str], object]) -> None:
    """Name the accounts that none of several files has."""
    there = [name for summary in summaries for name in summary["accounts"]]
    absent = [name for name in own if not naming.is_among(*name.split(":", 1), there)]
    if absent and len(summaries) > 1:
        say(_("No file has an account that you said is the brand's own: {accounts}.").format(accounts=first_of(absent)))


def say_in_vain(told: Sequence[Sequence[str]], say: Callable[[str], object]) -> None:
    """Name the names told in vain of every one of several files."""
    if in_all := [name for name in told[0] if all(name in of_file for of_file in told)] if told else []:
        say(_("No file has a row for which it counts what you said of names (--name): {names}.").format(names=first_of(in_all)))
