"""Where a text tells who a person is: before the name, behind it, and by a verb."""
