"""What becomes of rows that hold nothing, are taken in part, or cannot be told apart."""

import pytest

from smmstrategy.metrics.imports.reading.draft import PERMALINK, TEXT
from smmstrategy.metrics.imports.reading.messages import Refused
from tests.imports.forms_of_files import posts, rejected, said, values
from tests.imports.test_kinds import FILES


def test_a_row_refused_in_one_table_is_taken_in_the_one_beside_it(understood):
    found = understood("Date,Followers,,Date,Reach\n2026-01-01,5,,2026-02-01,7\nbad,6,,2026-02-02,8\n", "vk.csv")
    assert (found["rows"], rejected(found), len(values(found))) == (4, ["A3"], 3)


@pytest.mark.parametrize("blank", ["2026-01-02,,", "2026-01-02,#REF!,-", "Февраль 2026,,", "2026-01-02,-1,н/д"])
def test_a_row_without_a_figure_is_neither_new_nor_unchanged(understood, blank):
    found = understood(f"Date,Followers,Reach\n2026-01-01,5,6\n{blank}\n", "vk.csv")
    assert (rejected(found), found["rejected"][0][1]["text"]) == (["3"], "The row holds no figure.")


def test_a_title_between_posts_is_no_post(understood):
    link = "https://vk.com/wall-1_2"
    found = understood(
        f"Дата;Ссылка;Текст;Лайки\n01.01.2026;{link};A;5\nФевраль 2026;;;\n01.02.2026;;;7\n02.02.2026;;B;\n", "vk.csv"
    )
    assert (len(posts(found)), rejected(found)) == (3, ["3"])


def test_texts_of_x_are_kept_as_its_readers_see_them(understood):
    head, row = FILES["x_by_tweet"].splitlines()
    (post,) = posts(understood(f"{head}\n{row.replace(',Hi,', ',R &amp; D: 1 &lt; 2 &gt; 0 &amp;lt; &copy,')}\n"))
    assert post[TEXT] == "R & D: 1 < 2 > 0 &lt; &copy"


def test_texts_and_links_of_facebook_s_insights_are_kept_as_its_readers_see_them(understood):
    link = "https://www.facebook.com/photo.php?set=a.1.2.3&amp;fbid=4"
    words = "&quot;The future&quot; is Tom&#039;s &amp; ours"
    head = "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach"
    (post,) = posts(understood(f"{head}\n1_4,{link},{words},Photo,01/02/2015 09:00:00 AM,5\n"))
    assert (post[TEXT], post[PERMALINK]) == (
        '"The future" is Tom\'s & ours',
        "https://www.facebook.com/photo/?fbid=4",
    )


def test_texts_of_others_are_kept_as_they_stand(understood):
    (post,) = posts(understood("Дата,Ссылка,Текст,Лайки\n01.01.2026,https://t.me/brand/1,«&amp;» в разметке,5\n"))
    assert post[TEXT] == "«&amp;» в разметке"


def test_a_file_of_empty_rows_makes_no_account(understood):
    assert understood("Date,Followers\n2026-10-01,–\n2026-10-02,—\n", "vk.csv")["subjects"] == []


def test_an_empty_row_contradicts_nobody(understood):
    found = understood("Date,Followers\n2026-01-01,5\n2026-01-01,\n", "vk.csv")
    assert ([value[3] for value in values(found)], rejected(found)) == (["5"], ["3"])


def test_a_line_below_the_posts_is_no_post(understood):
    found = understood("Ссылка,Дата,Текст,Лайки\nhttps://vk.com/wall-1_2,2026-10-01,a,5\n\nExported by Tool on 2026-10-05,,,\n")
    assert (len(posts(found)), rejected(found), "no link" in said(found)) == (1, ["4"], False)


@pytest.mark.parametrize("text", ["раз, два", '"кино "Брат", смотрим"'], ids=["a comma", "a quotation mark"])
def test_a_text_that_moves_the_figures_behind_it_refuses_its_row(understood, text):
    rows = f"2026-09-01,https://vk.com/wall-1_1,{text},10,5\n2026-09-02,https://vk.com/wall-1_2,ок,20,6\n"
    found = understood(f"Date,Link,Text,Views,Likes\n{rows}")
    assert (found["totals"], rejected(found)) == ({"views": "20", "likes": "6"}, ["2"])


def test_a_quotation_mark_that_takes_in_the_rows_below_it_refuses_the_file(understood):
    rows = 'https://vk.com/wall-1_1,"раз,10\nhttps://vk.com/wall-1_2,два,20\nhttps://vk.com/wall-1_3,"три",30\n'
    with pytest.raises(Refused, match="opened in line 2 takes in rows below it"):
        understood(f"Link,Text,Views\n{rows}")


def test_marks_inside_a_text_of_several_lines_take_in_nothing(understood):
    found = understood('Text,Views,Likes\n"раз, два, три\nкино "Брат", смотрим",10,5\n"a\n""b"", c",20,6\n', account="vk:brand")
    assert (found["totals"], rejected(found)) == ({"views": "20", "likes": "6"}, ["2"])
