"""What stands for a name in a circle is its first letter, whatever sign the name begins with."""

import pytest

from smmstrategy.templatetags.shell import initial


@pytest.mark.parametrize(
    ("name", "shown"), [("Ольга", "О"), ("«Кофейня у моста»", "К"), ("  7 утра", "7"), ("<b>Ольга", "b"), ("★★", "★"), ("", "")]
)
def test_a_name_is_shown_by_its_first_letter(name, shown):
    assert initial(name) == shown
