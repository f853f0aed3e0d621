"""How well the mentions of one happening within an article are joined."""
