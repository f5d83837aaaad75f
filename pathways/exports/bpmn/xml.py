"""The names of BPMN 2.0, and how a part of a file is added."""

from __future__ import annotations

import xml.etree.ElementTree as ET

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI"
BOUNDS = "http://www.omg.org/spec/DD/20100524/DC"
LINES = "http://www.omg.org/spec/DD/20100524/DI"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
PREFIXES = {"bpmn": MODEL, "bpmndi": DIAGRAM, "dc": BOUNDS, "di": LINES, "xsi": INSTANCE}

START, FIRST_WAY, POOL, NOTE = "start", "way_of_the_start", "pool", "note"
"""Ids of what no record of the pack stands for."""


def named(namespace: str, name: str) -> str:
    """A name of a namespace as ElementTree writes it."""
    return f"{{{namespace}}}{name}"


def add(
    parent: ET.Element, name: str, /, text: str = "", *, namespace: str = MODEL, **attributes: str
) -> ET.Element:
    """A part inside another one."""
    element = ET.SubElement(parent, named(namespace, name), attributes)
    element.text = text or None
    return element


def place_id(node_id: str) -> str:
    """The id of the task of a place."""
    return f"place_{node_id}"


def lane_id(lane: str) -> str:
    """The id of a lane."""
    return f"lane_{lane}"


def way_id(start: str, end: str) -> str:
    """The id of the flow of a way."""
    return f"way_{start}--{end}"
