"""Posts that are chosen from chosen ones are those chosen at once, in whatever order their columns are asked for."""

import numpy as np
import pytest

from audits.measures.posts import Posts

POSTS = Posts(
    {
        "account_id": np.array([1, 2, 1, 2, 3]),
        "views": np.array([10.0, np.nan, 30.0, 40.0, np.nan]),
        "text": np.array(["a", "b", "c", "d", "e"], object),
        "source_bit": np.array([1, 2, 1, 2, 2]),
    },
    ("import", "manual"),
)


@pytest.mark.parametrize("chosen", [np.array([False, True, True, True]), np.array([1, 2, 3])])
def test_posts_chosen_twice_are_those_chosen_at_once(chosen: np.ndarray) -> None:
    twice = POSTS.where(np.array([0, 1, 3, 4])).where(chosen)
    assert list(twice.without_words().columns) == ["account_id", "views", "source_bit"]
    assert (twice["text"].tolist(), twice["account_id"].tolist(), len(twice)) == (["b", "d", "e"], [2, 2, 3], 3)


def test_what_is_asked_of_some_posts_is_not_told_of_others() -> None:
    of_two, of_all = POSTS.of_accounts((2, 3)), POSTS.known("views").tolist()
    assert (of_all, of_two.known("views").tolist()) == ([10, 30, 40], [40])
    assert (POSTS.giving("views"), of_two.giving("views"), of_two.giving()) == ((1, 2), (2,), (2, 3))
    assert (POSTS.sources, of_two.sources) == ("import, manual", "manual")
    assert of_two["likes"].tolist() == pytest.approx([np.nan] * 3, nan_ok=True)
