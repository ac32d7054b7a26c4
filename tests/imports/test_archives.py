"""What files are packed in, and letters of two bytes: read, or refused and left out with a word."""

import gzip
import io
import json
import zipfile

import pytest

from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import archive, days, posts, said, workbook

CHANNEL = {"type": "public_channel", "name": "X", "id": 5}
MESSAGE = {"id": 1, "type": "message", "date_unixtime": "1790000000", "text": "a", "reactions": [{"count": 3}]}
RESULT = json.dumps({**CHANNEL, "messages": [MESSAGE, {"id": 2, "type": "service"}]})
TABLE = "Дата;Подписчики\n2026-10-01;5\n"
XML = (
    '<?xml version="1.0" encoding="UTF-16"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Лист1"><Table>'
    "<Row><Cell><Data>Дата</Data></Cell><Cell><Data>Подписчики</Data></Cell></Row>"
    "<Row><Cell><Data>2026-10-01</Data></Cell><Cell><Data>5</Data></Cell></Row></Table></Worksheet></Workbook>"
)
HTML = (
    '<html><meta http-equiv="Content-Type" content="text/html; charset=utf-16"><table><tr><td>Дата<td>Подписчики'
    "<tr><td>2026-10-01<td>5</table></html>"
)
ONE_DAY = [("followers", "2026-10-01", "5")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [XML, HTML], ids=["xml", "html"])
def test_markup_in_letters_of_several_bytes(understood, text, encoding):
    content = text.encode(encoding)
    assert days(understood(("\ufeff".encode(encoding) if encoding.endswith("e") else b"") + content, "vk.xls")) == ONE_DAY


def test_a_telegram_export_in_an_archive(understood):
    found = understood(archive(**{"ChatExport/result.json": RESULT, "ChatExport/photo.jpg": "x"}), "telegram.zip")
    assert (found["kind"], [post[10] for post in posts(found)], [row for row, _reason in found["rejected"]]) == (
        "telegram_export",
        [{"likes": "3"}],
        ["2"],
    )
    assert "Left out of the archive, because they hold no table: photo.jpg (files: 1)." in said(found)


def test_two_telegram_exports_in_an_archive_keep_their_rows_apart(understood):
    other = RESULT.replace('"id": 5', '"id": 6')
    found = understood(archive(**{"a/result.json": RESULT, "b/result.json": other}))
    assert (found["rows"], [post[0] for post in posts(found)]) == (4, ["a/result.json:1", "b/result.json:1"])


def test_what_an_archive_holds_beside_tables_is_said(understood):
    found = understood(archive(**{"a.csv": TABLE, "data.json": "{}", "readme.txt": "x", "page.html": "<html></html>"}), "vk.zip")
    assert days(found) == ONE_DAY
    assert "data.json, readme.txt, page.html (files: 3)" in said(found)


def test_files_of_one_name_in_two_folders_keep_their_rows_apart(understood):
    found = understood(archive(**{"a/vk.csv": TABLE, "b/vk.csv": TABLE.replace("10-01", "10-02")}), "vk.zip")
    assert (found["rows"], sorted(found["subjects"][0]["rows"])) == (2, ["a/vk.csv:2", "b/vk.csv:2"])


@pytest.mark.parametrize("name", ["vk.csv.gz", "vk.xlsx"])
def test_a_file_packed_alone(understood, name):
    assert days(understood(gzip.compress(TABLE.encode()), name)) == ONE_DAY


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda: gzip.compress(gzip.compress(TABLE.encode())), "The archive holds another archive."),
        (lambda: gzip.compress(archive(**{"a.csv": TABLE})), "The archive holds another archive."),
        (lambda: archive(**{"a.csv": gzip.compress(TABLE.encode())}), "The archive holds another archive."),
        (lambda: gzip.compress(b" " * 210_000_000, 1), "Unpacked, the file is far larger"),
        (lambda: gzip.compress(TABLE.encode())[:-9], "The archive is damaged or cut short."),
        (lambda: b"\x1f\x8b\x08 no archive", "The archive is damaged or cut short."),
    ],
    ids=["twice", "an archive", "in an archive", "a bomb", "cut", "nothing"],
)
def test_a_packed_file_that_is_not_read_is_refused(understood, content, sentence):
    with pytest.raises(Refused, match=sentence):
        understood(content(), "vk.csv.gz")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_damaged_inside_is_refused_however_it_was_packed(understood, method):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as packed:
        packed.writestr("a.csv", TABLE * 50)
    damaged = bytearray(content.getvalue())
    damaged[45:65] = b"\xff" * 20
    with pytest.raises(Refused, match=r"The archive is damaged or cut short\."):
        understood(bytes(damaged), "vk.zip")


def test_empty_lines_are_no_rows(understood):
    found = understood("Дата;Подписчики\n" + "\n" * 400_000 + "2026-10-01;5\n", "vk.csv")
    assert (days(found), found["subjects"][0]["rows"]) == (ONE_DAY, ["400002"])


def test_an_archive_in_an_archive_is_said_not_to_be_opened(understood):
    inner = archive(**{"b.csv": TABLE})
    found = understood(archive(**{"a.csv": TABLE, "inner.zip": inner}), "vk.zip")
    assert "Archives within archives are not opened: inner.zip." in said(found)
    with pytest.raises(Refused, match="holds another archive"):
        understood(archive(**{"inner.zip": inner}), "vk.zip")


def test_bytes_of_no_text_are_no_table(understood):
    with pytest.raises(Refused, match="holds binary data"):
        understood(bytes((n * n * 7 + n // 3) % 255 + 1 for n in range(4000)), "a.xlsx")


STUDIO = "Контент,Название видео,Время публикации видео,Просмотры,Подписчики\nutimajp3be2,Хлеб,6 июн. 2026 г.,1420,22\n"
BY_DAY = "Дата,Просмотры\n2026-06-06,1420\n"
BOTH = {"youtube": "hleb", "website": "hleb.ru"}


@pytest.mark.parametrize(("beside", "of"), [(STUDIO, ("youtube", "account_views")), ("", ("website", "pageviews"))])
def test_a_table_beside_those_of_one_network_in_an_archive_is_of_that_network(understood, beside, of):
    files = {"Итоги.csv": BY_DAY} | ({"Данные таблицы.csv": beside} if beside else {})
    found = understood(archive(**files), "Контент.zip", accounts_by_network=BOTH)
    assert found["question"] == {}
    assert [(s["network"], value[1]) for s in found["subjects"] for value in s["values"]] == [of]


def test_sheets_of_one_workbook_are_of_networks_of_their_own(understood):
    sheets = [[line.split(",") for line in text.splitlines()] for text in (STUDIO, BY_DAY)]
    found = understood(workbook(*sheets, names=["Видео", "Просмотры"]), "smm.xlsx", accounts_by_network=BOTH)
    assert [s["network"] for s in found["subjects"] if s["values"]] == ["website"]
