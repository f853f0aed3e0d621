"""Which blocks of a page are the body of its article.

``story`` finds by rules the element that holds the story; ``features`` and ``name_weights`` describe each block to the
line model; ``judge`` joins the scores of the model with the rules and with what surely stands ``outside_story``;
``markup_reasons`` says why a block is removed.
"""
