"""The model that scores lines: ``line_model`` runs a small network, then ``trees`` that also see the first scores of
the lines around (``stacked_features``).
"""
