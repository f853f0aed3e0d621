"""The places of GeoNames and our own tables: their files, keys, and the candidates that a name has there."""
