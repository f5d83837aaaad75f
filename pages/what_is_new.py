"""What is new: what each version of the data added, corrected and took out, and why."""

from pages.parts.what_is_new.url import what_is_new_url
from pages.parts.what_is_new.view import show_changes
from pages.shared.page import page

with page(
    "what_is_new",
    "What is new",
    "What came, what was put right and what was taken out with each version of the data, and why.",
    what_is_new_url,
) as (pack, url):
    show_changes(pack, url)
