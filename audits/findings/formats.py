"""What can be said of formats: which do better or worse, and which fill the feed."""

from collections.abc import Iterator

from audits.evidence import Evidence, Finding, Segment, Severity, Subject
from audits.findings.claims import segment
from audits.measures.numbers import of_same_accounts


def most_used(formats: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The format of which the most posts are, or all that have as many; none when more posts are of an unknown one."""
    most = max(segment.numbers["posts"].value or 0 for segment in formats)
    return tuple(segment for segment in formats if segment.key and segment.numbers["posts"].value == most)


def has_both_shares(subject: Subject, code: str = "interactions") -> bool:
    """Whether the measure is known of all accounts that publish: else its shares are of other posts than those of posts."""
    posts, measure = (subject.now.numbers.get(one) for one in ("posts", code))
    return bool(posts and measure) and of_same_accounts(posts, measure)


def findings(evidence: Evidence) -> Iterator[Finding]:
    for subject in (evidence.own, *evidence.own_accounts):
        for code, wanted in (("format_best", 1), ("format_worst", -1)):
            of_formats = [segment(code, evidence, subject, "format", one, wanted) for one in subject.now.formats]
            yield from (one for one in of_formats if one)
        for most in most_used(subject.now.formats) if subject.now.formats else ():
            numbers = {"posts_share": most.numbers["posts_share"], "n": most.numbers["posts"]}
            if "interactions_share" in most.numbers and has_both_shares(subject):
                numbers["interactions_share"] = most.numbers["interactions_share"]
            yield Finding("format_share", Severity.NEUTRAL, subject.key, numbers, {"key": most.key})
