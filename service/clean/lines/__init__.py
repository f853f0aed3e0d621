"""Lines of scraped text: which belong to the article, and why the others do not.

The data's way: ``tokens`` (lines as numbered words) -> ``features`` (what is seen of each line) -> ``model`` (how
likely each belongs to the article) -> ``decision`` (kept, or removed with a reason).
"""
