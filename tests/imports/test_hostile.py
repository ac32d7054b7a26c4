"""Files made to break a reader: each ends in a sentence or is read exactly, and the process that asked lives."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmstrategy.metrics.imports import sandbox
from smmstrategy.metrics.imports.reading.messages import Refused
from smmstrategy.metrics.imports.reading.tables import readers
from tests.imports.test_quirks import workbook

CONTEXT = {"file_name": "export.csv", "today": "2026-11-22", "time_zone": "Europe/Moscow", "default_handle": "brand"}
CONTEXT |= {"known": {}, "options": {}, "mappings": {}}
SHEET = (
    '<?xml version="1.0"?>{doctype}<worksheet '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}<sheetData>{ro'
    "ws}</sheetData></worksheet>"
)


def altered(rows: str, before: str = "", doctype: str = "", **members: bytes) -> bytes:
    """A workbook whose only sheet has these rows, with further members."""
    source, content = zipfile.ZipFile(io.BytesIO(workbook([["Date", "Followers"]]))), io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            sheet = SHEET.format(doctype=doctype, before=before, rows=rows)
            target.writestr(name, sheet if is_sheet else source.read(name))
        for name, data in members.items():
            target.writestr(name.replace("__", "/"), data)
    return content.getvalue()


def cells(*references: str) -> str:
    return "".join(f'<row r="{ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{ref}"><v>1</v></c></row>' for ref in references)


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return content.getvalue()


def lying(content: bytes) -> bytes:
    """The archive with its first central size field changed."""
    at = content.index(b"PK\x01\x02")
    return content[: at + 24] + b"\x01\x00\x00\x00" + content[at + 28 :]


GOOD = workbook([["Date", "Followers"], ["2026-01-05", 5]])
XML = (
    '<?xml version="1.0"?>{}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{}</Workbook>'
)
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
HOSTILE = {  # made when its test asks: every process of a run reads this module
    "one cell at the far corner": lambda: altered(cells("XFD1048576")),
    "cells in both corners": lambda: altered(cells("A1", "XFD1048576")),
    "a tall narrow rectangle": lambda: altered(cells("A1", "Z1048576")),
    "a row number beyond any sheet": lambda: altered(cells("A4294967295")),
    "a dimension that lies": lambda: altered(cells("A1"), '<dimension ref="A1:XFD1048576"/>'),
    "210 MB of spaces": lambda: altered(" " * 210_000_000),
    "entities in a sheet": lambda: altered("&c;", doctype=LAUGHS),
    "macros": lambda: altered(cells("A1"), **{"xl__vbaProject.bin": b"x"}),
    "cut in half": lambda: GOOD[: len(GOOD) // 2],
    "cut by a byte": lambda: GOOD[:-30],
    "a lying size": lambda: lying(GOOD),
    "an encrypted workbook": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    ),
    "an old workbook of nothing": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000,
    "an open document": lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "a word document": lambda: zipped(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w/>"}),
    "a zip in a zip": lambda: zipped(**{"a.csv": zipped(**{"b.csv": b"Date,Followers\n2026-01-05,1\n"})}),
    "a zip of ten thousand files": lambda: zipped(**{f"f{n}.csv": b"" for n in range(10_000)}),
    "a zip of nothing to read": lambda: zipped(**{"a.exe": b"MZ"}),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "a program": lambda: b"\x7fELF" + b"\0" * 100,
    "a table with an archive behind it": lambda: b"Date,Followers\n2026-01-05,1\n" + GOOD,
    "nothing": lambda: b"",
    "blanks": lambda: b" \n\t\r\n" * 1000,
    "zero bytes": lambda: b"\0" * 10_000,
    "a byte order mark alone": lambda: b"\xef\xbb\xbf",
    "odd UTF-16": lambda: b"\xff\xfeD\x00a\x00t",
    "an unterminated quote": lambda: b'Date,Followers\n"2026-01-05,1\n' + b"2026-01-06,2\n" * 1000,
    "200,000 fields in a line": lambda: b"Date" + b",Followers" * 200_000 + b"\n",
    "a cell of 5 MB": lambda: b"Date,Text,Likes\n2026-01-05," + b"x" * 5_000_000 + b",1\n",
    "a million rows": lambda: b"Date,Followers\n" + b"2026-01-05,1\n" * 1_000_000,
    "a header alone": lambda: b"Date,Followers\n",
    "billion laughs": lambda: XML.format(LAUGHS, "<Worksheet>&c;</Worksheet>").encode(),
    "a file from this machine": lambda: XML.format('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "&a;").encode(),
    "deep XML": lambda: XML.format("", "<a>" * 100_000).encode(),
    "a row index beyond any sheet in XML": lambda: XML.format(
        "", '<Worksheet><Table><Row ss:Index="4294967295"/></Table></Worksheet>'
    ).encode(),
    "XML that is no spreadsheet": lambda: b"<?xml version='1.0'?><a><b/></a>",
    "a page without a table": lambda: b"<html><body>Sign in</body></html>",
    "deep JSON": lambda: b"[" * 1_000_000,
    "JSON cut short": lambda: b'{"messages": [{"id": 1',
    "JSON of numbers": lambda: b"[1, 2, NaN]",
    "an enormous number in JSON": lambda: b'{"messages": [{"id": 1' + b"0" * 10_000 + b"}]}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(name, tmp_path):
    assert sentence(HOSTILE[name](), tmp_path).endswith((".", "?"))


def test_a_file_of_zeros_is_not_called_empty():
    with pytest.raises(Refused) as refused:
        readers.read(bytes(5000), "report.xlsx")
    assert str(refused.value) == "The file holds zeros alone: it was damaged on its way. Export it again."


def test_a_sheet_that_defines_entities_is_refused_for_that(tmp_path):
    assert sentence(HOSTILE["entities in a sheet"](), tmp_path) == (
        "The workbook holds definitions no export has. Save it anew and upload that."
    )


@pytest.mark.parametrize("value", ["NaN", "INF", "1e400", "-1e999"])
def test_a_number_that_is_none_refuses_its_row(value, tmp_path):
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="inlineStr"><is><t>Followers</t></is></c></row>'
    rows += f'<row r="2"><c r="A2" t="inlineStr"><is><t>2026-01-05</t></is></c><c r="B2"><v>{value}</v></c></row>'
    found = parsed(altered(rows), tmp_path, file_name="vk.xlsx")
    assert [subject["values"] for subject in found["subjects"]] in ([], [[]])


def test_a_client_with_a_thousand_explained_headers_still_imports(tmp_path):
    fields = {f"column {n}": "likes" for n in range(20)}
    mappings = {f"{n:064}": {"rows": "post", "fields": fields} for n in range(1000)}
    found = parsed(b"Date,Followers\n2026-01-05,1\n", tmp_path, file_name="vk.csv", mappings=mappings)
    assert found["subjects"][0]["values"][0][4] == "1"


def test_words_that_would_run_stay_words(tmp_path):
    texts = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "a\0b"]
    rows = "".join(f'2026-01-05,https://t.me/brand/{n},"{text}",1\n' for n, text in enumerate(texts, 1))
    found = parsed(("Date,Link,Text,Likes\n" + rows).encode(), tmp_path)
    assert [post[7] for post in found["subjects"][0]["posts"]] == [texts[0], texts[1], texts[2], "a\ufffdb"]


ENDLESS = """
import os
def read(context):
    question = os.read(0, 1000)
    if question != b"begin": open(question, "w").close()
    while question != b"begin": pass
    print("{}", flush=True)
