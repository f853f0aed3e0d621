"""Which of its candidates a name means, by all that the article tells."""
