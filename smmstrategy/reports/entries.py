"""What the ledger's entries say of sealed snapshots and of documents."""

from django.utils.translation import gettext_lazy as _

from smmstrategy.ledger import kinds
from smmstrategy.ledger.kinds import Fact, ObjectKind

OF_SNAPSHOTS = {"kind": Fact(_("kind"), lambda name: str(kinds.called(name))), "sha256": Fact("SHA-256")}
OF_FILES = {
    "delivered_at": Fact(_("delivered to the client")),
    "name": Fact(_("name")),
    "sha256": Fact("SHA-256"),
}


def tell() -> None:
    kinds.add("reports.snapshot", ObjectKind(_("snapshot"), None, facts=lambda: OF_SNAPSHOTS))
    kinds.add("reports.reportfile", ObjectKind(_("document"), lambda row: row.name, facts=lambda: OF_FILES))
