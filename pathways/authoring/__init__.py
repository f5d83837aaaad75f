"""Packs as people begin and edit them: a first one to fill, one from a drawing, and one in a spreadsheet."""

from pathways.authoring.draft import Draft, Place, Way
from pathways.authoring.drawings import draft_from
from pathways.authoring.first_pack import first_pack
from pathways.authoring.sheets import from_sheet, to_sheet
from pathways.authoring.writing import files_of, write_pack

__all__ = [
    "Draft",
    "Place",
    "Way",
    "draft_from",
    "files_of",
    "first_pack",
    "from_sheet",
    "to_sheet",
    "write_pack",
]
