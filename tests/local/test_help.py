"""What commands say of themselves: in the language of the terminal, and of nothing but what is theirs."""

import re
from argparse import SUPPRESS

import pytest
from django.core.management import get_commands, load_command_class
from django.utils.translation import override

OURS = {name: app for name, app in get_commands().items() if app.partition(".")[0] in ("smmstrategy", "audits")}


def parser(command, language):
    with override(language):
        return load_command_class(OURS[command], command).create_parser("manage.py", command)


def listed(command, language):
    """What the help lists beside itself, and says of each."""
    actions = parser(command, language)._actions
    return {(action.option_strings or [action.dest])[0]: action.help for action in actions if action.help != SUPPRESS}


def test_these_are_the_commands_of_the_product():
    assert {*OURS} == {
        *("up", "setup", "demo", "add_owner", "import_export", "audit", "audit_verify", "report_lint", "ledger_verify")
    }


@pytest.mark.parametrize("command", OURS)
def test_the_help_of_a_command_is_russian_where_the_terminal_is(command):
    said = {"": parser(command, "ru").description, **listed(command, "ru")}
    said.pop("-h")  # of argparse itself, which asks the domain of `teach_argparse`
    assert {name: text for name, text in said.items() if not re.search("[а-яё]", text)} == {}
    assert parser(command, "ru").description != parser(command, "en").description


def test_the_help_lists_what_is_the_command_s_own():
    assert [*listed("audit", "en")] == ["-h", "--brand", "--client", "--until", "--months", "--out", "--lang"]
    assert "--verbosity" not in parser("audit", "en").format_help()
