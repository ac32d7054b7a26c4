"""Import export files of networks and analytics services: files, folders and archives of them."""

import json
import re
from argparse import ArgumentParser
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.conf import settings
from django.core.files.base import File
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from smmstrategy.agency.actions import record_brand
from smmstrategy.clients.isolation import scope
from smmstrategy.clients.management.brands import known
from smmstrategy.clients.models import Brand
from smmstrategy.commands import Spoken
from smmstrategy.management import arguments, brands, exports, named, own
from smmstrategy.metrics.imports import actions, labels, naming, queries, reasons, sandbox
from smmstrategy.metrics.imports.reading.answers import by_command, explained
from smmstrategy.metrics.imports.reading.answers.question import LETTERS
from smmstrategy.metrics.imports.reading.cells import titles
from smmstrategy.metrics.imports.reading.messages import first_of
from smmstrategy.metrics.imports.reading.options import Options
from smmstrategy.metrics.models import Import

COUNTS = ("rows", "new", "changed", "unchanged")


class Command(Spoken):
    help = gettext_noop(
        "Import export files. The last line on standard output is a JSON summary; the exit status is 0 when every row is accounted "
        "for, and otherwise «error» in the summary says what stands against it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        arguments.add(parser)

    def handle(self, *args: Any, **given: Any) -> None:
        rehearsed = actions.rehearsal() if given["dry_run"] else nullcontext()
        with rehearsed, sandbox.heard_in(settings.STATE_DIR / "log" / "imports.log"):
            try:
                brand = known(given["brand"], given["client"])
                summaries = self._bring_all(brand, given)
            except CommandError as error:
                self._end_with(given["brand"], [], given, error=str(error))
                raise
        error = _error_of_files(summaries)
        self._end_with(brand.slug if brand else given["brand"], summaries, given, error=error)
        if error:
            raise SystemExit(1)

    def _bring_all(self, brand: Brand | None, given: dict[str, Any]) -> list[dict[str, Any]]:
        paths = _paths(given)
        options = _options(given, brand)
        files = [file for path in paths for file in exports.files(path)]
        self.days: dict[Path, list[str]] = {}
        self.count, self.in_vain = len(files), []
        self.called: list[own.Called] = []  # of each file
        options["is_one_of_several"] = self.count > 1
        summaries = [self._bring(path, options, given, n) for n, path in enumerate(files, 1)]
        self._say_of_silence(options, summaries)
        own.say_absent(options["own"], self.called, self.stderr.write)
        own.say_in_vain(self.in_vain, self.stderr.write)
        return summaries

    def _end_with(self, brand: str, summaries: list[dict[str, Any]], given: dict[str, Any], *, error: str) -> None:
        """The summary of all files, and what stood against beginning with any, or against taking them all in."""
        totals = {name: sum(s.get(name) or 0 for s in summaries) for name in (*COUNTS, "rejected")}
        told = {"brand": brand, "dry_run": given["dry_run"], **totals, "files": summaries, "error": error}
        self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _bring(self, path: Path, options: dict[str, Any], given: dict[str, Any], n: int) -> dict[str, Any]:
        """Import a file whole: of one cut off on its way nothing stays.

        A new brand comes with the first one that is taken in: before, nothing of brand or file stays. Of files that are
        rehearsed all but the last are written until the end, for the next to be compared with them, too.
        """
        if unread := exports.unread(path):
            return self._reported(path, unread, n, is_kept=True)
        brand = known(given["brand"], given["client"])
        with actions.rehearsal(lambda: not is_kept):
            import_ = self._import(path, brand, options, given, is_shown=given["dry_run"] and n == self.count)
            is_kept = import_.status == Import.Status.APPLIED or bool(brand)
        return self._reported(path, import_, n, is_kept=is_kept and not given["dry_run"])

    def _import(self, path: Path, found: Brand | None, options: dict[str, Any], given: dict[str, Any], *, is_shown: bool) -> Import:
        brand, is_new = (found, False) if found else brands.begun(given["brand"], given["client"])
        with scope(f"client:{brand.client_id}"):
            with path.open("rb") as file:
                import_ = actions.keep(brand, File(file, name=exports.readable(path.name)), by=None, options=options)
            import_, written = _look(import_, is_shown=is_shown)
            while answers := self._answers(import_, path, given["columns"]):
                import_, written = _look(actions.tell(import_, answers=answers), is_shown=is_shown)
            kept = _keep_columns(import_)
            if not given["dry_run"]:
                _record(import_, written, kept, is_new_brand=is_new)
        if days := import_.summary.get("days"):
            self.days.setdefault(path.parent, days)
        return import_

    def _reported(self, path: Path, import_: Import, n: int, *, is_kept: bool) -> dict[str, Any]:
        """What came of a file, said to the person and given back."""
        if self.count > 1:
            self.in_vain += own.left_unsaid(import_)
        summary = _summary(path, import_)
        self.called.append(own.called(import_))
        if not is_kept:
            actions.forget_file(import_)
            summary["import"] = None
        why = [] if summary["error"] else [*_nothing_taken(summary), *labels.rejected(summary["rejected_rows"])]
        known = [*labels.days_of_posts(summary["days_of_posts"], summary["in_doubt"]), *labels.silent(summary["silent"])]
        lines = [*why, *labels.newly_tracked(queries.newly_tracked(import_)), *known, *summary["warnings"]]
        self.stderr.write(exports.printable([f"[{n}/{self.count}] {exports.readable(path.name)}: {_line(summary)}", *lines]))
        return summary

    def _say_of_silence(self, options: dict[str, Any], summaries: list[dict[str, Any]]) -> None:
        """Where no month without a post was in doubt, of all accounts or of one that was named, its word was of nothing."""
        both = zip(summaries, self.called, strict=True)
        silent = [name for summary, called in both for account in summary["silent"] for name in called[account]]
        if options.get("silent") and not silent:
            self.stderr.write(_("--silent: no whole month without a post is in doubt in these files."))
        for name in options["silent_of"]:
            if not naming.is_among(*name.split(":", 1), silent):
                self.stderr.write(_("--silent {account}: no whole month without a post of it is in doubt.").format(account=name))

    def _answers(self, import_: Import, path: Path, columns: str | None) -> dict[str, Any]:
        """What the command line, the folder's name or the files beside this one say to the open question."""
        asks = import_.question.get("asks")
        if asks == "columns" and columns and not _is_answered(import_, columns):
            return _mapping(import_.question, columns)
        if asks == "period" and (period := self._period_of_folder(path)):
            return {"period": period}
        return {}

    def _period_of_folder(self, path: Path) -> str:
        """Studio's «Table data» gives no dates; its folder's name and the chart and totals beside it do."""
        if periods := titles.periods_in(path.parent.name):
            return ":".join(day.isoformat() for day in periods[0])
        is_studio = re.match(r"table[ _]data|табличные данные|данные таблицы", path.name, re.IGNORECASE)
        return ":".join(self.days.get(path.parent, [])) if is_studio else ""


def _is_answered(import_: Import, columns: str) -> bool:
    """Something was said to this question, and to ask it once more there must be a reason; of letters to that of any table."""
    question, told = import_.question, Options(**import_.options)
    about, signature = question["about"], question["signature"]
    if about == LETTERS and _fields(columns):
        return told.is_settled(LETTERS)
    return about in told.doubts_settled.get(signature, []) if about else signature in told.columns_by_signature


def _look(import_: Import, *, is_shown: bool) -> tuple[Import, actions.Written | None]:
    """Shown, or written where nothing is asked."""
    reading = actions.read(import_)
    return (actions.show(import_, reading), None) if is_shown else actions.enter(import_, reading)


def _keep_columns(import_: Import) -> list[actions.Remembered]:
    """What the command line said of columns holds for later files, too."""
    given = Options(**import_.options).columns_by_signature.items()
    answers = {key: one for key, one in given if explained.is_enough(one, explained.positions(one, [*one["fields"]]))}
    return actions.keep_columns(import_, answers=answers, by=None)


def _record(import_: Import, written: actions.Written | None, kept: list[actions.Remembered], *, is_new_brand: bool) -> None:
    """After everything that takes long: until the transaction ends nobody else writes in the client's ledger."""
    if written:
        actions.record_written(written, by=None)
    if is_new_brand:
        record_brand(import_.brand, by=None)
    actions.record_columns(import_, kept=kept, by=None)


def _paths(given: dict[str, Any]) -> list[str]:
    """The paths given; one behind --silent alone is no account."""
    behind = [name for name in given["silent"] or [] if name and exports.is_there(name)]
    given["silent"] = ["" if name in behind else name for name in given["silent"] or []]
    paths = [*given["paths"], *behind]
    if not paths:
        raise CommandError(_("Name what is to be imported: files, folders or archives."))
    return paths


def _options(given: dict[str, Any], brand: Brand | None) -> dict[str, Any]:
    """The answers of the command line, each checked."""
    names = ("kind", "period", "date_order", "time_zone", "role", "gone")
    options = {name: given[name] for name in names if given[name]}
    options |= {"silent": "" in (given["silent"] or [])}
    options |= {"silent_of": [named.in_file("--silent", name) for name in given["silent"] or [] if name]}
    options |= named.accounts(given["account"] or [], brand)
    options |= {"fields_by_header": _fields(given["columns"] or "guess"), "tables_left_out": given["leave_out"] or []}
    options |= {"own": [named.in_file("--own", name) for name in given["own"] or []]}
    options |= {"accounts_by_name": named.meant(given["name"] or [], brand)}
    _require_period(options.get("period", "2000-01-01"))
    if (zone := options.get("time_zone")) and zone not in available_timezones():  # their names stand in hundreds of files
        raise CommandError(_("There is no time zone «{zone}»; one is called like Europe/Moscow.").format(zone=zone))
    return options


def _require_period(period: str) -> None:
    first, _colon, last = period.partition(":")
    try:
        ends = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise CommandError(_("--period is two days like 2026-01-01:2026-06-30, not «{period}».").format(period=period)) from error
    if ends[0] > ends[1]:
        raise CommandError(_("The period ends before it begins."))


def _mapping(question: dict[str, Any], columns: str) -> dict[str, Any]:
    """The guess, or what was said, as the answer for the table asked about; none when it says nothing of what is asked of it.

    What is known of its other columns stays.
    """
    fields, is_guess = _fields(columns), by_command.says_guess(columns) and question["may_be_guessed"]
    absent = explained.missing(fields, question["header"])
    here = {name: field for name, field in fields.items() if name not in absent}
    if not (is_guess or by_command.speaks_of(question["of_column"], here)):
        return {}
    header, guess, known = question["header"], question["guess"], question["guess"] if is_guess else question["known"]
    answer = by_command.completed(here, known) if known else by_command.explained(here, header, guess)
    return {"columns": answer} if explained.positions(answer, question["header"]) else {}


def _fields(columns: str) -> dict[str, str]:
    """What each header means, as it was said; nothing was said by «guess»."""
    pairs = [pair.rpartition("=") for pair in columns.split(";") if pair.strip() != by_command.GUESS]
    if not all(header.strip() and field.strip() for header, _equals, field in pairs):
        raise CommandError(
            _("--columns is HEADER=FIELD, several of them with «;» between, or «guess»: not «{columns}».").format(columns=columns)
        )
    if unknown := [field for _header, _equals, field in pairs if field != by_command.NOT_USED and not explained.is_field(field)]:
        sentence = _("There are no such fields: {fields}. There are: {known}.")
        raise CommandError(sentence.format(fields=", ".join(unknown), known=labels.all_fields()))
    return {header: field for header, _equals, field in pairs}


def _summary(path: Path, import_: Import) -> dict[str, Any]:
    shown = queries.preview(import_)
    lost = "" if shown["error"] or shown["question"] else _unaccounted(shown)
    accounts = {f"{account['network']}:{account['handle']}": account for account in shown["accounts"]}
    return {
        "file": exports.readable(str(path)),
        "import": import_.pk,
        "kind": import_.kind,
        "account": next(iter(accounts)) if len(accounts) == 1 else None,
        "accounts": list(accounts),
        "roles": {name: account["role"] for name, account in accounts.items()},
        "days_of_posts": {name: days for name, account in accounts.items() if (days := account["days_of_posts"])},
        "in_doubt": {name: months for name, account in accounts.items() if (months := account["in_doubt"])},
        "silent": {name: months for name, account in accounts.items() if (months := account["silent_as_said"])},
        **{name: shown[name] for name in COUNTS},
        "absent": shown["absent"].get("count", 0),
        "gone": shown["gone"],
        "rejected": len(shown["rejected"]),
        "rejected_rows": reasons.by_cause(import_.rejected),
        "totals": shown["totals"],
        "warnings": shown["warnings"],
        "error": shown["error"] or shown["question"].get("sentence", "") or lost,
    }


def _unaccounted(shown: dict[str, Any]) -> str:
    """The sentence about rows that are neither stored nor rejected; empty, as it should always be, when there are none."""
    known = sum(shown[name] for name in ("new", "changed", "unchanged")) + len(shown["rejected"])
    sentence = _("Rows accounted for: {known} of {rows}. This is a fault of the program: please report it with the file.")
    return "" if known == shown["rows"] else sentence.format(rows=shown["rows"], known=known)


def _nothing_taken(summary: dict[str, Any]) -> list[str]:
    """The page's word for a file of which every row was rejected: each is accounted for, which is no error."""
    is_so = summary["rejected"] and not any(summary[name] for name in COUNTS if name != "rows")
    return [f"{_('Nothing was taken.')} {_('Every row was rejected; the reasons stand below.')}"] if is_so else []


def _error_of_files(summaries: list[dict[str, Any]]) -> str:
    """That of the only file which has one; of several their names, beside which each has its own."""
    errors = {summary["file"]: summary["error"] for summary in summaries if summary["error"]}
    if len(errors) < 2:
        return "".join(f"{file}: {error}" for file, error in errors.items())
    sentence = _("Files with an error: {count} of {total} ({files}). What it is stands beside each in «files».")
    return sentence.format(count=len(errors), total=len(summaries), files=first_of([*errors]))


def _line(summary: dict[str, Any]) -> str:
    return summary["error"] or labels.outcome(summary)
