"""Names of a document that are one entity: of one person, organisation or place."""
