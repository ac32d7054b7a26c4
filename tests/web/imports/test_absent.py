"""Posts that a file lacks, on its page: listed, marked as deleted by whoever says so, and left alone otherwise."""

import pytest

from smmstrategy.metrics.models import Post
from tests.web.imports.conftest import bring, words, work
from tests.web.imports.test_pages import POSTS

pytestmark = pytest.mark.django_db


def test_posts_that_a_file_lacks_are_shown_and_marked_by_whoever_says_so(strategist):
    third = "25.03.2026 9:00;https://t.me/brand/4;D;300;9\n"
    strategist.post(f"{bring(strategist, POSTS + third).url}apply/")
    work()
    address = bring(strategist, POSTS.replace("15.03.2026 9:00;https://t.me/brand/2;B;200;7\n", "") + third).url
    page = words(strategist.get(address))
    assert "Posts that this file lacks 1 Day Post Account 15 March 2026 B brand They were deleted: mark them so" in page
    strategist.post(address, {"gone": "true"})
    work()
    page = words(strategist.get(address))
    assert "1 post marked as deleted" in page
    assert "Posts marked as deleted 1 Day Post Account 15 March 2026 B brand Do not mark them" in page
    strategist.post(f"{address}apply/")
    work()
    assert Post.objects.exclude(gone_at=None).get().key == "2"
    page = words(strategist.get(address))
    assert ("Posts marked as deleted 1" in page, "Do not mark them" in page) == (True, False)
    assert "Posts marked as deleted" not in words(strategist.post(f"{address}undo/", follow=True))
