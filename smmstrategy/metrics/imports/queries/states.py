"""How imports stand, in one word each, told by the database: which wait for somebody, which can be written at once."""

from django.db.models import BooleanField, Case, CharField, Count, Func, Q, QuerySet, TextChoices, Value, When
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext_lazy as _

from smmstrategy.jobs.models import Job
from smmstrategy.metrics.models import Import


class State(TextChoices):
    """In the order in which they ask for somebody."""

    ASKING = "asking", _("needs an answer")
    FAILED = "failed", _("failed")
    REFUSED = "refused", _("cannot be read")
    WARNED = "warned", _("to be looked at")
    READY = "ready", _("ready to be written")
    READING = "reading", _("being read")
    WRITING = "writing", _("being written")
    APPLIED = "applied", _("written")
    UNDONE = "undone", _("undone")
    DISMISSED = "dismissed", _("dismissed")


WAITING = (State.ASKING, State.FAILED, State.REFUSED, State.WARNED, State.READY)
WORKED_ON = (State.READING, State.WRITING)


def with_state(imports: QuerySet[Import]) -> QuerySet[Import]:
    """Each with its `state`."""
    is_worked_on = Q(job__status__in=(Job.Status.QUEUED, Job.Status.RUNNING))
    has_failed = Q(job__status=Job.Status.FAILED)
    said, takes_nothing = Q(_says_more()), Q(summary__new=0, summary__changed=0, summary__unchanged=0)
    state = Case(
        When(status=Import.Status.APPLIED, then=Value(State.APPLIED)),
        When(status=Import.Status.UNDONE, then=Value(State.UNDONE)),
        When(dismissed_at__isnull=False, then=Value(State.DISMISSED)),
        When(Q(status=Import.Status.READING) & (has_failed | Q(job=None)) | has_failed, then=Value(State.FAILED)),
        When(status=Import.Status.READING, then=Value(State.READING)),
        When(status=Import.Status.ASKING, then=Value(State.ASKING)),
        When(status=Import.Status.REFUSED, then=Value(State.REFUSED)),
        When(is_worked_on, then=Value(State.WRITING)),
        When(said | takes_nothing, then=Value(State.WARNED)),
        default=Value(State.READY),
        output_field=CharField(),
    )
    return imports.annotate(state=state)


def in_order_of_need(imports: QuerySet[Import]) -> QuerySet[Import]:
    """Those first that wait for somebody most, of each state the newest."""
    places = [When(state=state, then=Value(place)) for place, state in enumerate(State)]
    return imports.order_by(Case(*places), "-created_at", "-pk")


def counted(imports: QuerySet[Import]) -> dict[State, int]:
    """How many there are in each state that any is in, in the order of their need."""
    counts = dict(imports.order_by().values_list("state").annotate(Count("pk")))
    return {state: counts[state] for state in State if state in counts}


def _says_more() -> Func:
    """Whether the summary holds a warning beside notes (`messages.note`)."""
    called = "jsonb_path_exists(%(expressions)s)"
    expressions = KeyTransform("warnings", "summary"), Value("$[*] ? (!(@.is_note == true))")
    return Func(*expressions, template=called, output_field=BooleanField())
