"""Function words of noun phrases, and the parts of speech of their other words."""

from service.enrich.words import word_set

DETERMINERS = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those", "my", "your")
)
"""Words that begin a phrase and say nothing of its noun."""

DAYS = frozenset(("yesterday", "today", "tomorrow", "tonight"))
"""Words for a day that no phrase for a person contains."""

COORDINATORS = frozenset(("and", "&"))
"""Words that join two phrases, or two words of one."""

NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
"""Parts of speech of nouns and what stands between them."""

PRONOUNS = word_set(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves who whom whose which what that this these those one ones
    someone somebody something anyone anybody anything everyone everybody everything nobody nothing none each both all
    some any many most few several other others another either neither such more whoever whatever whichever
    """
)
"""Words that stand for a noun; there are no others, whatever a tagger says of the first word of a sentence."""
