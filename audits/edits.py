"""What somebody sent from a page that may be older than what is stored: what they touched, and where others were first."""

from dataclasses import dataclass

from django.http import QueryDict

from audits.models import CriterionScore, MaturityScore, Opportunity

SCORED = {"score": slice(0, 2), "comment": slice(2, 3), "evidence": slice(3, 4)}  # where the ledger's entry has each field
LEVELLED = {"level": slice(0, 1), "target": slice(1, 2), "justification": slice(2, 3)}
PLANNED = ("title", "finding", "metric", "impact", "effort", "horizon_days", "owner")
NOT_APPLICABLE = "na"

Said = dict[str, str]


def score_said(row: CriterionScore | None) -> Said:
    """A score as its form sends it."""
    if row is None:
        return dict.fromkeys(SCORED, "")
    return {"score": _word(row.score) if row.is_applicable else NOT_APPLICABLE, "comment": row.comment, "evidence": row.evidence}


def level_said(row: MaturityScore | None) -> Said:
    return {name: _word(row and getattr(row, name)) for name in LEVELLED}


def opportunity_said(row: Opportunity) -> Said:
    return {name: _word(getattr(row, name)) for name in PLANNED}


@dataclass(frozen=True, slots=True)
class Edit:
    """`told` is what the page sends, `was` what it was drawn with and has sent since, `stored` what is there now."""

    told: Said
    was: dict[str, list[str]]
    stored: Said

    @classmethod
    def of(cls, sent: QueryDict, stored: Said) -> "Edit":
        told = {name: sent[name] for name in stored if name in sent}
        return cls(told, {name: sent.getlist(f"was-{name}") or [value] for name, value in stored.items()}, stored)

    @property
    def drawn(self) -> Said:
        return {name: values[0] for name, values in self.was.items()}

    @property
    def touched(self) -> Said:
        return {name: value for name, value in self.told.items() if not all(_same(value, was) for was in self.was[name])}

    @property
    def late(self) -> list[str]:
        """The touched fields in which something stands by now that is not from this page, nor the same."""
        return [
            name
            for name, value in self.touched.items()
            if not any(_same(self.stored[name], known) for known in (value, *self.was[name]))
        ]


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _same(one: str, other: str) -> bool:
    """A browser may send other ends of lines than it was given."""
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()
