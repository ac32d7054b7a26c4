"""Bringing files, answering what a file leaves open, and saying what unknown columns mean."""

from smmstrategy.metrics.imports.forms.files import UploadForm
from smmstrategy.metrics.imports.forms.questions import answering

__all__ = ["UploadForm", "answering"]
