"""How an audit is filled in: criteria with their scores, dimensions with their levels, and how much of each is done."""

from dataclasses import dataclass
from decimal import Decimal

from audits import criteria, maturity
from audits.edits import level_texts, score_texts
from audits.models import CriterionScore, MaturityScore
from smmstrategy.ledger.edits import Texts


@dataclass(frozen=True, slots=True)
class Done:
    """How many of all have an answer."""

    count: int
    total: int


@dataclass(frozen=True, slots=True)
class ScoredCriterion:
    """A criterion in one language, and what was said of it so far."""

    id: str
    name: str
    at_zero: str
    at_four: str
    score: CriterionScore | None

    @property
    def was(self) -> Texts:
        return score_texts(self.score)


@dataclass(frozen=True, slots=True)
class CriteriaGroup:
    id: str
    name: str
    criteria: tuple[ScoredCriterion, ...]
    done: Done


def groups(scores: dict[str, CriterionScore], language: str) -> list[CriteriaGroup]:
    """The groups of criteria in the order of the form."""
    return [_group(group, scores, language) for group in criteria.criteria().groups]


def _group(group: criteria.Group, scores: dict[str, CriterionScore], language: str) -> CriteriaGroup:
    scored = tuple(
        ScoredCriterion(
            c.id,
            c.name.in_language(language),
            c.at_zero.in_language(language),
            c.at_four.in_language(language),
            scores.get(c.id),
        )
        for c in group.criteria
    )
    answered = sum(_is_answered(one.score) for one in scored)
    return CriteriaGroup(group.id, group.name.in_language(language), scored, Done(answered, len(scored)))


def unanswered(groups: list[CriteriaGroup]) -> tuple[str, str] | None:
    """The group and the id of the first criterion without a score."""
    return next(((group.id, one.id) for group in groups for one in group.criteria if not _is_answered(one.score)), None)


def _is_answered(score: CriterionScore | None) -> bool:
    return score is not None and (score.score is not None or not score.is_applicable)


def criteria_done(scores: dict[str, CriterionScore]) -> Done:
    known = criteria.criteria().each()
    return Done(sum(_is_answered(scores.get(c.id)) for c in known), len(known))


def overall_score(scores: dict[str, CriterionScore]) -> Decimal | None:
    """The weighted mean 0–4 of what is scored; None while nothing is."""
    return criteria.overall_score(criteria.criteria(), {s.criterion: s.score for s in scores.values() if s.is_applicable})


@dataclass(frozen=True, slots=True)
class Levelled:
    """A dimension in one language with its five described levels, and what was said of it so far."""

    id: str
    name: str
    levels: tuple[tuple[int, str, str], ...]  # level, its name, what it looks like here
    score: MaturityScore | None

    @property
    def was(self) -> Texts:
        return level_texts(self.score)

    @property
    def chosen(self) -> tuple[int, str, str] | None:
        return self.levels[self.score.level - 1] if self.score and self.score.level else None


def dimensions(levels: dict[str, MaturityScore], language: str) -> list[Levelled]:
    model = maturity.maturity_model()
    names = [level.in_language(language) for level in model.levels]
    return [
        Levelled(
            d.id,
            d.name.in_language(language),
            tuple((n, names[n - 1], words.in_language(language)) for n, words in enumerate(d.levels, 1)),
            levels.get(d.id),
        )
        for d in model.dimensions
    ]


def maturity_done(levels: dict[str, MaturityScore]) -> Done:
    known = maturity.maturity_model().dimensions
    return Done(sum(d.id in levels and levels[d.id].level is not None for d in known), len(known))


def overall_level(levels: dict[str, MaturityScore], language: str) -> str:
    """«3 — Управляемый», or nothing until every dimension has a level."""
    model = maturity.maturity_model()
    level = maturity.overall_level(model, {row.dimension: row.level for row in levels.values()})
    return f"{level} — {model.level_name(level).in_language(language)}" if level else ""
