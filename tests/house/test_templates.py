"""What a template may hold under a strict content policy, without a request to anybody else."""

import re

from tests.house.code import PROJECT, files, templates

SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")"
INLINE = re.compile(rf"<style|\sstyle=|\son[a-z]+=\"|javascript:|{SCRIPT}", re.IGNORECASE)
LOADED = re.compile(r"<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:src|href)=[\"'](?:https?:)?//", re.IGNORECASE)


def found(pattern, paths):
    return [f"{path.relative_to(PROJECT)}: {hit}" for path in paths for hit in pattern.findall(path.read_text(encoding="utf-8"))]


def test_no_inline_style_or_script():
    assert found(INLINE, templates()) == []


def test_nothing_is_loaded_from_elsewhere():
    assert found(LOADED, templates()) == []
    assert found(re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import[^;]*//"), files("*.css")) == []


def test_every_form_that_changes_something_carries_its_token():
    posts = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>(?:(?!</form>).)*", re.IGNORECASE | re.DOTALL)
    assert [form for form in found(posts, templates()) if "csrf_token" not in form and "{% crispy" not in form] == []
