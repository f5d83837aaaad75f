"""The maps of a pathway: which places and ways are drawn and where, and their faces.

``views`` lays out the overview, a route and the whole map; ``payload`` writes one for the browser, ``svg``
and ``png`` draw it as a picture. ``model`` holds the nouns; the other modules are parts of the drawing.
"""
