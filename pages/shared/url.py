"""The address of a page: here alone it is read, written and linked to, the same on every page.

Nothing is stored beside it, so a link, a reload and the browser's back button all lead to the same view.
One policy holds everywhere: what is not understood is left out, and a sentence says so. No page is refused
for its address. Each page says in its own ``url`` module what its parts mean
(docs/decisions/0010-an-address-is-never-refused.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import TypeVar
from urllib.parse import parse_qsl, unquote, urlencode, urljoin

import streamlit as st

from pages.shared.catalogue import PAGES
from pages.shared.opened import opened
from pages.shared.shelf import shelf

Name = TypeVar("Name", bound=str)

CARRIED = ("options", "matters", "decision", "list")
"""The parts of a begun comparison, and the list of a class: every page knows them, and every link takes them
along."""

PACK = "pack"
"""The part that says which pack is shown; it stands in no address of the default one."""

LEFT_OUT = "matters"
"""What a person said matters to them: it stays out of what is printed, saved, cited or shown to a camera."""

BEYOND = "beyond"
"""The part that holds what stood behind the name of the page in a path; see :mod:`pages.shared.paths`."""

LIKE = 0.75
"""How like a known name an unknown one must be to be taken for a slip: "veiw" for "view" is 0.75."""
SLIP = 2
"""How many letters a slip may add or leave out: "utm_source" is no slip for "source"."""

KEPT_ADDRESSES = 2_000
"""How many addresses are kept in the form in which pages understand them."""

_PAGE = "page_of_the_address"
_AROUND_WORDS = " .,;:!?*\"'()[]{}<>“”‘’«»"
_SAFE_TO_CARRY = re.compile(r"[a-z0-9_,:-]{1,1000}")


def begin(page: str) -> None:
    """Say which page is drawn from now on: its parts are the ones that count."""
    st.session_state[_PAGE] = page


def params() -> dict[str, str]:
    """The parts of the address that the page knows, as it is now."""
    return dict(asked()[1])


def notes() -> tuple[str, ...]:
    """Sentences for the reader about the names of parts that are not understood."""
    return (
        *about_pack(_pack_named(_given()), tuple(shelf().packs)),
        *_understood(st.session_state[_PAGE], _given())[1],
    )


def asked() -> tuple[str, tuple[tuple[str, str], ...]]:
    """The page and the parts of its address that it knows: what the page shows is a function of these."""
    page = st.session_state[_PAGE]
    return page, _understood(page, _given())[0]


def pack_asked() -> str:
    """The name of the pack that is shown and must be named; blank for the default one."""
    return "" if opened() else shelf().named(_pack_named(_given()))


@lru_cache(KEPT_ADDRESSES)
def _pack_named(given: tuple[tuple[str, str], ...]) -> str:
    return meant(dict(_understood("", given)[0]).get(PACK, ""))


def about_pack(asked: str, known: Sequence[str]) -> tuple[str, ...]:
    """A sentence if an address names a pack that is not here.

    >>> about_pack("taep", ("tap", "tea"))
    ('There is no pathway "taep" here. Is "tap" meant? The usual one is shown.',)
    >>> about_pack("tap", ("tap", "tea")), about_pack("", ("tap", "tea"))
    ((), ())
    """
    if not asked or asked in known:
        return ()
    near = get_close_matches(asked[:100], known, n=1, cutoff=LIKE)
    guess = f'Is "{near[0]}" meant? ' if near else ""
    return (f'There is no pathway "{truncated(asked)}" here. {guess}The usual one is shown.',)


def _given() -> tuple[tuple[str, str], ...]:
    return tuple((name, words) for name in st.query_params for words in st.query_params.get_all(name))


@lru_cache(KEPT_ADDRESSES)
def _understood(
    page: str, given: tuple[tuple[str, str], ...]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """:func:`understood` in a form that can be kept: a page asks it once for each of its links."""
    read, notes = understood(page, given)
    return tuple(read.items()), notes


def understood(page: str, given: Iterable[tuple[str, str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What a page can read of an address, and one sentence about each part that it cannot.

    Names may be written in capitals, and as mail programs leave them. What is like no known name
    (``utm_source``) was never meant for the reader: it is dropped without a word.

    >>> understood("map", [("amp;Node", "cup"), ("utm_source", "letter")])
    ({'node': 'cup'}, ())
    >>> understood("map", [("node", "cup"), ("node", "tea")])
    ({'node': 'tea'}, ('The address names "node" more than once. The last one counts.',))
    >>> understood("case", [("case", "cup:full"), ("case", "cup:empty")])
    ({'case': 'cup:full,cup:empty'}, ())
    >>> understood("map", [("nod", "cup")])
    ({}, ('There is no part "nod" in the address of this page. Is "node" meant? It is left out.',))
    """
    known = (*PAGES[page].params, *CARRIED, PACK)
    read: dict[str, str] = {}
    notes: list[str] = []
    for name, words in _unravelled(given):
        if name == BEYOND:
            notes.append(f'Nothing is found under "/{truncated(words)}" in the address. It is left out.')
            continue
        if name not in known:
            notes += _about_unknown(name, known)
            continue
        if name in read and name in PAGES[page].joined:
            read[name] = f"{read[name]},{words}"
            continue
        if read.get(name, words) != words:
            notes.append(f'The address names "{name}" more than once. The last one counts.')
        read[name] = words
    return read, tuple(dict.fromkeys(notes))


