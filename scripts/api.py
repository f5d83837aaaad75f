"""The page of public names, from their own docstrings: ``python -m scripts.api`` writes docs/api.md."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import pathways

PAGE = Path(__file__).parents[1] / "docs" / "api.md"
PAGE_TEXT = """\
# Public names

What `import pathways` offers, and what a pack answers when it is asked. Whatever lies deeper may be renamed
([why](decisions/0014-front-door.md)). `make api` makes this page from the docstrings, and
`tests/test_api_page.py` holds the two together; `help(pathways.load_pack)` says more of each.

| name | what it is |
| --- | --- |
{names}

## A pack

Beside its records (`pack.nodes`, `pack.edges`, `pack.findings`, `pack.sources`, `pack.gaps`, `pack.claims`,
`pack.topics`, each field of which [pack.md](pack.md) explains) a `Pack` has:

| name | what it is |
| --- | --- |
{answers}
"""


def page() -> str:
    """The whole page, as it should stand in docs."""
    return PAGE_TEXT.format(names="\n".join(_rows(_public())), answers="\n".join(_rows(_of_a_pack())))


def _public() -> Iterator[tuple[str, object]]:
    for name in pathways.__all__:
        value = getattr(pathways, name)
        yield (name if inspect.isclass(value) else f"{name}{_signature(value)}"), value


def _of_a_pack() -> Iterator[tuple[str, object]]:
    """Properties, look-ups and methods of a pack, in the order in which they are written."""
    public = {name: value for name, value in vars(pathways.Pack).items() if not name.startswith("_")}
    for name, value in public.items():
        if isinstance(value, property | cached_property):
            yield f"pack.{name}", value
        elif inspect.isfunction(value) and value.__module__ == pathways.Pack.__module__:
            yield f"pack.{name}{_signature(value)}", value


def _rows(named: Iterable[tuple[str, object]]) -> Iterator[str]:
    for name, value in named:
        yield f"| `{name}` | {first_sentence(inspect.getdoc(value) or '')} |"


def _signature(function: object) -> str:
    """Parameters with their types as they are written, and … for a default; the value is the code's."""
    if not callable(function):
        raise TypeError(f"{function!r} has no parameters.")
    signature = inspect.signature(function)
    parameters = [
        parameter.replace(default=_ELLIPSIS if parameter.default is not parameter.empty else parameter.empty)
        for parameter in signature.parameters.values()
        if parameter.name != "self"
    ]
    return str(signature.replace(parameters=parameters)).replace("'", "").replace("|", r"\|")


class _Ellipsis:
    """Stands for a default."""

    def __repr__(self) -> str:
        return "…"


_ELLIPSIS = _Ellipsis()


def first_sentence(words: str) -> str:
    """The first sentence of a docstring on one line, with its marks as Markdown that fits a table."""
    (first, *_) = re.split(r"(?<=\.)\s|\n\n", words, maxsplit=1)
    plain = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"``\1``", " ".join(first.split()))
    return plain.replace("``", "`").replace("|", r"\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
