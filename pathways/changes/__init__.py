"""What changed from one version of a pack to another, and the record of it that a pack carries.

:mod:`~pathways.changes.contents` reads a version as it is written, :mod:`~pathways.changes.difference` sets
two beside each other, and ``told`` says what came of it. Nothing here asks the rules of today: an older
version that no longer obeys them can still be compared (docs/decisions/0029-change-is-visible.md).
"""

from pathways.changes.contents import Contents, read_contents
from pathways.changes.difference import Difference, FieldChange, ItemChange, difference

__all__ = ["Contents", "Difference", "FieldChange", "ItemChange", "difference", "read_contents"]