def _unravelled(given: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs as they were meant: ``&amp;`` between parts, or the whole line encoded twice, is undone.

    >>> list(_unravelled([("view=route&from=cup", ""), ("amp;TO", "tea")]))
    [('view', 'route'), ('from', 'cup'), ('to', 'tea')]
    """
    for name, words in given:
        whole = parse_qsl(name, keep_blank_values=True) if "=" in name and not words else [(name, words)]
        for part, meant in whole:
            yield re.sub(r"^(amp;)+", "", part.strip().casefold()), meant


def _about_unknown(name: str, known: Iterable[str]) -> list[str]:
    everywhere = {param for page in PAGES.values() for param in page.params}
    if name in everywhere:
        return [f'This page has no part "{name}" in its address. It is left out.']
    near = [part for part in known if abs(len(part) - len(name)) <= SLIP]
    if meant := get_close_matches(name, near, n=1, cutoff=LIKE):
        left = "It is left out."
        return [
            f'There is no part "{truncated(name)}" in the address of this page. Is "{meant[0]}" meant? {left}'
        ]
    return []


class Reader:
    """Reads the parts of an address; what it does not understand it leaves out and notes for the reader.

    Capitals, blanks and the marks that a letter puts around words do not count: ``CUP)`` is ``cup``.
    """

    def __init__(self, params: Mapping[str, str]) -> None:
        self._parameters = params
        self.notes: list[str] = []

    def text(self, part: str) -> str:
        """Words of the reader's own, such as those of a search; only blanks are tidied.

        >>> Reader({"search": "  other   Side "}).text("search")
        'other Side'
        """
        return " ".join(self._parameters.get(part, "").split())

    def word(self, part: str) -> str:
        """One word as it is meant; blank if the part is absent.

        >>> Reader({"node": " CUP)."}).word("node"), Reader({"node": "%63up"}).word("node")
        ('cup', 'cup')
        """
        return meant(self._parameters.get(part, ""))

    def words(self, part: str) -> list[str]:
        """The words of a part that holds several, joined by commas, each once.

        >>> Reader({"options": "rest,,Tea,tea>"}).words("options")
        ['rest', 'tea']
        """
        words = (meant(word) for word in unquote(self._parameters.get(part, "")).split(","))
        return list(dict.fromkeys(word for word in words if word))

    def name(self, part: str, names: Iterable[Name], what: str, rest: str = ".") -> Name | None:
        """The one of the names that a part asks for; None if it is absent, or asks for none of them.

        >>> reader = Reader({"score": "not met", "kind": "seven"})
        >>> reader.name("score", ["Met", "Not met"], "score"), reader.name("kind", ["UI"], "kind")
        ('Not met', None)
        >>> reader.notes
        ['There is no kind "seven". It is left out.']
        """
        asked = self.word(part)
        found = next((name for name in names if name.casefold() == asked), None) if asked else None
        if asked and found is None:
            self.leave_out(what, asked, rest)
        return found

    def names(self, part: str, names: Iterable[Name], what: str, rest: str = ".") -> tuple[Name, ...]:
        """Those of the names that a part asks for, in the order of the names.

        >>> Reader({"design": "RCT,cohort"}).names("design", ["cohort", "rct"], "study design")
        ('cohort', 'rct')
        """
        asked = self.words(part)
        found = tuple(name for name in names if name.casefold() in asked)
        for word in asked:
            if word not in {name.casefold() for name in found}:
                self.leave_out(what, word, rest)
        return found

    def number(self, part: str, what: str) -> int | None:
        """The whole number above 0 that a part asks for; None if it is absent or anything else.

        >>> reader = Reader({"rows": "40", "size": "many"})
        >>> reader.number("rows", "number of rows"), reader.number("size", "size"), reader.notes
        (40, None, ['There is no size "many". It is left out.'])
        """
        asked = self.word(part)
        found = number(asked)
        if asked and found is None:
            self.leave_out(what, asked)
        return found

    def leave_out(self, what: str, words: str, rest: str = ".") -> None:
        """Note that a part names something that is not there."""
        self.notes.append(f'There is no {what} "{truncated(words)}"{rest} It is left out.')


def meant(words: str) -> str:
    """A word without capitals, what cannot be seen, and the marks that a letter puts around it.

    Names of the pack hold no per cent signs, so what was encoded twice can be undone.
    """
    return "".join(filter(str.isprintable, unquote(words))).casefold().strip(_AROUND_WORDS)


def number(words: str) -> int | None:
    """A whole number above 0 as an address holds it; None if it is anything else.

    >>> number("30"), number("0"), number("many"), number("٣")
    (30, None, None, None)
    """
    is_number = words.isascii() and words.isdecimal() and len(words) <= 9
    return int(words) or None if is_number else None


def truncated(words: str, most: int = 40) -> str:
    """Words of an address as a sentence may repeat them: not endlessly.

    >>> truncated("abcdef", most=3)
    'abc…'
    """
    return words if len(words) <= most else f"{words[:most]}…"


def href(page: str, /, **parts: str | None) -> str:
    """A link to a page with these parts in its address, whatever their names; None is left out.

    >>> href("evidence", subject="gaps", node=None), href("compare", options="rest,tea")
    ('evidence?subject=gaps', 'compare?options=rest,tea')
    >>> href("evidence", page="2", self="3")
    'evidence?page=2&self=3'
    """
    kept = {part: words for part, words in parts.items() if words is not None}
    return f"{page}?{urlencode(kept, safe=',:')}" if kept else page


def link(page: str, /, **parts: str | None) -> str:
    """A link as :func:`href` makes it that takes along what all do, and stays in a frame."""
    carried = {name: words for name, words in taken_along().items() if name not in parts}
    return href(page, **parts, **carried, **_frame())


def app_address() -> str:
    """The whole address of the app, at which its pages' addresses begin; blank if it is not known."""
    return urljoin(st.context.url, ".") if st.context.url else ""


