"""Office packages with the same bytes every time: sorted parts, fixed dates, one core.xml."""

import io
import zipfile
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from smmstrategy.reports.text import safe_text

CORE = "docProps/core.xml"
_FIRST = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)


def packed(parts: dict[str, bytes], *, level: int = 6) -> bytes:
    """A zip of the parts, content types first, the others by name, all of them dated 1980."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".xlsx") else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return target.getvalue()


def core(title: str, sealed_at: datetime) -> bytes:
    """docProps/core.xml: the title, and the moment of the seal as the moment of creation."""
    moment = sealed_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(safe_text(title))}</dc:title><dc:creator>SMM Strategy</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
