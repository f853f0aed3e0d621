"""Programs that feed random and mutated input, for minutes or hours; `make fuzz-clean` runs them."""
