"""How good the model is as shipped: from raw text, through ``service.enrich.pipeline``."""
