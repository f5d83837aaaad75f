"""The treatment-pathway library: a pack of care pathways, read, checked and asked.

It never imports Streamlit. The modules build on each other in one direction only, from ``model`` over
``checks``, ``loading``, ``graph`` and ``evidence`` to ``figures`` and ``sheet``; the import contract in
pyproject.toml names the layer of each.
"""
