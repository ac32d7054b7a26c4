"""The command and the media folder of the claims about imports, over real files."""

from tests.imports.conftest import import_export, media

__all__ = ["import_export", "media"]
