"""Which files there are, who may see them, who took them, and whether they are still what was drawn."""

from django.db.models import QuerySet

from smmstrategy.clients.access import visible
from smmstrategy.clients.models import User
from smmstrategy.files import holds
from smmstrategy.reports.models import Download, ReportFile, Snapshot


def files(user: User) -> QuerySet[ReportFile]:
    """The files the user may read, newest first: staff all of their clients', a client what was delivered."""
    return visible(ReportFile, user).select_related("brand", "client").order_by("-created_at", "form")


def files_of(snapshot: Snapshot, language: str) -> dict[str, ReportFile]:
    """Deck and workbook of a snapshot in one language, the newest drawing of each, by form."""
    drawn = ReportFile.objects.filter(snapshot=snapshot, language=language).select_related("client").order_by("created_at", "pk")
    return {file.form: file for file in drawn}


def drawn_as(sha256: str) -> ReportFile | None:
    """The document that has these very bytes, if one was made here."""
    return ReportFile.objects.filter(sha256=sha256).order_by("pk").first()


def downloads(*taken: ReportFile) -> QuerySet[Download]:
    """Who took which of these files, newest first."""
    return Download.objects.filter(file__in=taken).select_related("user", "file").order_by("-at", "-pk")


def intact(file: ReportFile) -> bool:
    """Whether the stored document is there and still has the hash it was kept with."""
    return holds(file.path, file.sha256)
