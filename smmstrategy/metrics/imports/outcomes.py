"""A plan turned into records, and what became of each row of the file, counted."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from smmstrategy.metrics.actions import Outcome, Replacement, Status
from smmstrategy.metrics.imports.queries import days_in_doubt, named_day
from smmstrategy.metrics.imports.reading.draft import KEY, ROW
from smmstrategy.metrics.imports.reading.kinds import BY_CODE
from smmstrategy.metrics.imports.reading.messages import NAMED, Message, Refused, first_of, note, say
from smmstrategy.metrics.imports.reading.records.posts.alike import UNSURE
from smmstrategy.metrics.imports.reading.records.values import holes
from smmstrategy.metrics.models import Import
from smmstrategy.metrics.periods import Period
from smmstrategy.metrics.records import AccountRecord, PostRecord

SAME_FILE = note("This very file has been imported before; it changes nothing.")
READ_OTHERWISE = (
    "This very file has been imported before and was read otherwise then (import {imports}): what was recorded then and is not "
    "said now stays until that import is undone."
)
COUNTED_LATER = say(
    "{count} row says other figures than those stored, which were collected later or are exact, and stay.",
    "{count} rows say other figures than those stored, which were collected later or are exact, and stay.",
)
NAMED_DAY = say("The file's name speaks of {day}: figures collected later stay as they are.")
ELSEWHERE = say(
    "This very file is in {accounts} already (import {number}): what it says counts twice. To move it, undo that import first."
)
LAGGING = say(
    "{count} post of {account} is stored already at a time that differs by {lag}: one of the two files seems to count hours in "
    "another zone, and it would stand at a wrong hour or count twice. Say in which zone the times of this file are (--time-zone "
    "ZONE): in the client's own if they are right. Or undo the other import and import its file again with its zone.",
    "{count} posts of {account} are stored already at times that all differ by {lag}: one of the two files seems to count hours in "
    "another zone, and they would stand at wrong hours or count twice. Say in which zone the times of this file are (--time-zone "
    "ZONE): in the client's own if they are right. Or undo the other import and import its file again with its zone.",
)
APART = say(
    "{count} post of {account} is stored already at a time that differs by {lag}. Check which of the two files is right: undo the "
    "import of the other, and if that counts hours in another zone, import its file again with its zone (--time-zone ZONE).",
    "{count} posts of {account} are stored already at times that all differ by {lag}. Check which of the two files is right: undo "
    "the import of the other, and if that counts hours in another zone, import its file again with its zone (--time-zone ZONE).",
)
IN_DOUBT = say(
    "The file has no posts of {account} in {months}: was there silence, or does the file lack them? Nobody knows, so these "
    "months count as not known until a file brings posts of them or somebody confirms that nothing was posted (--silent)."
)
# Said of what is stored while the import is in force.
OF_STORED = [
    READ_OTHERWISE,
    *(one["text"] for one in (SAME_FILE, COUNTED_LATER, NAMED_DAY, ELSEWHERE, UNSURE, LAGGING, APART, IN_DOUBT)),
]
RANK = {Status.NEW: 3, Status.CHANGED: 2, Status.OVERRULED: 1, Status.UNCHANGED: 0}
Subject = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """What the child process made of a file: a plan, or the reason why there is none."""

    plan: dict[str, Any] = field(default_factory=dict)
    refused: Refused | None = None

    @property
    def is_complete(self) -> bool:
        return self.refused is None and not self.plan.get("question")

    @property
    def is_list(self) -> bool:
        """The file lists accounts, of whomever, rather than telling about those of one."""
        return any(table["is_list"] and table["kind"] == self.plan["kind"] for table in self.plan["tables"])

    @property
    def is_of_influencers(self) -> bool:
        """Its headers say so."""
        kind = BY_CODE.get(self.plan["kind"])
        return kind is not None and kind.of_influencers

    @property
    def is_of_window(self) -> bool:
        return self.plan.get("of_window", False)

    @property
    def time_zone(self) -> str:
        """The zone in which a table of the file counts days; empty when it is the client's."""
        codes = [table["kind"] for table in self.plan.get("tables", [])]
        return next((BY_CODE[code].zone for code in codes if code in BY_CODE and BY_CODE[code].zone), "")

    def warn(self, text: str, plural: str = "", **params: object) -> None:
        """Add a sentence to those of the plan, once however often the plan is shown and applied."""
        self.add(say(text, plural, **params))

    def add(self, warning: Message) -> None:
        if warning not in self.plan["warnings"]:
            self.plan["warnings"].append(warning)

    def ask(self, asks: str, message: Message, **more: object) -> None:
        """Open a question that only what is stored raises; with it nothing is written."""
        self.plan["question"] = {"asks": asks, "message": message, **more}

    def subjects(self) -> Iterator[tuple[Subject, list[PostRecord], list[AccountRecord]]]:
        for subject in self.plan["subjects"]:
            yield subject, [_post(post) for post in subject["posts"]], [_value(value) for value in subject["values"]]


