"""How a finding is worded: a title and a clause, and the sentences that findings of one kind have in common."""

from dataclasses import dataclass

from smmstrategy.words import Words


@dataclass(frozen=True, slots=True)
class Wording:
    title: tuple[Words, ...]
    clause: tuple[Words, ...]
    brief: tuple[Words, ...] = ()  # a title where names in the clause may leave it no room


def words(*pairs: tuple[str, str]) -> tuple[Words, ...]:
    return tuple(Words(ru, en) for ru, en in pairs)


def in_some(*pairs: tuple[str, str], then: tuple[str, str] = ("", "")) -> tuple[Words, ...]:
    """Each said of how many accounts it is, where these are not all of a kind, before what follows."""
    each = [(f"{ru}{some}{then[0]}", f"{en}{some}{then[1]}") for ru, en in pairs for some in (", {some}", "")]
    return words(*each)


def moved(then: tuple[str, str] = ("", "")) -> Wording:
    """A measure of the median post that rose or fell; the clause leaves out that it did so against the months before, in brief also
    from what."""
    return Wording(
        in_some(
            (
                "{name} медианной публикации {moved} с {then} до {now} {against}",
                "{name} of the median post {moved} from {then} to {now} {against}",
            ),
            then=then,
        ),
        in_some(
            ("{name} в медиане {moved} с {then} до {now}{year}", "median {name} {moved} from {then} to {now}{year}"), then=then
        ),
        in_some(("{name} в медиане {moved} до {now}{year}", "median {name} {moved} to {now}{year}"), then=then),
    )


def went(ru: str, en: str, then: tuple[str, str] = ("", "")) -> Wording:
    """Something counted that rose or fell, in all or on a day; the clause leaves out that it did so against the months before."""
    each_day, in_all = (f"{ru} {{each}}", f"{en} {{each}}"), (ru, en)
    return Wording(
        in_some(*((f"{ru} {{against}}", f"{en} {{against}}") for ru, en in (each_day, in_all)), then=then),
        in_some(*((f"{ru}{{year}}", f"{en}{{year}}") for ru, en in (each_day, in_all)), then=then),
    )


NOT_SURE = (", но это не подтверждено", ", which is not confirmed")


def steady(ru: str, en: str) -> Wording:
    return same((f"{ru} без значимых изменений: {{now}}, n = {{n}}", f"no significant change in {en}: {{now}}, n = {{n}}"))


def same(*pairs: tuple[str, str]) -> Wording:
    return Wording(in_some(*pairs), in_some(*pairs))


def unless_a_hole(ru: str, en: str) -> tuple[Words, ...]:
    """A silence, and where it fills whole months or is open that the file may lack them or end there."""
    hole = (
        "если в файле{whose} не {months:пропущен|пропущены|пропущено} {months} {months:месяц|месяца|месяцев}",
        "unless the file{whose} lacks {months} {months:month|months}",
    )
    return words((f"{ru}, {hole[0]}", f"{en}, {hole[1]}"), (f"{ru}, {{edge}}", f"{en}, {{edge}}"), (ru, en))


def compared(ru: str, en: str) -> Wording:
    """A group of posts against all posts of the same accounts, itself among them; the title adds how many the group has."""
    return Wording(
        words(
            (
                f"{ru}: {{name}} {{part}} против {{whole}} {{among}}, n = {{n}}",
                f"{en}: {{name}} {{part}} against {{whole}} {{among}}, n = {{n}}",
            )
        ),
        words((f"{ru}: {{part}} против {{whole}}", f"{en}: {{part}} against {{whole}}")),
    )
