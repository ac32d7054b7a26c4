"""Imports as pages show them: the list of a client, and one import in the reader's language."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from smmstrategy.clients.models import Client
from smmstrategy.jobs.models import Job
from smmstrategy.metrics.imports.messages import Message
from smmstrategy.metrics.models import Import

JOB = "metrics.import"


def imports(client: Client) -> QuerySet[Import]:
    """The client's imports, newest first."""
    return Import.objects.filter(client=client).select_related("brand", "created_by").order_by("-created_at", "-pk")


def job(import_: Import) -> Job | None:
    """The newest work done or waiting for this import."""
    return Job.objects.filter(kind=JOB, client=import_.client_id, payload__import=import_.pk).order_by("-pk").first()


def sentence(message: Message) -> str:
    """A message in the language now active."""
    return gettext(message["text"]).format(**message["params"])


def preview(import_: Import) -> dict[str, Any]:
    """What a page says about an import before and after it was applied.

    rows, new, changed, unchanged: rows of the file, or None before it was read;
    rejected: [(row, reason)]; warnings, error: sentences;
    tables: kind_name, rows, columns (header → field), sample rows; totals: metric code → sum as text;
    accounts: network, handle, name, posts, values, is_new; question: asks, option, sentence and what is needed to answer.
    """
    summary = import_.summary
    counts = {name: summary.get(name) for name in ("rows", "new", "changed", "unchanged")}
    tables = [
        {**table, "kind_name": gettext(table["kind_name"]) if table.get("kind_name") else ""} for table in summary.get("tables", [])
    ]
    question = {**import_.question, "sentence": sentence(import_.question["message"])} if import_.question else {}
    return {
        **counts,
        "rejected": [(row, sentence(reason)) for row, reason in import_.rejected],
        "warnings": [sentence(warning) for warning in summary.get("warnings", [])],
        "error": sentence(summary["error"]) if "error" in summary else "",
        "tables": tables,
        "totals": summary.get("totals", {}),
        "accounts": summary.get("accounts", []),
        "question": question,
    }
