"""What the ledger's entries say of imports and of what columns mean."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from smmstrategy.ledger import kinds
from smmstrategy.ledger.kinds import Fact, ObjectKind


def _kind(code: str) -> str:
    from smmstrategy.metrics.imports import labels  # with all kinds of files: loaded where an entry is read, not in every process

    return labels.names_of_kinds(get_language() or "en").get(code, code)


def _columns(mapping: dict[str, Any]) -> str:
    from smmstrategy.metrics.imports import labels

    return "; ".join(f"{header} = {labels.field(code)}" for header, code in mapping.get("fields", {}).items())


def _silent(months: dict[str, list[str]]) -> str:
    from smmstrategy.metrics.imports import labels

    return "; ".join(labels.on_a_page(f"{account}: {labels.months_of(days)}") for account, days in months.items())


OF_IMPORTS = {
    "changed": Fact(_("changed rows")),
    "file": Fact(_("file")),
    "file_name": Fact(_("file")),
    "gone": Fact(_("posts marked as deleted")),
    "kind": Fact(_("kind"), _kind),
    "new": Fact(_("new rows")),
    "rejected": Fact(_("rejected rows")),
    "rows": Fact(_("rows")),
    "sha256": Fact("SHA-256"),
    "silent": Fact(_("months known to be silent"), _silent),
    "unchanged": Fact(_("unchanged rows")),
}
OF_COLUMNS = {"file": Fact(_("file")), "mapping": Fact(_("meaning of the columns"), _columns)}


def tell() -> None:
    kinds.add("metrics.import", ObjectKind(_("import"), lambda row: row.file_name, page=("import", "pk"), facts=lambda: OF_IMPORTS))
    kinds.add("metrics.columnmapping", ObjectKind(_("columns of a file"), None, facts=lambda: OF_COLUMNS))
