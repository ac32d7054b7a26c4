"""What the ledger's entries say of audits: scores, levels and opportunities too."""

from typing import Any

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from audits.criteria import criteria
from audits.maturity import maturity_model
from audits.models import Audit
from smmstrategy.days import months
from smmstrategy.ledger import kinds
from smmstrategy.ledger.kinds import Fact, ObjectKind
from smmstrategy.metrics.catalogue import METRICS
from smmstrategy.metrics.formulas import FORMULAS


def _name(row: Audit) -> str:
    name = f"{row.brand}, {months(row.first_day, row.last_day)}"
    return f"{name} · {gettext('version %(n)s') % {'n': row.issue}}" if row.issue else name


def _metric(code: str) -> str:
    known = METRICS | FORMULAS
    return known[code].name(_language()) if code in known else code


def _judgement(value: list[Any]) -> str:
    """A score with whether it applies, its comment and evidence; or a level with the one aimed at, and why."""
    number, second, *texts = value
    if isinstance(second, bool):
        parts = [number if second else gettext("not applicable")]
    else:
        parts = [number, second and f"{gettext('level aimed at')}: {second}"]
    return "; ".join(str(part) for part in (*parts, *texts) if part not in (None, ""))


def _language() -> str:
    return get_language() or "en"


def _facts() -> dict[str, Fact]:
    judged = (*criteria().each(), *maturity_model().dimensions)
    return {one.id: Fact(one.name.in_language(_language()), _judgement) for one in judged} | {
        "audit": Fact(_("the audit before"), lambda pk: f"№ {pk}"),
        "delivered_at": Fact(_("delivered to the client")),
        "metric": Fact(_("metric it moves"), _metric),
    }


def tell() -> None:
    kinds.add("audits.audit", ObjectKind(_("audit"), _name, ("brand",), ("audit", "pk"), _facts, also="audits.opportunity"))
