"""A draft becomes the files of a pack: what is known is written, the rest says that it is to be written."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from pathways.authoring.draft import TO_WRITE, Draft, Place
from pathways.checks import SECTIONS_OF_KIND
from pathways.model import Edge, Finding, Gap, Source
from pathways.model.nodes import LivingWith
from pathways.problems import PackError, Problem, printable

HEADING = "# What each key means: docs/pack.md\n"
WIDTH = 110
"""At how many letters a line of YAML is broken."""

WARNING_LINE = "If you feel very ill or get worse fast, get help at once. Do not wait for this page."
"""What stands on every page until the signs of the subject are written."""

_NO_FIGURES = ("What helps, and what can go wrong", "It is not known: no source has been read yet.")


class _Dumper(yaml.SafeDumper):
    """Writes each value where it stands: a pack has no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (as PyYAML asks it)
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def yaml_of(content: Mapping[str, Any]) -> str:
    """Keys as a YAML file in which every value is read back as the text that it is."""
    text: str = yaml.dump(dict(content), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as a table of a pack.

    >>> csv_of(("a", "b"), [("tea, hot", "x")])
    'a,b\\n"tea, hot",x\\n'
    """
    file = io.StringIO()
    plain = csv.writer(file, lineterminator="\n")
    quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in (columns, *rows):
        # A lone carriage return ends a row for who reads the table, and is not quoted by itself.
        (quoted if any("\r" in cell for cell in row) else plain).writerow(row)
    return file.getvalue()


def write_pack(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a new pack into a folder that is made for it.

    Raises:
        PackError: there is something there already, or it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise _refused(folder, "There is something here already.", "Name a folder that is new or empty.")
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise _refused(folder, f"It cannot be written: {error.strerror}.", "Name another folder.") from None


def _refused(folder: Path, wrong: str, mend: str) -> PackError:
    return PackError([Problem(printable(str(folder)), "the folder", wrong, mend)])


def files_of(draft: Draft, today: dt.date) -> dict[str, str]:
    """The text of each file of a pack, by its name."""
    nodes = {f"nodes/{place.id}.yaml": yaml_of(_node(place)) for place in draft.places}
    options = [place.id for place in draft.places if place.kind == "option"]
    gaps = (
        {"gaps.csv": csv_of(_columns(Gap), ([option, *_NO_FIGURES] for option in options))} if options else {}
    )
    return {
        "pack.yaml": HEADING + yaml_of(_info(draft, today)),
        **nodes,
        "edges.csv": csv_of(_columns(Edge), _ways(draft)),
        "findings.csv": csv_of(_columns(Finding), []),
        "sources.csv": csv_of(_columns(Source), []),
        **gaps,
        "TODO.md": to_do(draft),
    }


def _columns(model: Any) -> list[str]:
    """The columns of a table, in the order in which a record has them."""
    return [info.alias or name for name, info in model.model_fields.items()]


def _ways(draft: Draft) -> Iterable[Sequence[str]]:
    for way in draft.ways:
        yield way.start, way.end, way.kind, way.condition or "to be written", "convention", way.result


def _info(draft: Draft, today: dt.date) -> dict[str, Any]:
    lanes = _lanes(draft.places)
    everywhere = draft.everywhere
    return {
        "id": draft.id,
        "title": draft.title,
        "version": "0.1.0",
        "date": f"{today}",
        "next_review": f"{_in_a_year(today)}",
        "start": draft.start,
        "start_title": draft.title,
        "subject": draft.title,
        "warning_line": WARNING_LINE,
        **(
            {"everywhere": {"to": everywhere[0], "condition": everywhere[1], "basis": "convention"}}
            if everywhere
            else {}
        ),
        "condition": [TO_WRITE],
        "decision": TO_WRITE,
        "audience": [TO_WRITE],
        "status": ["This is a first draft. Nothing in it has been checked."],
        "sign_off": "Nobody has signed it off.",
        "funding": "Who paid for it is not said yet.",
        "interests": "What its authors have to gain is not said yet.",
        "report_mistake": "Tell the person who showed you this page.",
        "groups": [{"id": "everybody", "label": "people whom this is for", "short": "people like you"}],
        "lanes": [{"id": lane, "label": label, "plain": label} for lane, label in lanes.items()],
        "net": [_box(draft, lane, label, column) for column, (lane, label) in enumerate(lanes.items())],
    }


def _in_a_year(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))


def _lanes(places: Iterable[Place]) -> dict[str, str]:
    lanes: dict[str, str] = {}
    for place in places:
        lanes.setdefault(place.lane, place.lane_label or place.lane)
    return lanes


def _box(draft: Draft, lane: str, label: str, column: int) -> dict[str, Any]:
    nodes = [place.id for place in draft.places if place.lane == lane]
    return {"id": f"box_{lane}", "label": label, "plain": label, "column": str(column), "nodes": nodes}


def _node(place: Place) -> dict[str, Any]:
    sections = {name: _section(name) for name in SECTIONS_OF_KIND[place.kind]}
    return {
        "lane": place.lane,
        "kind": place.kind,
        "plain_label": place.label,
        "clinical_label": place.clinical_label or place.label,
        **({"also_called": list(place.also_called)} if place.also_called else {}),
        "summary": place.summary or TO_WRITE,
        "what_it_is": [TO_WRITE],
        **sections,
        "questions": ["What would you like to ask here?"],
    }


def _section(name: str) -> Any:
    return {area: [TO_WRITE] for area in LivingWith.model_fields} if name == "living_with" else [TO_WRITE]


def to_do(draft: Draft) -> str:
    """What is left to do, as a list to tick off."""
    left = (
        *draft.to_do,
        f"Write what each place is: look for “{TO_WRITE}” in `nodes/` and in `pack.yaml`.",
        "Say what each way rests on: all say `convention`, which means habit without a source.",
        "Add findings with their sources, or say in `gaps.csv` what no source gives.",
        "Put the warning signs of your subject into `warning_line`, and urgent ways into `edges.csv`.",
    )
    return "# To do\n\n" + "".join(f"- [ ] {sentence}\n" for sentence in left)
