"""Sources as reference managers take them: what each is, who wrote it, and what is not known of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pathways import evidence
from pathways.exports.format import version
from pathways.exports.links import Links
from pathways.model import Pack, Source

APP_NAME = "Pathway explorer"

_OTHERS = re.compile(r",? *(?:\bet al\b\.?|\band others\b)")
_GROUP = re.compile(r" *\(([^()]+)\)$")
_WITH_INITIALS = re.compile(
    r"(?P<family>.*\S) (?P<initials>[^\W\d_a-z](?:-?[^\W\d_a-z]){0,5})(?P<junior> Jr)?"
)
_IN_A_JOURNAL = re.compile(r"(?P<journal>.*\S) (?P<volume>\d+)(?:\((?P<issue>[^()]+)\))?:(?P<pages>\S+)")


@dataclass(frozen=True)
class Name:
    """An author: a person with ``family`` and, where known, ``initials``; or a ``group`` as it is named."""

    family: str = ""
    initials: str = ""
    group: str = ""

    @property
    def given(self) -> str:
        """The initials with their points.

        >>> Name("Noble", "J-PK").given
        'J.-P. K.'
        """
        return re.sub(r"\.(?=\w)", ". ", re.sub(r"(\w)", r"\1.", self.initials))


@dataclass(frozen=True)
class View:
    """A view of the app as it is cited: its name, its address, and the day on which it was seen."""

    name: str
    address: str
    seen: dt.date


@dataclass(frozen=True)
class Bibliography:
    """What a file of references is made from; ``view`` stands first, if there is one."""

    sources: tuple[Source, ...]
    links: Links
    view: View | None = None


@dataclass(frozen=True)
class Place:
    """Where an article stands."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


NOWHERE = Place()


@dataclass(frozen=True)
class Reference:
    """One entry. What is blank is not known or has no place; ``notes`` say what is not known.

    ``is_article``: it stands in a journal, and not on a page of its own. ``key`` names the entry, ``address``
    is where it is read, and ``seen`` the day on which that was so.
    """

    key: str
    title: str
    authors: tuple[Name, ...] = ()
    has_others: bool = False
    year: int | None = None
    place: Place = NOWHERE
    doi: str = ""
    pmid: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()
    seen: dt.date | None = None
    is_article: bool = False


def references(bibliography: Bibliography, pack: Pack) -> tuple[Reference, ...]:
    """The view, then each source in the order given."""
    own = [_of_the_view(bibliography.view, pack)] if bibliography.view else []
    return (*own, *(reference(source, bibliography.links) for source in bibliography.sources))


def reference(source: Source, links: Links) -> Reference:
    """One source, its fields parted where the pack names them together."""
    names, has_others = authors(source.authors)
    title = source.title if evidence.has_title(source) else ""
    return Reference(
        key=source.source_id,
        title=title,
        authors=names,
        has_others=has_others,
        year=source.year,
        place=_place(source.journal),
        doi=source.doi,
        pmid=source.pmid,
        address=source.link,
        notes=tuple(_notes(source, links)),
        is_article=bool(source.journal) and source.design != "web_page",
    )


def _notes(source: Source, links: Links) -> Iterable[str]:
    if source.incomplete:
        yield f"Not known: {', '.join(source.incomplete)}."
    if not evidence.has_title(source):
        yield f"What it is: {source.title}."
    yield f"What was taken from it: {links.source(source.source_id)}"


def _place(journal: str) -> Place:
    """Where an article stands, parted only where volume and pages are plain to see.

    >>> _place("Leaf Letters 3(2):10-19")
    Place(journal='Leaf Letters', volume='3', issue='2', pages='10-19')
    >>> _place("Leaf Letters 10-19")
    Place(journal='Leaf Letters 10-19', volume='', issue='', pages='')
    """
    if found := _IN_A_JOURNAL.fullmatch(journal):
        return Place(found["journal"], found["volume"], found["issue"] or "", found["pages"])
    return Place(journal)


def authors(line: str) -> tuple[tuple[Name, ...], bool]:
    """The authors of a line as the pack has it, and whether there are others whom it does not name.

    Only what is plainly a list of persons is parted; everything else is one group, as it is written.

    >>> authors("Potts A, Noble J, et al.")
    ((Name(family='Potts', initials='A', group=''), Name(family='Noble', initials='J', group='')), True)
    >>> authors("Board of Tea (news)")
    ((Name(family='', initials='', group='Board of Tea (news)'),), False)
    """
    if not line:
        return (), False
    group = _GROUP.search(line)
    listed = line[: group.start()] if group else line
    has_others = bool(_OTHERS.search(listed))
    parts = [part.strip() for part in re.split("[,;]", _OTHERS.sub("", listed)) if part.strip()]
    people = [_name(part) for part in parts]
    if not _are_people(people, has_others=has_others):
        return (Name(group=line),), False
    return (*people, *([Name(group=group[1])] if group else [])), has_others


def _name(part: str) -> Name:
    if found := _WITH_INITIALS.fullmatch(part):
        return Name(f"{found['family']}{found['junior'] or ''}", found["initials"])
    return Name(family=part) if " " not in part else Name(group=part)


def _are_people(names: list[Name], *, has_others: bool) -> bool:
    """The first is a person beyond doubt: with initials, or as one of several family names."""
    first = names[0] if names else Name()
    is_listed = has_others or (len(names) > 1 and not any(name.group for name in names))
    return bool(first.initials) or (bool(first.family) and is_listed)


def _of_the_view(view: View, pack: Pack) -> Reference:
    return Reference(
        key=f"{pack.info.id}_view",
        title=view.name,
        authors=(Name(group=APP_NAME),),
        year=pack.info.date.year,
        address=view.address,
        notes=(f"{version(pack)}.",),
        seen=view.seen,
    )
