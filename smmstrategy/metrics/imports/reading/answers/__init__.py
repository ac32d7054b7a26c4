"""What a person has said of the columns of a table: with this file, or with an earlier one of the same account."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from smmstrategy.metrics.catalogue import SITE
from smmstrategy.metrics.imports.reading.answers import explained, question, remembered
from smmstrategy.metrics.imports.reading.answers.kept_under import KeptUnder
from smmstrategy.metrics.imports.reading.cells.networks import called, spoken_in, spoken_of
from smmstrategy.metrics.imports.reading.columns import titled
from smmstrategy.metrics.imports.reading.context import Context
from smmstrategy.metrics.imports.reading.draft import Draft
from smmstrategy.metrics.imports.reading.messages import Message, first_of, say
from smmstrategy.metrics.imports.reading.options import ANY
from smmstrategy.metrics.imports.reading.tables.layout import Table

DIFFER = say('What the columns mean was said differently of some accounts. Say it anew (--columns "HEADER=FIELD;…").')
OF_OTHERS = 'What the columns mean was said of others and not of {accounts}. Say it of these, too (--columns "HEADER=FIELD;…").'


def asked_under(table: Table, context: Context) -> KeptUnder:
    """What is new is asked once for all tables with its header; on the page, of those of one network; a title again as before."""
    if is_of_its_title(table, context):
        return KeptUnder.TITLE
    if table.is_lettered:
        return KeptUnder.LETTERS
    return KeptUnder.NETWORK if is_to_change(table, context) else KeptUnder.HEADER


def answer_of(table: Table, context: Context) -> Mapping[str, Any] | None:
    """What holds for its columns: what was said of this file, else of an earlier one of the account it is likely to be of."""
    if answer := _said_here(table, context):
        return answer
    known = _kept(table, context)
    likely = _likely_account(table, context) if known else None
    answer = remembered.recalled(known, [":".join(likely)] if likely else [])
    return None if answer and not table.part and _is_of_another_network(answer, context.network) else answer


def ask_if_of_others(
    answer: Mapping[str, Any] | None, accounts: Sequence[str], table: Table, draft: Draft, context: Context
) -> None:
    """Ask about the columns where what was said of them earlier is not what holds for the accounts to which the rows went."""
    if not answer or not accounts or is_answered(table, context):
        return
    known = _kept(table, context)
    if remembered.recalled(known, accounts) != answer:
        whose = first_of(remembered.unanswered(known, accounts))
        why = DIFFER if remembered.differ(known) else say(OF_OTHERS, accounts=whose)
        question.ask(table, draft, KeptUnder.HEADER, answer=answer, why=why)


def that_differ(table: Table, context: Context) -> Message | None:
    """The question of a table whose columns are not new, but were said to mean now this, now that."""
    return DIFFER if remembered.differ(_kept(table, context)) else None


def is_answered(table: Table, context: Context) -> bool:
    """It was said of this file."""
    return _said_here(table, context) is not None


def is_of_its_title(table: Table, context: Context) -> bool:
    """It was said of the table that is called so, not of its columns wherever they are."""
    return KeptUnder.TITLE.signature(table) in context.options.columns_by_signature


def is_of_its_title_alone(table: Table, context: Context) -> bool:
    """Nothing was said of its columns wherever they are, here or of an earlier file."""
    others = [kept.signature(table) for kept in KeptUnder if kept is not KeptUnder.TITLE]
    said = context.options.columns_by_signature
    return is_of_its_title(table, context) and not (any(other in said for other in others) or _kept(table, context))


def settled(table: Table, context: Context) -> Sequence[str]:
    """The doubts about the table that is called so to which somebody gave the answers that hold for it."""
    told = context.options.doubts_settled
    return [about for kept in (KeptUnder.LETTERS, KeptUnder.TITLE) for about in told.get(kept.signature(table), [])]


def is_to_change(table: Table, context: Context) -> bool:
    """On the page somebody wants to say what the columns of this table mean."""
    asked = context.options.change_columns
    return bool(asked) and asked == KeptUnder.NETWORK.signature(table)


def with_unknown_aside(parts: Sequence[Table], context: Context) -> list[Table]:
    """The parts of a table; beside some explained with an earlier file, and none with this, those without a guess are aside."""
    answers = [answer_of(part, context) for part in parts]
    if not any(answers) or any(is_answered(part, context) for part in parts):
        return [*parts]
    unknown = [not answer and not explained.is_guessed(part) for part, answer in zip(parts, answers, strict=True)]
    return [replace(part, is_aside=part.is_aside or one) for part, one in zip(parts, unknown, strict=True)]


def _said_here(table: Table, context: Context) -> Mapping[str, Any] | None:
    said = context.options.columns_by_signature
    return next((said[signature] for kept in KeptUnder if (signature := kept.signature(table)) in said), None) if said else None


def _kept(table: Table, context: Context) -> Mapping[str, Any]:
    """What was said of its header with earlier files."""
    return context.mappings.get(KeptUnder.HEADER.signature(table), {}) if context.mappings else {}


def _likely_account(table: Table, context: Context) -> tuple[str, str] | None:
    """The account a table is taken for whose rows name none, as far as that is known before they are read."""
    spoken = called(table.part) or titled.network(table)
    if context.account and spoken in ("", context.network):
        return context.account if context.account[1] != ANY else None
    network = spoken or spoken_in(context.file_name)
    known = context.known.own.get(network, []) or [context.default_handle]
    handle = context.options.handle_named(network) or (known[0] if len(known) == 1 else "")
    return (network, handle) if network and handle else None


def _is_of_another_network(answer: Mapping[str, Any], network: str) -> bool:
    """What was said takes figures from columns that speak of other networks alone than that of the account named."""
    spoken = set().union(*(spoken_of(name) for name, field in answer.get("fields", {}).items() if explained.is_figure(field)))
    return bool(spoken) and network not in ("", SITE, *spoken)
