"""Any text survives, visibly; only plain web addresses become links."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from smmstrategy.reports.powerpoint.drawingml import attribute, paragraph, text
from smmstrategy.reports.powerpoint.typesetting import Paragraph, Run
from smmstrategy.reports.text import safe_link, safe_text
from smmstrategy.words import unturned

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)


@given(ANYTHING)
def test_any_text_becomes_xml_that_says_it(value):
    root = etree.fromstring(f"<a b={attribute(value)}>{text(value)}</a>".encode())
    assert (root.text or "") == safe_text(value)


@given(ANYTHING)
def test_as_many_characters_as_before(value):
    unbroken = unturned("".join(character for character in value if character not in "\r\n\v\f"))
    assert len(safe_text(unbroken)) == len(unbroken)


def test_what_xml_cannot_carry_is_replaced():
    assert safe_text("a\x00b\ud83dc\ufffed\r\ne") == "a\ufffdb\ufffdc\ufffdd\ne"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "//host/x", "http://", "https://a b", "http://[", "x" * 3000],
)
def test_other_addresses_are_not_linked(url):
    assert safe_link(url) == ""


def test_web_addresses_are_linked():
    assert safe_link(" https://vk.com/wall-1_2?a=1&b=2 ") == "https://vk.com/wall-1_2?a=1&b=2"


def test_each_word_of_a_link_is_one_so_that_lines_break_between_them():
    name = Paragraph((Run("Северный ветер, club1", link="https://vk.com/club1"), Run(": два слова")), 12, "000000")
    assert re.findall(r"<a:t>([^<]*)</a:t>", paragraph(name, "ru", {"https://vk.com/club1": "rId1"})) == [
        *("Северный ", "ветер, ", "club1"),
        ": два слова",
    ]
