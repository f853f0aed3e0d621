"""What the two encoders read in the words of a sentence: which may be triggers, and who stands in their events."""