def address_of(here: str, *, without: Iterable[str] = ()) -> str:
    """The whole address of the view on a page; blank if none is known, as of what is open in one window.

    What matters to the reader is left out, and so are the parts ``without``.
    """
    if opened() or not st.context.url:
        return ""
    parts = {name: words for name, words in params().items() if name not in (PACK, LEFT_OUT, *without)}
    return urljoin(st.context.url, href(here, **parts, **_pack()) or ".")


def carrying(url: str) -> str:
    """An address of this app as the pack holds it, with a begun comparison unless it names its own."""
    page, _, query = url.partition("?")
    own = {**_pack(), **dict(parse_qsl(query, keep_blank_values=True))}
    return href(page, **own, **_frame()) if own.keys() & set(CARRIED) else link(page, **own)


def _frame() -> dict[str, str]:
    """What keeps a page that another site shows in a frame without Streamlit's own head and foot."""
    return {"embed": "true"} if st.context.is_embedded else {}


def _pack() -> dict[str, str]:
    return {PACK: name} if (name := pack_asked()) else {}


def taken_along() -> dict[str, str]:
    """The parts of the address that every link takes along: which pack is shown, and a begun comparison."""
    return {**_pack(), **begun()}


def to_pack(name: str, page: str = "") -> str:
    """A link to a page of another pack, which takes nothing along; blank is the default pack."""
    return href(page or ".", **({PACK: name} if name else {}), **_frame())


def begun() -> dict[str, str]:
    """The parts of the address that hold a comparison which the reader has begun, on whatever page.

    What cannot be the name of an option or of a matter does not travel on.
    """
    return dict(_begun(_given()))


@lru_cache(KEPT_ADDRESSES)
def _begun(given: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    reader = Reader(dict(_understood("", given)[0]))
    parts = ((name, ",".join(reader.words(name))) for name in CARRIED)
    return tuple((name, words) for name, words in parts if _SAFE_TO_CARRY.fullmatch(words))


def change_url(**changes: str | None) -> None:
    """Change the named parts of the address and leave the rest that the page knows; None takes one away."""
    merged = {**params(), **changes}
    st.query_params.from_dict({name: words for name, words in merged.items() if words is not None})
