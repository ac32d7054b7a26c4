"""A brand whose numbers went in through the same door as anyone's: two own accounts, one competitor, a website."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from django.utils import translation

from smmstrategy.clients.models import Account, Brand, Client, Tracking
from smmstrategy.metrics.actions import record
from smmstrategy.metrics.models import Source
from smmstrategy.metrics.records import AccountRecord, PostRecord

FIRST, LAST = date(2025, 1, 1), date(2026, 6, 30)
COLLECTED = datetime(2026, 7, 2, tzinfo=UTC)
JANUARY_TO_JUNE = (date(2026, 1, 1), date(2026, 6, 30))


@pytest.fixture
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def brand(transactional_db) -> Brand:
    roles = {
        ("vk", "roastery"): "own",
        ("telegram", "roastery_tg"): "own",
        ("vk", "competitor"): "competitor",
        ("website", "site"): "own",
    }
    return _roastery(roles, posts=120)


@pytest.fixture
def small_brand(transactional_db) -> Brand:
    """One account with few posts: for what is the same of every audit, whatever its documents say."""
    return _roastery({("vk", "roastery"): "own"}, posts=36)


def _roastery(roles: dict[tuple[str, str], str], *, posts: int) -> Brand:
    client = Client.objects.create(name="Roastery & Co", slug="roastery", time_zone="Asia/Yekaterinburg")
    brand = Brand.objects.create(client=client, name="Roastery", slug="roastery")
    for seed, ((network, handle), role) in enumerate(roles.items()):
        account = Account.objects.create(client=client, network=network, handle=handle, name=handle.title())
        Tracking.objects.create(client=client, brand=brand, account=account, role=role)
        published = () if network == "website" else tuple(invented_posts(seed, posts))
        values = tuple(visits()) if network == "website" else tuple(followers(seed))
        record(account, posts=published, values=values, source=Source.IMPORT, collected_at=COLLECTED)
    return brand


def invented_posts(seed: int, count: int) -> Iterator[PostRecord]:
    rng = np.random.default_rng(seed)
    for number in range(count):
        views, likes = int(rng.lognormal(7, 0.5)) + 50, int(rng.lognormal(3, 0.6))
        yield PostRecord(
            key=f"{seed}-{number}",
            metrics={"views": Decimal(views), "likes": Decimal(likes), "comments": Decimal(likes // 10)},
            permalink=f"https://example.com/{seed}/{number}",
            published_at=datetime(2025, 1, 1, 9, tzinfo=UTC) + timedelta(hours=float(rng.uniform(0, 545 * 24))),
            format=str(rng.choice(["image", "video", "text"])),
            text="=1+1 слово " * int(rng.integers(1, 60)),
        )


def followers(seed: int) -> Iterator[AccountRecord]:
    for day in days():
        yield AccountRecord("followers", day, day, Decimal(5000 + 1000 * seed + (day - FIRST).days * 3))


def visits() -> Iterator[AccountRecord]:
    for day in days():
        for source, value in (("vk", 30), ("telegram", 12)):
            yield AccountRecord("visits", day, day, Decimal(value + day.day % 5), slice=f"utm_medium=social&utm_source={source}")
        yield AccountRecord("visits", day, day, Decimal(100 + day.day % 7))


def days() -> Iterator[date]:
    return (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
