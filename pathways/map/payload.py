"""A map as the browser gets it: compact JSON that is the same for the same map, with no choice in it."""

from __future__ import annotations

import json
from typing import Any

from pathways.layout import PlacedEdge
from pathways.map.lettering import HEADING_LINE_HEIGHT, LABEL_LINE_HEIGHT, baselines
from pathways.map.model import (
    Aside,
    Heading,
    MapBox,
    MapEdge,
    MarkLegend,
    MarkShape,
    Member,
    PathwayMap,
    PlacedAside,
    View,
)
from pathways.map.shapes import BOXES, arrow, mark_filling, mark_path, sample_arrow, sample_box
from pathways.map.words_in_boxes import Line, box_words
from pathways.model import EdgeKind
from pathways.model.vocabulary import EDGE_KINDS, NODE_KINDS

Json = dict[str, Any]


def payload(map_: PathwayMap) -> bytes:
    """The map with both of its geometries. Numbers are rounded to a tenth of a pixel."""
    content = {
        "title": map_.title,
        "description": map_.description,
        "parameter": map_.parameter,
        "dense": map_.is_dense,
        "boxes": [_box(box) for box in map_.boxes],
        "edges": [*map(_edge, map_.edges), *map(_aside, map_.asides)],
        "wide": _view(map_, map_.wide_view, is_narrow=False),
        "narrow": _view(map_, map_.narrow_view, is_narrow=True),
        "legend": _legend(map_),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _box(box: MapBox) -> Json:
    return {
        "id": box.id,
        "kind": box.kind,
        "name": box.name,
        "next": box.successors,
        "previous": box.predecessors,
        **({"members": [_member(member) for member in box.members]} if box.members else {}),
        **({"count": box.count} if box.count else {}),
        **({"mark": box.mark.full} if box.mark else {}),
    }


def _member(member: Member) -> Json:
    return {
        "id": member.id,
        "label": member.label,
        **({"mark": member.mark.with_what_it_counts} if member.mark else {}),
    }


def _edge(edge: MapEdge) -> Json:
    drawn: Json = {"start": edge.start, "end": edge.end, "kind": edge.kind}
    return {**drawn, "weight": edge.weight} if edge.weight else drawn


def _aside(aside: Aside) -> Json:
    return {"start": aside.start, "end": "", "kind": aside.kind, "weight": aside.weight}


def _view(map_: PathwayMap, view: View, *, is_narrow: bool) -> Json:
    paths = view.paths
    return {
        "width": _tenth(view.layout.size.width),
        "height": _tenth(view.layout.size.height),
        "boxes": [_placed_box(box, view, is_narrow=is_narrow) for box in map_.boxes],
        "edges": [
            *(_placed_edge(paths[edge.start, edge.end], edge, view, is_narrow) for edge in map_.edges),
            *map(_placed_aside, view.asides, (aside.kind for aside in map_.asides)),
        ],
        "headings": [_heading(heading) for heading in view.headings],
    }


def _placed_box(box: MapBox, view: View, *, is_narrow: bool) -> Json:
    rect = view.layout.boxes[box.id]
    words = box_words(box, rect, is_narrow=is_narrow)
    drawn: Json = {
        "x": _tenth(rect.x),
        "y": _tenth(rect.y),
        "width": _tenth(rect.width),
        "height": _tenth(rect.height),
        "outline": BOXES[box.kind].outline(rect),
        "text": [_line(line) for line in words.label],
    }
    if words.small:
        drawn["small"] = [_line(line) for line in words.small]
    if box.mark and words.shape:
        drawn["mark"] = _mark(box.mark.shape, words.shape.x, words.shape.y)
    return drawn


def _line(line: Line) -> Json:
    return {"x": _tenth(line.x), "y": _tenth(line.y), "line": line.words}


def _mark(shape: MarkShape, x: float, y: float) -> Json:
    return {"shape": shape, "line": mark_path(shape, x, y), "filling": mark_filling(shape, x, y)}


def _placed_edge(placed: PlacedEdge, edge: MapEdge, view: View, is_narrow: bool) -> Json:
    drawn = arrow(placed.path, edge.kind)
    lines = view.words.get((edge.start, edge.end), () if is_narrow else edge.lines)
    content: Json = {"line": drawn.line, "head": drawn.head}
    if placed.label and lines:
        middle = placed.label.y + placed.label.height / 2
        content["text"] = _text(lines, placed.label.x, middle, LABEL_LINE_HEIGHT)
    return content


def _placed_aside(placed: PlacedAside, kind: EdgeKind) -> Json:
    drawn = [arrow(path, kind) for path in placed.paths]
    middle = placed.label.y + placed.label.height / 2
    return {
        "line": "".join(one.line for one in drawn),
        "head": "".join(one.head for one in drawn),
        "text": _text(placed.lines, placed.label.x, middle, LABEL_LINE_HEIGHT),
    }


def _heading(heading: Heading) -> Json:
    return {
        "text": [
            {"x": _tenth(heading.x), "y": _tenth(heading.y + HEADING_LINE_HEIGHT * i), "line": line}
            for i, line in enumerate(heading.lines)
        ],
        "width": _tenth(heading.width),
    }


def _text(lines: tuple[str, ...], x: float, middle: float, height: float) -> list[Json]:
    places = baselines(len(lines), middle, height)
    return [{"x": _tenth(x), "y": _tenth(y), "line": line} for line, y in zip(lines, places, strict=True)]


def _legend(map_: PathwayMap) -> Json:
    """The shapes and lines that this map uses, each with a small sample."""
    kinds = {box.kind for box in map_.boxes}
    lines = {edge.kind for edge in map_.edges} | {aside.kind for aside in map_.asides}
    return {
        "boxes": [
            {"kind": kind, "words": terms.legend, "outline": sample_box(kind)}
            for kind, terms in NODE_KINDS.items()
            if kind in kinds
        ],
        "lines": [_sample_line(kind) for kind in EDGE_KINDS if kind in lines],
        **({"marks": _marks(map_.marks)} if map_.marks else {}),
    }


def _marks(legend: MarkLegend) -> Json:
    entries = [{"words": words, **_mark(shape, 19, 12)} for shape, words in legend.entries]
    return {"title": legend.title, "entries": entries, "note": legend.note}


def _sample_line(kind: EdgeKind) -> Json:
    sample = sample_arrow(kind)
    return {"kind": kind, "words": EDGE_KINDS[kind].legend, "line": sample.line, "head": sample.head}


def _tenth(value: float) -> float:
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
