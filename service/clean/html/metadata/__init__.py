"""What a page says about its article: JSON-LD and meta tags, then what the page shows.

``read`` joins the sources; ``jsonld``, ``title``, ``authors`` and ``shown_date`` read one each; ``site_names``,
``person_names`` and ``timestamps`` bring what they give into one form.
"""
