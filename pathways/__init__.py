"""The treatment-pathway library: a pack of care pathways, read, checked and asked.

It never imports Streamlit. The modules build on each other in one direction only:
``model`` and ``prose`` -> ``loading``, ``checks`` -> ``graph`` -> ``routes``, ``evidence``
-> ``layout`` -> ``figures``.
"""
