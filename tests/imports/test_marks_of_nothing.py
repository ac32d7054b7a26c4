"""Cells that say nothing: marks of what is not known in several languages, and the errors of Excel."""

import pytest

from tests.imports.forms_of_files import posts

POSTS = "Date;Titre;Permalink;J'aime;Portée\n" + "".join(
    f"0{n}/06/2026;Café {n};https://www.facebook.com/cafe975/posts/{n};{n};{{}}\n" for n in range(1, 4)
)


@pytest.mark.parametrize("mark", ["n.c.", "N.D.", "s.o.", "k. A."])
def test_a_row_with_a_figure_that_is_not_known_keeps_the_others(understood, mark):
    found = understood(POSTS.format(mark, "100", mark), date_order="dmy")
    assert [post[10] for post in posts(found)] == [{"likes": "1"}, {"likes": "2", "reach": "100"}, {"likes": "3"}]
    assert found["rejected"] == []


@pytest.mark.parametrize("error", ["#NAME?", "#Н/Д"])
def test_an_error_of_excel_is_nobodys_name(understood, error):
    text = "Account;Name;Followers\nhttps://www.instagram.com/maisa/;{};500\nhttps://www.instagram.com/anna/;Anna;600\n"
    found = understood(text.format(error), period="2026-05-01:2026-05-31")
    assert {one["handle"]: one["name"] for one in found["subjects"]} == {"maisa": "", "anna": "Anna"}
    assert [name for one in found["subjects"] for name in one["other_names"] if name == error] == []