def _post(post: list[Any]) -> PostRecord:
    _row, key, permalink, published_at, has_time, format_, title, text, duration, is_paid, metrics, rounded, by_hand = post
    return PostRecord(
        key=key,
        metrics={code: Decimal(value) for code, value in metrics.items()},
        permalink=permalink,
        published_at=datetime.fromisoformat(published_at) if published_at else None,
        has_time=has_time,
        format=format_,
        title=title,
        text=text,
        duration_seconds=duration,
        is_paid=is_paid,
        by_hand=by_hand,
        rounded=frozenset(rounded),
    )


def _value(value: list[Any]) -> AccountRecord:
    _row, metric, first, last, number, label, is_rounded = value
    return AccountRecord(metric, date.fromisoformat(first), date.fromisoformat(last), Decimal(number), label, is_rounded)


@dataclass
class Counts:
    """What became of each row: new if anything in it, or the post or slice it is about, is new, changed if anything changed."""

    rows: dict[str, int] = field(default_factory=dict)
    accounts: list[dict[str, Any]] = field(default_factory=list)
    called: list[dict[str, Any]] = field(default_factory=list)  # by the numbers of accounts, by which names the file knows them
    changes: list[dict[str, str]] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    absent: dict[str, Any] = field(default_factory=dict)
    gone: int = 0  # of the absent posts, which no row is about
    same_file: Sequence[Import] = ()

    def add(
        self,
        subject: Subject,
        outcome: Outcome,
        known: Period | None,
        months: Mapping[str, list[str]],
        *,
        is_new: bool,
        role: str,
    ) -> None:
        """`months` are those without a post that are `in_doubt`, or `silent_as_said` by a person."""
        posts = self._add_rows(subject, outcome, is_new=is_new)
        sizes = {"posts": posts, "values": len(subject["values"])}
        days = {"days_of_posts": known and [known.first.isoformat(), known.last.isoformat()]}
        of_subject = {name: subject[name] for name in ("network", "handle", "name", "rejected")}
        self.changes += [_as_json(replacement, subject) for replacement in outcome.replacements]
        of_months = {"in_doubt": [], "silent_as_said": [], **months}
        self.digests.append(f"{subject['network']}:{subject['handle']} {outcome.digest} {of_months}")
        self.accounts.append({**of_subject, **sizes, **days, **of_months, "is_new": is_new, "role": role})

    def _add_rows(self, subject: Subject, outcome: Outcome, *, is_new: bool) -> int:
        """What became of the rows of an account; how many posts they are about."""
        of_rows = outcome.posts[: len(subject["posts"])]
        self.gone += outcome.posts[len(of_rows) :].count(Status.CHANGED)
        of_keys: dict[str, int] = {}
        for post, status in zip(subject["posts"], of_rows, strict=True):
            of_keys[post[KEY]] = max(of_keys.get(post[KEY], 0), RANK[status])
        ranks = [*(of_keys[post[KEY]] for post in subject["posts"]), *(RANK[status] for status in outcome.values)]
        for record, rank in zip(subject["posts"] + subject["values"], ranks, strict=True):
            self.rows[record[ROW]] = max(self.rows.get(record[ROW], 0), rank)
        for row in subject["rows"]:
            self.rows[row] = max(self.rows.get(row, 0), RANK[Status.NEW] if is_new and not subject["values"] else 0)
        for rows in subject["united"]:
            there = [row for row in rows if row in self.rows]
            self.rows |= dict.fromkeys(there, max(map(self.rows.__getitem__, there), default=0))
        return len(of_keys)

    @property
    def changes_anything(self) -> bool:
        return self.changes_rows or self.gone > 0

    @property
    def changes_rows(self) -> bool:
        return bool(self._of(Status.NEW, Status.CHANGED))

    @property
    def digest(self) -> str:
        """Of everything that would be written, whose it is, what it would replace, and which months are in doubt."""
        return hashlib.sha256("\n".join(self.digests).encode()).hexdigest()

    @property
    def overruled(self) -> int:
        """Rows whose figures give way to others that count more."""
        return self._of(Status.OVERRULED)

    def by_status(self) -> dict[str, int]:
        unchanged = self._of(Status.UNCHANGED, Status.OVERRULED)
        return {"new": self._of(Status.NEW), "changed": self._of(Status.CHANGED), "unchanged": unchanged}

    def _of(self, *statuses: Status) -> int:
        ranks = list(self.rows.values())
        return sum(ranks.count(RANK[status]) for status in statuses)


