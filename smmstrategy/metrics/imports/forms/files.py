"""Bringing files for one brand."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from smmstrategy.clients.models import Brand, Tracking
from smmstrategy.metrics.imports.reading.tables import endings
from smmstrategy.metrics.imports.sandbox import MAX_BYTES

MEGABYTE = 1_000_000
FILES_AT_MOST = 50
AS_KEPT = ("", _("as kept or as the file says"))


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = FilesInput(attrs={"accept": ",".join(endings.ACCEPTED)})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(file, initial) for file in data or [None]]
        if len(files) > FILES_AT_MOST:
            raise forms.ValidationError(_("Choose at most %(count)s files at once.") % {"count": FILES_AT_MOST})
        if large := next((file for file in files if file.size > MAX_BYTES), None):
            text = _("“%(name)s” is larger than %(count)s MB. Export a shorter period.")
            raise forms.ValidationError(text % {"name": large.name, "count": MAX_BYTES // MEGABYTE})
        return files


class UploadForm(forms.Form):
    """Files for one brand of a client."""

    brand = forms.ModelChoiceField(Brand.objects.none(), label=_("brand"), to_field_name="slug", empty_label=None)
    role = forms.ChoiceField(label=_("whose accounts these are"), choices=[AS_KEPT, *Tracking.Role.choices], required=False)
    files = FilesField(label=_("files"), allow_empty_file=True, error_messages={"required": _("Choose at least one file.")})

    def __init__(self, *args: Any, brands: QuerySet[Brand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["brand"].queryset = brands

    def options(self) -> dict[str, str]:
        role = self.cleaned_data["role"]
        return {"role": role} if role else {}
