"""Where the reach of posts comes from: organic, viral and paid parts by month, and promoted posts beside the others."""

from collections.abc import Sequence

from audits.evidence import Number, Segment, Subject, Window
from audits.measures.breakdowns import paid_share, viral_share
from audits.report import names
from audits.report.accounts import BARS, SHOWN, largest, of_largest
from audits.report.blocks import card, drawn, drawn_apart, drawn_months, earlier, has_whole, lacking, of_gaps, of_same_accounts
from audits.report.frame import framed
from audits.report.telling import Telling, value
from audits.report.titles import headline, subject_of
from audits.report.words import capitalised, joined, listed
from smmstrategy.reports.document import Callout, Card, Cards, Chart, ChartKind, Figure, Page, Series, Shown, Text

CODES = ("organic_change",)
ORGANIC, DIRECT = "organic_share.mean", "direct_share.mean"
MEDIAN = "organic_share.median"

Holder = Segment | Window


def pages(telling: Telling) -> tuple[Page, ...]:
    about = subject_of(telling, *CODES)
    organic = value(about.now, ORGANIC)
    if organic is None:
        return ()
    title = headline(telling, *CODES) or _title(telling, about, organic)
    lead = telling.say("медианная публикация: ", "the median post: ")
    subtitle = joined(_of_whom(telling, about), earlier(telling, about, MEDIAN, lead))
    blocks = (_cards(telling, about, organic), _chart(telling, about, title), *promoted(telling))
    n = telling.posts_known(organic)
    return (framed(telling, "reach_parts", title, *blocks, subtitle=subtitle, numbers=[organic], n=n, codes=CODES),)


def is_in_three(*parts: Holder) -> bool:
    """Whether viral reach is known of each post whose paid reach is."""
    known = [(organic, value(part, DIRECT)) for part in parts if (organic := value(part, ORGANIC))]
    return all(direct is not None and direct.n == organic.n for organic, direct in known)


def _title(telling: Telling, about: Subject, organic: Number) -> Text:
    """After the name of its account, where it is of one of several."""
    title = telling.say(
        "органика даёт в среднем {organic} охвата публикации, реклама — {paid}",
        "organic reach is {organic} of a post’s reach on average, paid reach {paid}",
        organic=telling.figure(organic),
        paid=telling.figure(paid_share(organic)),
    )
    giving = _giving(telling, about)
    is_of_one = len(giving) == 1 < len(telling.evidence.own_accounts)
    return joined(telling.subject(giving[0]), ": ", title) if is_of_one else capitalised(title)


def _of_whom(telling: Telling, about: Subject) -> Text:
    """Of the account the title is about, or of those that give it."""
    shares = telling.say("Доли охвата, среднее по публикациям", "Shares of reach, the mean of posts")
    giving = _giving(telling, about)
    if len(giving) == len(telling.evidence.own_accounts):
        return shares
    return joined(shares, ": ", listed([(telling.subject(s),) for s in giving], telling.language))


def _giving(telling: Telling, about: Subject) -> list[Subject]:
    return [s for s in telling.evidence.own_accounts if value(s.now, ORGANIC) and about.key in ("own", s.key)]


def _cards(telling: Telling, subject: Subject, organic: Number) -> Cards:
    cards = [card(telling, subject, MEDIAN), card(telling, subject, ORGANIC)]
    direct = value(subject.now, DIRECT)
    if direct and is_in_three(subject.now, *subject.now.months):
        viral = telling.figure(viral_share(organic, direct))
        cards.append(Card(telling.say("В том числе виральный, среднее", "Of it viral, mean"), viral))
    cards.append(Card(telling.say("Реклама, среднее", "Paid, mean"), telling.figure(paid_share(organic))))
    return Cards(tuple(cards))


def _chart(telling: Telling, subject: Subject, about: Text) -> Chart:
    """By month, or, where no month is known of all accounts, by account."""
    apart = lacking(subject, MEDIAN)
    if apart and not has_whole(subject, MEDIAN):
        return _by_account(telling, _giving(telling, subject), about)
    months = drawn_months(of_same_accounts(subject, MEDIAN), MEDIAN)
    shown = [Segment(month.key, {}) if month.key in apart else month for month in months]
    names_of_months = tuple(names.months([month.key for month in months], telling.language))
    series = _series(telling, shown, is_in_three(*months))
    return Chart(ChartKind.STACKED, of_gaps(telling) if apart else (), names_of_months, series, drawn(telling, subject, about))


def _by_account(telling: Telling, subjects: list[Subject], about: Text) -> Chart:
    title = telling.say("По аккаунтам: ни один месяц не известен по всем", "By account: no month is known of all of them")
    title = of_largest(telling, "reach_parts", subjects, BARS, title, SHOWN)
    shown = largest(subjects, BARS)
    wholes = [s.now for s in shown]
    who = tuple(telling.subject(s) for s in shown)
    return Chart(ChartKind.STACKED, title, who, _series(telling, wholes, is_in_three(*wholes)), drawn_apart(telling, about))


def _series(telling: Telling, holders: Sequence[Holder], in_three: bool) -> tuple[Series, ...]:
    labels = (telling.word("Органика", "Organic"), telling.word("Реклама", "Paid"))
    if in_three:
        labels = (telling.word("Прямая органика", "Direct organic"), telling.word("Виральный охват", "Viral"), labels[1])
    figures = [_parts(telling, holder, in_three) for holder in holders]
    return tuple(Series(label, values) for label, values in zip(labels, zip(*figures, strict=True), strict=True))


def _parts(telling: Telling, holder: Holder, in_three: bool) -> tuple[Figure, ...]:
    """The parts of the reach of a month or a window; figures without a value where no post tells them."""
    organic, direct = value(holder, ORGANIC), value(holder, DIRECT)
    if organic is None:
        blank = telling.own("blank", None, "", shown=Shown.PERCENT, places=0)
        return (blank,) * (3 if in_three else 2)
    parts = (direct, viral_share(organic, direct)) if in_three else (organic,)
    return tuple(telling.figure(part) for part in (*parts, paid_share(organic)))


def promoted(telling: Telling) -> tuple[Callout, ...]:
    """What promoted posts of an account get beside its others; of several accounts, the one that promotes most."""
    promoting = [(s, both) for s in telling.evidence.own_accounts if (both := _promoted(s))]
    if not promoting:
        return ()
    subject, (with_ads, without) = max(promoting, key=lambda one: one[1][0].n or 0)
    text = telling.say(
        "{who}, {name}: {with_ads} с продвижением (n = {n}), {without} без него (n = {m})",
        "{who}, {name}: {with_ads} for promoted posts (n = {n}), {without} for others (n = {m})",
        who=telling.subject(subject, names.OF_A_LINE),
        name=telling.in_a_sentence(f"{subject.judged_by}.median"),
        with_ads=telling.figure(with_ads),
        without=telling.figure(without),
        n=telling.posts_known(with_ads),
        m=telling.posts_known(without),
    )
    return (Callout(text),)


def _promoted(subject: Subject) -> tuple[Number, Number] | None:
    """The medians of promoted posts and of the others, where both are known."""
    parts = {part.key: value(part, f"{subject.judged_by}.median") for part in subject.now.promotion}
    with_ads, without = parts.get("paid"), parts.get("organic")
    return (with_ads, without) if with_ads and without else None
