"""What the mentions of an article tell together."""
