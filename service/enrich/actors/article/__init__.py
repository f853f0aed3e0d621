"""What an article is about, and which countries and bodies its names mean for that reason."""
