"""The classes that the heads tell apart, in the order of their outputs."""

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""Of PLOVER 0.8 (Open Event Data Alliance)."""

ROLES = ("actor", "recipient", "location", "date")

REALIS = ("asserted", "planned", "ongoing", "attempted", "requested", "hypothetical", "denied")
