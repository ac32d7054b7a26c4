"""Bringing files, answering what a file leaves open, and saying what unknown columns mean."""

from smmstrategy.metrics.imports.forms.answers import AnswerForm
from smmstrategy.metrics.imports.forms.columns import MappingForm
from smmstrategy.metrics.imports.forms.files import UploadForm
from smmstrategy.metrics.imports.forms.roles import RoleForm

__all__ = ["AnswerForm", "MappingForm", "RoleForm", "UploadForm"]
