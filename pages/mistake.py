"""Report a mistake: a text that is ready to be copied or sent; the app itself sends nothing."""

from pages.parts.mistake.url import mistake_url
from pages.parts.mistake.view import show_report
from pages.shared.page import page

with page(
    "mistake",
    "Report a mistake",
    "A text to copy or to send, with all that finds the place again. This page sends nothing by itself.",
    mistake_url,
) as (pack, url):
    show_report(pack, url)
