"""What a person says of accounts, names, columns and tables that several files lack: said once of all of them."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _

from smmstrategy.metrics.imports import naming
from smmstrategy.metrics.imports.reading.answers import by_command, left_out
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.records.owners.one_name import TOLD_IN_VAIN
from smmstrategy.metrics.models import Import

# What is warned of in a single file, and how what was told in vain is called there.
IN_VAIN = {TOLD_IN_VAIN: "{name}={account}", by_command.MISSING: "{columns}", left_out.MISSING: "{columns}"}
InVain = Mapping[str, Sequence[str]]  # by warning
Called = Mapping[str, Sequence[str]]  # by account


def left_unsaid(import_: Import) -> list[InVain]:
    """Of one of several files nothing is said of what it lacks, without saving; what was told in vain of it, if it was read."""
    if "warnings" not in import_.summary:
        return []
    warnings = import_.summary["warnings"]
    import_.summary = {**import_.summary, "warnings": [one for one in warnings if one["text"] not in IN_VAIN]}
    return [{text: [form.format(**one["params"]) for one in warnings if one["text"] == text] for text, form in IN_VAIN.items()}]


def called(import_: Import) -> Called:
    """By each account of a file all that the file calls it."""
    accounts, names = (import_.summary.get(part, []) for part in ("accounts", "called"))
    return {
        f"{one['network']}:{one['handle']}": [f"{one['network']}:{name}" for name in (one["handle"], *known["called"])]
        for one, known in zip(accounts, names, strict=True)
    }


def say_absent(own: Sequence[str], files: Sequence[Called], say: Callable[[str], object]) -> None:
    """Name the accounts that none of several files has."""
    there = [name for of_file in files for names in of_file.values() for name in names]
    absent = [name for name in own if not naming.is_among(*name.split(":", 1), there)]
    if absent and len(files) > 1:
        say(_("No file has an account that you said is the brand's own: {accounts}.").format(accounts=first_of(absent)))


def say_in_vain(told: Sequence[InVain], say: Callable[[str], object]) -> None:
    """Name what was told in vain of every one of several files."""
    sentences = {
        TOLD_IN_VAIN: _("No file has a row for which it counts what you said of names (--name): {names}."),
        by_command.MISSING: _("No file has a column by a name that --columns gives: {names}."),
        left_out.MISSING: _("No file has a table by a name that --leave-out gives: {names}."),
    }
    for text, sentence in sentences.items():
        if in_all := [name for name in told[0][text] if all(name in of_file[text] for of_file in told)] if told else []:
            say(sentence.format(names=first_of(in_all)))
