"""What the lint has found is said in the language of the terminal: where, and why it is a finding."""

import json
from string import Formatter

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext, override

from smmstrategy.reports.findings import in_words
from smmstrategy.reports.lint import Stray
from smmstrategy.reports.lint.stray import Reason
from tests import messages
from tests.reports.reading import changed
from tests.reports.test_damaged import book

NUMBER = Reason("not a declared number")


@pytest.mark.parametrize(
    ("place", "in_russian"),
    [
        ("slide 7", "слайд 7"),
        ("slide 7, slide 12", "слайд 7, слайд 12"),
        ("place 3 / Title 2", "место 3 / Title 2"),
        ("slide 7 notes", "слайд 7 заметки"),
        ("slide 7 / layout / Call-out", "слайд 7 / макет / Call-out"),
        ("slide 7 / Chart 5 / description", "слайд 7 / Chart 5 / замещающий текст"),
        ("slide 7 / Chart 5 / series 1 label 3 title 1", "слайд 7 / Chart 5 / ряд 1 подпись 3 название 1"),
        ("slide 7 / Table 9 / row 2 column 3", "слайд 7 / Table 9 / строка 2 столбец 3"),
        ("slide 7 chart 1", "слайд 7 диаграмма 1"),
        ("slide 7 / my chart row", "слайд 7 / my chart row"),
        ("slide 7 / title / row 2 column 3", "слайд 7 / title / строка 2 столбец 3"),
        ("slide 7 / layout / footer / description", "слайд 7 / макет / footer / замещающий текст"),
        ("By month!B5", "By month!B5"),
        ("By month charts", "By month (диаграммы)"),
        ("Сводка footer", "Сводка (нижний колонтитул)"),
        ("posts_likes", "posts_likes"),
    ],
)
def test_a_place_is_called_in_both_languages(place, in_russian):
    found = Stray(place, "41", NUMBER)
    with override("ru"):
        assert in_words(found) == f"{in_russian}: 41: по манифесту такого числа здесь нет"
    with override("en"):
        assert in_words(found) == str(found) == f"{place}: 41: not a declared number"


def test_every_reason_says_the_same_values_in_russian():
    reasons = {msgid for source in messages.sources() if "lint" in source.parts for _context, msgid in messages.words(source)}
    named = {reason: [name for _text, name, *_rest in Formatter().parse(reason)] for reason in reasons}
    with override("ru"):
        said = {reason: [name for _text, name, *_rest in Formatter().parse(gettext(reason))] for reason in reasons}
    assert len(reasons) > 25
    assert {reason for reason in reasons if {*named[reason]} - {None} != {*said[reason]} - {None}} == set()


def test_the_command_says_what_was_found_in_the_language_of_the_terminal(tmp_path, capsys):
    content, listed = book()
    file, kept = tmp_path / "a.xlsx", tmp_path / "kept.json"
    file.write_bytes(changed(content, "xl/sharedStrings.xml", ">Прирост<", ">Убыль<"))
    kept.write_text(json.dumps(listed | {"name": "b"}))
    with override("ru"), pytest.raises(CommandError):
        call_command("report_lint", file, "--manifest", kept)
    assert [line.removeprefix(f"{file}: ") for line in capsys.readouterr().out.splitlines()] == [
        "манифест: изменён после того, как файл собрали",
        "Сводка!B30: Убыль: по манифесту здесь «Прирост»",
    ]
