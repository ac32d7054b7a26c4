"""Accounts that a person calls the brand's own and several files lack: said once of all of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.actions.roles import OWN_ABSENT
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.models import Import


def leave_unsaid(import_: Import) -> None:
    """Of one of several files nothing is said of these, without saving."""
    others = [warning for warning in import_.summary.get("warnings", []) if warning["text"] != OWN_ABSENT]
    import_.summary = {**import_.summary, "warnings": others}


def say_absent(own: Sequence[str], summaries: Sequence[Mapping[str, Any]], say: Callable[[str], object]) -> None:
    """Name those that none of several files has."""
    there = [name for summary in summaries for name in summary["accounts"]]
    absent = [name for name in own if not naming.is_among(*name.split(":", 1), there)]
    if absent and len(summaries) > 1:
        say(_("No file has an account that you said is the brand's own: {accounts}.").format(accounts=first_of(absent)))
