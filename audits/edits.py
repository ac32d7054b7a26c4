"""What a page of an audit sends of a score, a level or something to do, and what stands for each there."""

from audits.models import CriterionScore, MaturityScore, Opportunity
from smmstrategy.ledger.edits import Texts, texts, word

SCORED = {"score": slice(0, 2), "comment": slice(2, 3), "evidence": slice(3, 4)}  # where the ledger's entry has each field
LEVELLED = {"level": slice(0, 1), "target": slice(1, 2), "justification": slice(2, 3)}
PLANNED = ("title", "finding", "metric", "impact", "effort", "horizon_days", "owner")
NOT_APPLICABLE = "na"


def score_texts(row: CriterionScore | None) -> Texts:
    """A score as its form sends it."""
    if row is None:
        return dict.fromkeys(SCORED, "")
    return {"score": word(row.score) if row.is_applicable else NOT_APPLICABLE, "comment": row.comment, "evidence": row.evidence}


def level_texts(row: MaturityScore | None) -> Texts:
    return {name: word(row and getattr(row, name)) for name in LEVELLED}


def opportunity_texts(row: Opportunity) -> Texts:
    return texts(row, PLANNED)
