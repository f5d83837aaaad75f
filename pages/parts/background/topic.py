"""A topic of the background as it is read: its sections, and the sources that they cite."""

from __future__ import annotations

from markupsafe import Markup

from pages.shared.kept import kept_html
from pages.shared.prose_html import Citations, prose_html, sources_html
from pathways.model import Pack, Topic


@kept_html
def topic_html(pack: Pack, topic: Topic) -> Markup:
    """The whole topic."""
    citations = Citations(pack)
    html = Markup("<h2>{}</h2>").format(topic.title) + prose_html(pack, [topic.summary], citations)
    for section in topic.sections:
        html += Markup("<h3>{}</h3>").format(section.heading) + prose_html(pack, section.text, citations)
    if citations.numbers:
        html += Markup("<h3>Sources</h3>") + sources_html(pack, citations)
    return html