def _as_json(replacement: Replacement, subject: Subject) -> dict[str, str]:
    days = {name: day.isoformat() if day else "" for name, day in (("first", replacement.starts_on), ("last", replacement.ends_on))}
    values = {"before": f"{replacement.before:f}", "after": f"{replacement.after:f}"}
    return {
        "account": subject["handle"],
        "metric": replacement.metric,
        "post": replacement.post,
        "slice": replacement.slice,
        **days,
        **values,
    }


def describe(import_: Import, reading: Reading, counts: Counts | None) -> None:
    """Set the import's fields to what is known of it now, without saving."""
    if reading.refused:
        import_.status, import_.error = Import.Status.REFUSED, str(reading.refused)
        import_.summary, import_.rejected, import_.question = {"error": reading.refused.message}, [], {}
        return
    plan = reading.plan
    elsewhere = {warning["params"]["number"] for warning in plan["warnings"] if warning["text"] == ELSEWHERE["text"]}
    if counts and (before := [one for one in counts.same_file if one.pk not in elsewhere]):
        _say_of_same_file(before, counts, reading)
    for message in [one for account in counts.accounts for one in _of_months_in_doubt(account)] if counts else ():
        reading.add(message)
    if counts and counts.overruled:
        reading.add(COUNTED_LATER | {"params": {"count": counts.overruled}})
        for day in named_day(import_):
            reading.add(NAMED_DAY | {"params": {"day": day.isoformat()}})
    import_.kind, import_.signature, import_.error = plan["kind"][:40], plan["signature"], ""
    import_.question, import_.rejected = plan["question"], plan["rejected"]
    import_.summary = {
        **{name: plan[name] for name in ("rows", "warnings", "tables", "totals", "days")},
        "accounts": counts.accounts if counts else [],
        "called": counts.called if counts else [],
        "changes": counts.changes if counts else [],
        **({"digest": counts.digest, "absent": counts.absent, "gone": counts.gone, **counts.by_status()} if counts else {}),
    }
    import_.status = Import.Status.PREVIEWED if counts else Import.Status.ASKING


def _say_of_same_file(before: Sequence[Import], counts: Counts, reading: Reading) -> None:
    if not counts.changes_anything:
        reading.add(SAME_FILE)
    elif counts.changes_rows:
        reading.add(_read_otherwise({one.pk: one.file_name for one in before}))


def _read_otherwise(names: Mapping[int, str]) -> Message:
    return leading_to("import", names, say(READ_OTHERWISE, imports=first_of(list(map(str, names)))))


def _of_months_in_doubt(account: Mapping[str, Any]) -> list[Message]:
    months, name = account["in_doubt"], account["name"] or _page(account)
    return [IN_DOUBT | {"params": {"account": name, "months": holes.months_named(months)}}] if months else []


def describe_silent(import_: Import, silent: Mapping[str, list[str]]) -> None:
    """Set the import's fields to what is known once these months of its accounts are kept as silent, without saving."""
    in_doubt, accounts = days_in_doubt(import_), import_.summary["accounts"]
    for account in accounts:
        name = _page(account)
        said = sorted({*account.get("silent_as_said", []), *silent.get(name, [])})
        account |= {"in_doubt": in_doubt.get(name, []), "silent_as_said": said}
    others = [warning for warning in import_.summary["warnings"] if warning["text"] != IN_DOUBT["text"]]
    import_.summary |= {"warnings": others + [message for account in accounts for message in _of_months_in_doubt(account)]}


def _page(account: Mapping[str, Any]) -> str:
    return f"{account['network']}:{account['handle']}"


def leading_to(page: str, names: Mapping[int, str], message: Message) -> Message:
    """The sentence with links to pages about the rows by these numbers, each under a name: the first of them, as it names."""
    return message | {"links": [[page, number, name] for number, name in islice(names.items(), NAMED)]}


def describe_undone(import_: Import, **kept: Any) -> None:
    """Set the import's fields to what is left of it, without saving: what was said of the stored figures no longer holds."""
    import_.status, import_.undone_at = Import.Status.UNDONE, datetime.now(UTC)
    warnings = [warning for warning in import_.summary["warnings"] if warning["text"] not in OF_STORED]
    import_.summary |= {"warnings": warnings, **kept}


def forget(import_: Import, undone: int) -> None:
    """Set the import's fields to what is known once another import of its file is undone, without saving."""
    warnings = import_.summary["warnings"]
    others = [{n: name for _page, n, name in one["links"] if n != undone} for one in warnings if one["text"] == READ_OTHERWISE]
    kept = [one for one in warnings if one["text"] != READ_OTHERWISE]
    import_.summary |= {"warnings": kept + [_read_otherwise(names) for names in others if names]}