"""


def test_a_child_that_never_ends_is_ended(reader, tmp_path, monkeypatch):
    reader(ENDLESS)
    (tmp_path / "first").write_text("begin")
    assert sandbox._run(tmp_path / "first", {}) == {}  # the process that forks has begun, which takes longer than the child
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 1)
    began = tmp_path / "began"
    assert sentence(str(began).encode(), tmp_path) == "The server is too busy to read the file now. Upload it again later."
    assert began.exists()


def test_a_child_that_works_too_long_is_ended(reader, tmp_path):
    reader("import resource as r\ndef read(context):\n    r.setrlimit(r.RLIMIT_CPU, (1, 1))\n    while True: pass")
    assert sentence(b"x", tmp_path) == "The file takes too long to read. Export a shorter period."


def test_a_child_that_dies_is_a_sentence(reader, tmp_path):
    reader("import os\ndef read(context): os.abort()")
    assert sentence(b"x", tmp_path).startswith("The file breaks the program that reads it.")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_random_bytes_end_in_a_plan_or_a_sentence(content):
    from datetime import date

    from smmstrategy.metrics.imports.reading.context import Context
    from smmstrategy.metrics.imports.reading.plan import plan

    try:
        json.dumps(plan(content, Context(today=date(2026, 11, 22))), allow_nan=False)
    except Refused:
        pass


LINE = st.lists(
    st.sampled_from(
        [
            "Date",
            "Followers",
            "Дата",
            "Ссылка",
            "Views",
            "Total",
            "1,5",
            "",
            "2026-01-05",
            "05/08/2026",
            "-1",
            "=1",
            '"',
            "x" * 40,
            "#",
        ]
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINE, max_size=12), st.sampled_from(",;\t"))
def test_random_tables_account_for_every_row(lines, delimiter):
    from datetime import date

    from smmstrategy.metrics.imports.reading.context import Context
    from smmstrategy.metrics.imports.reading.plan import plan

    try:
        found = plan("\n".join(map(delimiter.join, lines)).encode(), Context(today=date(2026, 11, 22), file_name="vk.csv"))
    except Refused:
        return
    taken = {r[0] for s in found["subjects"] for r in s["posts"] + s["values"]} | {r for s in found["subjects"] for r in s["rows"]}
    assert found["question"] or len(taken) + len(found["rejected"]) == found["rows"]


def parsed(content: bytes, folder: Path, **context: Any) -> dict:
    (folder / "file").write_bytes(content)
    return sandbox.read(folder / "file", {**CONTEXT, **context})


def sentence(content: bytes, folder: Path) -> str:
    """The refusal, or the sentence of the question it ends in."""
    try:
        found = parsed(content, folder)
    except Refused as refused:
        return str(refused)
    message = found["question"].get("message")
    assert message, f"{found['rows']} rows were taken"
    return message["text"].format(**message["params"])


def test_a_sheet_of_tags_that_never_end_is_looked_through_in_one_go(tmp_path):
    """A pattern that looks beyond its own tag would use up the time a file is given, and the sentence would be of that."""
    assert sentence(altered("<c " * 400_000), tmp_path).startswith("The workbook is damaged")


def test_a_table_of_two_thousand_columns_is_read_in_one_go(tmp_path):
    """A name looked at once for each other column would use up the time a file is given."""
    header = [
        "Date",
        "Followers",
        *(f"Daily City: people of town {n} who have liked your Page (Unique Users)" for n in range(2000)),
    ]
    table = ",".join(header) + "\n2026-01-05,7" + ",1" * 2000 + "\n"
    assert parsed(table.encode(), tmp_path)["rows"] == 1


def test_more_columns_than_can_be_read_are_refused_for_that_and_empty_ones_do_not_count(understood):
    wide = ";".join(["Дата", "Подписчики", *(f"c{n}" for n in range(19_998))])
    with pytest.raises(Refused) as refused:
        understood(f"{wide}\n2026-01-01;5\n", account="vk:a")
    assert refused.value.message == {
        "text": "Row {row} has more than {count} columns, which are too many to read. Leave out those that are not needed.",
        "params": {"row": 1, "count": 8_000},
    }
    assert understood(f"Дата;Подписчики{';' * 500_000}\n2026-01-01;5{';' * 500_000}\n", account="vk:a")["rejected"] == []
