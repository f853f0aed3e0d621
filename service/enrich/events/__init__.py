"""Events by PLOVER 0.8: who did what to whom, where, when, and who says so.

``component`` runs in the spaCy pipeline, ``coder`` joins the steps, and docs/events.md explains them in their
order. ``event`` is what comes out, ``fields`` its form in the enriched record.
"""
