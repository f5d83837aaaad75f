"""When what a card shows was last checked, and when it last changed, from the pack and its record."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from pages.shared.templates import rendered
from pathways.model import ChangedThing, Finding, Pack
from pathways.model.vocabulary import CHANGE_LABELS


def checked_words(pack: Pack) -> str:
    """The version that the whole pack was last checked for, and when it is to be checked again."""
    info = pack.info
    return (
        f"with data version {info.version}, {info.date:%-d %B %Y}. To be checked again by "
        f"{info.next_review:%-d %B %Y}."
    )


def changed_words(pack: Pack, what: ChangedThing, name: str) -> str:
    """The last change of a thing with its version and reason; blank for a pack without a record.

    What the record does not name is as it was in the first version.
    """
    if not pack.changes:
        return ""
    for change in pack.changes_of.get((what, name), ()):
        why = f": {change.why}" if change.why else ""
        said = CHANGE_LABELS[change.kind].casefold()
        return f"{said} with version {change.version}, {change.date:%-d %B %Y}{why}."
    first = pack.changes[0]
    return f"as in the first version, {first.date:%-d %B %Y}."


def dated_html(pack: Pack, node_id: str) -> Markup:
    """The last line of a place's card."""
    return rendered(
        "card/dated.html",
        checked=checked_words(pack),
        changed=changed_words(pack, "place", node_id),
        read_once=" ".join(_read_once(pack.findings_of[node_id])),
        node_id=node_id,
        name=pack.node[node_id].plain_label,
    )


def _read_once(findings: tuple[Finding, ...]) -> Iterator[str]:
    """How many of the figures one reader alone has read; nothing where there are none."""
    once = sum(finding.checked == "no" for finding in findings)
    if once:
        were = "was" if once == 1 else "were"
        yield f"Of {len(findings)} figures here, {once} {were} read by one reader only."
