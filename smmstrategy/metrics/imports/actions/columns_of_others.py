"""What those are to the brand whom a column names that holds others than it, competitors or bloggers."""

from smmstrategy.clients.models import Tracking
from smmstrategy.metrics.imports.reading.columns.accounts import Heading, heading
from smmstrategy.metrics.imports.reading.messages import Message, say

NAMED = say("The column «{column}» names others than the brand: {accounts}.")
RECORDED = {
    Tracking.Role.COMPETITOR: say(
        "The column «{column}» names others than the brand: {accounts} is recorded as a competitor.",
        "The column «{column}» names others than the brand: {accounts} are recorded as competitors.",
    ),
    Tracking.Role.INFLUENCER: say(
        "The column «{column}» names others than the brand: {accounts} is recorded as an influencer.",
        "The column «{column}» names others than the brand: {accounts} are recorded as influencers.",
    ),
}


def role(column: str) -> Tracking.Role:
    return Tracking.Role.INFLUENCER if heading(column) is Heading.BLOGGERS else Tracking.Role.COMPETITOR


def told(column: str, told_role: str) -> Message:
    """Whom it names, and as what they are recorded where nobody has said that."""
    return NAMED if told_role else RECORDED[role(column)]
