"""How the heads that find events are trained, together with the encoder they stand on."""
