"""Lines of scraped text: which belong to the article, and why the others do not."""
