"""The files made for a client, and handing one out: to those who may have it, unchanged, and noted."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from smmstrategy.clients.access import EVERYONE, STAFF, fetch, policy, require, roles
from smmstrategy.clients.models import Client
from smmstrategy.files import path_of
from smmstrategy.reports import actions, queries
from smmstrategy.reports.models import ReportFile

PER_PAGE = 40
OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    ReportFile.Form.DECK: f"{OFFICE}.presentationml.presentation",
    ReportFile.Form.WORKBOOK: f"{OFFICE}.spreadsheetml.sheet",
}


@policy(*EVERYONE)
def reports(request: HttpRequest, slug: str) -> HttpResponse:
    """Staff see every file of the client; the client's own people what was delivered."""
    client = fetch(Client, request.user, slug=slug)
    page = Paginator(queries.files(request.user).filter(client=client), PER_PAGE).get_page(request.GET.get("page"))
    context = {"client": client, "page": page, "is_staff": bool(roles(request.user, client) & STAFF)}
    return render(request, "reports/reports.html", {"section": "reports", **context})


@policy(*EVERYONE)
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it was drawn, byte for byte; a file that is lost or was altered is never handed out."""
    file = fetch(queries.files(request.user), request.user, pk=pk)
    if not queries.intact(file):
        return _lost(request, file)
    if request.method == "GET":
        actions.log_download(file, by=request.user)
    content = path_of(file.path).open("rb")
    return _handed(FileResponse(content, as_attachment=True, filename=file.name, content_type=CONTENT_TYPES[file.form]))


@policy(*STAFF)
def manifest(request: HttpRequest, pk: int) -> HttpResponse:
    """The manifest of a file, under the name that `report_lint` finds beside it: for one that was changed since."""
    file = fetch(queries.files(request.user), request.user, pk=pk)
    require(request.user, file.client, *STAFF)
    path = path_of(file.manifest_path)
    if not path.exists():
        return _lost(request, file)
    return _handed(FileResponse(path.open("rb"), as_attachment=True, filename=f"{file.name}.manifest.json"))


def _handed(response: FileResponse) -> FileResponse:
    response["Cache-Control"] = "no-store, private"
    return response


def _lost(request: HttpRequest, file: ReportFile) -> HttpResponse:
    return render(request, "reports/lost.html", {"section": "reports", "client": file.client, "file": file}, status=410)
