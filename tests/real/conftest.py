"""The command and the media folder of the claims about imports, over real files."""

from tests.imports.conftest import files_apart, import_export, media

__all__ = ["files_apart", "import_export", "media"]
