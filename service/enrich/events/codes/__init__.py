"""The names of an event: PLOVER types, modes and contexts, scales of intensity, CAMEO codes."""
