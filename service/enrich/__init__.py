"""From clean text to facts, by spaCy components that each can be used alone; no Kafka, no event loop.

``pipeline`` builds the pipeline and runs it on an article, ``facts`` lists the components and gathers what they
found. In their order: ``sentences`` (breaks between paragraphs), ``encoder`` (tags, trees, names), ``datelines``,
``aliases`` (who is who), ``times``, ``places``, ``actors``, ``quotes``, ``events``.

What they share: ``context`` (what is known beside the text), ``tree`` (a document's words and tree as lists),
``labels`` (types of names), ``tables`` (how tables are read), ``tokenizer``, ``words`` (word lists).
"""
