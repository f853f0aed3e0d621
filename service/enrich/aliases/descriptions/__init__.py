"""Roles told beside a name, and later phrases such as "the spokesman" that take them up."""
