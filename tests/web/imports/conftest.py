"""What the claims about pages of imports share: somebody signed in, files brought and worked on, the words of a page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from smmstrategy.jobs import actions as jobs
from smmstrategy.jobs.models import Job


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def bring(browser, *texts, worked=True, **fields):
    """Upload files, tables of text and workbooks, on the client's page and let the worker look at them."""
    files = [_file(n, text) for n, text in enumerate(texts, 1)]
    answer = browser.post("/clients/client-a/imports/", {"brand": "brand-a", "role": "", "files": files, **fields})
    if worked:
        work()
    return answer


def _file(n, text):
    if isinstance(text, bytes):
        return SimpleUploadedFile(f"export{n}.xlsx", text)
    return SimpleUploadedFile(f"export{n}.csv", text.encode())


def work():
    for job in Job.objects.filter(status="queued"):
        assert jobs.run(job.pk)


def change(browser, address, table=0):
    """Press the button of a table of the preview to say what its columns mean, and let the worker ask."""
    signatures = re.findall(r'name="change_columns" value="(\w+)"', browser.get(address).content.decode())
    browser.post(address, {"change_columns": signatures[table]})
    work()


def words(page):
    """What a reader sees of a page: no tags, single spaces."""
    text = re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", page.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", text.replace("&quot;", '"'))
