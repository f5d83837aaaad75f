"""The page to take home in its faces; :mod:`pathways.sheet` makes them."""

from __future__ import annotations

from pathways import sheet
from pathways.exports.format import Format

PDF = Format("PDF to print", "pdf", "application/pdf", lambda made, _: sheet.pdf(made), "sheet")
LARGE_PDF = Format(
    "PDF in large print",
    "pdf",
    "application/pdf",
    lambda made, _: sheet.pdf(made, sheet.LARGE_PRINT),
    "sheet",
)
HTML = Format("Web page (HTML)", "html", "text/html", lambda made, _: sheet.html(made).encode(), "sheet")
TEXT = Format("Plain text", "txt", "text/plain", lambda made, _: sheet.text(made).encode(), "sheet")
